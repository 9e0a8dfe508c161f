// Reads a JSON list of formulas and writes each as KaTeX has it and as the book does.
import { readFileSync } from "node:fs";
import katex from "katex";
import { render } from "../../book/_live/shared/formula.js";

const formulas = JSON.parse(readFileSync(0, "utf8"));
const pairs = formulas.map((/** @type {string} */ tex) => [
  katex.renderToString(tex),
  render(katex, { tex, display: false }, {}),
]);
process.stdout.write(JSON.stringify(pairs));
