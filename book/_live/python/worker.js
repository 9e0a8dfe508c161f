// Python in a worker: load it once, then answer calls. The page's side is runtime.js.
import { download, onlyPlanned } from "./download.js";

/** @typedef {import("./files.js").PythonFile} PythonFile */

const worker = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (globalThis));
const PACKAGE = "/lib/linalg_book.zip";
const IMPORT = `
import gc, sys
gc.disable()  # nothing of what is imported is garbage
sys.path.append("${PACKAGE}")
import linalg_book.live
gc.enable()
gc.freeze()
linalg_book.live.call
`;

// SymPy loads this when it first writes a product; it takes longer than a short derivation.
const LOAD_LATER = "import sympy.physics.units";

/** @type {((name: string, request: string) => string) | undefined} */
let callPython;
/** @type {(() => void) | undefined} what is done once, while the first answer is read */
let afterFirst;

/**
 * @param {Record<string, PythonFile>} files
 * @param {string} abi the version of the interpreter's interface, as Pyodide compares it
 */
async function start(files, abi) {
  const loaded = /** @type {Record<string, number>} */ ({});
  /** @param {string} name @param {string} type */
  const get = (name, type) =>
    download(files[name], type, (bytes) => {
      loaded[name] = bytes;
      const sum = Object.values(loaded).reduce((total, part) => total + part, 0);
      worker.postMessage({ type: "progress", phase: "download", loaded: sum });
    });
  const archive = get("linalg_book", "application/zip").then((answer) => answer.arrayBuffer());
  const folder = new URL(".", files.runtime.url).href;
  const planned = {
    [`${folder}pyodide.asm.wasm`]: get("wasm", "application/wasm"),
    [files.libraries.url]: get("libraries", "application/zip"),
  };
  // a file that does not come is told here; Pyodide would say that it ended
  const [{ loadPyodide }] = await Promise.all([
    import(files.runtime.url),
    ...Object.values(planned),
  ]);
  worker.fetch = onlyPlanned(planned);
  const [python, source] = await Promise.all([
    loadPyodide({
      indexURL: folder,
      stdLibURL: files.libraries.url, // Python's own library is in the archive
      lockFileContents: JSON.stringify({ info: { abi_version: abi }, packages: {} }), // none
      env: { HOME: "/home", PYTHONHASHSEED: "0" },
    }),
    archive,
  ]);
  worker.postMessage({ type: "progress", phase: "start" });
  python.FS.writeFile(PACKAGE, new Uint8Array(source));
  callPython = python.runPython(IMPORT);
  afterFirst = () => python.runPython(LOAD_LATER);
}

/** @param {MessageEvent} event */
worker.onmessage = async ({ data }) => {
  try {
    if (data.type === "start") {
      await start(data.files, data.abi);
      worker.postMessage({ type: "ready" });
    } else if (callPython) {
      worker.postMessage({ type: "answer", answer: callPython(data.name, data.request) });
      if (afterFirst) setTimeout(afterFirst);
      afterFirst = undefined;
    }
  } catch (error) {
    const { message, type } = /** @type {Error & { type?: string }} */ (error);
    worker.postMessage({ type: "error", message: String(message), exception: type });
  }
};
