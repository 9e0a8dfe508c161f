// Reads {css: [files], site: folder, without: [folders]} from standard input and writes the rules
// that some page of the site uses to standard output.
const { readFileSync } = require("node:fs");
const { PurgeCSS } = require("purgecss");

const { css, site, without = [] } = JSON.parse(readFileSync(0, "utf8"));

async function main() {
  const kept = await new PurgeCSS().purge({
    content: [`${site}/**/*.html`, `${site}/_static/copybutton.js`],
    css,
    skippedContentGlobs: without.map((folder) => `${site}/${folder}/**`),
    // the icon font is not used; without its faces no page can ask for it
    blocklist: [/^fa-/, /^fa[srb]?$/],
    fontFace: true,
    keyframes: true,
    variables: true, // the book's own sheets set the theme's, and read none of them
  });
  process.stdout.write(kept.map((sheet) => sheet.css).join("\n"));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
