// Reads {css: [files], raw: text, content: [globs], skipped: [globs], begun: [words], variables} from
// standard input and writes the rules that some of the content uses to standard output, with all of
// classes that begin with one of the words.
const { readFileSync } = require("node:fs");
const { PurgeCSS } = require("purgecss");

const {
  css,
  raw = "",
  content,
  skipped = [],
  begun = [],
  variables,
} = JSON.parse(readFileSync(0, "utf8"));

async function main() {
  const attributes = (raw.match(/\[[\w-]+/g) ?? []).join(" "); // scripts set them
  const kept = await new PurgeCSS().purge({
    content: [...content, { raw: attributes.replaceAll("[", ""), extension: "html" }],
    css: [...css, ...(raw ? [{ raw }] : [])],
    skippedContentGlobs: skipped,
    safelist: { greedy: begun.map((word) => new RegExp(`^${word}`)) },
    // the icon font is not used; without its faces no page can ask for it
    blocklist: [/^fa-/, /^fa[srb]?$/],
    fontFace: true,
    keyframes: true,
    variables,
  });
  process.stdout.write(kept.map((sheet) => sheet.css).join("\n"));
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
