// Reads [{tex, display}] and writes what MathJax 3 (JupyterLab) and KaTeX (Colab, VS Code) say
// against each: every formula by itself, so that none can lean on macros from elsewhere.
const { readFileSync } = require("node:fs");
const katex = require("katex");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
const { AllPackages } = require("mathjax-full/js/input/tex/AllPackages.js");
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { STATE } = require("mathjax-full/js/core/MathItem.js");

// the first two print what is wrong instead of saying it, the last wants a page
const LEFT_OUT = ["noerrors", "noundefined", "bussproofs"];

function fail(_, error) {
  throw error;
}

function parser() {
  const packages = AllPackages.filter((name) => !LEFT_OUT.includes(name));
  RegisterHTMLHandler(liteAdaptor());
  const InputJax = new TeX({ packages, formatError: fail });
  const document = mathjax.document("", { InputJax });
  return ({ tex, display }) => document.convert(tex, { display, end: STATE.COMPILED });
}

const readers = {
  MathJax: parser(),
  KaTeX: ({ tex, display }) =>
    katex.renderToString(tex, { displayMode: display, throwOnError: true }),
};

function complaints(formula) {
  return Object.entries(readers).flatMap(([name, read]) => {
    try {
      read(formula);
      return [];
    } catch (error) {
      return [`${name}: ${error.message}: ${formula.tex}`];
    }
  });
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).flatMap(complaints)));
