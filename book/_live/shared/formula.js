// How a formula becomes HTML: the same for the build (book/_ext/mathematics/katex_batch.cjs) and in the page.

/**
 * @param {{ renderToString: (tex: string, options: object) => string }} katex
 * @param {{ tex: string, display: boolean }} formula
 * @param {Record<string, string>} macros the book's
 * @returns {string}
 */
export function render(katex, { tex, display }, macros) {
  const html = katex.renderToString(tex, {
    displayMode: display,
    macros: { ...macros },
    output: "htmlAndMathml",
    strict: "error",
    throwOnError: true,
    /** @param {{ command: string }} context */
    trust: ({ command }) => {
      throw new Error(`${command} is not used in this book`); // KaTeX would print it in red
    },
  });
  return html.replaceAll(' columnspacing=""', "");
}
