// Singular values over their places, and a cut-off that a slider moves: what is kept is filled.
import { rational } from "../shared/rational.js";
import { shape } from "./plane_parts.js";
import { cutOffText, readout, truncated } from "./truncation_geometry.js";
import { Widget } from "./widget.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("./truncation_geometry.js").TruncationScene} TruncationScene */
/** @typedef {[number, number, number, number]} Frame left, bottom, right, top */

const STEP = rational(1, 10); // of the slider, in decades

/** @type {import("./widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Cut-off",
    fields: [
      { name: "t", label: "log₁₀ τ", hint: "decimal logarithm of the cut-off", type: "range" },
    ],
  },
];

/**
 * @param {Record<string, string | number>} attributes
 * @param {string} text
 */
function word(attributes, text) {
  const made = shape("text", attributes);
  made.textContent = text;
  return made;
}

/** @param {number} exponent @returns {string} a power of ten */
function power(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]);
  return exponent === 0 ? "1" : `10${exponent < 0 ? "⁻" : ""}${digits.join("")}`;
}

/**
 * Draw grid and singular values; return what moves the line.
 * @param {TruncationScene & { frame: Frame }} scene
 * @param {import("./widget.js").Place} place
 */
function draw({ sigma, frame }, place) {
  const [left, bottom, right, top] = frame;
  const { width, height } = place;
  const across = (/** @type {number} */ x) => (width * (x - left)) / (right - left);
  const down = (/** @type {number} */ y) => (height * (top - y)) / (top - bottom);
  const edge = across(0) - 20; // numbers stand on its left and under the lowest line
  const muted = { class: "figure-word space-word-muted" };
  const svg = shape("svg", {
    viewBox: `0 0 ${width} ${height}`,
    class: "plane-drawing",
    role: "img",
    "aria-label": place.alt,
  });
  for (let k = Math.ceil(bottom); k <= top; k += 1) {
    if (down(k) > height - 24) continue;
    svg.append(shape("path", { d: `M${edge} ${down(k)}H${width}`, class: "plane-frame" }));
    svg.append(word({ x: edge - 6, y: down(k) + 4, "text-anchor": "end", ...muted }, power(k)));
  }
  const floor = { y: height - 6, "text-anchor": "middle", ...muted };
  const line = shape("path", { class: "plane-line is-dashed plane-orange" });
  const name = word({ x: width - 12, class: "figure-word space-word-orange" }, "τ");
  const dots = sigma.map((value, i) => {
    svg.append(word({ x: across(i + 1), ...floor }, `${i + 1}`));
    return shape("circle", { cx: across(i + 1), cy: down(Math.log10(value)), r: 4.8 });
  });
  svg.append(word({ x: edge + 4, y: 12, ...muted }, "σₖ"), word({ x: width - 8, ...floor }, "k"));
  svg.append(line, name, ...dots);
  place.root.append(svg);
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
 * @param {import("./widget.js").Place} place
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
