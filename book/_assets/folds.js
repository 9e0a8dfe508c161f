// Open all proofs, or all solutions, of a page with one button, for as long as this visit lasts.
(() => {
  const KEY = "open";
  /** @type {Record<string, string>} by the class of the blocks */
  const NAMES = { why: "proofs", solution: "solutions" };

  /** @returns {string[]} the kinds that this visit wants open */
  function wanted() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
      return Object.keys(NAMES).filter((kind) => Array.isArray(kept) && kept.includes(kind));
    } catch {
      return []; // storage is closed or damaged
    }
  }

  /** @param {string} kind @param {boolean} isOpen */
  function keep(kind, isOpen) {
    try {
      const others = wanted().filter((each) => each !== kind);
      sessionStorage.setItem(KEY, JSON.stringify(isOpen ? [...others, kind] : others));
    } catch {
      // it lasts as long as the page
    }
  }

  /** @param {HTMLElement} button @param {boolean} isOpen */
  function turn(button, isOpen) {
    const kind = button.dataset.open ?? "";
    for (const block of document.querySelectorAll(`article details.${kind}`)) {
      if (block instanceof HTMLDetailsElement) block.open = isOpen;
    }
    button.textContent = `${isOpen ? "Close" : "Open"} all ${NAMES[kind]}`;
    button.dataset.state = isOpen ? "open" : "closed";
  }

  document.addEventListener("DOMContentLoaded", () => {
    const open = wanted();
    for (const button of document.querySelectorAll("button[data-open]")) {
      if (!(button instanceof HTMLElement)) continue;
      const kind = button.dataset.open ?? "";
      if (open.includes(kind)) turn(button, true);
      button.addEventListener("click", () => {
        const isOpen = button.dataset.state !== "open";
        turn(button, isOpen);
        keep(kind, isOpen);
      });
    }
  });
})();
