import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { equation } from "../../book/_live/figures/kit/notation.js";
import { snap, stepAbove, stepBelow } from "../../book/_live/figures/kit/steps.js";
import { readout, refusal } from "../../book/_live/figures/line/figure.js";
import {
  frameFor,
  lineFacts,
  normalScale,
  shiftTo,
  steps,
  turnTo,
  walkTo,
} from "../../book/_live/figures/line/geometry.js";
import { format, parseRational, rational } from "../../book/_live/shared/rational.js";

const HOME = [-3, -2.7, 6.6, 5.1];

/** A state from written numbers. */
const line = (a, b, c, t = "0") => {
  const [A, B, C, T] = [a, b, c, t].map((text) => parseRational(String(text)));
  return { a: A, b: B, c: C, t: T };
};
const written = (vector) => vector.map(format).join(" ");

test("3x + 4y = 12, worked by hand", () => {
  const facts = lineFacts(line(3, 4, 12, "-16/25"));
  assert.equal(written(facts.nearest), "36/25 48/25");
  assert.equal(format(facts.distanceSquared), "144/25");
  assert.equal(written(facts.along), "4 −3");
  assert.equal(written(facts.solution), "−28/25 96/25");
  assert.equal(format(facts.waste), "256/25");
  assert.equal(format(facts.lengthSquared), "16"); // the hypotenuse of the figure is 4
});

test("other lines, worked by hand", () => {
  const table = [
    [line(5, 12, 26), "10/13 24/13", "4"],
    [line(0, 5, 10), "0 2", "4"],
    [line(2, 0, -3), "−3/2 0", "9/4"],
    [line(1, 1, 0), "0 0", "0"],
    [line("1/2", "1/3", "13/6"), "3 2", "13"],
  ];
  for (const [state, nearest, squared] of table) {
    const facts = lineFacts(state);
    assert.equal(written(facts.nearest), nearest);
    assert.equal(format(facts.distanceSquared), squared);
  }
});

test("a = b = 0 has no line", () => {
  assert.equal(lineFacts(line(0, 0, 0)), null);
  assert.equal(lineFacts(line(0, 0, 12)), null);
});

const fractions = fc
  .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 60n }))
  .map(([n, d]) => rational(n, d));
const states = fc
  .record({ a: fractions, b: fractions, c: fractions, t: fractions })
  .filter(({ a, b }) => a.n !== 0n || b.n !== 0n);

test("every solution solves, and Pythagoras holds", () => {
  fc.assert(
    fc.property(states, (state) => {
      const { nearest, solution, lengthSquared, distanceSquared, waste } = lineFacts(state);
      for (const [x, y] of [nearest, solution]) {
        assert.ok(state.a.mul(x).add(state.b.mul(y)).equals(state.c));
      }
      assert.ok(nearest[0].mul(state.b).equals(nearest[1].mul(state.a)), "a multiple of (a, b)");
      const [x, y] = solution;
      assert.ok(x.mul(x).add(y.mul(y)).equals(lengthSquared));
      assert.ok(lengthSquared.equals(distanceSquared.add(waste)));
      assert.ok(waste.s >= 0n);
    }),
  );
});

test("steps are round", () => {
  for (const [size, step] of [
    [1, "1"],
    [1.99, "1"],
    [2, "2"],
    [4.9, "2"],
    [0.65, "1/2"],
    [0.02, "1/50"],
    [7000, "5000"],
    [1e-7, "1/10000000"],
  ]) {
    assert.equal(format(stepBelow(size)), step, String(size));
  }
  assert.deepEqual([1, 1.2, 3, 0.6, 9].map(stepAbove).map(format), ["1", "2", "5", "1", "10"]);
  assert.equal(format(snap(0.49, rational(1, 5))), "2/5");
  assert.equal(format(snap(-0.32, rational(1, 5))), "−2/5");
});

test("the hand is followed in exact steps", () => {
  const state = line(3, 4, 12, "-16/25");
  const step = steps(state, HOME);
  assert.deepEqual(Object.values(step).map(format), ["1/2", "1/2", "1/50", "1"]);
  assert.equal(written(Object.values(turnTo(state, step, 2.4, 4.1))), "5/2 4 12 −16/25");
  assert.equal(written(Object.values(shiftTo(state, step, 1, 1.04))), "3 4 7 −16/25");
  assert.equal(written(Object.values(walkTo(state, step, 4, 0))), "3 4 12 16/25");
  assert.equal(turnTo(state, step, 0.1, -0.1), state, "an arrow of length 0 is no normal vector");
});

test("the solution under the hand is the nearest to it", () => {
  const hands = fc.record({
    x: fc.double({ min: -3, max: 6, noNaN: true }),
    y: fc.double({ min: -2, max: 5, noNaN: true }),
  });
  fc.assert(
    fc.property(states, hands, (state, { x, y }) => {
      const step = steps(state, HOME);
      const distance = (s) => {
        const [u, v] = lineFacts(s).solution.map(Number);
        return Math.hypot(u - x, v - y);
      };
      const walked = walkTo(state, step, x, y);
      for (const t of [walked.t.add(step.walk), walked.t.sub(step.walk)]) {
        assert.ok(distance(walked) <= distance({ ...walked, t }) + 1e-6);
      }
    }),
  );
});

test("the normal vector stays in view", () => {
  fc.assert(
    fc.property(states, (state) => {
      const scale = normalScale(state, HOME).valueOf();
      const [x, y] = [state.a.valueOf() / scale, state.b.valueOf() / scale];
      assert.ok(x >= HOME[0] && x <= HOME[2] && y >= HOME[1] && y <= HOME[3], `${x} ${y}`);
      assert.ok(Math.hypot(x, y) > 0.5, `an arrow of length ${Math.hypot(x, y)} cannot be held`);
    }),
  );
});

test("the frame is the static one while it shows everything, else a round one", () => {
  assert.equal(frameFor(lineFacts(line(3, 4, 12, "-16/25")), HOME), HOME);
  assert.equal(frameFor(lineFacts(line(1, 1, 0)), HOME), HOME);
  fc.assert(
    fc.property(states, (state) => {
      const facts = lineFacts(state);
      const [left, bottom, right, top] = frameFor(facts, HOME);
      for (const [x, y] of [facts.nearest, facts.solution].map((p) => p.map(Number))) {
        assert.ok(left < x && x < right && bottom < y && y < top);
      }
      assert.ok(Math.abs((right - left) / (top - bottom) - 9.6 / 7.8) < 1e-9, "the same shape");
    }),
  );
});

test("equations are written as in the book", () => {
  const say = (...texts) => {
    const numbers = texts.map(parseRational);
    return equation(numbers.slice(0, -1), numbers.at(-1));
  };
  assert.equal(say("3", "4", "12"), "3x + 4y = 12");
  assert.equal(say("-1", "1", "0"), "−x + y = 0");
  assert.equal(say("0", "-5/2", "-1"), "−(5/2)y = −1");
  assert.equal(say("1", "0", "-2", "1/3"), "x − 2z = 1/3");
  assert.equal(say("0", "0", "5"), "0 = 5");
});

test("what the figure says", () => {
  const said = (state) => Object.fromEntries(readout(state, lineFacts(state)));
  // worked by hand in the chapter; the solution is the end of the static figure's triangle
  assert.deepEqual(said(line(3, 4, 12, "-16/25")), {
    Line: "3x + 4y = 12",
    "Nearest point": "(36/25, 48/25), squared distance 144/25",
    Solution: "(−28/25, 96/25), t = −16/25 steps of (4, −3)",
    "Squared distance of the solution": "144/25 + 256/25 = 16",
    Waste: "25 t² = 256/25",
  });
  assert.equal(said(line(0, 4, 12)).Line, "4y = 12");
  assert.equal(said(line(5, 12, 26))["Nearest point"], "(10/13, 24/13), squared distance 4");
  assert.equal(said(line("0.1", 0, 0)).Line, "(1/10)x = 0");
});

test("two zeros are refused in the package's words, with the right-hand side", () => {
  const refusals = { everywhere: "0 = 0 holds everywhere", nowhere: "the equation says 0 = {b}" };
  assert.equal(refusal(line(0, 0, 26), refusals), "the equation says 0 = 26");
  assert.equal(refusal(line(0, 0, "-1/2"), refusals), "the equation says 0 = −1/2");
  assert.equal(refusal(line(0, 0, 0), refusals), "0 = 0 holds everywhere");
});
