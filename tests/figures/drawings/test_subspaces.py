"""The four subspaces in two planes and as squares: what is drawn where, and what is refused."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.drawings.subspaces import half_of, map_of
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import MAPS, marked, segments, words

A, X, B = MAPS[0]


def draw(*data):
    return figures.plane_subspaces(*data, figures.axes(height=2.5))


def place(plane, x, y):
    return pytest.approx(plane.at(np.array([x, y], dtype=float)), abs=1e-9)


def test_parts_of_x_and_b():
    # by hand: (3, 1) = (2, 2) + (1, −1); (2, 9) = (4, 8) + (−2, 1)
    drawn = map_of(A, X, B)
    assert drawn.domain.split(drawn.x) == pytest.approx([2, 2])
    assert drawn.codomain.split(drawn.b) == pytest.approx([4, 8])
    assert (drawn.domain.half, drawn.codomain.half) == (4, 10)


def test_points_are_where_they_belong():
    ax, drawn = draw(A, X, B), map_of(A, X, B)
    x, b = marked(ax, "ink")
    assert x == place(drawn.domain, 3, 1)
    assert b == place(drawn.codomain, 2, 9)
    (ring,) = marked(ax, "paper")
    assert ring == place(drawn.codomain, 4, 8)  # A x
    (end,) = [ends for ends in segments(ax, "blue") if np.linalg.norm(ends[1] - ends[0]) > 1]
    assert sorted(map(tuple, end)) == [place(drawn.domain, -4, -4), place(drawn.domain, 4, 4)]


def test_full_rank_has_only_zero_in_the_null_spaces():
    ax, drawn = draw(*MAPS[1]), map_of(*MAPS[1])
    assert marked(ax, "orange") == [place(drawn.domain, 0, 0)]
    assert marked(ax, "purple") == [place(drawn.codomain, 0, 0)]
    assert drawn.domain.split(drawn.x) == pytest.approx([3, 1])


def test_the_zero_matrix_has_everything_in_the_null_spaces():
    ax, drawn = draw(*MAPS[2]), map_of(*MAPS[2])
    assert marked(ax, "blue") == [place(drawn.domain, 0, 0)]
    assert marked(ax, "green") == [place(drawn.codomain, 0, 0)]
    assert drawn.domain.split(drawn.x) == pytest.approx([0, 0])


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw(*MAPS[4]).figure))
    assert scene["kind"] == "subspaces"
    assert scene["A"] == [["1/3", "-1"], ["1", "-3"]]
    assert (scene["x"], scene["b"]) == (["-1", "3"], ["1/2", "3/2"])


@pytest.mark.parametrize(
    ("points", "half"), [([[0, 0]], 1), ([[3, 1]], 4), ([[4, 8], [2, 9]], 10), ([[0.02, 0]], 0.03)]
)
def test_half_of_a_plane(points, half):
    assert half_of([np.array(point) for point in points]) == pytest.approx(half)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ((((1, 1),), (3, 1), (2, 9)), ShapeError),
        ((A, (3, 1, 2), (2, 9)), ShapeError),
        ((A, (3, float("nan")), (2, 9)), InvalidNumberError),
        ((A, (3, 1), (2, 1e13)), InvalidNumberError),
    ],
)
def test_refused(data, error):
    with pytest.raises(error):
        draw(*data)


def test_squares_say_their_dimensions():
    ax = figures.subspace_map(3, 4, 2, figures.axes(height=2.4))
    named = [word.split("\ndimension ") for word in words(ax) if "dimension" in word]
    assert named == [
        ["row space", "2"],
        ["null space", "2"],
        ["column\nspace", "2"],
        ["left null\nspace", "1"],
    ]
    full = words(figures.subspace_map(2, 2, 2, figures.axes(height=2.4)))
    assert not any("null" in word for word in full)
    assert "one to one" in full
    assert "one to one" not in words(figures.subspace_map(1, 1, 0, figures.axes(height=2.4)))


@pytest.mark.parametrize("sizes", [(2, 3, 3), (0, 1, 0), (2, 2, -1)])
def test_squares_of_no_matrix_are_refused(sizes):
    with pytest.raises(ShapeError):
        figures.subspace_map(*sizes, figures.axes())


def test_a_line_turns_about_the_crossing_until_x_is_gone():
    ax = figures.pencil(((1, 2), (3, 2)), (8, 12), figures.axes())
    # by hand: (2, 3) solves both; 3·(row 1) from row 2 leaves −4y = −12
    assert marked(ax, "ink") == [pytest.approx((2, 3))]
    assert {"x + 2y = 8", "3x + 2y = 12", "-4y = -12"} <= set(words(ax))
    (level,) = segments(ax, "orange")
    assert level[:, 1] == pytest.approx([3, 3])
    lines = [ends for ends in segments(ax, "muted") if np.linalg.norm(ends[1] - ends[0]) > 1]
    through = [
        ends
        for ends in lines
        if abs(np.linalg.det([ends[1] - ends[0], np.array([2, 3]) - ends[0]])) < 1e-9
    ]
    assert len(through) == 3


@pytest.mark.parametrize(
    ("rows", "b"),
    [
        (((1, 2), (2, 4)), (1, 2)),
        (((0, 2), (2, 4)), (1, 2)),
        (((1, 2), (0, 4)), (1, 2)),
        (((1, 2),), (1,)),
        (((1, 2), (0, 0)), (1, 2)),
    ],
)
def test_lines_that_do_not_cross_are_refused(rows, b):
    with pytest.raises(LinalgBookError):
        figures.pencil(rows, b, figures.axes())
