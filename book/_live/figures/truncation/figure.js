// Singular values over their places, and a cut-off that a slider moves: what is kept is filled.
import { rational } from "../../shared/rational.js";
import { locate, makeSheet, word } from "../kit/plane_sheet.js";
import { shape } from "../kit/svg.js";
import { Widget } from "../kit/widget.js";
import { cutOffText, readout, truncated } from "./geometry.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./geometry.js").TruncationScene} TruncationScene */
/** @typedef {import("../kit/plane_frame.js").Frame} Frame */

const STEP = rational(1, 10); // of the slider, in decades

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Cut-off",
    fields: [
      { name: "t", label: "log₁₀ τ", hint: "decimal logarithm of the cut-off", type: "range" },
    ],
  },
];

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
function draw({ sigma, frame }, place) {
  const { width, height } = place;
  const across = (/** @type {number} */ x) => locate(frame, place, [x, 0])[0];
  const down = (/** @type {number} */ y) => locate(frame, place, [0, y])[1];
  const edge = across(0) - 20; // numbers stand on its left and under the lowest line
  const made = [];
  for (let k = Math.ceil(frame[1]); k <= frame[3]; k += 1) {
    const y = down(k);
    if (y > height - 24) continue;
    made.push(shape("path", { d: `M${edge} ${y}H${width}`, class: "plane-frame" }));
    made.push(word([edge - 6, y + 4], power(k), "muted", { "text-anchor": "end" }));
  }
  /** @type {(x: number, text: string) => SVGElement} */
  const under = (x, text) => word([x, height - 6], text, "muted", { "text-anchor": "middle" });
  const line = shape("path", { class: "plane-line is-dashed plane-orange" });
  const name = word([width - 12, 0], "τ", "orange");
  const dots = sigma.map((value, i) => {
    made.push(under(across(i + 1), `${i + 1}`));
    return shape("circle", { cx: across(i + 1), cy: down(Math.log10(value)), r: 4.8 });
  });
  made.push(word([edge + 4, 12], "σₖ", "muted"), under(width - 8, "k"), line, name, ...dots);
  makeSheet(place, made, "img");
  return (/** @type {number} */ level, /** @type {number} */ rank) => {
    line.setAttribute("d", `M${edge} ${down(level)}H${width}`);
    name.setAttribute("y", `${down(level) - 5}`);
    dots.forEach((dot, i) => {
      dot.setAttribute("class", i < rank ? "plane-dot plane-blue" : "plane-ring");
    });
  };
}

/**
 * @param {TruncationScene & { frame: Frame }} scene
 * @param {import("../kit/widget.js").Place} place
 */
export function build(scene, place) {
  const move = draw(scene, place);
  const whole = scene.sigma.map(Math.log10);
  const [least, most] = [Math.floor(whole[whole.length - 1]), Math.ceil(whole[0])].map((end) =>
    rational(end),
  );
  const home = rational(Math.round(scene.level * 10), 10);

  /** @param {Rational} wanted a link may ask for more than the slider */
  const show = (wanted) => {
    const t = wanted.lt(least) ? least : wanted.gt(most) ? most : wanted;
    const level = t.valueOf();
    const facts = truncated(scene, level);
    const words = `cut-off ${cutOffText(level)}, rank ${facts.rank}`;
    widget.limit("t", { least, most, step: STEP, words });
    widget.fill({ t });
    widget.tell(readout(facts, level));
    move(level, facts.rank);
  };
  const widget = new Widget(place, GROUPS, {
    change: (_, value) => show(value),
    reset: () => show(home),
  });
  show(home);
  return widget;
}
