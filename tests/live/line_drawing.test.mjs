import assert from "node:assert/strict";
import { test } from "node:test";
import { LineDrawing } from "../../book/_live/figures/line/drawing.js";
import { count, parts, place } from "./sheet.mjs";

// the line 3x + 4y = 12, its nearest point, and the solution 16/5 before it, worked by hand
const CONTENT = {
  frame: [-3, -2.7, 6.6, 5.1],
  places: { normal: [3, 4], nearest: [1.44, 1.92], solution: [-1.12, 3.84] },
  along: [4, -3],
  forward: [-4, 3],
  others: [
    [3.36, 0.48],
    [5.28, -0.96],
  ],
  words: { normal: "n", nearest: "p", solution: "s", line: "3x + 4y = 12" },
  lengths: { nearest: "12/5", step: "16/5", solution: "4" },
  said: {
    normal: { label: "normal" },
    nearest: { label: "nearest", value: { now: 12, text: "c = 12" } },
    solution: { label: "solution", value: { now: -0.64, text: "t = −16/25" } },
  },
};

/** Draw on a sheet of 480 × 390 points: 50 points are a unit. */
function drawn(changes = {}) {
  const where = place(480, 390);
  const done = [];
  const drawing = new LineDrawing(where, {
    drag: () => {},
    nudge: (...given) => done.push(given),
    settle: () => {},
  });
  drawing.draw({ ...CONTENT, ...changes });
  return { where, drawing, done };
}

test("every mark of the static drawing has its mark", () => {
  const { where } = drawn();
  assert.deepEqual(count(where, "path"), {
    "plane-frame": 7, // grid lines at −2, 2, 4, 6 and at −2, 2, 4
    "plane-zero": 2, // the axes
    "plane-firm plane-blue": 1, // the line
    "plane-light plane-muted": 2, // the other solutions
    "plane-head plane-muted": 2,
    "plane-light plane-ink is-dashed": 1, // the normal vector, which the static drawing has not
    "plane-head plane-ink": 1,
    "plane-corner": 1,
    "plane-thick plane-orange": 1, // the nearest point, the step, the solution
    "plane-head plane-orange": 1,
    "plane-thick plane-green": 1,
    "plane-head plane-green": 1,
    "plane-firm plane-purple": 1,
    "plane-head plane-purple": 1,
  });
  const texts = parts(where, "text").map((text) => text.textContent);
  for (const text of ["‖x⋆‖ = 12/5", "‖v‖ = 16/5", "‖x⋆ + v‖ = 4", "3x + 4y = 12", "x", "y"]) {
    assert.ok(texts.includes(text), `${text} is missing among ${texts}`);
  }
  const circles = parts(where, "circle").map(({ attributes }) => attributes);
  // by hand: (1.44 + 3)·50 = 222 and (5.1 − 1.92)·50 = 159
  const nearest = circles.find((circle) => circle["aria-label"] === "nearest");
  assert.deepEqual([nearest.cx, nearest.cy], ["222.00", "159.00"]);
  assert.equal(nearest.class, "plane-handle figure-handle plane-orange");
});

test("arrows end before the points that they lead to", () => {
  const { where } = drawn();
  const head = parts(where, "path").find((p) => p.attributes.class === "plane-head plane-orange");
  const [x, y] = head.attributes.d.slice(1).split("L")[0].split(" ").map(Number);
  // by hand: four points before (222, 159) on the way from (150, 255), which goes (3, −4)/5
  assert.ok(Math.hypot(x - (222 - 2.4), y - (159 + 3.2)) < 0.02, `${x} ${y}`);
});

test("handles say what they hold and are moved by keys", () => {
  const { where, done } = drawn();
  const handles = parts(where, "circle").filter(({ attributes }) => attributes.tabindex === "0");
  assert.deepEqual(
    handles.map(({ attributes }) => [attributes.role, attributes["aria-valuetext"]]),
    [
      ["button", undefined],
      ["spinbutton", "c = 12"],
      ["spinbutton", "t = −16/25"],
    ],
  );
  globalThis.KeyboardEvent = class {
    preventDefault() {}
    constructor(key) {
      this.key = key;
    }
  };
  for (const handle of handles) handle.listeners.keydown(new KeyboardEvent("PageUp"));
  handles[0].listeners.keydown(new KeyboardEvent("ArrowLeft"));
  assert.deepEqual(done, [
    ["nearest", [0, 10]],
    ["solution", [0, 10]],
    ["normal", [-1, 0]],
  ]);
});

test("a line through the origin has no triangle, and one out of view no line", () => {
  const through = drawn({ places: { ...CONTENT.places, nearest: [0, 0], solution: [0, 0] } });
  const marks = count(through.where, "path");
  for (const name of ["plane-corner", "plane-thick plane-orange", "plane-light plane-muted"]) {
    assert.equal(marks[name], undefined, name);
  }
  assert.equal(marks["plane-firm plane-blue"], 1);
  const away = drawn({ places: { ...CONTENT.places, nearest: [30, 40] } });
  assert.equal(count(away.where, "path")["plane-firm plane-blue"], undefined);
});

test("the grid is made anew only for another frame", () => {
  const { where, drawing } = drawn();
  const line = () => parts(where, "path").find((p) => p.attributes.class === "plane-zero");
  const before = line();
  drawing.draw({ ...CONTENT, along: [1, 1] });
  assert.equal(line(), before);
  drawing.draw({ ...CONTENT, frame: [-6, -5.4, 13.2, 10.2] });
  assert.notEqual(line(), before);
});
