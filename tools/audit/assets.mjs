// Check the format of scripts and look for likely mistakes in scripts and style sheets; with
// --write, format them. Biome runs as WebAssembly: its programs could not be locked for every system.
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { Biome } from "@biomejs/js-api/nodejs";

const FILES = [
  "book/_assets/**/*.{js,css}",
  "book/_live/**/*.js",
  "book/_ext/**/*.{cjs,mjs}",
  "tools/**/*.mjs",
  "tests/**/*.mjs",
];
const CONFIGURATION = {
  formatter: { indentStyle: "space", lineWidth: 100 },
  // one rule a line keeps the whole style sheet in view; the formatter would triple its length
  css: { formatter: { enabled: false } },
  linter: {
    rules: {
      recommended: true,
      // the style sheet is ordered by the parts of a page, not by specificity
      style: { noDescendingSpecificity: "off" },
      // print hides parts of the page whatever their own display is
      complexity: { noImportantStyles: "off" },
    },
  },
};

const write = process.argv.includes("--write");
const biome = new Biome();
const { projectKey } = biome.openProject(".");
biome.applyConfiguration(projectKey, CONFIGURATION);

const findings = [];
for (const filePath of globSync(FILES).sort()) {
  const source = readFileSync(filePath, "utf8");
  const isFormatted = !filePath.endsWith(".css");
  const { content } = isFormatted
    ? biome.formatContent(projectKey, source, { filePath })
    : { content: source };
  if (content !== source && write) writeFileSync(filePath, content);
  else if (content !== source) findings.push(`${filePath}: the formatter would change it`);
  for (const found of biome.lintContent(projectKey, content, { filePath }).diagnostics) {
    const bytes = Buffer.from(content).subarray(0, found.location.span?.[0] ?? 0);
    const line = bytes.toString().split("\n").length;
    findings.push(`${filePath}:${line}: ${found.category}: ${found.description}`);
  }
}
process.stdout.write(findings.map((finding) => `${finding}\n`).join(""));
process.exitCode = findings.length > 0 ? 1 : 0;
