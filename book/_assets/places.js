// Pages stand still: a link arrives at its place, also when what stands before it starts later and
// grows; what is far from the view is laid out after the page has loaded.
(() => {
  const root = document.documentElement;
  const AT_ONCE = 20; // blocks that are laid out together
  const QUIET = 10_000; // milliseconds after the page has loaded
  const RESTORED = 500; // the same, until the browser has brought back where a page was
  const MOVES = ["wheel", "touchmove", "keydown", "pointerdown"];

  /** @type {HTMLElement | null} where the address leads, until the reader goes elsewhere */
  let target = null;
  let length = 0; // of the article, when it was last seen
  let loaded = false; // until then the browser may bring back where a page was, which is no move

  // A page that is loaded again, or come back to, is as it was left: not where its address leads.
  function leave() {
    if (target) history.replaceState({ ...history.state, left: true }, "");
    target = null;
  }

  /** @returns {HTMLElement | null} */
  function named() {
    try {
      const id = decodeURIComponent(location.hash.slice(1).split("?")[0]); // `#id?…` has a state
      return document.getElementById(id);
    } catch {
      return null; // a malformed escape names nothing
    }
  }

  // A link to something inside a folded block opens the block.
  function open() {
    target = named();
    for (let block = target; block; block = block.parentElement) {
      if (block instanceof HTMLDetailsElement) block.open = true;
    }
    if (history.state?.left) target = null;
  }

  function arrive() {
    target?.scrollIntoView({ behavior: "instant" });
  }

  // Lay out what the style sheet has left out while the page was loading, from the top: when the
  // reader begins to move or after a while, and all at once before a search in the page.
  /** @param {Event} [event] */
  function layOutRest(event) {
    if (!root.hasAttribute("data-fresh")) return;
    const sections = [...document.querySelectorAll("article section")];
    const wait = window.requestIdleCallback ?? setTimeout;
    const some = () => {
      for (let blocks = 0; blocks < AT_ONCE && sections.length > 0; ) {
        const section = sections.shift();
        section?.toggleAttribute("data-whole", true);
        blocks += section?.childElementCount ?? 0;
      }
      if (sections.length > 0) wait(some);
      else root.removeAttribute("data-fresh");
    };
    const found = getSelection();
    if (event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.key === "F3")) {
      root.removeAttribute("data-fresh");
    } else if (event?.type === "scroll" && found?.isCollapsed === false) {
      // A search without a key: what stands between the top of the view and the place grows.
      root.removeAttribute("data-fresh");
      const place = found.getRangeAt(0).startContainer.parentElement;
      place?.scrollIntoView({ block: "center", behavior: "instant" });
    } else wait(some);
  }

  // Whether the target is where a link takes the reader, or as near as the end of the page allows.
  function isThere() {
    if (!target) return true;
    const [page, block] = [root, target].map((element) => getComputedStyle(element));
    const room = [page.scrollPaddingTop, block.scrollMarginTop].map(
      (text) => parseFloat(text) || 0,
    );
    const off = target.getBoundingClientRect().top - room[0] - room[1];
    return Math.abs(off) < 2 || (off > 0 && root.scrollHeight - innerHeight - scrollY < 2);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const article = document.querySelector("article");
    if (!article) return;
    open();
    addEventListener("hashchange", () => {
      open();
      arrive();
    });
    for (const move of MOVES) addEventListener(move, leave, { passive: true, capture: true });
    const once = new AbortController();
    /** @param {Event} [event] */
    const begin = (event) => {
      if (once.signal.aborted) return;
      once.abort();
      layOutRest(event);
    };
    for (const move of [...MOVES, "scroll"]) {
      const options = { passive: true, capture: true, signal: once.signal };
      addEventListener(move, begin, options);
    }
    addEventListener("load", () => setTimeout(() => begin(), QUIET), { signal: once.signal });
    addEventListener("load", () => setTimeout(() => (loaded = true), RESTORED));
    addEventListener("scroll", () => {
      if (article.offsetHeight !== length || isThere()) return;
      if (loaded)
        leave(); // someone has scrolled
      else arrive();
    });
    new ResizeObserver(() => {
      length = article.offsetHeight;
      arrive();
    }).observe(article);
  });
})();
