// What this browser keeps of a reading: the place, read sections, answers. One key with a version;
// nothing else writes it, and what is damaged or of another version counts as nothing.

/** @typedef {{ page: string, id: string, section: string, chapter: string }} Place */
/** @typedef {{ ids: string[], of: number }} Read sections of a page, and how many it has */
/** @typedef {{ text: string, right: boolean }} Answer */
/**
 * @typedef {object} Kept
 * @property {1} version
 * @property {boolean} off nothing more is kept or shown
 * @property {Place | null} place
 * @property {Record<string, Read>} read by page
 * @property {Record<string, Answer>} answers by check
 */

export const KEY = "reading";
export const CHANGED = "readingchange"; // an event of the document
const VERSION = 1;
const NAME = /^[\w/-]{1,150}$/;
const LONGEST = 500; // signs of an answer or a title
const MOST = 1000; // entries of each kind

/** @returns {Kept} */
export function nothing() {
  return { version: VERSION, off: false, place: null, read: {}, answers: {} };
}

/** @param {unknown} value @returns {Record<string, any>} */
function record(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? value : {};
}

/** @param {unknown} text @returns {text is string} */
const isName = (text) => typeof text === "string" && NAME.test(text);
/** @param {unknown} text @returns {text is string} */
const isText = (text) => typeof text === "string" && text.length <= LONGEST;

/** @param {unknown} value @returns {Place | null} */
function placeIn(value) {
  const { page, id, section, chapter } = record(value);
  const fits = [page, id].every(isName) && [section, chapter].every(isText);
  return fits ? { page, id, section, chapter } : null;
}

/** @param {unknown} value @returns {Read | null} */
function readIn(value) {
  const { ids, of } = record(value);
  const fits = Array.isArray(ids) && ids.length <= MOST && ids.every(isName);
  return fits && Number.isInteger(of) && of >= 0 ? { ids: [...new Set(ids)], of } : null;
}

/** @param {unknown} value @returns {Answer | null} */
function answerIn(value) {
  const { text, right } = record(value);
  return isText(text) && typeof right === "boolean" ? { text, right } : null;
}

/**
 * The entries that are what they should be.
 * @template T
 * @param {unknown} value
 * @param {(entry: unknown) => T | null} read
 * @returns {Record<string, T>}
 */
function entries(value, read) {
  const all = Object.entries(record(value)).slice(0, MOST);
  const known = all.map(([name, entry]) => /** @type {const} */ ([name, read(entry)]));
  const good = known.filter(([name, entry]) => isName(name) && entry !== null);
  return /** @type {Record<string, T>} */ (Object.fromEntries(good));
}

/**
 * Read what was kept; parts that are damaged are left out.
 * @param {string | null} text
 * @returns {Kept}
 */
export function parsed(text) {
  let data = {};
  try {
    data = record(JSON.parse(text ?? "{}"));
  } catch {
    // no JSON: nothing was kept
  }
  const { version, off, place, read, answers } = /** @type {Record<string, any>} */ (data);
  if (version !== VERSION) return nothing();
  return {
    version: VERSION,
    off: off === true,
    place: placeIn(place),
    read: entries(read, readIn),
    answers: entries(answers, answerIn),
  };
}

/** Whether this page may keep anything: not in the frame of another page. @returns {boolean} */
function isOwn() {
  return typeof window !== "undefined" && window.self === window.top;
}

/** @returns {Kept} */
export function load() {
  try {
    return isOwn() ? parsed(localStorage.getItem(KEY)) : nothing();
  } catch {
    return nothing(); // storage is closed
  }
}

/** @param {Kept | null} kept nothing to forget it all */
export function save(kept) {
  try {
    if (!isOwn()) return;
    if (kept) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
    document.dispatchEvent(new Event(CHANGED));
  } catch {
    // storage is closed or full: reading goes on without
  }
}

/**
 * Change what is kept, as it is now: another tab may have written meanwhile.
 * @param {(kept: Kept) => void} act
 */
export function change(act) {
  const kept = load();
  if (kept.off) return;
  const before = JSON.stringify(kept);
  act(kept);
  if (JSON.stringify(kept) !== before) save(kept);
}

/** @param {string} check @returns {Answer | undefined} what was answered last */
export function answerOf(check) {
  const { off, answers } = load();
  return off || !Object.hasOwn(answers, check) ? undefined : answers[check];
}

/** @param {string} check @param {Answer} answer */
export function keepAnswer(check, answer) {
  if (!isName(check) || !isText(answer.text)) return;
  change(({ answers }) => {
    answers[check] = answer;
  });
}
