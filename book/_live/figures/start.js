// Make a static figure of the page one that can be moved. The static drawing stays in the page for
// print, and comes back if anything fails.

import { button } from "../shared/dom.js";
import { linkTo } from "./kit/link.js";
import { listParts } from "./kit/parts.js";

/** @typedef {import("./kit/widget.js").Place} Place */
/** @typedef {import("./kit/widget.js").Widget} Widget */
/** @typedef {(scene: any, place: Place) => Widget} Build */

let count = 0;

/** @param {Widget} widget @param {HTMLElement} figure */
export function offerToSave(widget, figure) {
  const save = async () => (await import("./kit/save.js")).save(figure); // few readers need it
  const name = figure.querySelector(".caption-number")?.textContent.trim() ?? "figure";
  widget.offer(button("Save SVG", save, { "aria-label": `Save SVG: ${name}` }));
}

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
  /** @type {{ build: Build }} */
  const { build } = await import(`./${scene.kind}/figure.js`); // a kind is the name of its folder
  const root = document.createElement("div");
  root.className = "moving-figure";
  const { width, height } = drawing.viewBox.baseVal;
  root.style.cssText = `--figure-ratio: ${width / height}`;
  drawing.after(root);
  figure.classList.add("is-moving");
  try {
    count += 1;
    const alt = drawing.getAttribute("aria-label") ?? "";
    const widget = build(scene, { root, alt, width, height, id: `moving-${count}` });
    listParts(widget, figure);
    linkTo(widget, figure);
    offerToSave(widget, figure);
  } catch (error) {
    root.remove();
    figure.classList.remove("is-moving");
    throw error;
  }
}
