// Ask Python something about an exercise: say how far it is, and let the reader stop it.
import { PythonError } from "../python/errors.js";
import { button } from "../shared/dom.js";

/** Load what runs Python; Python itself starts with the first call. */
async function runtime() {
  try {
    return (await import("../python/runtime.js")).python;
  } catch {
    throw new PythonError("load", "no network");
  }
}

/**
 * How many megabytes the first call loads; nothing if Python runs, or without a network, which is
 * told when Python is asked for.
 * @returns {Promise<string>}
 */
export async function sizeOfStart() {
  const python = await runtime().catch(() => null);
  return python?.state === "off" ? `${Math.ceil(python.size / 1e6)} MB` : "";
}

/**
 * Say how far the start of Python is.
 * @param {import("../python/runtime.js").Progress} progress
 * @param {string} doing what is done in the end
 * @returns {string}
 */
function progressWords({ phase, loaded, total }, doing) {
  if (phase === "download") return `Loading Python: ${Math.floor((100 * loaded) / total)} %`;
  return phase === "start" ? "Starting Python" : doing;
}

export class AskPython {
  /** @type {AbortController | null} what stops Python while it is asked */
  #asking = null;

  /**
   * @param {HTMLButtonElement} start what the reader presses to ask
   * @param {HTMLElement} status
   * @param {string} doing what the status says while Python works
   */
  constructor(start, status, doing) {
    this.start = start;
    this.status = status;
    this.doing = doing;
    this.stop = button("Cancel", () => this.#asking?.abort(), { hidden: true });
  }

  /**
   * @param {string} name of a function of `linalg_book.live`
   * @param {object} request
   * @param {number} [seconds] how long it may take
   * @returns {Promise<any>} what it answers; null if nothing came, and the status says why
   */
  async ask(name, request, seconds) {
    const asking = new AbortController();
    this.#asking = asking;
    const { signal } = asking;
    const from = document.activeElement; // a field, where Enter was pressed
    this.#busy(true);
    try {
      const python = await runtime();
      /** @param {import("../python/runtime.js").Progress} progress */
      const onProgress = (progress) => {
        this.status.textContent = progressWords(progress, this.doing);
      };
      const answer = await python.call(name, request, { signal, seconds, onProgress });
      if (signal.aborted) return null; // the reader went on
      this.status.textContent = answer.ok ? "" : answer.message;
      return answer.ok ? answer : null;
    } catch (error) {
      const isLeft = this.#asking !== asking; // what was asked for is past
      if (!isLeft) this.status.textContent = error instanceof Error ? error.message : String(error);
      return null;
    } finally {
      this.#busy(false, from);
    }
  }

  /** Forget what was asked for, and what was said about it. */
  leave() {
    this.#asking?.abort();
    this.#asking = null;
    this.status.textContent = "";
  }

  /** @param {boolean} busy @param {Element | null} [from] where the focus was */
  #busy(busy, from = null) {
    const isStopFocused = document.activeElement === this.stop; // what is hidden loses it
    this.stop.hidden = !busy;
    this.start.disabled = busy;
    if (busy) this.stop.focus();
    else if (isStopFocused) (from instanceof HTMLInputElement ? from : this.start).focus();
  }
}
