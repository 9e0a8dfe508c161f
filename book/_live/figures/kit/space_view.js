// A box in space that can be turned, with controls under it: what figures in space have in common.
import { rational } from "../../shared/rational.js";
import { rounded } from "./notation.js";
import { makeOrbit, turnedBy } from "./orbit.js";
import { SpaceDrawing } from "./space_drawing.js";
import { paintOrder, projection, toward } from "./space_geometry.js";
import { Widget } from "./widget.js";

/** @typedef {import("../../shared/rational.js").Rational} Rational */
/** @typedef {import("./space_drawing.js").Pixel} Pixel */
/** @typedef {import("./space_drawing.js").Word} Word */
/** @typedef {import("./space_geometry.js").Piece} Piece */
/** @typedef {import("./space_geometry.js").Plane} Plane */
/** @typedef {import("./space_geometry.js").Point} Point */
/** @typedef {(p: Point) => Pixel} Locate */
/**
 * @typedef {object} SpaceScene
 * @property {number} half of the box as it is drawn first
 * @property {[number, number]} view azimuth and elevation
 * @property {[number, number, number, number]} frame left, bottom, right, top
 */
/**
 * @typedef {object} Content
 * @property {Piece[]} pieces
 * @property {Plane[]} planes that cut them
 * @property {number} half
 * @property {string[]} [axes] their names
 * @property {(locate: Locate) => Word[]} words besides the names of the axes
 */

export const NAMES = ["x", "y", "z"];

/** @type {import("./widget.js").Group} */
const VIEW = {
  legend: "View",
  fields: [
    { name: "azimuth", label: "turn", hint: "turn, in degrees", type: "range" },
    { name: "elevation", label: "tilt", hint: "tilt, in degrees", type: "range" },
  ],
};

/** @type {Record<string, number>} the largest angles, in degrees */
const ENDS = { azimuth: 180, elevation: 90 };

/** @param {string} name of an angle @param {Rational} value @returns {number} */
function within(name, value) {
  return Math.max(-ENDS[name], Math.min(ENDS[name], value.valueOf()));
}

export class SpaceView {
  #place;
  #scene;
  #view;
  #drawing;
  /** @type {Content} */
  #content = { pieces: [], planes: [], half: 1, words: () => [] };

  /**
   * @param {SpaceScene} scene
   * @param {import("./widget.js").Place} place
   * @param {import("./widget.js").Group[]} groups of inputs before those of the view
   * @param {import("./widget.js").Actions} actions
   * @param {string} [vectors] the small letters that are vectors in what the figure says
   */
  constructor(scene, place, groups, actions, vectors) {
    this.#place = place;
    this.#scene = scene;
    this.#view = { azimuth: scene.view[0], elevation: scene.view[1] };
    this.#drawing = new SpaceDrawing(place.width, place.height);
    const { svg } = this.#drawing;
    svg.setAttribute("tabindex", "0");
    svg.setAttribute("role", "application");
    svg.setAttribute("aria-roledescription", "figure to turn");
    svg.setAttribute("aria-label", `${place.alt} Arrow keys turn it.`);
    place.root.append(svg);
    makeOrbit(svg, (turn, rise) => this.#turnTo(turnedBy(this.#view, turn, rise)));
    this.widget = new Widget(
      place,
      [...groups, VIEW],
      {
        change: (name, value) => {
          if (name in this.#view) this.#turnTo({ ...this.#view, [name]: within(name, value) });
          else actions.change(name, value);
        },
        reset: () => {
          actions.reset();
          const [azimuth, elevation] = this.#scene.view;
          this.#turnTo({ azimuth, elevation });
        },
      },
      vectors,
    );
    this.#turnTo(this.#view);
  }

  /** @param {Content} content */
  show(content) {
    this.#content = content;
    this.#paint();
  }

  /** @param {import("./space_geometry.js").View} view */
  #turnTo(view) {
    this.#view = view;
    const angles = { azimuth: view.azimuth, elevation: view.elevation };
    for (const [name, angle] of Object.entries(angles)) {
      const end = rational(ENDS[name]);
      const words = `${rounded(angle, 0)} degrees`;
      this.widget.limit(name, { least: end.neg(), most: end, step: rational(1), words });
      this.widget.fill({ [name]: rational(Math.round(angle)) });
    }
    this.#paint();
  }

  #paint() {
    const { pieces, planes, half, axes = NAMES, words } = this.#content;
    const [left, , right, top] = this.#scene.frame;
    const unit = this.#place.width / (right - left);
    const size = this.#scene.half / half; // every box is drawn as large as the first
    const seen = projection(this.#view);
    /** @type {Locate} */
    const locate = (p) => {
      const [x, y] = seen(p);
      return [(x * size - left) * unit, (top - y * size) * unit];
    };
    this.#drawing.paint(paintOrder(pieces, planes, toward(this.#view), half), locate);
    this.#drawing.write([...axisNames(axes, half, locate), ...words(locate)]);
  }
}

/** @param {string[]} axes @param {number} half @param {Locate} locate @returns {Word[]} */
function axisNames(axes, half, locate) {
  const names = axes.map((text, i) => {
    const end = /** @type {Point} */ ([0, 1, 2].map((k) => (k === i ? half : 0)));
    return wordAway(text, end, "muted", locate);
  });
  return [...names, { text: "O", at: locate([0, 0, 0]), toward: [1, 1], color: "ink" }];
}

/**
 * A word beside a point, on the side away from the origin.
 * @param {string} text
 * @param {Point} point
 * @param {string} color
 * @param {Locate} locate
 * @returns {Word}
 */
export function wordAway(text, point, color, locate) {
  const [at, origin] = [locate(point), locate([0, 0, 0])];
  return { text, at, toward: [at[0] - origin[0], at[1] - origin[1]], color };
}
