// Reads {folder, queries} and writes, for each query, the first places that the search finds.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const { folder, queries } = JSON.parse(readFileSync(0, "utf8"));
for (const name of ["minisearch", "search-index", "search"]) {
  runInThisContext(readFileSync(`${folder}/${name}.js`, "utf8"));
}
const find = bookSearch.prepare(searchIndex);
const answers = queries.map((words) =>
  find(words)
    .slice(0, 5)
    .map(({ entry, found }) => {
      const { kind, title, address } = entry;
      const pieces = bookSearch.excerpt(entry.text, found);
      const marked = pieces.filter(({ isFound }) => isFound).map(({ text }) => text);
      return { kind, title, address, marked, line: pieces.map(({ text }) => text).join("") };
    }),
);
process.stdout.write(JSON.stringify(answers));
