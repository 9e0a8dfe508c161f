// Reads a JSON list of formulas, renders each by KaTeX in strict mode, writes the error messages.
import { readFileSync } from "node:fs";
import katex from "katex";

const errors = [];
for (const tex of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    katex.renderToString(tex, { displayMode: true, strict: "error", throwOnError: true });
  } catch (error) {
    errors.push(`${tex}: ${error.message}`);
  }
}
process.stdout.write(JSON.stringify(errors));
