// What Python in the page consists of, when modules run from these sources: nothing. The build
// writes another files.js: see book/_ext/live/live_python.py.

/**
 * @typedef {object} PythonFile
 * @property {string} url
 * @property {number} bytes what is transferred
 */

/** @type {Record<"runtime" | "interpreter" | "wasm" | "libraries" | "linalg_book", PythonFile>} */
export const FILES = {
  runtime: { url: "", bytes: 0 }, // a module, which imports the interpreter's module beside it
  interpreter: { url: "", bytes: 0 },
  wasm: { url: "", bytes: 0 },
  libraries: { url: "", bytes: 0 },
  linalg_book: { url: "", bytes: 0 },
};

/** @type {Record<string, string>} the versions of what runs */
export const VERSIONS = {};

/** The version of the interpreter's interface, which Pyodide wants to be told. */
export const ABI = "";
