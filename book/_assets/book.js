// What a page gains with JavaScript: color mode, keys for wide formulas, the section being read.
// Everything else works without it.
(() => {
  const root = document.documentElement;
  const PATIENCE = 3000; // milliseconds, with a browser that does not say when it paints
  // the addresses of the page's live parts, of the service worker and of what an app is called
  const { live, offline, manifest } = document.currentScript?.dataset ?? {};
  const modes = ["auto", "light", "dark"];
  const names = { auto: "system", light: "light", dark: "dark" };
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const printing = matchMedia("print"); // paper is white

  /** @param {HTMLElement} button */
  function showMode(button) {
    const mode = /** @type {keyof names} */ (
      modes.find((name) => name === root.dataset.mode) ?? "auto"
    );
    const dark = mode === "dark" || (mode === "auto" && systemDark.matches);
    root.dataset.theme = dark && !printing.matches ? "dark" : "light";
    const name = button.querySelector(".mode-name");
    if (name) name.textContent = `Color: ${names[mode]}`;
  }

  function setUpMode() {
    const button = document.querySelector(".mode-button");
    if (!(button instanceof HTMLElement)) return;
    button.hidden = false;
    showMode(button);
    for (const query of [systemDark, printing]) {
      query.addEventListener("change", () => showMode(button));
    }
    addEventListener("beforeprint", () => {
      root.dataset.theme = "light";
    });
    addEventListener("afterprint", () => showMode(button));
    button.addEventListener("click", () => {
      root.dataset.mode = modes[(modes.indexOf(root.dataset.mode ?? "auto") + 1) % modes.length];
      try {
        localStorage.setItem("mode", root.dataset.mode ?? "auto");
      } catch {
        // storage may be closed; the mode then lasts as long as the page
      }
      showMode(button);
    });
  }

  /**
   * Say on which sides a box holds more than it shows: there its edge fades.
   * @param {Element} box
   */
  function fade(box) {
    const before = box.scrollLeft > 1;
    const after = box.scrollLeft < box.scrollWidth - box.clientWidth - 1;
    if (!before && !after) box.removeAttribute("data-more");
    else box.setAttribute("data-more", before && after ? "both" : before ? "start" : "end");
  }

  // A box that scrolls sideways must be reachable by keyboard.
  function setUpScrollers() {
    const boxes = "pre, div.math, .step-formula, .output, .pst-scrollable-table-container";
    /** @param {Element} box */
    const measure = (box) => {
      if (box.scrollWidth > box.clientWidth) box.setAttribute("tabindex", "0");
      else box.removeAttribute("tabindex");
      fade(box);
    };
    const observer = new ResizeObserver((entries) => {
      for (const { target } of entries) measure(target);
    });
    /** @param {ParentNode} part */
    const watch = (part) => {
      for (const box of part.querySelectorAll(boxes)) {
        observer.observe(box);
        box.addEventListener("scroll", () => fade(box), { passive: true });
      }
    };
    // a font that comes late widens what is in a box, not the box; a new observation measures it,
    // but not before it is laid out
    document.fonts.addEventListener("loadingdone", () => {
      for (const box of document.querySelectorAll(boxes)) {
        observer.unobserve(box);
        observer.observe(box);
      }
    });
    watch(document);
    document.addEventListener("newcontent", ({ target }) => {
      if (target instanceof Element) watch(target);
    });
  }

  function setUpContents() {
    const details = document.querySelector("details.page-toc");
    if (!(details instanceof HTMLDetailsElement)) return;
    const wide = matchMedia("(min-width: 82rem)");
    const fit = () => {
      details.open = wide.matches;
    };
    fit();
    wide.addEventListener("change", fit);
    // a long list of contents scrolls along
    const show = (/** @type {HTMLElement} */ link) => {
      const box = link.closest(".page-aside");
      if (!box) return;
      const below = link.offsetTop - box.scrollTop;
      const isSeen = 0 <= below && below <= box.clientHeight - link.offsetHeight;
      if (!isSeen) box.scrollTop += below - box.clientHeight / 2;
    };
    const links = new Map();
    for (const link of details.querySelectorAll("a[href^='#']")) {
      if (!(link instanceof HTMLAnchorElement)) continue;
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    }
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          links.get(target).classList.toggle("active", isIntersecting);
        }
        const present = [...links.values()].findLast((link) => link.matches(".active"));
        if (!present) return; // between two sections the last one stays
        for (const link of links.values()) link.removeAttribute("aria-current");
        present.setAttribute("aria-current", "location");
        if (wide.matches) show(present);
      },
      { rootMargin: "-15% 0px -70% 0px" },
    );
    for (const section of links.keys()) observer.observe(section);
  }

  // Where Contents opens over the page, it also lists the page's own sections: their list stands
  // at the top of the page, which on a phone may be thirty screens away.
  function setUpSections() {
    const contents = document.getElementById("site-contents");
    const sections = document.querySelector(".page-toc nav > ul");
    const here = contents?.querySelector("a.current");
    if (!contents || !sections || !here) return;
    contents.addEventListener("beforetoggle", (event) => {
      contents.querySelector(".own-sections")?.remove();
      if (/** @type {ToggleEvent} */ (event).newState !== "open") return;
      const list = /** @type {HTMLElement} */ (sections.cloneNode(true));
      list.className = "own-sections";
      here.after(list);
    });
    contents.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest(".own-sections a")) contents.hidePopover();
    });
  }

  // The extension names its buttons by a tooltip only.
  function nameCopyButtons() {
    for (const button of document.querySelectorAll("button.copybtn")) {
      button.setAttribute("aria-label", "Copy this code");
    }
  }

  // Tab reaches the links of headings and titles; from each, the arrow keys reach every paragraph.
  function setUpPermalinks() {
    const article = document.querySelector("article");
    const places = "a.headerlink, a.permalink";
    article?.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const from = event.target instanceof Element ? event.target.closest(places) : null;
      if (!step || !from) return;
      const links = [...article.querySelectorAll(places)].filter((a) => a.getClientRects().length);
      const link = links[links.indexOf(from) + step];
      if (!(link instanceof HTMLElement)) return;
      event.preventDefault();
      link.classList.add("reached"); // a hidden link takes no focus
      link.focus();
    });
    article?.addEventListener("focusout", ({ target }) => {
      if (target instanceof Element) target.classList.remove("reached");
    });
  }

  // What is pressed before the live layer listens: that does it when it comes.
  /** @param {Event} event */
  function remember({ target }) {
    const button = target instanceof Element ? target.closest("button.copy-latex") : null;
    button?.toggleAttribute("data-pressed", true);
  }

  /** @returns {Promise<void>} kept when the reader sees something; a hidden page is not painted */
  function painted() {
    if (document.hidden) return Promise.resolve();
    return new Promise((resolve) => {
      new PerformanceObserver(() => resolve()).observe({ type: "paint", buffered: true });
    });
  }

  // Load the live layer when there is something to read: what can be moved and asked waits for that.
  async function loadLive() {
    if (!live) return;
    await Promise.race([painted(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    await import(new URL(live, location.href).href);
    document.removeEventListener("click", remember);
  }

  // Let what was opened be read without a network: the service worker sees this page's next visit,
  // and is told what this visit has loaded.
  async function setUpOffline() {
    if (!offline || !manifest || !("serviceWorker" in navigator)) return;
    const link = document.createElement("link");
    Object.assign(link, { rel: "manifest", href: manifest });
    document.head.append(link); // not before: no page waits for it
    try {
      await navigator.serviceWorker.register(new URL(offline, location.href));
      const { active } = await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller) return;
      const keep = (/** @type {string[]} */ urls) => active?.postMessage({ type: "keep", urls });
      keep([location.href]);
      new PerformanceObserver((list) => keep(list.getEntries().map(({ name }) => name))).observe({
        type: "resource",
        buffered: true,
      });
    } catch {
      // not allowed here; the site needs it for nothing else
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    setUpMode();
    setUpPermalinks();
    nameCopyButtons();
    setUpScrollers();
    setUpContents();
    setUpSections();
    // modules do not run from a file: address, where the page stays as it is
    if (!location.protocol.startsWith("http")) return;
    document.addEventListener("click", remember);
    addEventListener("load", () => {
      loadLive();
      setUpOffline();
    });
  });
})();
