// Reads the live parts of pages from standard input and writes what each will add to its page, as
// the page's own modules make it, without what only a working control has.
import { readFileSync } from "node:fs";
import { parseHTML } from "linkedom";

const { document, HTMLElement, Node, Text } = parseHTML("<!doctype html><main></main>");
const location = new URL("https://example.org/");
Object.assign(globalThis, { document, HTMLElement, Node, Text, location, addEventListener() {} });
// Nothing is painted here.
globalThis.ImageData = class {
  constructor(width, height) {
    this.data = new Uint8ClampedArray(4 * width * height);
  }
};
const live = (path) => import(new URL(`../../_live/${path}`, import.meta.url).href);
const { make } = await live("shared/dom.js");

const KEPT = new Set(["class", "type", "value", "hidden"]); // what decides on the size

const MAKERS = {
  async figure({ scene, width, height }) {
    const [{ build }, { linkTo }, { offerToSave }] = await Promise.all([
      live(`figures/${scene.kind}/figure.js`),
      live("figures/kit/link.js"),
      live("figures/start.js"),
    ]);
    const root = make("div");
    const figure = make("figure", {}, root);
    const widget = build(scene, { root, alt: "", width, height, id: "room" });
    linkTo(widget, figure);
    offerToSave(widget, figure);
    const drawings = [...root.children].filter(({ localName }) => localName === "svg");
    for (const drawing of drawings) drawing.remove(); // the still one has its size
    return root;
  },

  async check({ check, prompt }) {
    const { form } = await live("checks/form.js");
    return make("div", {}, form(check, "room", [prompt]));
  },

  async another() {
    const { Another } = await live("checks/another.js");
    const element = make("div");
    await new Another(element, { request: {}, variants: [{}] }).label();
    return element;
  },

  async example() {
    const { makeToolbar, makeToggle } = await live("examples/start.js");
    return make(
      "div",
      {},
      makeToolbar(
        "room",
        "",
        {},
        makeToggle("room", "", () => {}),
      ),
    );
  },
};

/**
 * Put boxes in the place of forms and text fields: when a page has loaded, browsers look at each for
 * what they could fill in, and lay out for that what is far from the view.
 * @param {HTMLElement} made
 */
function boxFields(made) {
  for (const field of made.querySelectorAll('input[type="text"], select')) {
    const name = `${field.getAttribute("class") ?? "number-field"} room-field`;
    const shown = field.querySelector("option[selected]")?.textContent;
    field.replaceWith(make("span", { class: name }, shown ?? field.getAttribute("value") ?? ""));
  }
  for (const form of made.querySelectorAll("form")) {
    form.replaceWith(make("div", { class: form.getAttribute("class") }, ...form.childNodes));
  }
}

/** @param {{ kind: keyof typeof MAKERS }} part */
async function room({ kind, ...data }) {
  const made = await MAKERS[kind](data);
  boxFields(made);
  for (const element of made.querySelectorAll("*")) {
    for (const { name } of [...element.attributes]) {
      if (!KEPT.has(name)) element.removeAttribute(name);
    }
  }
  return made.innerHTML;
}

const parts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await Promise.all(parts.map(room))));
