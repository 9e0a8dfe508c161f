// Why Python gave no answer, in words for the reader. Answers that refuse an input are no errors.

const KEPT = "The book's own numbers are still shown.";

/** @type {Record<string, (detail: string) => string>} */
const MESSAGES = {
  cancelled: () => `Stopped. ${KEPT}`,
  time: (detail) =>
    `Python was stopped because it had worked for more than ${detail} seconds. ${KEPT} ` +
    "Try smaller numbers or a smaller matrix.",
  load: (detail) =>
    `Python could not be loaded (${detail}). ${KEPT} Check the connection and try again.`,
  silent: (detail) =>
    `Python could not be loaded: for ${detail} seconds nothing has come. ${KEPT} ` +
    "Check the connection and try again.",
  crash: (detail) =>
    `Python stopped working (${detail}). ${KEPT} The next try starts it anew; ` +
    "if this repeats, try smaller numbers.",
};

export class PythonError extends Error {
  /**
   * @param {"cancelled" | "time" | "load" | "silent" | "crash"} kind
   * @param {string} [detail]
   */
  constructor(kind, detail = "") {
    super(MESSAGES[kind](detail.trim().split("\n").at(-1) ?? ""));
    this.name = "PythonError";
    this.kind = kind;
  }
}
