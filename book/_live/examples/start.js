// A worked example of the book with the reader's own numbers. The book's own result stays in the
// page until an answer is there, and comes back with one button.
import { python } from "../python/runtime.js";
import { copy } from "../shared/clipboard.js";
import { addressOf, remember, stateOf } from "../shared/fragment.js";
import { typeset } from "../shared/typeset.js";
import { button, make } from "./dom.js";
import { makeFields } from "./form.js";
import { makeProgress } from "./progress.js";

/** @typedef {import("./form.js").Fields} Fields */
/** @typedef {{ fields: Fields, latex: string, code: string }} Book */
/** @typedef {{ ok: boolean, html: string, latex: string, code: string, note: string,
 *   fields: Fields, field: string | null, message: string, entry?: number[] }} Answer */

/** @param {HTMLElement} element */
export function start(element) {
  const result = /** @type {HTMLElement} */ (element.querySelector(".live-result"));
  const example = new Example(element, result);
  example.follow();
  addEventListener("hashchange", () => example.follow());
}

class Example {
  /** @type {AbortController | null} while Python works */
  running = null;
  /** @type {Fields | null} the reader's numbers, if their steps are shown */
  own = null;

  /** @param {HTMLElement} element @param {HTMLElement} result */
  constructor(element, result) {
    this.element = element;
    this.result = result;
    this.code = element.querySelector(".live-code code");
    this.book = /** @type {Book} */ (JSON.parse(element.dataset.book ?? ""));
    this.latex = this.book.latex;
    this.bookSteps = [...result.childNodes];
    this.description = JSON.parse(element.dataset.form ?? "");
    this.name = element.querySelector(".caption-number")?.textContent.trim() ?? "worked example";
    this.fields = makeFields(this.description, element.id);
    this.progress = makeProgress(`${this.name}: progress`, () => this.running?.abort());
    this.toolbar = this.makeToolbar();
    this.form = this.makeForm();
    result.before(this.toolbar, this.form);
    this.fields.fill(this.book.fields);
  }

  makeToolbar() {
    const place = make("p", { class: "live-copied", hidden: true, tabindex: "-1" });
    /** @param {HTMLElement} pressed @param {string} text */
    const give = async (pressed, text) => {
      place.textContent = text;
      place.hidden = false; // what the reader can copy by hand if the clipboard is refused
      if (await copy(text, pressed, place)) place.hidden = true;
    };
    this.toggle = button(
      "Try your own numbers",
      () => this.open(this.form.hidden !== false, true),
      {
        "aria-expanded": "false",
        "aria-controls": `${this.element.id}-form`,
        "aria-label": `Try your own numbers: ${this.name}`,
        class: "live-toggle",
      },
    );
    const link = button("Copy link", () => give(link, addressOf(this.element.id, this.own)), {
      "aria-label": `Copy link: ${this.name}`,
    });
    const latex = button("Copy LaTeX", () => give(latex, this.latex), {
      "aria-label": `Copy LaTeX: ${this.name}`,
    });
    return make("div", { class: "live-toolbar" }, this.toggle, link, latex, place);
  }

  makeForm() {
    const id = `${this.element.id}-form`;
    const form = make("form", {
      class: "live-form",
      id,
      hidden: true,
      novalidate: true,
      "aria-label": `Your own numbers: ${this.name}`,
    });
    form.append(
      this.fields.element,
      make(
        "div",
        { class: "live-buttons" },
        make("button", { type: "submit" }, "Work it out"),
        button("Book’s numbers", () => this.restore()),
      ),
      this.progress.element,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.running) this.work(this.fields.read());
    });
    return form;
  }

  /** @param {boolean} open @param {boolean} [focus] */
  open(open, focus = false) {
    this.form.hidden = !open;
    this.toggle?.setAttribute("aria-expanded", String(open));
    if (open && python.state === "off") this.progress.announceSize(python.size);
    if (open && focus) this.fields.focus();
  }

  /** Do what the address asks for: fill in its numbers and work them out. */
  follow() {
    const given = stateOf(this.element.id);
    if (!given || Object.keys(given).length === 0) return;
    this.fields.fill(given);
    this.open(true);
    this.element.scrollIntoView();
    if (JSON.stringify(given) !== JSON.stringify(this.own)) this.work(given);
  }

  /** @param {Fields} fields */
  async work(fields) {
    this.running?.abort();
    const mine = new AbortController();
    this.running = mine;
    this.fields.clear();
    this.progress.begin();
    try {
      const request = { name: this.description.name, fields };
      const { signal } = mine;
      const onProgress = this.progress.update;
      /** @type {Answer} */
      const answer = await python.call("run", request, { signal, onProgress });
      if (this.running !== mine) return;
      if (answer.ok) await this.show(answer, fields, mine);
      else this.refuse(answer);
    } catch (error) {
      if (this.running === mine) this.progress.end(messageOf(error), true);
    } finally {
      if (this.running === mine) this.running = null;
    }
  }

  /** @param {Answer} answer @param {Fields} fields @param {AbortController} mine */
  async show(answer, fields, mine) {
    const template = make("template");
    template.innerHTML = answer.html; // written by the package, which escapes what it was given
    await typeset(template.content).catch(() => {}); // else the formulas stay as MathML
    if (this.running !== mine) return; // the reader went on while the formulas were loaded
    this.fields.fill(answer.fields);
    this.put([...template.content.childNodes], answer, fields);
    this.progress.end(`The steps are now for your numbers. ${answer.note}`.trim());
  }

  /** @param {Answer} answer */
  refuse({ field, message, entry = [] }) {
    const shown = field !== null && this.fields.refuse(field, message, entry);
    this.progress.end(shown ? "" : message, true);
  }

  restore() {
    this.running?.abort();
    this.running = null;
    this.fields.fill(this.book.fields);
    this.put(this.bookSteps, this.book, null);
    this.progress.end("The book’s numbers are shown again.");
  }

  /**
   * @param {ChildNode[]} steps
   * @param {{ latex: string, code: string }} given
   * @param {Fields | null} own
   */
  put(steps, { latex, code }, own) {
    this.result.replaceChildren(...steps);
    this.latex = latex;
    if (this.code) this.code.textContent = code;
    this.own = own;
    this.element.classList.toggle("own-numbers", own !== null);
    remember(this.element.id, own);
    this.result.dispatchEvent(new CustomEvent("newcontent", { bubbles: true }));
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
