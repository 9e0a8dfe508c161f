// What a reader has made of a figure, as a drawing to keep: an SVG that looks the same elsewhere.
// Loaded when a reader asks for it.

// What style sheets of the page decide about a drawing.
const LOOK = [
  ...["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray"],
  ...["stroke-linecap", "stroke-linejoin", "opacity", "display", "visibility", "paint-order"],
  ...["font-family", "font-size", "font-style", "font-weight", "text-anchor", "text-decoration"],
];

/**
 * @param {SVGSVGElement} drawing
 * @returns {string} the drawing with its look written into it, on the page's paper
 */
export function standalone(drawing) {
  const copy = /** @type {SVGSVGElement} */ (drawing.cloneNode(true));
  const parts = [drawing, ...drawing.querySelectorAll("*")];
  const copies = [copy, ...copy.querySelectorAll("*")];
  parts.forEach((part, i) => {
    const look = getComputedStyle(part);
    const rules = LOOK.map((name) => `${name}:${look.getPropertyValue(name)}`);
    copies[i].setAttribute("style", rules.join(";"));
    for (const name of ["class", "role", "tabindex"]) copies[i].removeAttribute(name);
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", `${width}pt`);
  copy.setAttribute("height", `${height}pt`);
  copy.style.background = getComputedStyle(document.body).backgroundColor;
  return new XMLSerializer().serializeToString(copy);
}

/**
 * Save the drawing of a figure as it is now.
 * @param {HTMLElement} figure
 */
export function save(figure) {
  const drawing = figure.querySelector(".moving-figure > svg");
  if (!(drawing instanceof SVGSVGElement)) return;
  const file = new Blob([standalone(drawing)], { type: "image/svg+xml" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${figure.id}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
