import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";

const { document, Event } = parseHTML("<main></main>");
Object.assign(globalThis, { document, Event });
const { erase, insert, keysOf } = await import("../../book/_live/checks/keypad.js");

/** A field with a cursor, of which linkedom knows nothing. */
function field(value, selectionStart, selectionEnd = selectionStart) {
  return {
    value,
    selectionStart,
    selectionEnd,
    events: [],
    dispatchEvent({ type }) {
      this.events.push(type);
    },
    setRangeText(text, from, to) {
      this.value = this.value.slice(0, from) + text + this.value.slice(to);
      this.selectionStart = this.selectionEnd = from + text.length;
    },
  };
}

test("a key writes where the cursor is, and over what is selected", () => {
  const written = field("12", 1);
  insert(written, "/");
  insert(written, "; ");
  assert.equal(written.value, "1/; 2");
  assert.equal(written.selectionStart, 4);
  assert.deepEqual(written.events, ["input", "input"]);
  const selected = field("123", 0, 2);
  insert(selected, "−");
  assert.equal(selected.value, "−3");
});

test("delete takes the sign before the cursor, or the selection, or nothing", () => {
  const cases = [
    ["12", 2, 2, "1"],
    ["123", 0, 2, "3"],
    ["12", 0, 0, "12"],
  ];
  for (const [value, from, to, left] of cases) {
    const erased = field(value, from, to);
    erase(erased);
    assert.equal(erased.value, left);
  }
});

test("each key is said in words, and letters come where an answer has some", () => {
  const keys = keysOf([]);
  assert.deepEqual(keys.map(([shown]) => shown).join(""), "1234567890−/√,↵.");
  assert.ok(keys.every(([, said]) => /^(\d|[a-z, ]+)$/.test(said)));
  assert.deepEqual(
    keysOf(["s", "t"])
      .slice(keys.length)
      .map(([shown]) => shown)
      .join(""),
    "st^()+",
  );
});
