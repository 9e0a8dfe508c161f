// As much of a document as drawings need, so that Node can look at what they draw.

class Part {
  attributes = {};
  children = [];
  listeners = {};
  style = {};
  classList = { add: (name) => this.setAttribute("class", `${this.attributes.class} ${name}`) };
  #text = "";

  constructor(tag) {
    this.tag = tag;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  append(...parts) {
    this.children.push(...parts);
  }
  replaceChildren(...parts) {
    this.children = parts;
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
  set textContent(text) {
    this.#text = text;
  }
  get textContent() {
    const inner = this.children.map((part) => (typeof part === "string" ? part : part.textContent));
    return this.#text + inner.join("");
  }
}

globalThis.document = { createElementNS: (_, tag) => new Part(tag) };

/** A place of some size to draw in. */
export function place(width, height) {
  return { root: new Part("div"), alt: "a drawing", width, height, id: "moving-1" };
}

/** All parts of a drawing with a tag, in the order of painting. */
export function parts({ root }, tag) {
  const all = (part) => [part, ...part.children.filter((p) => p instanceof Part).flatMap(all)];
  return all(root).filter((part) => part.tag === tag);
}

/** How many parts have each class, without those that only color. */
export function count(place, tag) {
  const found = {};
  for (const { attributes } of parts(place, tag)) {
    found[attributes.class] = (found[attributes.class] ?? 0) + 1;
  }
  return found;
}

/** What a figure may say of a handle that holds a number. @type {import("../../book/_live/figures/kit/handle.js").Said} */
export const SAID = { name: "said", now: 0, text: "nothing", ends: [0, 1] };
