// Reads {archives: [{source, target}]} from standard input: zip files of Python sources, and where
// to write the same compiled by the Pyodide that pages run. Writes what that Python calls itself.
import { readFileSync, writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const { archives } = JSON.parse(readFileSync(0, "utf8"));
const compile = readFileSync(new URL("pyodide_compile.py", import.meta.url), "utf8");

const python = await loadPyodide({ env: { HOME: "/home", PYTHONHASHSEED: "0" } });
python.runPython(compile);
const compiled = python.globals.get("compiled");
for (const { source, target } of archives) {
  python.FS.writeFile("/source.zip", new Uint8Array(readFileSync(source)));
  compiled("/source.zip", "/target.zip");
  writeFileSync(target, python.FS.readFile("/target.zip"));
}
process.stdout.write(python.runPython("import platform; platform.python_version()"));
