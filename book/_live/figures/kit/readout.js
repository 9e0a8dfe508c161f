// What a figure says of its numbers: a sentence or two, what has changed marked for a moment, and all
// further numbers folded under it.
import { announce } from "../../shared/announce.js";
import { make } from "../../shared/dom.js";
import { writeLine } from "./letters.js";

/** @typedef {[name: string, value: string]} Line */

const QUIET = 600; // milliseconds without a change before the readout is said

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
   * @param {string[]} lead names of those that are the sentence: what the figure asks for
   */
  tell(lines, lead) {
    const isLead = (/** @type {Line} */ [name]) => lead.includes(name);
    const [first, rest] = [lines.filter(isLead), lines.filter((line) => !isLead(line))];
    if (first.length < lead.length) {
      throw new Error(`expected the lines ${lead.join(", ")}: received ${lines.join("; ")}`);
    }
    const isStart = this.#lead.children.length === 0; // the reader has not touched anything
    this.#fill(this.#lead, first, isStart);
    this.#fill(this.#rest, rest, isStart);
    this.#fold.toggleAttribute("hidden", rest.length === 0);
    if (!isStart) announce(lines.map(([name, value]) => `${name}: ${value}.`).join(" "), QUIET);
  }

  /** @param {HTMLElement} list @param {Line[]} lines @param {boolean} isStart */
  #fill(list, lines, isStart) {
    const isNew = list.children.length !== 2 * lines.length;
    if (isNew) list.replaceChildren(...lines.flatMap(() => [make("dt", {}), make("dd", {})]));
    lines.flat().forEach((text, i) => {
      const cell = /** @type {HTMLElement} */ (list.children[i]);
      if (cell.textContent === text) return;
      writeLine(cell, text, this.#vectors);
      // two names for one animation, so that the next change begins it anew
      if (!isStart && i % 2 === 1) cell.dataset.changed = cell.dataset.changed === "1" ? "2" : "1";
    });
  }
}
