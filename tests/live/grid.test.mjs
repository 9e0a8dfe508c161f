import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  excess,
  isGrid,
  MOST,
  pasted,
  readGrid,
  resized,
  writeColumn,
  writeGrid,
} from "../../book/_live/examples/grid.js";

const TWO = [
  ["1", "2"],
  ["3", "4"],
];

test("rows in the ways people write them", () => {
  for (const text of ["1 2; 3 4", "1 2\n3 4\n", "1\t2\r\n3\t4\r\n", '[["1", 2], [3, 4]]']) {
    assert.deepEqual(readGrid(text), TWO, JSON.stringify(text));
  }
  assert.deepEqual(readGrid("1/2 -0.5 −3"), [["1/2", "-0.5", "−3"]]);
});

test("short rows are filled up, empty cells of a spreadsheet stay", () => {
  assert.deepEqual(readGrid("1 2; 3"), [
    ["1", "2"],
    ["3", ""],
  ]);
  assert.deepEqual(readGrid("1\t\t3"), [["1", "", "3"]]);
  assert.deepEqual(readGrid(""), [[""]]);
});

test("a grid is written as the package reads it", () => {
  assert.equal(writeGrid(TWO), "1 2; 3 4");
  assert.equal(writeGrid([["1 / 2", " 3"]]), "1/2 3");
  assert.equal(writeGrid([["", ""]]), "");
  assert.equal(writeGrid([["1", ""]]), '[["1",""]]');
  assert.equal(writeGrid([["1;2", "3"]]), '[["1;2","3"]]');
  assert.equal(writeGrid([["1 1/2", "3"]]), '[["1 1/2","3"]]'); // never 11/2 or 12
  assert.equal(writeGrid([["- 3", "0,5"]]), '[["-3","0,5"]]');
  assert.equal(writeColumn([["5"], ["6"]]), "5 6");
  assert.equal(writeColumn([["5"], [""]]), '["5",""]');
  assert.equal(writeColumn([[""], [""]]), "");
});

test("one number is no grid", () => {
  assert.ok(isGrid("1 2"));
  assert.ok(isGrid("1\n2"));
  assert.ok(!isGrid(" 12 "));
});

test("growing keeps what is there", () => {
  assert.deepEqual(resized(TWO, 1, 3), [["1", "2", ""]]);
  assert.deepEqual(resized(TWO, 3, 1), [["1"], ["3"], [""]]);
});

test("a paste at the first cell replaces the grid, elsewhere it is put in", () => {
  assert.deepEqual(pasted(TWO, 0, 0, [["7", "8", "9"]]), [["7", "8", "9"]]);
  assert.deepEqual(pasted(TWO, 1, 1, readGrid("7 8\n9 0")), [
    ["1", "2", ""],
    ["3", "7", "8"],
    ["", "9", "0"],
  ]);
});

test("what is larger than a form is refused, with the limit and the size", () => {
  /** @param {number} rows @param {number} columns */
  const ones = (rows, columns) => Array(rows).fill(Array(columns).fill("1"));
  assert.equal(MOST, 12);
  assert.equal(excess(ones(12, 12)), "");
  assert.equal(excess(ones(13, 2)), "expected at most 12 rows and 12 columns, received 13 and 2");
  assert.match(excess(ones(1, 40)), /received 1 and 40$/);
  assert.equal(excess(ones(13, 1), true), "expected at most 12 entries, received 13");
  const grid = pasted(ones(2, 12), 1, 11, readGrid("7 8"));
  assert.deepEqual([grid.length, grid[0].length], [2, 13]); // nothing is left out in silence
});

test("what is written is read again", () => {
  const cell = fc.oneof(
    fc.integer().map(String),
    fc.constantFrom("", "1/2", "-0.25", "a;b", "1 2", "0,5"),
  );
  const grids = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([m, n]) => {
      const row = fc.array(cell, { minLength: n, maxLength: n });
      return fc.array(row, { minLength: m, maxLength: m });
    });
  fc.assert(
    fc.property(grids, (grid) => {
      const text = writeGrid(grid);
      if (text !== "") assert.deepEqual(readGrid(text), grid);
    }),
  );
});

test("an empty list is one empty cell", () => {
  for (const text of ["[]", "[[]]", "", ";"]) assert.deepEqual(readGrid(text), [[""]], text);
});
