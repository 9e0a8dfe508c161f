// MathML in fewer elements: rows of one, and styles that tables of MathML have anyway.
// What is read aloud stays as it is.

/**
 * An element of KaTeX's tree for MathML, or a text, which has no type.
 * @typedef {object} Node
 * @property {string} [type]
 * @property {Record<string, string>} [attributes]
 * @property {Node[]} [children]
 */
/** @typedef {Required<Node>} Element */

const SCRIPTS = ["msub", "msup", "msubsup", "munder", "mover", "munderover", "mroot", "mfrac"];
const AROUND = [...SCRIPTS, "mrow", "mstyle", "mpadded", "mphantom"];

/** @param {Node | undefined} node @returns {node is Element} */
const isElement = (node) => Boolean(node?.type && node.children);

/**
 * Whether an operator opens, joins or closes depends on where it stands in its row: it keeps its own.
 * @param {Node | undefined} node
 * @returns {boolean} whether it begins with an operator, or is nothing but room
 */
function isOperator(node) {
  if (!isElement(node)) return true;
  return node.type === "mo" || (AROUND.includes(node.type) && isOperator(node.children[0]));
}

/** @param {Element} node @returns {boolean} whether its only child can stand for it */
function isRowOfOne({ type, attributes, children: [only, ...others] }) {
  if (type !== "mrow" || others.length || Object.keys(attributes).length) return false;
  return !isOperator(only);
}

/**
 * @param {Element} node
 * @param {Element} parent
 * @returns {boolean} whether it says what an entry of a table outside of scripts has anyway
 */
function isPlainStyle({ type, attributes }, parent) {
  const { scriptlevel, displaystyle, ...others } = attributes;
  const isPlain = scriptlevel === "0" && displaystyle === "false";
  return type === "mstyle" && parent.type === "mtd" && isPlain && !Object.keys(others).length;
}

/**
 * Take away elements of a formula's MathML that say nothing.
 * @param {Element} node
 * @param {boolean} [isScript] whether what it holds is smaller than the formula
 */
export function lightenMath(node, isScript = false) {
  if (node.type === "math") delete node.attributes.xmlns; // HTML knows where it belongs
  const isSmaller = isScript || SCRIPTS.includes(node.type);
  node.children = node.children.flatMap((child) => {
    if (!isElement(child)) return [child];
    lightenMath(child, isSmaller);
    if (!isSmaller && isPlainStyle(child, node)) return child.children;
    return isRowOfOne(child) ? child.children : [child];
  });
}
