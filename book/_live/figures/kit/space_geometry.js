// Faces, segments and points in space, cut along the planes of a drawing so that they can be
// painted from back to front: what lies behind a plane, in it, before it. Nothing here draws.

/** @typedef {[number, number, number]} Point */
/** @typedef {{ normal: Point, offset: number }} Plane normal·x = offset, the normal of length 1 */
/** @typedef {{ name: string, points: Point[] }} Piece one point, the ends of a segment, a face */
/** @typedef {{ azimuth: number, elevation: number }} View in degrees */

const TOUCHING = 1e-9; // distances up to this part of the box count as 0
/** @type {Point[]} */
const AXES = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** @param {Point} a @param {Point} b @returns {number} */
export function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @param {Point} a @param {Point} b @returns {Point} */
export function cross(a, b) {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** @param {Point} p @param {number} s @param {Point} direction @returns {Point} */
export function along(p, s, direction) {
  return [p[0] + s * direction[0], p[1] + s * direction[1], p[2] + s * direction[2]];
}

/** @param {Point} a @returns {Point} */
export function unit(a) {
  return along([0, 0, 0], 1 / Math.hypot(...a), a);
}

/** @param {Plane} plane @param {Point} point @returns {number} */
function height(plane, point) {
  return dot(plane.normal, point) - plane.offset;
}

/** @param {Plane} plane @returns {Plane} */
function turned({ normal, offset }) {
  return { normal: along([0, 0, 0], -1, normal), offset: -offset };
}

/**
 * The unit vector that points to the eye.
 * @param {View} view
 * @returns {Point}
 */
export function toward({ azimuth, elevation }) {
  const [turn, rise] = [azimuth, elevation].map((angle) => (angle * Math.PI) / 180);
  return [Math.cos(turn) * Math.cos(rise), Math.sin(turn) * Math.cos(rise), Math.sin(rise)];
}

/**
 * A parallel projection: how far to the right and how far up a point is seen.
 * @param {View} view
 * @returns {(point: Point) => [number, number]}
 */
export function projection({ azimuth, elevation }) {
  const [turn, rise] = [azimuth, elevation].map((angle) => (angle * Math.PI) / 180);
  /** @type {Point} */
  const right = [-Math.sin(turn), Math.cos(turn), 0];
  /** @type {Point} */
  const up = [-Math.cos(turn) * Math.sin(rise), -Math.sin(turn) * Math.sin(rise), Math.cos(rise)];
  return (point) => [dot(point, right), dot(point, up)];
}

/**
 * The part of a face or segment under a plane; nothing if only a corner or an end touches it.
 * @param {Point[]} points
 * @param {Plane} plane
 * @param {number} half
 * @returns {Point[]}
 */
export function below(points, plane, half) {
  const count = points.length;
  const heights = points.map((point) => {
    const value = height(plane, point);
    return Math.abs(value) <= TOUCHING * half ? 0 : value;
  });
  /** @type {Point[]} */
  const kept = [];
  for (let i = 0; i < count; i += 1) {
    const j = (i + 1) % count;
    if (heights[i] <= 0) kept.push(points[i]);
    if (heights[i] * heights[j] < 0 && (count > 2 || i === 0)) {
      const share = heights[i] / (heights[i] - heights[j]);
      const [p, q] = [points[i], points[j]];
      kept.push(along(p, share, along(q, -1, p)));
    }
  }
  return kept.length >= Math.min(count, 3) ? kept : [];
}

/** @param {Point[]} points @param {number} half @returns {Point[]} the part inside [-half, half]³ */
function inBox(points, half) {
  return AXES.reduce((part, normal) => {
    const side = { normal, offset: half };
    const other = { normal: along([0, 0, 0], -1, normal), offset: half };
    return below(below(part, side, half), other, half);
  }, points);
}

/**
 * The corners of the part of a plane inside the box.
 * @param {Plane} plane
 * @param {number} half
 * @returns {Point[]}
 */
export function faceInBox(plane, half) {
  const sizes = plane.normal.map(Math.abs);
  const first = unit(cross(plane.normal, AXES[sizes.indexOf(Math.min(...sizes))]));
  const second = cross(plane.normal, first);
  const foot = along([0, 0, 0], plane.offset, plane.normal);
  const reach = 4 * half;
  const corners = [
    [1, 1],
    [-1, 1],
    [-1, -1],
    [1, -1],
  ].map(([s, t]) => along(along(foot, s * reach, first), t * reach, second));
  return inBox(corners, half);
}

/**
 * The ends of the part of a line inside the box.
 * @param {Point} point
 * @param {Point} direction
 * @param {number} half
 * @returns {Point[]}
 */
export function lineInBox(point, direction, half) {
  const step = unit(direction);
  return inBox([along(point, -4 * half, step), along(point, 4 * half, step)], half);
}

/** @param {number} half @returns {Point[][]} the twelve edges of the box */
export function boxEdges(half) {
  return [0, 1, 2].flatMap((axis) =>
    [-half, half].flatMap((first) =>
      [-half, half].map((second) =>
        [-half, half].map((end) => {
          const corner = [first, second];
          corner.splice(axis, 0, end);
          return /** @type {Point} */ (corner);
        }),
      ),
    ),
  );
}

/** @param {Piece} piece @param {Plane} plane @param {number} half @returns {boolean} */
function liesIn(piece, plane, half) {
  return piece.points.every((point) => Math.abs(height(plane, point)) <= TOUCHING * half);
}

/**
 * Cut the pieces along the planes and put them in order from back to front. What lies in several
 * planes, such as their line, comes with the last of them.
 * @param {Piece[]} pieces
 * @param {Plane[]} planes
 * @param {Point} eye unit vector that points to the eye
 * @param {number} half
 * @returns {Piece[]}
 */
export function paintOrder(pieces, planes, eye, half) {
  if (planes.length === 0) return pieces;
  const [first, ...rest] = planes;
  const plane = dot(first.normal, eye) < 0 ? turned(first) : first;
  const sides = [plane, turned(plane)];
  /** @type {Piece[][]} */
  const [behind, within, before] = [[], [], []];
  for (const piece of pieces) {
    if (liesIn(piece, plane, half)) {
      const later = rest.some((other) => liesIn(piece, other, half));
      (later ? before : within).push(piece);
      continue;
    }
    [behind, before].forEach((part, i) => {
      const points = below(piece.points, sides[i], half);
      const deepest = Math.min(0, ...points.map((point) => height(sides[i], point)));
      if (deepest < -TOUCHING * half) part.push({ ...piece, points });
    });
  }
  within.sort((p, q) => Math.min(q.points.length, 3) - Math.min(p.points.length, 3));
  return [
    ...paintOrder(behind, rest, eye, half),
    ...within,
    ...paintOrder(before, rest, eye, half),
  ];
}
