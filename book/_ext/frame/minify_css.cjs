// Reads a style sheet from standard input and writes it in fewer bytes to standard output: the same
// rules in the same order.
const { readFileSync } = require("node:fs");
const { minify } = require("csso");

process.stdout.write(minify(readFileSync(0, "utf8"), { restructure: false }).css);
