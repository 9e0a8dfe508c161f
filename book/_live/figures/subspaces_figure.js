// A 2×2 matrix with its four subspaces: type its entries, move x and b, and see how they split.
import { equal, isZero, parseVector } from "../shared/matrix.js";
import { format, parseRational, rational } from "../shared/rational.js";
import { point } from "./planes_figure.js";
import { snap, stepBelow } from "./steps.js";
import { SubspacesDrawing } from "./subspaces_drawing.js";
import { halfOf, mapFacts } from "./subspaces_geometry.js";

/** @typedef {import("../shared/rational.js").Rational} Rational */
/** @typedef {import("./subspaces_drawing.js").Point} Point */
/** @typedef {import("./subspaces_geometry.js").MapFacts} MapFacts */
/** @typedef {import("./subspaces_geometry.js").MapState} MapState */
/** @typedef {import("./subspaces_geometry.js").Subspaces} Subspaces */
/** @typedef {{ A: string[][], x: string[], b: string[], frame: [number, number, number, number] }} MapScene */
