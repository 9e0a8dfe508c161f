// More exercises like one of the book: first ready ones, from a file beside this one, then fresh ones from the
// package itself, which runs in the page when it is asked for.
import { button, make } from "../shared/dom.js";
import { fragmentOf, remember, stateOf } from "../shared/fragment.js";
import { typeset } from "../shared/typeset.js";
import { AskPython, sizeOfStart } from "./ask_python.js";
import { form } from "./form.js";

/**
 * @typedef {{ seed: number, statement: string, solution: string,
 *   checks: (import("./judge.js").Check & { prompt: string })[] }} Variant
 * @typedef {{ request: object, variants: Variant[] }} Data
 */

const LARGEST_SEED = 2 ** 32 - 1;

/**
 * Turn HTML that our package wrote into nodes, its formulas typeset.
 * @param {string} html
 * @returns {Promise<DocumentFragment>}
 */
async function nodes(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  try {
    await typeset(template.content);
  } catch {
    // the formulas stay as MathML
  }
  return template.content;
}

/**
 * Make the parts of an exercise.
 * @param {Variant} variant
 * @param {string} id the exercise of the book
 * @returns {Promise<HTMLElement[]>}
 */
async function parts({ seed, statement, checks, solution }, id) {
  const address = make("a", { href: fragmentOf(id, { seed: String(seed) }) }, `number ${seed}`);
  const forms = await Promise.all(
    checks.map(async ({ prompt, ...check }, i) =>
      form(check, `${id}-another-${i + 1}`, [await nodes(prompt)]),
    ),
  );
  return [
    make(
      "p",
      { class: "another-statement", tabindex: "-1" },
      make("strong", {}, "Another one"),
      " (",
      address,
      "). ",
      await nodes(statement),
    ),
    ...forms,
    make(
      "details",
      { class: "another-solution" },
      make("summary", {}, "Solution"),
      await nodes(solution),
    ),
  ];
}

/** A random seed that no exercise of the page has. */
function freshSeed() {
  return 1000 + Math.floor(Math.random() * 999_000);
}

/**
 * The seed that the address asks for, if it is one.
 * @param {string} id
 * @returns {number | null}
 */
function askedSeed(id) {
  const text = stateOf(id)?.seed ?? "";
  return /^\d{1,10}$/.test(text) && Number(text) <= LARGEST_SEED ? Number(text) : null;
}

/** The controls below an exercise, and the exercises that they bring. */
export class Another {
  /**
   * @param {HTMLElement} element
   * @param {Data} data
   */
  constructor(element, { request, variants }) {
    this.id = element.dataset.another ?? "";
    this.request = request;
    this.variants = variants;
    this.waiting = variants;
    /** @type {number | null} a seed that the address asks for and the page does not carry */
    this.seed = null;
    this.panel = make("div", { class: "another-panel" });
    this.next = button("", () => this.advance());
    const status = make("p", { class: "check-feedback", role: "status" });
    this.python = new AskPython(this.next, status, "Making the exercise");
    const row = make("div", { class: "another-row" }, this.next, this.python.stop);
    element.append(this.panel, row, status);
  }

  /** Say on the button what it brings. */
  async label() {
    if (this.waiting.length > 0) {
      this.next.textContent = this.panel.hasChildNodes() ? "Another one" : "Another one like it";
      return;
    }
    const words = this.seed === null ? "A new one" : `The one with number ${this.seed}`;
    const size = await sizeOfStart();
    this.next.textContent = size ? `${words} (starts Python, ${size})` : words;
  }

  /** Show what the button promised. */
  async advance() {
    /** @type {Variant | null} */
    const variant = this.waiting[0] ?? (await this.fresh(this.seed ?? freshSeed()));
    if (!variant) return;
    this.waiting = this.waiting.slice(1);
    this.seed = null;
    await this.show(variant);
    remember(this.id, { seed: String(variant.seed) });
    this.panel.querySelector("p")?.focus();
  }

  /** @param {number} seed @returns {Promise<Variant | null>} */
  fresh(seed) {
    return this.python.ask("problem", { ...this.request, seed });
  }

  /** @param {Variant} variant */
  async show(variant) {
    this.panel.replaceChildren(...(await parts(variant, this.id)));
    this.panel.dispatchEvent(new Event("newcontent", { bubbles: true }));
    await this.label();
  }

  /** Show the exercise that the address asks for, or offer to make it. */
  async follow() {
    const seed = askedSeed(this.id);
    if (seed === null) return;
    this.python.leave();
    const variant = this.variants.find((one) => one.seed === seed);
    this.waiting = this.variants.filter((one) => variant && one.seed !== seed);
    if (variant) await this.show(variant);
    else {
      this.seed = seed;
      await this.label();
    }
    document.getElementById(this.id)?.scrollIntoView({ behavior: "instant" });
  }
}

/** @param {HTMLElement} element */
export async function start(element) {
  const file = await fetch(new URL(`more/${element.dataset.another}.json`, import.meta.url));
  const another = new Another(element, await file.json());
  await another.label();
  await another.follow();
  addEventListener("hashchange", () => another.follow());
}
