"""Planes in space: what is drawn where, and what is refused."""

from fractions import Fraction

import numpy as np
import pytest
from matplotlib.patches import Polygon

from linalg_book import exact, figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.kit.planes_in_space import planes_of
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.space import View
from linalg_book.figures.kit.space_sketch import box_half
from tests.figures.drawn import marked, segments, words
from tests.figures.moving import Moving, flat, numbers

# A line, through the origin, parallel on both sides of it, one plane twice, one far off, fractions.
PLANES = [
    (((1, 1, 1), (1, -1, 0)), (6, 2)),
    (((0, 0, 1), (1, 0, 0)), (0, 0)),
    (((1, 1, 1), (2, 2, 2)), (3, -4)),
    (((1, 1, 1), (-2, -2, -2)), (3, -6)),
    (((1, 1, 1), (5, 5, 6)), (5, 1)),
    (((Fraction(1, 3), 0, Fraction(1, 2)), (3e7, 4e7, 0)), (Fraction(1, 7), 12e7)),
]
# One plane, three with one point, a prism, one through the origin.
SOME_PLANES = [
    ([(2, -1, 2)], [9]),
    ([(1, 1, 1), (1, -1, 0), (0, 0, 1)], [6, 2, 3]),
    ([(1, 0, 0), (1, 2, 0), (1, -2, 0)], [-1, 1, 1]),
    ([(1, 2, 2)], [0]),
]
CASES = [
    *[(figures.two_planes, data) for data in PLANES],
    *[(figures.planes_in_box, data) for data in SOME_PLANES],
]
SIZES = {"planes_in_box": (4.2, 3.9), "two_planes": (4.2, 3.9)}


def planes_agrees(scene, facts):
    if facts["kind"] != "parallel":
        nearest = flat(exact.least_norm(scene["A"], scene["b"]).answer)
        assert numbers(facts["nearest"]) == nearest


MOVING = {
    "planes": Moving(
        "systems/one-equation",
        "one-equation-planes",
        "x + y + z = 6 and x − y = 2",
        {f"plane 2, coefficient of {name}": "ArrowUp" for name in "xyz"},
        {},
        "plane 1, right-hand side",
        "kit/two_planes.js",
        "({ A, b }) => module.planesFacts({ A: read(A), b: read(b) })",
        planes_agrees,
    ),
}

MEETING, _, APART, SAME, *_ = PLANES
VIEW = View(70, 18)
ONE, POINT, PRISM, *_ = SOME_PLANES


def draw(A, b):
    return figures.two_planes(A, b, figures.axes(height=3.9))


def picture(*point):
    return pytest.approx(VIEW.project(np.array([point]))[0], abs=1e-9)


def faces(ax):
    return [p for p in ax.patches if isinstance(p, Polygon)]


def test_planes_that_meet():
    # by hand: (3, 1, 2) = 2·(1, 1, 1) + 1·(1, −1, 0); the line runs along (1, 1, −2)
    drawn = planes_of(*MEETING)
    assert drawn.nearest == pytest.approx((3, 1, 2))
    assert drawn.direction == pytest.approx(np.array([1, 1, -2]) / np.sqrt(6))
    assert drawn.half == 5


def test_line_nearest_point_and_origin_are_where_they_belong():
    ax = draw(*MEETING)
    assert marked(ax, "orange") == [picture(3, 1, 2)]
    assert marked(ax, "ink") == [picture(0, 0, 0)]
    # (3, 1, 2) + t (1, 1, −2) leaves the box at x = 5 below (z = −2) and at z = 5 above
    (ends,) = segments(ax, "purple")
    tops = sorted(map(tuple, ends), key=lambda end: -end[1])
    assert tops[0] == picture(1.5, -0.5, 5)
    assert tops[1] == picture(5, 3, -2)
    assert {"x + y + z = 6", "x - y = 2", r"(3,\, 1,\, 2)"} <= set(words(ax))


def test_what_is_nearer_is_painted_later():
    # the far part of the vertical plane, the tilted plane, the near part: each paper and tint
    ax = draw(*MEETING)
    layers = [face.get_zorder() for face in faces(ax)]
    assert len(layers) == 6
    assert layers == sorted(layers)
    line = next(part for part in ax.lines if part.get_color() == figures.COLORS["purple"])
    assert line.get_zorder() > max(layers)


def test_parallel_planes_have_no_line():
    ax = draw(*APART)
    assert marked(ax, "orange") == []
    assert segments(ax, "purple") == []
    assert len(faces(ax)) == 4


def test_two_equations_of_one_plane_give_one_face():
    ax = draw(*SAME)
    assert len(faces(ax)) == 2
    assert {"x + y + z = 3", "-2x - 2y - 2z = -6"} <= set(words(ax))


@pytest.mark.parametrize(
    ("distance", "half"), [(0, 1), (0.8, 1), (0.81, 2), (3.7, 5), (8, 10), (9, 20), (1e-9, 2e-9)]
)
def test_box_is_round_and_leaves_room(distance, half):
    assert box_half([distance]) == pytest.approx(half)


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw(*MEETING).figure))
    assert scene["kind"] == "planes"
    assert scene["A"] == [["1", "1", "1"], ["1", "-1", "0"]]
    assert scene["b"] == ["6", "2"]
    assert (scene["half"], scene["view"]) == (5, [70, 18])


@pytest.mark.parametrize(
    ("A", "b", "error"),
    [
        (((1, 2), (3, 4)), (1, 2), ShapeError),
        (((1, 2, 3), (4, 5)), (1, 2), ShapeError),
        (((1, 2, 3), (4, 5, 6)), 1, ShapeError),
        (((1, 2, 3), (0, 0, 0)), (1, 0), LinalgBookError),
        (((1, 2, 3), (0, 0, 0)), (1, 1), LinalgBookError),
        (((1, 2, float("nan")), (1, 0, 0)), (1, 1), LinalgBookError),
        (((1, 1, 1), (1, 1, 1)), (1e200, 0), InvalidNumberError),
    ],
)
def test_refused(A, b, error):
    with pytest.raises(error):
        draw(A, b)


def draw_in_box(A, b):
    return figures.planes_in_box(A, b, figures.axes(height=3.9))


def test_one_plane_with_its_nearest_point():
    # by hand: the normal (2, −1, 2) has length 3, and 9/3² = 1
    ax = draw_in_box(*ONE)
    assert marked(ax, "orange") == [picture(2, -1, 2)]
    (way,) = segments(ax, "orange")[-1:]
    assert {"2x - y + 2z = 9", r"(2,\, {-1},\, 2)"} <= set(words(ax))
    assert way.shape == (2, 2)


def test_three_planes_with_one_point():
    # by hand: z = 3, so x + y = 3 and x − y = 2
    ax = draw_in_box(*POINT)
    assert marked(ax, "orange") == [picture(2.5, 0.5, 3)]
    assert {"x + y + z = 6", "x - y = 2", "z = 3"} <= set(words(ax))


def test_a_prism_has_no_point():
    ax = draw_in_box(*PRISM)
    assert marked(ax, "orange") == []
    # the planes meet in the upright lines over (−1, 1), (−1, −1) and (1, 0)
    strokes = [ends for ends in segments(ax, "ink") if len(ends) == 2]
    for x, y in ((-1, 1), (-1, -1), (1, 0)):
        for z in (-2, 2):
            assert any(tuple(end) == picture(x, y, z) for ends in strokes for end in ends)


def test_three_planes_through_one_line_show_each_face():
    ax = draw_in_box([(1, 0, 0), (0, 1, 0), (1, 1, 0)], [1, 1, 2])
    colors = {patch.get_facecolor()[:3] for patch in ax.patches if isinstance(patch, Polygon)}
    assert len(colors) == 4  # paper and three tints
    assert marked(ax, "orange") == [picture(1, 1, 0)]


@pytest.mark.parametrize(
    ("A", "b", "error"),
    [
        ([], [], ShapeError),
        ([(1, 2)], [3], ShapeError),
        ([(1, 2, 3)] * 4, [3] * 4, ShapeError),
        ([(1, 2, 3)], [3, 4], ShapeError),
        ([(0, 0, 0)], [3], LinalgBookError),
        ([(1, 0, float("nan"))], [3], LinalgBookError),
    ],
)
def test_other_shapes_are_refused(A, b, error):
    with pytest.raises(error):
        draw_in_box(A, b)
