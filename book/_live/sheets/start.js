// A form that makes a sheet of exercises: the package itself, running in the page, writes the file.
import { AskPython, sizeOfStart } from "../checks/ask_python.js";
import { make } from "../shared/dom.js";
import { typeset } from "../shared/typeset.js";
import { choice, field, makeOptions, number } from "./fields.js";

const SECONDS = 90; // for the longest sheet on a slow machine
const SEEDS = 1_000_000;

/**
 * What `linalg_book.live.sheet_form` offers, and what `linalg_book.live.sheet` answers.
 * @typedef {{ kinds: [string, string][], formats: [string, string][], most: number }} Choices
 * @typedef {Choices & import("./fields.js").Options} Offer
 * @typedef {{ title: string, statements: string[], file: string, type: string, base64: string }} Made
 */

/**
 * The content of a file as bytes.
 * @param {Made} made
 */
function content({ base64, type }) {
  return new Blob([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], { type });
}

/** @type {string} the address of the file that is offered, freed when another one is made */
let offered = "";

/**
 * Show the exercises and a link that saves the file.
 * @param {HTMLElement} result
 * @param {Made} made
 */
async function show(result, made) {
  URL.revokeObjectURL(offered);
  offered = URL.createObjectURL(content(made));
  const link = make("a", { href: offered, download: made.file, class: "sheet-file" });
  link.append(`Save ${made.file}`);
  const list = make("ol", { class: "sheet-statements" });
  for (const statement of made.statements) {
    const item = make("li");
    item.innerHTML = statement; // our package wrote it
    list.append(item);
  }
  const words = "It has these exercises, then the key, the solutions and usual mistakes:";
  result.replaceChildren(make("p", {}, link), make("p", {}, words), list);
  await typeset(list).catch(() => {}); // the formulas stay as MathML
  link.focus();
}

/** @param {HTMLElement} element */
export async function start(element) {
  /** @type {Offer} */
  const offer = JSON.parse(element.dataset.offer ?? "");
  const { kinds, formats, most } = offer;
  const kind = choice("kind", kinds);
  kind.value = "least-norm";
  const format = choice("format", formats);
  format.value = "latex";
  const [count, seed] = [number("count", 10, 1, most), number("seed", 1, 0, SEEDS)];
  const options = makeOptions(offer, kind);
  const submit = make("button", { type: "submit" });
  const status = make("p", { class: "check-feedback", role: "status" });
  const result = make("div", { class: "sheet-result" });
  const python = new AskPython(submit, status, "Making the exercises and their solutions");
  const form = make(
    "form",
    { class: "live-form sheet-form", "aria-label": "A sheet of exercises" },
    make(
      "div",
      { class: "live-fields" },
      field(kind.id, "Exercises on", kind),
      field(format.id, "File", format),
      field(count.id, `How many, at most ${most}`, count),
      field(seed.id, "Seed, which makes it again", seed),
    ),
    options.element,
    make("div", { class: "another-row" }, submit, python.stop),
    status,
    result,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    result.replaceChildren();
    const request = {
      kind: kind.value,
      format: format.value,
      count: count.valueAsNumber,
      seed: seed.valueAsNumber,
      options: options.read(),
    };
    /** @type {Made | null} */
    const made = await python.ask("sheet", request, SECONDS);
    if (!made) return; // the status says why
    await show(result, made);
    submit.textContent = "Make the sheet"; // Python runs by now
  });
  const size = await sizeOfStart();
  submit.textContent = size ? `Make the sheet (starts Python, ${size})` : "Make the sheet";
  element.replaceChildren(form);
}
