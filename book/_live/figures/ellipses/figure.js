// Blocks of a table: read one after the other, and drag a direction to see how their parts add.
import { formatVector } from "../../shared/matrix.js";
import { rational } from "../../shared/rational.js";
import { Widget } from "../kit/widget.js";
import { EllipsesDrawing } from "./drawing.js";
import { readout } from "./geometry.js";

/** @typedef {import("../kit/svg.js").Point} Point */

const LEAD = ["Squared length of Xv", "Kept"]; // what the figure asks for
const EDGE = 8; // entries of v

/** @type {import("../kit/widget.js").Group[]} */
const GROUPS = [
  {
    legend: "Blocks",
    fields: [{ name: "count", label: "", hint: "blocks that were read", type: "range" }],
  },
  {
    legend: "v",
    fields: [1, 2].map((i) => ({
      name: `v${i}`,
      label: "",
      hint: `entry ${i} of v`,
      type: "number",
    })),
  },
];

/**
 * @param {Point} wanted @param {Point} old
 * @returns {Point} whole numbers in the view; the old ones instead of zero
 */
function whole(wanted, old) {
  const v = wanted.map((x) => Math.max(-EDGE, Math.min(EDGE, Math.round(x))) + 0);
  return v[0] || v[1] ? [v[0], v[1]] : old;
}

/** @param {import("./drawing.js").EllipsesScene} scene @param {import("../kit/widget.js").Place} place */
export function build(scene, place) {
  const { blocks } = scene;
  /** @type {import("./geometry.js").Blocks} */
  let state = { blocks, count: scene.count, direction: scene.direction };
  /** @param {Point} to */
  const turn = (to) => show({ ...state, direction: whole(to, state.direction) });
  const drawing = new EllipsesDrawing(scene, place, {
    turn: ([x, y]) => turn([x, Math.max(-EDGE + 1, Math.min(EDGE - 1, y))]),
    nudge: ([across, up]) => turn([state.direction[0] + across, state.direction[1] + up]),
  });
  /** @param {import("./geometry.js").Blocks} next */
  const show = (next) => {
    state = next;
    const { count, direction } = state;
    widget.count("count", [1, blocks.length], `${count} of ${blocks.length}`);
    const [v1, v2] = direction.map((x) => rational(x));
    widget.fill({ count: rational(count), v1, v2 });
    widget.tell(readout(state), LEAD);
    drawing.draw(state, `v at ${formatVector([v1, v2])}: arrow keys move it`);
  };
  /** @type {import("../kit/widget.js").Actions} */
  const actions = {
    change: (name, value) => {
      const wanted = Math.round(value.valueOf());
      if (name === "count") {
        show({ ...state, count: Math.max(1, Math.min(blocks.length, wanted)) });
        return;
      }
      const [x, y] = state.direction;
      turn(name === "v1" ? [wanted, y] : [x, wanted]);
    },
    reset: () => show({ blocks, count: scene.count, direction: scene.direction }),
  };
  const widget = new Widget(place, GROUPS, actions, "v");
  show(state);
  return widget;
}
