// The drawing of a line that can be dragged, on a JSXGraph board in the colors of the static one.
import { format } from "../../shared/rational.js";
import { gridLines } from "./geometry.js";
import { LineHandles } from "./handles.js";
import { lineWords, NO_WORD } from "./words.js";

/** @typedef {import("./geometry.js").Frame} Frame */
/** @typedef {import("./geometry.js").LineFacts} LineFacts */
/** @typedef {import("./geometry.js").LineState} LineState */
/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {[number, number]} Point */
/** @typedef {{ frame: Frame, scale: Rational, others: LineFacts[] }} Look */

const STILL = { fixed: true, highlight: false, withLabel: false, tabindex: null };

/** @param {string} name @returns {string} */
function color(name) {
  return `var(--figure-${name})`;
}

/** @param {Rational[]} vector @returns {Point} */
function decimal(vector) {
  return [vector[0].valueOf(), vector[1].valueOf()];
}

class LineBoard {
  #board;
  #unit; // pixels of one point of the static drawing
  /** @type {any[]} */
  #grid = [];
  /** @type {any[]} */
  #family = [];
  #handles;
  /** @type {Frame} */
  #frame = [0, 0, 0, 0];
  /** @type {{ origin: Point, nearest: Point, solution: Point, normal: Point, along: Point, corner: number[][], others: Point[] }} */
  #now = {
    origin: [0, 0],
    nearest: [0, 0],
    solution: [0, 0],
    normal: [0, 0],
    along: [1, 0],
    corner: [[], []],
    others: [],
  };
  /** @type {Record<string, import("./words.js").Word>} */
  #words = {};

  /**
   * @param {any} JXG
   * @param {HTMLElement} box
   * @param {import("../kit/widget.js").Place} place
   * @param {import("./handles.js").HandleActions} actions
   */
  constructor(JXG, box, place, actions) {
    this.#board = JXG.JSXGraph.initBoard(box, {
      axis: false,
      boundingBox: [-1, 1, 1, -1],
      browserPan: true,
      keyboard: { enabled: false },
      pan: { enabled: false },
      selection: { enabled: false },
      showCopyright: false,
      showInfobox: false,
      showNavigation: false,
      zoom: { enabled: false, wheel: false },
    });
    this.#unit = box.clientWidth / place.width || 1;
    this.#drawLine();
    this.#drawArrows();
    this.#drawWords();
    this.#handles = new LineHandles(JXG, this.#board, this.#unit, actions);
    const picture = this.#board.renderer.svgRoot;
    picture.setAttribute("role", "group");
    picture.setAttribute("aria-label", place.alt);
  }

  /** @param {"origin" | "nearest" | "solution" | "normal" | "along"} name @returns {(() => number)[]} */
  #at(name) {
    return [() => this.#now[name][0], () => this.#now[name][1]];
  }

  /** @param {number} width in points @param {string} name @returns {Record<string, unknown>} */
  #stroke(width, name) {
    return { ...STILL, strokeColor: color(name), strokeWidth: width * this.#unit };
  }

  #drawLine() {
    const step = [0, 1].map((i) => () => this.#now.nearest[i] + this.#now.along[i]);
    const line = { ...this.#stroke(2, "blue"), straightFirst: true, straightLast: true };
    this.#board.create("line", [this.#at("nearest"), step], line);
    const corner = this.#board.create("curve", [[], []], this.#stroke(1.1, "ink"));
    corner.updateDataArray = () => {
      [corner.dataX, corner.dataY] = this.#now.corner;
    };
  }

  /**
   * @param {"origin" | "nearest"} from
   * @param {"nearest" | "solution" | "normal"} to
   * @param {number} width
   * @param {string} name
   * @param {object} look
   */
  #arrow(from, to, width, name, look = {}) {
    const lastArrow = { type: 1, size: 5 };
    const style = { ...this.#stroke(width, name), lastArrow, ...look };
    this.#board.create("arrow", [this.#at(from), this.#at(to)], style);
  }

  #drawArrows() {
    this.#arrow("origin", "normal", 1.2, "ink", { dash: 2 });
    this.#arrow("origin", "nearest", 2.6, "orange");
    this.#arrow("nearest", "solution", 2.6, "green");
    this.#arrow("origin", "solution", 2, "purple");
  }

  #drawWords() {
    const colors = { normal: "ink", nearest: "orange", solution: "purple", line: "blue" };
    for (const [name, ink] of Object.entries({ ...colors, x: "muted", y: "muted" })) {
      const word = () => this.#words[name] ?? NO_WORD;
      this.#text([() => word().at[0], () => word().at[1], () => word().text], {
        anchorX: () => word().anchor,
        anchorY: "middle",
        strokeColor: color(ink),
        layer: 9,
      });
    }
  }

  /** @param {any[]} parts @param {object} look @returns {any} */
  #text(parts, look) {
    return this.#board.create("text", parts, {
      ...STILL,
      display: "internal",
      cssClass: "figure-word",
      highlightCssClass: "figure-word",
      cssDefaultStyle: "",
      highlightCssDefaultStyle: "",
      fontSize: 11.5 * this.#unit,
      strokeColor: color("ink"),
      parse: false,
      ...look,
    });
  }

  /** @param {Frame} frame */
  #setFrame(frame) {
    if (frame.every((edge, i) => edge === this.#frame[i])) return;
    this.#frame = frame;
    const [left, bottom, right, top] = frame;
    this.#board.setBoundingBox([left, top, right, bottom], false);
    this.#board.removeObject(this.#grid);
    const span = Math.max(right - left, top - bottom);
    const edge = [0.045 * (right - left), 0.05 * (top - bottom)];
    this.#grid = [
      ...gridLines(left + edge[0], right, span).flatMap((x) => {
        const ends = [bottom + edge[1], top].map((y) => [x.valueOf(), y]);
        return this.#gridLine(ends, x, { anchorX: "middle", anchorY: "top" });
      }),
      ...gridLines(bottom + edge[1], top, span).flatMap((y) => {
        const ends = [left + edge[0], right].map((x) => [x, y.valueOf()]);
        return this.#gridLine(ends, y, { anchorX: "right", anchorY: "middle" });
      }),
    ];
  }

  /** @param {number[][]} ends @param {Rational} value @param {object} place @returns {any[]} */
  #gridLine(ends, value, place) {
    const isAxis = value.n === 0n;
    const style = isAxis ? this.#stroke(0.9, "muted") : this.#stroke(0.8, "grid");
    const line = this.#board.create("segment", ends, { ...style, layer: isAxis ? 2 : 1 });
    const look = { ...place, strokeColor: color("muted"), layer: 1 };
    return [line, this.#text([...ends[0], format(value)], look)];
  }

  /** @param {number} count of the other solutions */
  #drawFamily(count) {
    if (this.#family.length === 2 * count) return;
    const layer = 5;
    for (let i = 0; i < count; i += 1) {
      const at = [0, 1].map((k) => () => this.#now.others[i][k]);
      const lastArrow = { type: 1, size: 5 };
      const arrow = { ...this.#stroke(1.1, "muted"), lastArrow, layer };
      this.#family.push(this.#board.create("arrow", [[0, 0], at], arrow));
      const ring = { ...STILL, name: "", fillColor: color("paper"), strokeColor: color("blue") };
      const size = { size: 3 * this.#unit, strokeWidth: 1.6 * this.#unit, layer: 8 };
      this.#family.push(this.#board.create("point", at, { ...ring, ...size }));
    }
  }

  /**
   * Draw a state.
   * @param {LineState} state
   * @param {LineFacts} facts
   * @param {Look} look
   */
  draw(state, facts, { frame, scale, others }) {
    const origin = /** @type {Point} */ ([0, 0]);
    const [nearest, solution, along] = [facts.nearest, facts.solution, facts.along].map(decimal);
    const normal = decimal([state.a.div(scale), state.b.div(scale)]);
    const corner = this.#corner(nearest, along, state.t.valueOf(), frame);
    const family = others.map((other) => decimal(other.solution));
    this.#now = { origin, nearest, solution, normal, along, corner, others: family };
    const vector = `(${format(state.a)}, ${format(state.b)})`;
    const arrow = scale.equals(1) ? vector : `direction of ${vector}`;
    const pixel = (frame[2] - frame[0]) / (this.#board.canvasWidth || 1);
    this.#words = lineWords(state, facts, this.#now, arrow, { frame, pixel });
    this.#drawFamily(family.length);
    this.#setFrame(frame);
    this.#handles.place(this.#now, state, arrow);
    this.#board.update();
  }

  /**
   * The square of the right angle, on the side of the solution.
   * @param {Point} nearest
   * @param {Point} along
   * @param {number} t
   * @param {Frame} frame
   * @returns {number[][]}
   */
  #corner(nearest, along, t, frame) {
    const distance = Math.hypot(...nearest);
    if (distance === 0) return [[], []];
    const side = (9 / 302.4) * (frame[2] - frame[0]);
    const forward = Math.sign(t) || 1;
    const [u, v] = along.map((x) => (forward * side * x) / Math.hypot(...along));
    const [p, q] = nearest.map((x) => (-side * x) / distance);
    const [x, y] = nearest;
    return [
      [x + u, x + u + p, x + p],
      [y + v, y + v + q, y + q],
    ];
  }
}

/**
 * Load JSXGraph and make a board in the figure.
 * @param {import("../kit/widget.js").Place} place
 * @param {import("./handles.js").HandleActions} actions
 * @returns {Promise<LineBoard>}
 */
export async function makeBoard(place, actions) {
  const { default: JXG } = await import("jsxgraph");
  const box = document.createElement("div");
  box.id = `${place.id}-board`;
  box.className = "figure-board";
  box.style.aspectRatio = `${place.width} / ${place.height}`;
  place.root.append(box);
  return new LineBoard(JXG, box, place, actions);
}
