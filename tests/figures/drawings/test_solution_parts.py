"""A solution with its parts in the row space and the null space: what is drawn, what is refused."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.figures.drawings.solution_parts import solution_parts_of
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.space import View
from tests.figures.drawn import PARTS, marked, words

VIEW = View(70, 18)
A, b, SOLUTION = PARTS[0]


def draw(x):
    return figures.solution_parts(A, b, x, figures.axes(height=3.9))


def pieces(x):
    return {piece.name: piece.points for piece in solution_parts_of(A, b, x).pieces()}


def test_the_parts_of_a_solution():
    # by hand: all solutions are (3, 1, 2) + t (1, 1, −2); (2, 0, 4) has t = −1
    found = pieces(SOLUTION)
    assert found["across"] == pytest.approx(np.array([[0, 0, 0], [3, 1, 2]]))
    assert found["along"] == pytest.approx(np.array([[3, 1, 2], [2, 0, 4]]))
    assert found["whole"] == pytest.approx(np.array([[0, 0, 0], [2, 0, 4]]))
    shaded = found["blue"]
    assert shaded @ np.array([1, 1, -2]) == pytest.approx(np.zeros(len(shaded)))


def test_points_are_where_they_belong():
    ax = draw(SOLUTION)
    for color, point in (("ink", (2, 0, 4)), ("orange", (3, 1, 2))):
        expected = pytest.approx(VIEW.project(np.array([point]))[0])
        assert any(found == expected for found in marked(ax, color))
    assert {"L", r"(3,\, 1,\, 2)", r"(2,\, 0,\, 4)"} <= set(words(ax))


def test_the_shortest_solution_has_one_part():
    assert {"along", "whole"}.isdisjoint(pieces((3, 1, 2)))
    assert words(draw((3, 1, 2))).count(r"(3,\, 1,\, 2)") == 1


def test_through_the_origin_there_is_no_part_in_the_row_space():
    through = {piece.name for piece in solution_parts_of(*PARTS[3]).pieces()}
    assert "along" in through
    assert {"across", "corner"}.isdisjoint(through)


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw(SOLUTION).figure))
    assert scene["kind"] == "parts"
    assert (scene["x"], scene["b"], scene["half"]) == (["2", "0", "4"], ["6", "2"], 5)


@pytest.mark.parametrize(
    ("rows", "x", "error"),
    [
        (((1, 1, 1), (2, 2, 2)), (2, 0, 4), ShapeError),
        (A, (2, 0, 5), ShapeError),
        (A, (2, 0), ShapeError),
        (((0, 0, 0), (2, 2, 2)), (2, 0, 4), LinalgBookError),
    ],
)
def test_refused(rows, x, error):
    with pytest.raises(error):
        figures.solution_parts(rows, b, x, figures.axes())
