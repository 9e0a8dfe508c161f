// Reads {macros, formulas: [{tex, display}]} from standard input and writes
// [{html}] or [{error}], one entry for each formula, to standard output.
const { readFileSync } = require("node:fs");
const katex = require("katex");

const { macros, formulas } = JSON.parse(readFileSync(0, "utf8"));

function render({ tex, display }) {
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      macros: { ...macros },
      output: "htmlAndMathml",
      strict: "error",
      throwOnError: true,
      trust: ({ command }) => {
        throw new Error(`${command} is not used in this book`); // KaTeX would print it in red
      },
    });
    return { html: html.replaceAll(' columnspacing=""', "") };
  } catch (error) {
    return { error: error.message };
  }
}

process.stdout.write(JSON.stringify(formulas.map(render)));
