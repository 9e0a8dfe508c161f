// Runs Python in Pyodide with the archives that a page loads. Reads {libraries, linalg_book, code}
// from standard input, the archives' paths and a program, and writes what the program evaluates to.
import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const { libraries, linalg_book, code } = JSON.parse(readFileSync(0, "utf8"));
try {
  const python = await loadPyodide({ stdLibURL: libraries, env: { HOME: "/home" } });
  python.FS.writeFile("/lib/linalg_book.zip", new Uint8Array(readFileSync(linalg_book)));
  python.runPython("import sys; sys.path.append('/lib/linalg_book.zip')");
  process.stdout.write(python.runPython(code));
} catch (error) {
  process.stderr.write(error.message); // not the line of Pyodide's own source
  process.exitCode = 1;
}
