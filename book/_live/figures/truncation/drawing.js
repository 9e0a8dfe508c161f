// Singular values over their places, and a line at the cut-off: what is kept is filled.
import { locate, makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";

/** @typedef {import("./geometry.js").TruncationScene} TruncationScene */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */

/** @param {number} exponent @returns {string} a power of ten */
function power(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return exponent === 0 ? "1" : `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/**
 * Draw grid and singular values; return what moves the line.
 * @param {TruncationScene & { frame: Frame }} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function draw({ sigma, frame }, place) {
  const { width, height } = place;
  const across = (/** @type {number} */ x) => locate(frame, place, [x, 0])[0];
  const down = (/** @type {number} */ y) => locate(frame, place, [0, y])[1];
  const edge = across(0) - 20; // numbers stand on its left and under the lowest line
  /** @type {(x: number, name: string) => SVGElement} */
  const upright = (x, name) => {
    return shape("path", { d: `M${across(x)} 0V${down(frame[1])}`, class: name });
  };
  const made = [upright(0, "plane-zero")];
  for (let k = Math.ceil(frame[1]); k <= frame[3]; k += 1) {
    const y = down(k);
    if (y > height - 24) continue;
    const name = k === 0 ? "plane-zero" : "plane-frame";
    made.push(shape("path", { d: `M${edge} ${y}H${width}`, class: name }));
    made.push(word([edge - 6, y + 4], power(k), "muted", { "text-anchor": "end" }));
  }
  /** @type {(x: number, text: string) => SVGElement} */
  const under = (x, text) => word([x, height - 6], text, "muted", { "text-anchor": "middle" });
  const line = shape("path", { class: "plane-line is-dashed plane-orange" });
  const name = word([width - 12, 0], "τ", "orange");
  const dots = sigma.map((value, i) => {
    made.push(upright(i + 1, "plane-frame"), under(across(i + 1), `${i + 1}`));
    return shape("circle", { cx: across(i + 1), cy: down(Math.log10(value)), r: 4.8 });
  });
  made.push(word([edge + 4, 12], "σₖ", "muted"), under(width - 8, "k"), line, name, ...dots);
  makeSheet(place, made, "img");
  return (/** @type {number} */ level, /** @type {number} */ rank) => {
    line.setAttribute("d", `M${edge} ${down(level)}H${width}`);
    name.setAttribute("y", `${down(level) - 5}`);
    dots.forEach((dot, i) => {
      dot.setAttribute("class", i < rank ? "plane-dot plane-blue" : "plane-ring plane-blue");
    });
  };
}
