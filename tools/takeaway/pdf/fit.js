// Make what is wider than the paper fit, and tell what cannot; keep short blocks whole.
() => {
  const LEAST = 0.55; // of its size: what is smaller cannot be read
  const right = (element) => element.getBoundingClientRect().right;
  const column = document.body.getBoundingClientRect();
  const short = 0.28 * 1123; // of a page of A4 in pixels
  const tooWide = [];
  const BOXES = ".equation > .math, .step-formula > .math, div.math, .pst-scrollable-table-container";
  for (const box of document.querySelectorAll(BOXES)) {
    const inner = box.querySelector(".katex, table");
    if (!inner) continue;
    const room = box.clientWidth - 2;
    const wide = Math.max(...[inner, ...inner.querySelectorAll(".base")].map((one) => right(one)));
    const needed = wide - box.getBoundingClientRect().left;
    if (needed <= room) continue;
    inner.style.fontSize = `${Math.max(LEAST, (0.98 * room) / needed) * parseFloat(getComputedStyle(inner).fontSize)}px`;
  }
  for (const block of document.querySelectorAll(".admonition, .fold, pre, .worked-example, table, li, dl > dd")) {
    if (block.getBoundingClientRect().height < short) block.classList.add("is-short");
  }
  for (const sign of document.querySelectorAll(".katex .base, table, figure, pre, img")) {
    if (right(sign) > column.right + 2) {
      const holder = sign.closest("[id]");
      tooWide.push(`${holder?.id}: ${Math.round(right(sign) - column.right)} px`);
    }
  }
  return tooWide;
}
