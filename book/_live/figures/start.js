// Make a static figure of the page one that can be moved. The static drawing stays in the page for
// print, and comes back if anything fails.

import { linkTo } from "./kit/link.js";

/** @typedef {import("./kit/widget.js").Place} Place */
/** @typedef {import("./kit/widget.js").Widget} Widget */
/** @typedef {(scene: any, place: Place) => Widget} Build */

/** @type {Record<string, () => Promise<{ build: Build }>>} */
const KINDS = {
  axis: () => import("./axis/figure.js"),
  circle: () => import("./circle/figure.js"),
  jump: () => import("./jump/figure.js"),
  line: () => import("./line/figure.js"),
  parts: () => import("./parts/figure.js"),
  perpendiculars: () => import("./perpendiculars/figure.js"),
  pixels: () => import("./pixels/figure.js"),
  planes: () => import("./planes/figure.js"),
  pseudoinverse: () => import("./pseudoinverse/figure.js"),
  subspaces: () => import("./subspaces/figure.js"),
  truncation: () => import("./truncation/figure.js"),
  vectors: () => import("./vectors/figure.js"),
};
let count = 0;

/**
 * The element names the figure (`data-figure`) and what it shows in numbers (`data-scene`).
 * @param {HTMLElement} element
 */
export async function start(element) {
  const scene = JSON.parse(element.dataset.scene ?? "");
  const figure = document.getElementById(element.dataset.figure ?? "");
  const drawing = figure?.querySelector("svg.figure-svg");
  if (!figure || !(drawing instanceof SVGSVGElement)) {
    throw new Error(`expected a drawing in the figure ${element.dataset.figure}, found none`);
  }
  const { build } = await KINDS[scene.kind]();
  const root = document.createElement("div");
  root.className = "moving-figure";
  root.style.cssText = `--figure-width: ${drawing.viewBox.baseVal.width}px`;
  drawing.after(root);
  figure.classList.add("is-moving");
  try {
    count += 1;
    const { width, height } = drawing.viewBox.baseVal;
    const alt = drawing.getAttribute("aria-label") ?? "";
    linkTo(build(scene, { root, alt, width, height, id: `moving-${count}` }), figure);
  } catch (error) {
    root.remove();
    figure.classList.remove("is-moving");
    throw error;
  }
}
