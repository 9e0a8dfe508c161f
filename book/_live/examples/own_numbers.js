// The reader's own numbers. The book's own result stays in the page until an answer is there, and
// comes back with one button.
import { python } from "../python/runtime.js";
import { button, make } from "../shared/dom.js";
import { remember } from "../shared/fragment.js";
import { typeset } from "../shared/typeset.js";
import { makeFields } from "./form.js";
import { makeProgress } from "./progress.js";

/** @typedef {import("./form.js").Fields} Fields */
/** @typedef {import("./start.js").Shown} Shown */
/** @typedef {{ ok: boolean, html: string, latex: string, code: string,
 *   fields: Fields, field: string | null, message: string, entry?: number[] }} Answer */

export class OwnNumbers {
  /** @type {AbortController | null} while Python works */
  running = null;

  /**
   * @param {HTMLElement} element
   * @param {HTMLElement} result
   * @param {string} name of the example
   * @param {Shown} shown what its steps are for, kept up to date
   */
  constructor(element, result, name, shown) {
    this.element = element;
    this.result = result;
    this.name = name;
    this.shown = shown;
    this.book = JSON.parse(element.dataset.book ?? "");
    this.code = element.querySelector(".live-code code");
    this.bookSteps = [...result.childNodes];
    this.description = JSON.parse(element.dataset.form ?? "");
    this.fields = makeFields(this.description, element.id);
    this.progress = makeProgress(`${this.name}: progress`, () => this.running?.abort());
    this.form = this.makeForm();
    this.old = make("p", { class: "live-old-note", hidden: true });
    result.before(this.form, this.old);
    this.fields.fill(this.book.fields);
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

  get isOpen() {
    return !this.form.hidden;
  }

  /** @param {boolean} open */
  show(open) {
    this.form.hidden = !open;
    if (open && python.state === "off") this.progress.announceSize(python.size);
  }

  focus() {
    this.fields.focus();
  }

  /**
   * Fill in numbers that the address gives, and work them out.
   * @param {Fields} given
   */
  follow(given) {
    const excess = this.fields.excess(given);
    if (!excess) this.fields.fill(given);
    this.show(true);
    this.element.scrollIntoView();
    if (excess) {
      this.progress.end(`The link was not followed: ${excess}.`, true);
      return;
    }
    if (JSON.stringify(given) !== JSON.stringify(this.shown.own)) this.work(given);
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
      if (answer.ok) await this.answer(answer, fields, mine);
      else this.refuse(answer);
    } catch (error) {
      if (this.running === mine) {
        this.progress.end(messageOf(error), true);
        this.markOld();
      }
    } finally {
      if (this.running === mine) this.running = null;
    }
  }

  /** @param {Answer} answer @param {Fields} fields @param {AbortController} mine */
  async answer(answer, fields, mine) {
    const template = make("template");
    template.innerHTML = answer.html; // written by the package, which escapes what it was given
    await typeset(template.content).catch(() => {}); // else the formulas stay as MathML
    if (this.running !== mine) return; // the reader went on while the formulas were loaded
    this.fields.fill(answer.fields);
    this.put([...template.content.childNodes], answer, fields);
    this.progress.end("The steps are now for your numbers.");
  }

  /** @param {Answer} answer */
  refuse({ field, message, entry = [] }) {
    const shown = field !== null && this.fields.refuse(field, message, entry);
    this.progress.end(shown ? "" : message, true);
    this.markOld();
  }

  /** Say that the steps in the page are for other numbers than those in the form. */
  markOld() {
    const whose = this.shown.own ? "your numbers before" : "the book’s numbers";
    this.old.textContent = `The steps below are still for ${whose}.`;
    this.old.hidden = false;
    this.result.classList.add("live-old");
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
    this.result.classList.remove("live-old");
    this.old.hidden = true;
    Object.assign(this.shown, { latex, own });
    if (this.code) this.code.textContent = code;
    this.element.classList.toggle("own-numbers", own !== null);
    remember(this.element.id, own);
    this.result.dispatchEvent(new CustomEvent("newcontent", { bubbles: true }));
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
