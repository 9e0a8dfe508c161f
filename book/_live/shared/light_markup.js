// Formulas in fewer elements: KaTeX writes twelve for a raised sign, and a chapter has a thousand.
// Half of what a phone does for a page is laying them out. What is drawn stays as it is.
import { em, is, scale } from "./formula_rows.js";

/** @typedef {import("./formula_rows.js").Box} Box */
/** @typedef {import("./formula_rows.js").Row} Row */

// How far a line of KaTeX_Main reaches, which has 0.903 em above its foot and 0.272 em below, and is
// set 1.2 em apart: what is lower needs no strut.
const ABOVE = 0.9155;
const BELOW = 0.2845;

/** @param {number} size @returns {string} */
const inEm = (size) => `${Number(size.toFixed(4))}em`;

/** @param {Box} box @returns {boolean} */
const hasStyle = ({ style }) => Object.keys(style ?? {}).length > 0;

/** @param {Box} box @param {string} name @returns {boolean} whether something in it has the class */
const holds = (box, name) =>
  (box.children ?? []).some((each) => is(each, name) || holds(each, name));

/** @param {Box} box @returns {boolean} whether it is a sign in the face of what is around it */
const isUpright = (box) =>
  Boolean(box.text) &&
  !box.italic &&
  !hasStyle(box) &&
  box.classes.every((name) => ["", "mord", "mtight"].includes(name));

/**
 * Let one raised or lowered sign stand in the line itself, not in a table with two rows.
 * @param {Row} box KaTeX's `msupsub`
 */
function setScript(box) {
  const [table] = box.children;
  const items = table?.children?.[0]?.children?.[0]?.children ?? [];
  if (box.children.length !== 1 || !is(table, "vlist-t") || items.length !== 1) return;
  const [strut, sign, ...others] = items[0].children ?? [];
  if (!strut || !sign || others.length || !is(sign, "katex-sizing")) return;
  if (holds(sign, "vlist-t") || hasStyle(sign)) return;
  const size = scale(sign);
  const { top, ...margins } = items[0].style;
  const raised = { verticalAlign: inEm(-(em(top) + em(strut.style.height)) / size) };
  const beside = Object.entries(margins)
    .filter(([, length]) => em(length) !== 0)
    .map(([side, length]) => [side, inEm(em(length) / size)]);
  box.classes = [...sign.classes, "script"];
  box.children = sign.children ?? [];
  const [only] = box.children;
  if (box.children.length === 1 && isUpright(only)) only.classes = []; // its letters alone
  box.style = { ...raised, ...Object.fromEntries(beside) };
}

/** @param {Box} box @returns {box is Row} whether it only groups what it holds */
function isGroup(box) {
  const isPlain = (box.classes ?? []).every(
    (name) => name === "mord" || name === "mtight" || !name,
  );
  return isPlain && is(box, "mord") && !hasStyle(box) && (box.children?.length ?? 0) > 0;
}

/**
 * Take groups apart; where each child is laid out by itself, only those of one.
 * @param {Row} box
 * @param {boolean} isStacked
 */
function openGroups(box, isStacked) {
  box.children = box.children.flatMap((child) =>
    isGroup(child) && (!isStacked || child.children.length === 1) ? child.children : [child],
  );
}

/** @param {Box} box @returns {boolean} whether it is nothing but room to its right */
function isSpace({ classes, style, children = [] }) {
  const [side, ...others] = Object.keys(style ?? {});
  const isAlone = classes?.length === 1 && classes[0] === "mspace" && children.length === 0;
  return isAlone && side === "marginRight" && others.length === 0 && em(style[side]) > 0;
}

/** @param {Box | undefined} box @returns {box is Box} whether room can be added to its right */
function takesSpace(box) {
  const margins = ["vlist-t2", "mspace", "katex-strut", "pstrut", "llap", "rlap", "clap"];
  return Boolean(box?.classes?.length && box.style && !margins.some((name) => is(box, name)));
}

/** @param {Row} box in which spaces become margins of what stands before them */
function joinSpaces(box) {
  /** @type {Box[]} */
  const kept = [];
  for (const child of box.children) {
    const before = kept.at(-1);
    if (!isSpace(child) || !takesSpace(before)) {
      kept.push(child);
      continue;
    }
    const own = em(before.style.marginRight) + (before.italic ?? 0);
    before.style.marginRight = inEm(own + em(child.style.marginRight) / scale(before));
    if (before.italic) before.italic = 0; // KaTeX would write a margin of its own
  }
  box.children = kept;
}

/**
 * Take the strut away from a piece of a formula that is no higher than its line.
 * @param {Row} box KaTeX's `katex-base`
 */
function dropStrut(box) {
  const [strut, ...others] = box.children;
  if (!others.length || !is(strut, "katex-strut")) return;
  const below = -em(strut.style.verticalAlign);
  if (below <= BELOW && em(strut.style.height) - below <= ABOVE) box.children = others;
}

/**
 * Take away what nothing needs: a place that is none, and what keeps the depth of a table in text
 * that is edited.
 * @param {Row} box
 */
function dropUnused(box) {
  if (box.style?.top === "0em") delete box.style.top;
  const [only, ...others] = box.children;
  const isEmpty = !others.length && !only.children?.length && !only.text && !hasStyle(only);
  if (is(box, "vlist") && isEmpty && !only.classes.length) box.children = [];
}

/**
 * Take away elements of a formula that draw nothing.
 * @param {Box} box of KaTeX's tree
 * @param {boolean} [isAround] whether what is around it lays each child out by itself
 */
export function lighten(box, isAround = false) {
  if (!box.children?.length) return;
  const row = /** @type {Row} */ (box);
  const isFragment = !("attributes" in row); // it leaves no element
  const isStacked = (isFragment && isAround) || row.children.some((child) => is(child, "pstrut"));
  for (const child of row.children) lighten(child, isStacked);
  if (is(row, "msupsub")) setScript(row);
  if (is(row, "katex-base")) dropStrut(row);
  dropUnused(row);
  openGroups(row, isStacked);
  joinSpaces(row);
}
