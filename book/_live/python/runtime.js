// The package in the page: Python in a worker, started when it is first asked for.
//
//   await python.call("run", request, { signal, seconds, onProgress })
//
// calls `linalg_book.live.run` and returns its answer. Calls wait for each other. A call that is
// cancelled, takes too long or breaks Python ends the worker; the next call starts a new one.
import { PythonError } from "./errors.js";
import { ABI, FILES, VERSIONS } from "./files.js";
import { keepOffline } from "./offline.js";

export { PythonError };

/**
 * @typedef {{ phase: "download" | "start" | "run", loaded: number, total: number }} Progress
 * @typedef {(progress: Progress) => void} OnProgress
 * @typedef {{ signal?: AbortSignal, seconds?: number, onProgress?: OnProgress }} CallOptions
 */

const SECONDS = 20; // for a call, without the start
const SILENCE = 60; // seconds in which a start without a sign of life is given up
const SIZE = Object.values(FILES).reduce((sum, file) => sum + file.bytes, 0);
const COUNTED = FILES.wasm.bytes + FILES.libraries.bytes + FILES.linalg_book.bytes;

/** @type {Worker | undefined} */
let worker;
/** @type {string | undefined} the worker's */
let address;
/** @type {Promise<void> | undefined} fulfilled when Python is ready */
let starting;
/** @type {(error: PythonError) => void} */
let fail = () => {};
/** @type {Promise<unknown>} settled when the last call is */
let last = Promise.resolve();
/** @type {Set<OnProgress>} */
const listeners = new Set();

/** @param {Progress["phase"]} phase @param {number} [loaded] */
function tell(phase, loaded = COUNTED) {
  for (const listener of listeners) listener({ phase, loaded, total: COUNTED });
}

/**
 * End the worker; whatever waits for it fails with this error.
 * @param {PythonError} error
 */
function end(error) {
  worker?.terminate();
  worker = starting = undefined;
  python.state = "off";
  fail(error);
}

/** Make a worker that inherits the page's security policy, which only one from a blob does. */
function makeWorker() {
  const source = `import ${JSON.stringify(new URL("worker.js", import.meta.url).href)};`;
  address ??= URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return new Worker(address, { type: "module", name: "python" });
}

/**
 * Send a message and wait for what the worker says to it.
 * @param {object} message
 * @param {"load" | "crash"} kind what it means if the worker breaks
 * @returns {Promise<any>}
 */
function ask(message, kind) {
  const current = worker;
  return new Promise((resolve, reject) => {
    if (!current) throw new PythonError("cancelled"); // between two steps of a call
    fail = reject;
    current.onmessage = ({ data }) => {
      if (data.type === "progress") tell(data.phase, data.loaded);
      else if (data.type === "error") end(new PythonError(kind, data.message));
      else resolve(data);
    };
    current.onerror = (event) => end(new PythonError(kind, event.message ?? "its worker ended"));
    current.onmessageerror = () => end(new PythonError(kind, "its answer could not be read"));
    current.postMessage(message);
  });
}

async function load() {
  python.state = "starting";
  worker = makeWorker();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => end(new PythonError("silent", String(SILENCE))), SILENCE * 1000);
  };
  listeners.add(wait); // every piece of the download is a sign of life
  wait();
  try {
    await ask({ type: "start", files: FILES, abi: ABI }, "load");
  } finally {
    clearTimeout(timer);
    listeners.delete(wait);
  }
  python.state = "ready";
  keepOffline(Object.values(FILES).map((file) => file.url));
}

/**
 * @param {string} name
 * @param {unknown} request
 * @param {AbortSignal | undefined} signal
 * @param {number} seconds
 */
async function answer(name, request, signal, seconds) {
  if (signal?.aborted) throw new PythonError("cancelled");
  const cancel = () => end(new PythonError("cancelled"));
  signal?.addEventListener("abort", cancel, { once: true });
  let timer;
  try {
    await python.start();
    const message = { type: "call", name, request: JSON.stringify(request) };
    const asked = ask(message, "crash");
    python.state = "busy";
    timer = setTimeout(() => end(new PythonError("time", String(seconds))), seconds * 1000);
    tell("run");
    const said = await asked;
    python.state = "ready";
    return JSON.parse(said.answer);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", cancel);
  }
}

export const python = {
  /** @type {"off" | "starting" | "ready" | "busy"} */
  state: "off",

  /** How many bytes are downloaded the first time. */
  size: SIZE,

  /** The versions of Pyodide, Python, SymPy, mpmath and linalg_book. */
  versions: VERSIONS,

  /**
   * Start Python, unless it runs or is starting.
   * @param {OnProgress} [onProgress]
   * @returns {Promise<void>}
   */
  async start(onProgress) {
    if (onProgress) listeners.add(onProgress);
    try {
      starting ??= load();
      await starting;
    } finally {
      if (onProgress) listeners.delete(onProgress);
    }
  },

  /**
   * Call a function of `linalg_book.live`, after the calls before it.
   * @param {string} name
   * @param {unknown} request what is handed over as JSON
   * @param {CallOptions} [options]
   * @returns {Promise<any>} what the function answers
   */
  call(name, request, { signal, seconds = SECONDS, onProgress } = {}) {
    if (onProgress) listeners.add(onProgress);
    let begun = false;
    const answered = last.then(() => {
      begun = true;
      return answer(name, request, signal, seconds);
    });
    last = answered.catch(() => {});
    // who waits for another call can leave at once, without an end of that call
    const left = new Promise((_, reject) => {
      const leave = () => begun || reject(new PythonError("cancelled"));
      if (signal?.aborted) leave();
      signal?.addEventListener("abort", leave, { once: true });
      answered.catch(() => {}).then(() => signal?.removeEventListener("abort", leave));
    });
    return Promise.race([answered, left]).finally(() => {
      if (onProgress) listeners.delete(onProgress);
    });
  },
};
