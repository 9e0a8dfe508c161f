// Reads {macros, formulas} from standard input and writes the formulas without the macros.
const { readFileSync } = require("node:fs");
const { expand } = require("../../_live/shared/formula.js");

const { macros, formulas } = JSON.parse(readFileSync(0, "utf8"));

process.stdout.write(JSON.stringify(formulas.map((tex) => expand(tex, macros))));
