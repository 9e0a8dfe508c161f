// The drawing of a line that can be dragged, on a JSXGraph board in the colors of the static one.
import { format } from "../shared/rational.js";
import { endInFrame, gridLines } from "./line_geometry.js";
import { equation } from "./notation.js";

/** @typedef {import("./line_geometry.js").Frame} Frame */
/** @typedef {import("./line_geometry.js").LineFacts} LineFacts */
/** @typedef {import("./line_geometry.js").LineState} LineState */
/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {[number, number]} Point */
/**
 * @typedef {object} BoardActions
 * @property {(x: number, y: number) => void} turn the normal vector is dragged
 * @property {(x: number, y: number) => void} shift the nearest point is dragged
 * @property {(x: number, y: number) => void} walk the solution is dragged
 * @property {(name: "a" | "b" | "c" | "t", count: number) => void} nudge keys: so many steps
 * @property {() => void} settle dragging has ended
 */
/** @typedef {{ frame: Frame, scale: Rational, others: LineFacts[] }} Look */

/** @typedef {{ text: string, at: Point, anchor: "left" | "right" }} Word */

/** @type {Word} */
const NO_WORD = { text: "", at: [0, 0], anchor: "left" };
const STILL = { fixed: true, highlight: false, withLabel: false, tabindex: null };
const BESIDE = 14; // pixels between a point and its words
const HIT = 26; // pixels around a handle in which it can be taken
/** @type {Record<string, Record<string, [name: "a" | "b" | "c" | "t", count: number]>>} */
const KEYS = {
  normal: {
    ArrowLeft: ["a", -1],
    ArrowRight: ["a", 1],
    ArrowDown: ["b", -1],
    ArrowUp: ["b", 1],
  },
  nearest: {
    ArrowLeft: ["c", -1],
    ArrowDown: ["c", -1],
    ArrowRight: ["c", 1],
    ArrowUp: ["c", 1],
    PageDown: ["c", -10],
    PageUp: ["c", 10],
  },
  solution: {
    ArrowLeft: ["t", -1],
    ArrowDown: ["t", -1],
    ArrowRight: ["t", 1],
    ArrowUp: ["t", 1],
    PageDown: ["t", -10],
    PageUp: ["t", 10],
  },
};

/** @param {string} name @returns {string} */
function color(name) {
  return `var(--figure-${name})`;
}

/** @param {Rational[]} vector @returns {Point} */
function decimal(vector) {
  return [vector[0].valueOf(), vector[1].valueOf()];
}

class LineBoard {
  #JXG;
  #board;
  #unit; // pixels of one point of the static drawing
  /** @type {any[]} */
  #grid = [];
  /** @type {any[]} */
  #family = [];
  /** @type {Record<string, any>} */
  #handles = {};
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
  /** @type {Record<string, Word>} */
  #words = {};

  /**
   * @param {any} JXG
   * @param {HTMLElement} box
   * @param {import("./widget.js").Place} place
   * @param {BoardActions} actions
   */
  constructor(JXG, box, place, actions) {
    this.#JXG = JXG;
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
    this.#addHandles(actions);
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

  /** @param {BoardActions} actions */
  #addHandles(actions) {
    const looks = {
      normal: { fill: "ink", size: 4, moved: actions.turn, role: "button" },
      nearest: { fill: "orange", size: 5, moved: actions.shift, role: "slider" },
      solution: { fill: "purple", size: 5, moved: actions.walk, role: "slider" },
    };
    for (const [name, { fill, size, moved, role }] of Object.entries(looks)) {
      const handle = this.#board.create("point", [0, 0], {
        name: "",
        withLabel: false,
        showInfobox: false,
        highlight: false,
        fillColor: color(fill),
        strokeColor: "transparent",
        strokeWidth: 2 * HIT,
        size: size * this.#unit,
      });
      handle.on("drag", () => moved(handle.X(), handle.Y()));
      handle.on("up", () => actions.settle());
      const shape = handle.rendNode;
      shape.classList.add("figure-handle");
      shape.setAttribute("tabindex", "0");
      shape.setAttribute("role", role);
      shape.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
        const step = KEYS[name][event.key];
        if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        actions.nudge(step[0], event.shiftKey ? 10 * step[1] : step[1]);
      });
      this.#handles[name] = handle;
    }
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
    this.#words = {
      normal: this.#beside(normal, arrow, frame),
      nearest: this.#beside(nearest, `(${facts.nearest.map(format).join(", ")})`, frame),
      solution: this.#beside(solution, `(${facts.solution.map(format).join(", ")})`, frame),
      ...this.#names(state, nearest, along, frame),
    };
    this.#drawFamily(family.length);
    this.#setFrame(frame);
    this.#placeHandles(state, arrow);
    this.#board.update();
  }

  /**
   * Write beside a point, toward the middle of the frame.
   * @param {Point} point
   * @param {string} text
   * @param {Frame} frame
   * @returns {Word}
   */
  #beside([x, y], text, [left, bottom, right, top]) {
    const pixel = (right - left) / (this.#board.canvasWidth || 1);
    const isRight = x > (left + right) / 2;
    const rise = y > top - 30 * pixel || y < (bottom + top) / 2 ? -1 : 1;
    /** @type {Point} */
    const at = [x + (isRight ? -BESIDE : BESIDE) * pixel, y + rise * 12 * pixel];
    return { text, at, anchor: isRight ? "right" : "left" };
  }

  /**
   * The names of the axes and, near an end of it, of the line.
   * @param {LineState} state
   * @param {Point} nearest
   * @param {Point} along
   * @param {Frame} frame
   * @returns {Record<string, Word>}
   */
  #names(state, nearest, along, frame) {
    const [left, bottom, right, top] = frame;
    const pixel = (right - left) / (this.#board.canvasWidth || 1);
    const place = endInFrame(nearest, along, frame);
    return {
      line: this.#beside(place, equation([state.a, state.b], state.c), frame),
      x: { text: "x", at: [right - 4 * pixel, 14 * pixel], anchor: "right" },
      y: { text: "y", at: [8 * pixel, top - 14 * pixel], anchor: "left" },
      ...(bottom > 0 || left > 0 ? { x: NO_WORD, y: NO_WORD } : {}),
    };
  }

  /** @param {LineState} state @param {string} arrow */
  #placeHandles(state, arrow) {
    const { c, t } = state;
    /** @type {Record<string, Record<string, string>>} */
    const said = {
      normal: { "aria-label": `Normal vector, ${arrow}: arrow keys move its end` },
      nearest: {
        "aria-label": "Right-hand side c: shifts the line",
        "aria-valuenow": String(c.valueOf()),
        "aria-valuetext": `c = ${format(c)}, line ${equation([state.a, state.b], c)}`,
      },
      solution: {
        "aria-label": "t: moves the solution along the line",
        "aria-valuenow": String(t.valueOf()),
        "aria-valuetext": `t = ${format(t)}`,
      },
    };
    for (const [name, handle] of Object.entries(this.#handles)) {
      const at = this.#now[/** @type {"normal" | "nearest" | "solution"} */ (name)];
      handle.setPositionDirectly(this.#JXG.COORDS_BY_USER, at);
      for (const [key, text] of Object.entries(said[name])) handle.rendNode.setAttribute(key, text);
    }
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
 * @param {import("./widget.js").Place} place
 * @param {BoardActions} actions
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
