"""The four subspaces in two planes and as squares, and the way back between them."""

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.plane_map import map_of
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import MAPS, marked, segments, words
from tests.figures.moving import ENTRIES, Moving, flat, numbers

# Sizes; a vector in a subspace; with a step back, without one, along the row space.
CASES = [
    *[(figures.subspace_map, sizes) for sizes in ((8, 8, 4), (3, 4, 2), (2, 2, 2), (1, 1, 0))],
    *[(figures.plane_subspaces, data) for data in MAPS],
    *[(figures.plane_pseudoinverse, (A, b, step)) for A, step, b in MAPS],
    (figures.plane_pseudoinverse, (((1, 1), (2, 2)), (-2, 6), (0, 0))),
    (figures.plane_pseudoinverse, (((1, 1), (2, 2)), (2, 4), (1, 1))),
]
SIZES = {
    "plane_pseudoinverse": (4.2, 2.5),
    "plane_subspaces": (4.2, 2.5),
    "subspace_map": (4.2, 2.4),
}


def pseudoinverse_agrees(scene, facts):
    back = exact.pseudoinverse(scene["A"]).answer
    assert [entry for row in numbers(facts) for entry in row] == flat(back)


def subspaces_agrees(scene, facts):
    image = np.array(numbers(scene["A"])) @ np.array(numbers(scene["x"]))
    assert numbers(facts["image"]) == image.tolist()
    assert facts["rank"] == exact.four_subspaces(scene["A"]).answer.row_space.cols


MOVING = {
    "pseudoinverse": Moving(
        "pseudoinverse/pseudoinverse",
        "pseudoinverse-plane",
        "1",
        {"x = (": "ArrowRight", "b = (": "ArrowUp", "last entry of A": "ArrowRight"},
        {"b = (": (60, 0), "x = (": (40, 0)},
        "entry 1 of b",
        "kit/map_geometry.js",
        "({ A }) => module.pseudoinverse(read(A))",
        pseudoinverse_agrees,
    ),
    "subspaces": Moving(
        "systems/four-subspaces",
        "four-subspaces-plane",
        "1",
        {"x = (": "ArrowRight", "b = (": "ArrowUp", "last entry of A": "ArrowRight", **ENTRIES},
        {"b = (": (60, 0), "x = (": (40, 0)},
        "row 2, column 2",
        "kit/map_geometry.js",
        "({ A, x, b }) => module.mapFacts({ A: read(A), x: read(x), b: read(b) })",
        subspaces_agrees,
    ),
}

A, X, B = MAPS[0]
FLAT, READINGS, STEP = ((1, 1), (2, 2)), (-2, 6), (5, 1)


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


def draw_back(*data):
    return figures.plane_pseudoinverse(*data, figures.axes(height=2.5))


def test_the_shortest_of_all_that_are_sent_to_p():
    # by hand: (−2, 6) = (2, 4) + (−4, 2), A⁺b = (1, 1), and (5, 1) = (3, 3) + (2, −2)
    ax, planes = draw_back(FLAT, READINGS, STEP), map_of(FLAT, (3, -1), READINGS)
    least, reached = marked(ax, "paper")
    assert least == pytest.approx(planes.domain.at(np.array([1, 1])))
    assert reached == pytest.approx(planes.codomain.at(np.array([2, 4])))
    x, b = marked(ax, "ink")
    assert x == pytest.approx(planes.domain.at(np.array([3, -1])))
    assert b == pytest.approx(planes.codomain.at(np.array([-2, 6])))
    thin = [planes.domain.at(np.array(end)) for end in ((-2, 4), (4, -2))]
    assert any(
        np.allclose(sorted(ends.tolist()), sorted(end.tolist() for end in thin))
        for ends in segments(ax, "ink")
    )


def test_without_a_step_only_one_point_is_marked():
    ax = draw_back(FLAT, READINGS, (0, 0))
    assert r"\mathbf{x}" not in words(ax)
    assert len(marked(ax, "ink")) == 1


def test_an_invertible_matrix_has_no_line():
    # by hand: the inverse of (1, 1; 1, 2) sends (2, 3) to (1, 1)
    ax, planes = (
        draw_back(((1, 1), (1, 2)), (2, 3), (0, 0)),
        map_of(((1, 1), (1, 2)), (1, 1), (2, 3)),
    )
    assert marked(ax, "paper")[0] == pytest.approx(planes.domain.at(np.array([1, 1])))
    assert not any(np.linalg.norm(e[1] - e[0]) > 1 for e in segments(ax, "ink"))


def test_the_arrows_of_the_way_back():
    ax = figures.subspace_map(3, 4, 2, figures.axes(height=2.4), back=True)
    ends = [patch._posA_posB for patch in ax.patches if hasattr(patch, "_posA_posB")]
    assert len(ends) == 2
    assert all(start[0] > end[0] for start, end in ends)
    full = figures.subspace_map(2, 3, 2, figures.axes(height=2.4), back=True)
    assert len([patch for patch in full.patches if hasattr(patch, "_posA_posB")]) == 1
