// Where a displayed formula may break into rows on a narrow screen, and how wide it is where it
// may not. KaTeX's tree is taken apart before it is written; a wide screen shows what KaTeX made.

/**
 * A part of KaTeX's tree of boxes, as far as it is read here.
 * @typedef {object} Box
 * @property {string[]} classes
 * @property {Box[]} [children]
 * @property {Record<string, string>} style
 * @property {string} [text] of signs
 * @property {number} [width] of the first sign, in em
 * @property {number} [italic] by which a slanted sign reaches farther
 */
/** @typedef {Box & { children: Box[] }} Row */

const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]; // KaTeX's sizes 1 to 11
const HANGING = 1.5; // em by which a row that goes on is set in
const LETTER = 0.5; // em, of a letter among others
const NARROW = 0.3; // em between the columns of a matrix, as in scrolling.css
const SPARE = 1.02; // for what rounding and italics add

/** @param {Box} box @param {string} name */
export const is = (box, name) => box.classes?.includes(name) ?? false;

/** @param {string | undefined} length @returns {number} in em */
export const em = (length) => (length?.endsWith("em") ? Number.parseFloat(length) : 0);

/** @param {Box} box @returns {number} by which the box's size differs from that around it */
export function scale({ classes = [] }) {
  const [from, to] = ["reset-size", "size"].map((stem) =>
    classes.find((name) => name.startsWith(stem) && /\d$/.test(name)),
  );
  if (!from || !to) return 1;
  const [old, now] = [from, to].map((name) => STEPS[Number(name.replace(/\D/g, "")) - 1]);
  return now / old;
}

/** @param {Box} box @returns {number} its width in em */
export function widthOf(box) {
  const { style = {} } = box;
  if (is(box, "nulldelimiter")) return 0.12;
  const outside = em(style.marginLeft) + em(style.marginRight) + em(style.paddingLeft);
  if (is(box, "arraycolsep")) return Math.min(em(style.width), NARROW);
  const own = em(style.width) || Math.max(em(style.minWidth), inside(box), signs(box));
  return outside + scale(box) * own;
}

/** @param {Box} box @returns {number} the width of its signs; KaTeX joins those of one kind */
function signs({ text = "", width = 0, italic = 0 }) {
  const count = [...text].length;
  return (count > 1 ? count * Math.max(width, LETTER) : width) + italic;
}

/** @param {Box} box @returns {number} the width of what a box holds: beside or above each other */
function inside(box) {
  const widths = (box.children ?? []).map(widthOf);
  const isStack = is(box, "vlist") || is(box, "vlist-t");
  return isStack ? Math.max(0, ...widths) : widths.reduce((sum, width) => sum + width, 0);
}

/** @param {Box} box @returns {boolean} whether a row may end before it */
const isSign = (box) => is(box, "mrel") || is(box, "mbin");

/**
 * Let each relation begin what follows it: KaTeX would leave it at the end of a row.
 * @param {Row[]} rows
 */
function signsFirst(rows) {
  rows.slice(0, -1).forEach((row, k) => {
    let end = row.children.length;
    while (end > 0 && is(row.children[end - 1], "mspace")) end -= 1;
    if (end < 2 || !isSign(row.children[end - 1])) return;
    if (row.children.some((box) => is(box, "allowbreak"))) return;
    const [strut, ...rest] = rows[k + 1].children;
    rows[k + 1].children = [strut, ...row.children.splice(end - 1), ...rest];
  });
}

/**
 * Take a list in large brackets apart, entry by entry: KaTeX would keep it whole.
 * @param {Row[]} rows
 * @param {(classes: string[], children: Box[]) => Row} make
 * @returns {Row[]}
 */
function opened(rows, make) {
  const [strut, list, ...others] = rows[0].children;
  if (rows.length > 1 || others.length || !list || !is(list, "minner")) return rows;
  /** @type {Row[]} */
  const entries = [];
  let entry = [strut];
  for (const box of list.children ?? []) {
    const isAfter = entry.some((one) => is(one, "mpunct")) && !is(box, "mspace");
    if (isAfter) {
      entries.push(make(rows[0].classes, entry));
      entry = [strut];
    }
    entry.push(box);
  }
  return [...entries, make(rows[0].classes, entry)];
}

/**
 * Mark the parts of a displayed formula that stay together first, and return the width of its
 * widest piece.
 * @param {Row} html KaTeX's `katex-html`, whose children are its pieces
 * @returns {number} in em
 */
export function breakRows(html) {
  const Span = /** @type {new (classes: string[], children: Box[]) => Row} */ (html.constructor);
  /** @param {string[]} classes @param {Box[]} children */
  const make = (classes, children) => new Span(classes, children);
  const rows = opened(/** @type {Row[]} */ (html.children), make);
  signsFirst(rows);
  /** @type {Row[]} */
  const parts = [];
  let part = [];
  for (const row of rows) {
    part.push(row);
    const end = row.children.findIndex((box) => is(box, "allowbreak"));
    if (end < 1) continue;
    row.children[end - 1].classes.push("formula-space");
    parts.push(make(["formula-part"], part));
    part = [];
  }
  if (part.length) parts.push(make(["formula-part"], part));
  html.children = parts;
  const widest = Math.max(...rows.map(widthOf));
  return SPARE * (rows.length > 1 ? widest + HANGING : widest);
}
