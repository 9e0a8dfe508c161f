// The table of what people type and paste, as the pages read it; the package: test_inputs.py.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { judge } from "../../book/_live/checks/judge.js";
import { readGrid, unreadable } from "../../book/_live/examples/grid.js";
import { readRows } from "../../book/_live/shared/matrix_text.js";
import { NotationError } from "../../book/_live/shared/notation.js";
import { format, parseRational } from "../../book/_live/shared/rational.js";

const TABLE = JSON.parse(readFileSync(new URL("../data/inputs.json", import.meta.url), "utf8"));

test("numbers are read", () => {
  for (const { text, value } of TABLE.numbers.read) {
    assert.equal(format(parseRational(text)).replace("−", "-"), value, text);
    assert.equal(judge({ kind: "number", answer: value }, text).state, "right", text);
  }
});

test("numbers are refused with the remedy", () => {
  for (const { text, remedy } of TABLE.numbers.refused) {
    const end = `received “${text}”: ${remedy}`;
    assert.throws(
      () => parseRational(text),
      (error) => error instanceof NotationError && error.message.endsWith(end),
      text,
    );
  }
});

test("matrices are read", () => {
  for (const { text, rows } of TABLE.matrices.read) {
    assert.deepEqual(readRows(text), rows, text);
    if (rows.flat().length > 0) assert.deepEqual(readGrid(text), rows, text);
  }
});

test("matrices are refused with the remedy", () => {
  for (const { text, message } of TABLE.matrices.refused) {
    assert.throws(() => readRows(text), new NotationError(message), text);
    assert.equal(unreadable(text), message);
  }
});
