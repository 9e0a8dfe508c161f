// Reads {macros, formulas: [{tex, display}]} from standard input and writes
// [{html}] or [{error}], one entry for each formula, to standard output.
const { readFileSync } = require("node:fs");
const katex = require("katex");
const { render } = require("../../_live/shared/formula.js");

const { macros, formulas } = JSON.parse(readFileSync(0, "utf8"));

function attempt(formula) {
  try {
    return { html: render(katex, formula, macros) };
  } catch (error) {
    return { error: error.message };
  }
}

process.stdout.write(JSON.stringify(formulas.map(attempt)));
