"""What the tests of the drawings share: the table of lines, and ways to read a drawing."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import e, pi

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import to_hex

from linalg_book import figures
from linalg_book.examples import EIGHT_BY_EIGHT
from linalg_book.figures.kit.style import COLORS

Draw = Callable[..., Axes]


def strip(rows: Sequence[Sequence[object]], names: Sequence[str], ax: Axes) -> Axes:
    """Draw rows of images in which 16 stands for full ink."""
    return figures.strip(rows, names, ax, most=16)


# Every direction, every sign, through the origin, both scales, fractions, irrational numbers.
LINES: list[tuple[Sequence[float | Fraction], float | Fraction]] = [
    ((3, 4), 12),
    ((3, 4), -12),
    ((3, 4), 0),
    ((0, 5), 10),
    ((2, 0), -3),
    ((1, -2), -3),
    ((-1, 1), 2),
    ((1, 1), 1),
    ((7, -1), 5),
    ((1, 100), 50),
    ((30_000_000, 40_000_000), 12),
    ((Fraction(1, 3), Fraction(1, 2)), 1),
    ((pi, -e), 1.5),
    ((1, 1e-8), 1),
]
ANY_LINE: list[Draw] = [
    figures.line,
    figures.nearest_point,
    figures.solution_family,
    figures.level_circles,
    figures.squared_distance,
]
TWO_INTERCEPTS: list[Draw] = [figures.intercept_triangle, figures.tilted_lines]
NO_DATA: list[Draw] = [figures.story, figures.cover, figures.unit_balls]
# A line, through the origin, parallel on both sides of it, one plane twice, one far off, fractions.
PLANES: list[tuple[Sequence[Sequence[float | Fraction]], Sequence[float | Fraction]]] = [
    (((1, 1, 1), (1, -1, 0)), (6, 2)),
    (((0, 0, 1), (1, 0, 0)), (0, 0)),
    (((1, 1, 1), (2, 2, 2)), (3, -4)),
    (((1, 1, 1), (-2, -2, -2)), (3, -6)),
    (((1, 1, 1), (5, 5, 6)), (5, 1)),
    (((Fraction(1, 3), 0, Fraction(1, 2)), (3e7, 4e7, 0)), (Fraction(1, 7), 12e7)),
]
# A perpendicular that misses its line, one that meets it, the origin, a line through the origin.
SKEW: list[tuple[Sequence[Sequence[float]], Sequence[float], Sequence[float]]] = [
    (((1, 1, 1), (0, 1, 2)), (6, 8), (2, 0)),
    (((1, 1, 1), (0, 1, 2)), (6, 8), (1, 1)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (0, 0)),
    (((1, 1, 1), (1, -1, 0)), (0, 0), (1, -1)),
]
# One plane, three with one point, a prism, one through the origin.
SOME_PLANES: list[tuple[Sequence[Sequence[float]], Sequence[float]]] = [
    ([(2, -1, 2)], [9]),
    ([(1, 1, 1), (1, -1, 0), (0, 0, 1)], [6, 2, 3]),
    ([(1, 0, 0), (1, 2, 0), (1, -2, 0)], [-1, 1, 1]),
    ([(1, 2, 2)], [0]),
]
# Gray, color, a row of images; a blank pixel, one row, full ink; a table; a sound with few
# samples; arrows in several directions.
SPREADS = {
    f"dimension {n}": np.random.default_rng(n).normal(0, n**-0.5 / 2, 400).clip(-1, 1)
    for n in (1, 10, 100)
}
GRAY, COLORED = np.arange(0, 240, 10).reshape(4, 6), np.arange(72).reshape(4, 6, 3)
DATA: list[tuple[Draw, tuple[object, ...]]] = [
    (figures.picture, (GRAY,)),
    (figures.picture, (COLORED,)),
    (figures.channels, (COLORED,)),
    (strip, ([[[[0, 16], [3, 4]], [[9, 9], [8, 1]]]], ["given", "rank 1"])),
    (figures.pixels, ([[0, 12, 3], [16, 1, 0]], (1, 0))),
    (figures.pixels, ([[0, 0, 0, 0, 0, 0, 0, 0]], (0, 7))),
    (figures.cloud, (np.array([[174.2, 79.04], [159.4, 58.63], [168.5, 56.81]]),)),
    (figures.samples, ([0, 3, -4, 1], 8000)),
    *[(figures.length_and_direction, (v,)) for v in ((3, 4), (-5, 12), (0.6, -0.8), (-1, -7))],
    (figures.arrows, ([(2, 1), (1, 1), (4, 2)], ["first", "second", "first, twice"])),
    (figures.through_origin, ((1, 2, 3), (3, 5, 5))),
    (figures.spread, ({"n = 3": [-0.9, -0.2, 0.1, 0.8]},)),
    (figures.spread, (SPREADS,)),
    (figures.embedded_plane, ((0.6, 0, 0.8), (0, 1, 0), (2, 1))),
]
# An acute, an obtuse and a right angle, one direction, the opposite one, zero vectors, fractions.
TWO_VECTORS: list[tuple[Sequence[float | Fraction], Sequence[float | Fraction]]] = [
    ((3, 4), (4, 2)),
    ((2, 1), (-3, 2)),
    ((1, -2), (4, 2)),
    ((1, 2), (2, 4)),
    ((1, 2), (-2, -4)),
    ((0, 0), (4, 2)),
    ((3, 4), (0, 0)),
    ((Fraction(1, 3), Fraction(-1, 7)), (0.02, 0.5)),
]
# Rank 1, 2 and 0, a vector in a subspace, the zero vector, fractions.
MAPS: list[tuple[Sequence[Sequence[float | Fraction]], Sequence[float], Sequence[float]]] = [
    (((1, 1), (2, 2)), (3, 1), (2, 9)),
    (((1, 1), (2, 3)), (3, 1), (2, 9)),
    (((0, 0), (0, 0)), (3, 1), (-2, 9)),
    (((0, 1), (0, 0)), (0, 0), (0, 0)),
    (((Fraction(1, 3), -1), (1, -3)), (-1, 3), (0.5, 1.5)),
]
EIGHT, SMALL = EIGHT_BY_EIGHT.A, ((1, 2, 1, 3), (2, 4, 3, 8), (1, 2, 2, 5))
MATRIX_CASES: list[tuple[Draw, tuple[object, ...]]] = [
    *[(figures.echelon, (A,)) for A in (EIGHT, [[0, 0, 2]], [[0, 0], [0, 0]], [[1, -2], [2, 1]])],
    (figures.product, ([row[:4] for row in EIGHT], EIGHT[:4])),
    (figures.product, ([[2], [-1]], [[1, 0, 3]])),
    *[(figures.four_bases, (A,)) for A in (EIGHT, SMALL, [[0, 0], [0, 0]])],
    *[(figures.subspace_map, sizes) for sizes in ((8, 8, 4), (3, 4, 2), (2, 2, 2), (1, 1, 0))],
    (figures.pencil, (((1, 2), (3, 2)), (8, 12))),
    (figures.pencil, (((1, -1), (2, 1)), (-3, 0))),
    *[(figures.plane_subspaces, data) for data in MAPS],
    *[(figures.circle_image, (A, x)) for A, x, _ in MAPS if any(x)],
    (figures.circle_image, (((3, 0), (4, 5)), (-3, 4))),
    *[(figures.svd_square, (A,)) for A in (((3, 0), (4, 5)), ((1, 1), (2, 2)), ((0, -2), (2, 0)))],
    *[(figures.stretch, (A,)) for A in (((3, 0), (4, 5)), ((1, 1), (2, 2)), ((1, 0), (0, 7)))],
    (figures.svd_shapes, ([(5, 2), (2, 5)],)),
    (figures.svd_shapes, ([(1, 1)],)),
    (figures.matrix_pair, ({"$A$": [[1, -2], [0, 3]], "$B$": [[1], [0], [0]]},)),
]
# Of the matrices, with a step, without one, along the row space.
WAYS_BACK: list[tuple[Draw, tuple[object, ...]]] = [
    *[(figures.plane_pseudoinverse, (A, b, step)) for A, step, b in MAPS],
    (figures.plane_pseudoinverse, (((1, 1), (2, 2)), (-2, 6), (0, 0))),
    (figures.plane_pseudoinverse, (((1, 1), (2, 2)), (2, 4), (1, 1))),
    *[(figures.detour, data) for data in (([1, 0], [1, 1]), ([1, 2], [2, -3]), ([3, 4], [3, 4]))],
    *[(figures.jump, (epsilon,)) for epsilon in (Fraction(1, 2), 0, -1, Fraction(1, 1000), 5)],
    *[(figures.softened_reciprocals, (deltas,)) for deltas in ([0.25, 0.04, 0.01], [1])],
]
# A step one way, the other way, none; the line through the origin.
PARTS: list[tuple[Sequence[Sequence[float]], Sequence[float], Sequence[float]]] = [
    (((1, 1, 1), (1, -1, 0)), (6, 2), (2, 0, 4)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (4, 2, 0)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (3, 1, 2)),
    (((1, 1, 1), (1, -1, 0)), (0, 0), (-1, -1, 2)),
]
VECTORS: list[tuple[Sequence[Sequence[float | Fraction]]]] = [
    ([(4, 3, 2, 1), (0, 10, 0, 0)],),
    ([(-2, 1, 4, 7), (0, 0, 0, 10), (-5, 5, 5, 5)],),
    ([(Fraction(1, 3), 0, -2)],),
]
POINTS: list[tuple[Sequence[tuple[float, float]], Sequence[int]]] = [
    ([(0, 1), (0.5, 2)], [2, 3]),
    ([(0.5, 1), (-0.5, 1)], [2, 3, 5]),
]
# A point on either side of the row space, a smaller loss, a negative right-hand side.
PENALIZED: list[tuple[Sequence[float], float, Sequence[float], Sequence[float]]] = [
    ((3, 4), 12, (5, 0), [25, 75]),
    ((3, 4), 12, (-1, 4), [25]),
    ((1, -2), -3, (1, 3), [5]),
]
BALLS: list[tuple[Sequence[float], float]] = [((3, 4), 12), ((2, -1), 3), ((-1, 3), -4)]
# Nothing kept, everything kept, one value; a tie with the cut-off counts as 0.
SPECTRA: list[tuple[Draw, tuple[object, ...]]] = [
    (figures.cut_offs, ([1, 1e-5, 1e-14, 5e-16], {"strict": 1e-15, "lax": 1e-3})),
    (figures.cut_offs, ([3], {"one rule": 0.5})),
    (figures.truncation, ([[3, 0], [0, 0.1], [0, 0]], [3, 1, 1], [1, 0], 0.5)),
    (figures.truncation, ([[200, 0], [0, 100]], [1, 1], [1, 1], 300)),
    (figures.accuracy, ([20, 5e2, 1e6, 1e9], {"one way": [1e-16, 1e-14, 1e-12, 1e-9]})),
    (figures.accuracy, ([20, 1e6], {"one way": [1e-15, 1e-12], "another": [1e-14, 1e-5]})),
]
# Points on a grid, many points, a vertical line; shares with a mark; names close together.
CLOSE = np.array([[1.9, 1.35], [1.8, 1.2], [1.7, -1.4], [1.9, -1.2]])
LOW_RANK: list[tuple[Draw, tuple[object, ...]]] = [
    (figures.principal_axis, ([(-5, 0), (-1, -3), (0, 0), (3, -1), (3, 4)], 26.57)),
    (figures.principal_axis, (np.random.default_rng(1).normal((170, 70), (9, 15), (60, 2)), 110)),
    (figures.principal_axis, ([(0, 0), (0, 1)], 90)),
    (figures.scree, ([0.7, 0.2, 0.1, 0],)),
    (figures.embedding, ([(list("ABCD"), CLOSE), (["Island"], CLOSE[:1] / 2)],)),
    (figures.embedding, ([(["one"], np.zeros((1, 2)) + 1)],)),
    (figures.sweeps, ({"few": [[9, 3, 2]], "more": [[50, 20], [90, 80, 70]]},)),
]

CASES = [
    *[(draw, (a, c)) for draw in ANY_LINE for a, c in LINES],
    *[(draw, (a, c)) for draw in TWO_INTERCEPTS for a, c in LINES if c != 0 and 0 not in a],
    *[(figures.two_planes, data) for data in PLANES],
    *[(figures.perpendiculars, data) for data in SKEW],
    *[(figures.planes_in_box, data) for data in SOME_PLANES],
    *MATRIX_CASES,
    *[(figures.solution_parts, data) for data in PARTS],
    *[(figures.entries, data) for data in VECTORS],
    *[(figures.interpolants, data) for data in POINTS],
    *[(figures.penalized, data) for data in PENALIZED],
    *[(figures.norm_balls, data) for data in BALLS],
    *[(figures.two_vectors, data) for data in TWO_VECTORS],
    *[(draw, ()) for draw in NO_DATA],
    *DATA,
    *SPECTRA,
    *WAYS_BACK,
    *LOW_RANK,
]


# In inches; other drawings are 4.2 wide and 3.4 high.
SIZES = {
    "circle_image": (4.2, 2.3),
    "cover": (4.6, 2.5),
    "echelon": (4.2, 4.2),
    "embedded_plane": (4.2, 3.9),
    "four_bases": (4.2, 2.7),
    "matrix_pair": (4.2, 2.7),
    "norm_balls": (4.2, 3.9),
    "penalized": (4.2, 3.9),
    "perpendiculars": (4.2, 3.9),
    "plane_pseudoinverse": (4.2, 2.5),
    "plane_subspaces": (4.2, 2.5),
    "planes_in_box": (4.2, 3.9),
    "principal_axis": (4.2, 3.9),
    "product": (4.2, 4.2),
    "solution_parts": (4.2, 3.9),
    "story": (4.2, 4.8),
    "subspace_map": (4.2, 2.4),
    "svd_shapes": (4.2, 3.6),
    "svd_square": (4.2, 4.2),
    "two_planes": (4.2, 3.9),
}


def draw_case(draw: Draw, data: Sequence[object]) -> Axes:
    """Draw a case of the table in its size."""
    ax = figures.axes(*SIZES.get(draw.__name__, (4.2, 3.4)))
    returned = draw(*data, ax)
    assert returned is ax
    return ax


def name_of(case: object) -> str:
    """Name a case of the table in a test's report."""
    if isinstance(case, tuple) and callable(case[0]):
        return case[0].__name__
    return case.__name__ if callable(case) else str(case).replace(" ", "")


def marked(ax: Axes, color: str) -> list[tuple[float, float]]:
    """List the points marked by a disc of a color."""
    return [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in ax.lines
        if line.get_marker() == "o" and line.get_markerfacecolor() == COLORS[color]
    ]


def segments(ax: Axes, color: str) -> list[np.ndarray]:
    """List the ends of the straight strokes of a color, one row an end."""
    return [
        np.column_stack(line.get_data())
        for line in ax.lines
        if line.get_marker() in ("", "None")
        and to_hex(line.get_color()) == COLORS[color]
        and len(line.get_xdata()) == 2
    ]


def words(ax: Axes) -> list[str]:
    """List the labels of a drawing without the signs that switch to mathematics."""
    return [text.get_text().replace("$", "") for text in ax.texts]
