// What a figure says of its numbers: a sentence or two, what has changed marked for a moment, and all
// further numbers folded under it.
import { announce } from "../../shared/announce.js";
import { make } from "../../shared/dom.js";
import { writeLine } from "./letters.js";

/** @typedef {[name: string, value: string]} Line */

const QUIET = 600; // milliseconds without a change before the readout is said
export const LEAD = 2; // lines that make the sentence

export class Readout {
  #vectors;
  #lead = make("dl", { class: "figure-sentence" });
  #rest = make("dl", {});
  #fold = make("details", {}, make("summary", {}, "All numbers"), this.#rest);
  element = make("div", { class: "figure-readout" }, this.#lead, this.#fold);

  /** @param {string} vectors the small letters that are vectors in what it says */
  constructor(vectors) {
    this.#vectors = vectors;
  }

  /**
   * Say it, and say it politely aloud when it changes.
   * @param {Line[]} lines
   * @param {number} lead how many of them, from the first, are the sentence
   */
  tell(lines, lead) {
    const isFirst = this.#lead.children.length === 0; // the reader has not touched anything
    this.#fill(this.#lead, lines.slice(0, lead), isFirst);
    this.#fill(this.#rest, lines.slice(lead), isFirst);
    this.#fold.toggleAttribute("hidden", lines.length <= lead);
    if (!isFirst) announce(lines.map(([name, value]) => `${name}: ${value}.`).join(" "), QUIET);
  }

  /** @param {HTMLElement} list @param {Line[]} lines @param {boolean} isFirst */
  #fill(list, lines, isFirst) {
    const isNew = list.children.length !== 2 * lines.length;
    if (isNew) list.replaceChildren(...lines.flatMap(() => [make("dt", {}), make("dd", {})]));
    lines.flat().forEach((text, i) => {
      const cell = /** @type {HTMLElement} */ (list.children[i]);
      if (cell.textContent === text) return;
      writeLine(cell, text, this.#vectors);
      // two names for one animation, so that the next change begins it anew
      if (!isFirst && i % 2 === 1) cell.dataset.changed = cell.dataset.changed === "1" ? "2" : "1";
    });
  }
}
