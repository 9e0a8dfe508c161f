"""Perpendiculars, parts of a solution and a sheet in space: what is drawn where."""

from itertools import pairwise

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.figures.kit.line_in_space import perpendiculars_of, solution_parts_of
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.space import View
from tests.figures.drawn import marked, segments, words
from tests.figures.moving import Moving, numbers

# A perpendicular that misses its line, one that meets it, the origin, a line through the origin.
SKEW = [
    (((1, 1, 1), (0, 1, 2)), (6, 8), (2, 0)),
    (((1, 1, 1), (0, 1, 2)), (6, 8), (1, 1)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (0, 0)),
    (((1, 1, 1), (1, -1, 0)), (0, 0), (1, -1)),
]
# A step one way, the other way, none; the line through the origin.
PARTS = [
    (((1, 1, 1), (1, -1, 0)), (6, 2), (2, 0, 4)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (4, 2, 0)),
    (((1, 1, 1), (1, -1, 0)), (6, 2), (3, 1, 2)),
    (((1, 1, 1), (1, -1, 0)), (0, 0), (-1, -1, 2)),
]
CASES = [
    *[(figures.perpendiculars, data) for data in SKEW],
    *[(figures.solution_parts, data) for data in PARTS],
    (figures.embedded_plane, ((0.6, 0, 0.8), (0, 1, 0), (2, 1))),
]
SIZES = dict.fromkeys(("embedded_plane", "perpendiculars", "solution_parts"), (4.2, 3.9))


def parts_agrees(scene, facts):
    assert numbers(facts["solution"]) == numbers(scene["x"])


def perpendiculars_agrees(scene, facts):
    tip = np.array(numbers(scene["c"])) @ np.array(numbers(scene["A"]))
    assert numbers(facts["tip"]) == tip.tolist()


MOVING = {
    "parts": Moving(
        "systems/least-norm",
        "least-norm-parts",
        "(2, 0, 4)",
        {"t, steps along the line": "ArrowRight"},
        {},
        None,
        "parts/geometry.js",
        """({ A, b, x }) => {
    const facts = planes.planesFacts({ A: read(A), b: read(b) });
    return module.partsAt(facts, module.stepsTo(facts, read(x)));
  }""",
        parts_agrees,
    ),
    "perpendiculars": Moving(
        "systems/planes",
        "planes-skew",
        "2 (1, 1, 1) + 0 (0, 1, 2) = (2, 2, 2)",
        {f"multiplier of the {place} normal": "ArrowRight" for place in ("first", "second")},
        {},
        None,
        "perpendiculars/geometry.js",
        """({ A, b, c }) =>
    module.tipFacts(read(A), planes.planesFacts({ A: read(A), b: read(b) }), read(c))""",
        perpendiculars_agrees,
    ),
}

VIEW = View(70, 18)
A, b, MISSING = SKEW[0]
ROWS, SIDES, SOLUTION = PARTS[0]


def draw(c):
    return figures.perpendiculars(A, b, c, figures.axes(height=3.9))


def picture(*point):
    return pytest.approx(VIEW.project(np.array([point]))[0], abs=1e-9)


def pieces(c):
    found = perpendiculars_of(A, b, c).pieces()
    return {piece.name: piece.points for piece in found}


def test_a_perpendicular_that_misses_the_line():
    # by hand: the line is (1, 2, 3) + t (1, −2, 1); (2, 2, 2) is the point of the line through O
    # and (1, 1, 1) that is nearest to (1, 2, 3)
    found = pieces((2, 0))
    assert found["tip"] == pytest.approx(np.array([[2, 2, 2]]))
    assert found["gap"] == pytest.approx(np.array([[2, 2, 2], [1, 2, 3]]))
    assert found["nearest"] == pytest.approx(np.array([[1, 2, 3]]))
    shaded = found["blue"]
    assert shaded @ np.array([1, -2, 1]) == pytest.approx(np.zeros(len(shaded)))


def test_points_are_where_they_belong():
    ax = draw(MISSING)
    assert marked(ax, "green") == [picture(2, 2, 2)]
    assert marked(ax, "orange") == [picture(1, 2, 3)]
    assert {"L", r"(1,\, 2,\, 3)", r"(2,\, 2,\, 2)"} <= set(words(ax))
    # (1, 2, 3) + t (1, −2, 1) leaves the box at z = 5 and at y = −5
    ends = np.concatenate(segments(ax, "purple"))
    for end in (picture(3, -2, 5), picture(-0.5, 5, 1.5)):
        assert any(tuple(found) == end for found in ends)


def test_no_gap_where_the_lines_meet():
    assert "gap" not in pieces((2, 2))
    assert "skew" in pieces((2, 2))
    assert r"(2,\, 2,\, 2)" not in words(draw((1, 1)))


def test_no_direction_at_the_origin():
    assert {"skew", "gap"}.isdisjoint(pieces((0, 0)))


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw(MISSING).figure))
    assert scene["kind"] == "perpendiculars"
    assert (scene["A"], scene["b"]) == ([["1", "1", "1"], ["0", "1", "2"]], ["6", "8"])
    assert (scene["c"], scene["half"], scene["view"]) == (["2", "0"], 5, [70, 18])


@pytest.mark.parametrize(
    ("rows", "c", "error"),
    [
        (((1, 1, 1), (2, 2, 2)), (1, 1), ShapeError),
        (A, (1,), ShapeError),
        (((0, 0, 0), (2, 2, 2)), (1, 1), LinalgBookError),
    ],
)
def test_refused(rows, c, error):
    with pytest.raises(error):
        figures.perpendiculars(rows, b, c, figures.axes())


def test_no_word_covers_the_arrow_or_the_gap_for_an_eye_that_looks_along_the_line():
    along = (-63.435, 24.095)  # degrees: the direction (1, −2, 1)
    ax = figures.perpendiculars(A, b, MISSING, figures.axes(height=3.9), view=along)
    ends = View(*along).project(np.array([[0.5, 1, 1.5], [1, 2, 3], [2, 2, 2]]))
    shares = np.linspace(0, 1, 50)[:, np.newaxis]
    for start, end in pairwise(ends):  # half of the arrow, the gap
        seen = ax.transData.transform(start + shares * (end - start))
        for text in ax.texts:
            box = text.get_window_extent()
            assert not any(box.contains(x, y) for x, y in seen), text.get_text()


def written(ax):
    return [word.replace("{", "").replace("}", "") for word in words(ax)]


def test_the_crossing_of_the_sheet_is_named_by_its_place_in_space():
    u, v = np.array([2, -2, 1]) / 3, np.array([2, 1, -2]) / 3
    ax = figures.embedded_plane(u, v, (2, 1), figures.axes(height=3.9))
    assert r"(2,\, -1,\, 0)" in written(ax)
    assert len(marked(ax, "green")) == 1
    corner = figures.embedded_plane((1, 0, 0), (0, 1, 0), (0, 0), figures.axes(height=3.9))
    assert len(segments(corner, "orange")) == 0


@pytest.mark.parametrize(
    ("u", "v", "at"),
    [
        ((1, 2, 2), (2, 4, 4), (1, 1)),
        ((0, 0, 0), (2, 4, 4), (1, 1)),
        ((1, 2), (2, 4), (1, 1)),
        ((1, 0, 0), (0, 1, 0), (3, 0)),
    ],
)
def test_sheets_that_are_none_are_refused(u, v, at):
    with pytest.raises(LinalgBookError):
        figures.embedded_plane(u, v, at, figures.axes())


def draw_parts(x):
    return figures.solution_parts(ROWS, SIDES, x, figures.axes(height=3.9))


def parts_of(x):
    return {piece.name: piece.points for piece in solution_parts_of(ROWS, SIDES, x).pieces()}


def test_the_parts_of_a_solution():
    # by hand: all solutions are (3, 1, 2) + t (1, 1, −2); (2, 0, 4) has t = −1
    found = parts_of(SOLUTION)
    assert found["across"] == pytest.approx(np.array([[0, 0, 0], [3, 1, 2]]))
    assert found["along"] == pytest.approx(np.array([[3, 1, 2], [2, 0, 4]]))
    assert found["whole"] == pytest.approx(np.array([[0, 0, 0], [2, 0, 4]]))
    shaded = found["blue"]
    assert shaded @ np.array([1, 1, -2]) == pytest.approx(np.zeros(len(shaded)))


def test_parts_are_where_they_belong():
    ax = draw_parts(SOLUTION)
    for color, point in (("ink", (2, 0, 4)), ("orange", (3, 1, 2))):
        expected = pytest.approx(VIEW.project(np.array([point]))[0])
        assert any(found == expected for found in marked(ax, color))
    assert {"L", r"(3,\, 1,\, 2)", r"(2,\, 0,\, 4)"} <= set(words(ax))


def test_the_shortest_solution_has_one_part():
    assert {"along", "whole"}.isdisjoint(parts_of((3, 1, 2)))
    assert words(draw_parts((3, 1, 2))).count(r"(3,\, 1,\, 2)") == 1


def test_through_the_origin_there_is_no_part_in_the_row_space():
    through = {piece.name for piece in solution_parts_of(*PARTS[3]).pieces()}
    assert "along" in through
    assert {"across", "corner"}.isdisjoint(through)


def test_svg_says_which_parts_it_shows():
    scene = scene_in(figures.svg(draw_parts(SOLUTION).figure))
    assert scene["kind"] == "parts"
    assert (scene["x"], scene["b"], scene["half"]) == (["2", "0", "4"], ["6", "2"], 5)


@pytest.mark.parametrize(
    ("rows", "x", "error"),
    [
        (((1, 1, 1), (2, 2, 2)), (2, 0, 4), ShapeError),
        (ROWS, (2, 0, 5), ShapeError),
        (ROWS, (2, 0), ShapeError),
        (((0, 0, 0), (2, 2, 2)), (2, 0, 4), LinalgBookError),
    ],
)
def test_parts_that_are_refused(rows, x, error):
    with pytest.raises(error):
        figures.solution_parts(rows, SIDES, x, figures.axes())
