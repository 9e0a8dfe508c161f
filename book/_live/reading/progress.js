// Which sections have been read: those whose end was seen and that were in view for a while.

const WHILE = 5; // seconds

export class Progress {
  /** @type {Set<string>} */
  #inView = new Set();
  /** @type {Set<string>} */
  #ended = new Set();
  /** @type {Map<string, number>} */
  #seconds = new Map();
  /** @type {Set<string>} */
  #read = new Set();

  /** @param {string} id of a section @param {boolean} isInView */
  see(id, isInView) {
    if (isInView) this.#inView.add(id);
    else this.#inView.delete(id);
  }

  /** @param {string} id of a section whose last lines have been in view */
  end(id) {
    this.#ended.add(id);
  }

  /** A second has passed. @returns {string[]} the sections that it makes read */
  tick() {
    for (const id of this.#inView) this.#seconds.set(id, (this.#seconds.get(id) ?? 0) + 1);
    const read = [...this.#ended].filter((id) => (this.#seconds.get(id) ?? 0) >= WHILE);
    const fresh = read.filter((id) => !this.#read.has(id));
    for (const id of fresh) this.#read.add(id);
    return fresh;
  }
}
