// A chapter's slides, with reveal.js: what is long fits or goes on on another slide, and the
// speaker's notes have a window of their own. Without scripts the page is a document.
(() => {
  const root = document.documentElement;
  const [WIDTH, HEIGHT, EDGE] = [1280, 720, 44]; // pixels; the lowest are for number and progress
  const SMALLEST = 0.72; // of the usual size of letters: smaller ones the last row does not read
  const LEAST = 0.4; // where a slide has one part that cannot be divided
  const DIVIDED = 0.9; // their size on slides that go on on another one
  const LARGE = 1.25; // their size where a slide shows little, which is lower than the next number
  const LITTLE = 320;
  const ROUNDS = 8;
  const BOXES = "div.math, .output, pre, .pst-scrollable-table-container";
  const PARTS =
    ".steps > .step, .checks-title, .checks > li, .admonition > p:not(.admonition-title), " +
    ".slide-content > *, .slide-content > :is(ol, ul, dl) > *";
  const CONTINUED = " (continued)";
  const INTERACTIVE = "figure, a, button, input, select, textarea, .speaker-notes";

  /** @param {Element} part @returns {number} the lower end of a part, from the top of its slide */
  function bottomOf(part) {
    const slide = part.closest(".slide");
    const zoom = slide instanceof HTMLElement ? rectOf(slide).width / slide.offsetWidth : 1;
    return (rectOf(part).bottom - rectOf(slide ?? part).top) / (zoom || 1);
  }

  /** @param {Element} element */
  function rectOf(element) {
    return element.getBoundingClientRect();
  }

  /** @param {HTMLElement} slide @returns {number} where what it shows ends */
  function endOf(slide) {
    const shown = [...slide.children].filter((part) => !part.matches(".notes"));
    return Math.max(...shown.map(bottomOf));
  }

  /**
   * How much smaller what a slide shows would have to be; 1 where it fits.
   * @param {HTMLElement} slide
   */
  function excess(slide) {
    const lowest = endOf(slide);
    const boxes = [...slide.querySelectorAll(BOXES)].filter((box) => !box.closest(".notes"));
    const widths = boxes.map((box) => (box.clientWidth + 1) / box.scrollWidth);
    const height = lowest <= HEIGHT - EDGE ? 1 : Math.sqrt((HEIGHT - EDGE) / lowest);
    return Math.min(1, height, ...widths.filter(Number.isFinite));
  }

  /** @param {HTMLElement} slide */
  function sizeOf(slide) {
    return Number(slide.style.getPropertyValue("--fit")) || 1;
  }

  /**
   * Make letters smaller where a slide shows too much; return the slides that it does not help.
   * All are measured before any is changed, so that a round is one layout.
   * @param {HTMLElement[]} slides
   * @param {number} [least]
   */
  function fit(slides, least = SMALLEST) {
    let open = slides;
    for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
      const measured = open.map((slide) => ({ slide, by: excess(slide) }));
      open = measured.filter(({ by }) => by < 1).map(({ slide }) => slide);
      for (const { slide, by } of measured) {
        if (by === 1) continue;
        const size = Math.max(least, sizeOf(slide) * Math.min(by, 0.98));
        slide.style.setProperty("--fit", `${size}`);
      }
    }
    return open.filter((slide) => excess(slide) < 1);
  }

  /**
   * Let a slide go on on another one, from the first part that is too low; return that one.
   * @param {HTMLElement} slide
   * @returns {HTMLElement | undefined}
   */
  function divide(slide) {
    slide.style.setProperty("--fit", `${DIVIDED}`);
    const body = slide.querySelector(".slide-body");
    const parts = [...(body?.querySelectorAll(PARTS) ?? [])];
    const top = rectOf(parts[0] ?? slide).top;
    const from = parts.find((part) => bottomOf(part) > HEIGHT - EDGE && rectOf(part).top > top + 1);
    if (!body?.lastChild || !from) return undefined;
    const steps = from.closest(".steps");
    const before = steps ? [...steps.children].indexOf(from) + beforeOf(steps) : 0;
    const range = document.createRange();
    range.setStartBefore(from);
    range.setEndAfter(body.lastChild);
    const more = /** @type {HTMLElement} */ (slide.cloneNode(false));
    more.id = `${slide.id}-more`;
    const moreBody = document.createElement("div");
    moreBody.className = "slide-body";
    moreBody.append(range.extractContents());
    more.append(...[...slide.querySelectorAll(":scope > .slide-place")].map(copyOf), moreBody);
    const block = moreBody.firstElementChild;
    for (const part of [block, ...(block?.querySelectorAll("[id]") ?? [])]) {
      const twin = part?.id && document.getElementById(part.id);
      if (!part || !twin) continue; // of what was divided the first half keeps the name
      for (const name of ["id", "role", "aria-labelledby"]) part.removeAttribute(name);
    }
    const title = body.querySelector(".admonition-title");
    if (title && block) block.prepend(copyOf(title), "");
    const again = block?.querySelector(".admonition-title");
    if (again && !again.textContent.endsWith(CONTINUED)) again.append(CONTINUED);
    const list = moreBody.querySelector(".steps");
    if (list instanceof HTMLElement && before > 0) {
      list.style.counterReset = `step ${before}`;
      list.dataset.before = `${before}`;
      list.firstElementChild?.classList.remove("fragment");
    }
    slide.after(more);
    return more;
  }

  /** @param {Element} steps @returns {number} how many steps stand on the slides before */
  function beforeOf(steps) {
    return Number(steps.getAttribute("data-before"));
  }

  /** @param {Element} element @returns {Element} a copy without names */
  function copyOf(element) {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    return copy;
  }

  function fitAll() {
    document.body.classList.add("is-measured");
    const all = [...document.querySelectorAll(".slide")].filter((s) => s instanceof HTMLElement);
    const short = all.filter(
      (slide) => endOf(slide) < LITTLE && slide.querySelector(".admonition"),
    );
    for (const slide of short) slide.style.setProperty("--fit", `${LARGE}`);
    let open = all;
    for (let round = 0; round < ROUNDS && open.length > 0; round += 1) {
      open = fit(open).flatMap((slide) => {
        const more = divide(slide);
        if (!more) fit([slide], LEAST);
        return more ? [slide, more] : [];
      });
    }
    document.body.classList.remove("is-measured");
  }

  /** Let two windows with these slides show the same. @param {any} deck */
  function follow(deck) {
    const channel = new BroadcastChannel(`slides ${location.pathname}`);
    let told = "";
    const tell = () => {
      const state = JSON.stringify(deck.getState());
      if (state !== told) channel.postMessage(state);
      told = state;
    };
    for (const change of ["slidechanged", "fragmentshown", "fragmenthidden"]) deck.on(change, tell);
    channel.addEventListener("message", ({ data }) => {
      told = data;
      deck.setState(JSON.parse(data));
    });
  }

  function openNotes() {
    const address = new URL(location.href);
    address.search = "?notes";
    open(address, "notes", "popup,width=1100,height=700");
  }

  /** @param {string} words @param {() => void} act */
  function addTool(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", act);
    document.querySelector(".deck-tools")?.append(button);
  }

  /** @param {HTMLElement} view @param {URLSearchParams} asked */
  function makeDeck(view, asked) {
    return new /** @type {any} */ (globalThis).Reveal(view, {
      ...{ width: WIDTH, height: HEIGHT, margin: 0, minScale: 0.1, maxScale: 6, center: false },
      ...{ hash: true, navigationMode: "linear", slideNumber: "c/t", viewDistance: 2 },
      ...{ transition: "none", backgroundTransition: "none", scrollActivationWidth: 0 },
      ...{ pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1, showNotes: asked.has("notes") },
      // keys that move a point of a figure, or press a button, do not turn a slide
      keyboardCondition: () =>
        !(
          document.activeElement?.matches(INTERACTIVE) || document.activeElement?.closest("figure")
        ),
    });
  }

  async function start() {
    const view = document.querySelector(".deck-view");
    const asked = new URLSearchParams(location.search);
    if (!(view instanceof HTMLElement)) return;
    if (asked.has("print-pdf")) root.dataset.theme = "light";
    view.classList.add("reveal");
    await document.fonts.ready; // what letters take decides what fits
    fitAll();
    const deck = makeDeck(view, asked);
    deck.addKeyBinding({ keyCode: 83, key: "S", description: "Speaker's notes" }, openNotes);
    await deck.initialize();
    view.querySelector(".speaker-notes")?.classList.add("bd-article");
    if (asked.has("print-pdf")) return asked.get("print-pdf") === "now" ? print() : undefined;
    follow(deck);
    addTool("Notes", openNotes);
    addTool("All slides", () => deck.toggleOverview());
    addTool("Keys", () => deck.toggleHelp());
    // a figure that has started, or says more than before, may need more room
    const observer = new ResizeObserver(() => {
      const slide = deck.getCurrentSlide();
      if (slide instanceof HTMLElement && !deck.isOverview()) fit([slide], LEAST);
    });
    const watch = () => {
      observer.disconnect();
      for (const part of deck.getCurrentSlide()?.children ?? []) observer.observe(part);
    };
    deck.on("slidechanged", watch);
    watch();
  }

  document.addEventListener("DOMContentLoaded", () =>
    start().finally(() => document.body.classList.add("is-ready")),
  );
})();
