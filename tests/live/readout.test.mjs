import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

globalThis.document = parseHTML("<main></main>").document;
const { Readout } = await import("../../book/_live/figures/kit/readout.js");

const LEAD = ["Line", "Waste"];

/** @param {number} t */
const lines = (t) => [
  ["Line", "3x + 4y = 12"],
  ["Solution", `x + v, t = ${t}`],
  ["Waste", `25 t² = ${25 * t * t}`],
];
/** @param {{ element: Element }} readout @param {string} selector */
const texts = (readout, selector) =>
  [...readout.element.querySelectorAll(selector)].map(({ textContent }) => textContent);

test("some lines are a sentence, the others are folded under it", () => {
  const readout = new Readout("xv");
  readout.tell(lines(2), LEAD);
  assert.deepEqual(texts(readout, ".figure-sentence dt"), LEAD);
  assert.deepEqual(texts(readout, "details dd"), ["x + v, t = 2"]);
  assert.deepEqual(texts(readout, "summary"), ["All numbers"]);
  const fold = readout.element.querySelector("details");
  assert.ok(!fold.hasAttribute("open") && !fold.hasAttribute("hidden"));
  readout.tell(
    lines(2),
    lines(2).map(([name]) => name),
  );
  assert.ok(fold.hasAttribute("hidden"));
});

test("letters are typeset: vectors bold, scalars slanted", () => {
  const readout = new Readout("v");
  readout.tell(lines(2), LEAD);
  assert.deepEqual(texts(readout, ".math-bold"), ["v"]);
  assert.deepEqual(texts(readout, "dt + dd .math-slanted"), ["x", "y", "t", "x", "t"]);
});

test("what has changed is marked, each time anew, and nothing else", () => {
  const readout = new Readout("");
  const marks = () => {
    const cells = [...readout.element.querySelectorAll("dd")];
    return cells.map((cell) => cell.getAttribute("data-changed") ?? "");
  };
  readout.tell(lines(1), LEAD);
  assert.deepEqual(marks(), ["", "", ""]); // nobody has moved anything
  readout.tell(lines(2), LEAD);
  assert.deepEqual(marks(), ["", "1", "1"]);
  readout.tell(lines(3), LEAD);
  assert.deepEqual(marks(), ["", "2", "2"]);
  readout.tell(lines(3), LEAD);
  assert.deepEqual(marks(), ["", "2", "2"]);
});

test("a sentence has no line that the figure does not say", () => {
  const readout = new Readout("");
  assert.throws(() => readout.tell(lines(1), ["Line", "Wast"]), /expected the lines Line, Wast/);
});
