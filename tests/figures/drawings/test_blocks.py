"""Ellipses of blocks of rows, which add."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.drawn import marked, paths
from tests.figures.moving import Moving

BLOCKS = [[(1, 1), (3, 3)], [(2, -1), (1, -2)], [(0, 3), (1, 2)], [(4, 0), (3, -1)]]
CASES = [
    (figures.adding_ellipses, (BLOCKS, 2, (7, 2))),
    (figures.adding_ellipses, (BLOCKS, 4, (-3, 6))),
    (figures.adding_ellipses, ([[(0, 0)]], 1, (1, 0))),
    (figures.adding_ellipses, ([[(0, 5)], [(0, -2), (0, 0)]], 2, (0, -7))),
]


def ellipses_agree(scene, facts):
    rows = [[0, 0], *(row for block in scene["blocks"] for row in block)]  # two values for each
    squares, axes = facts
    assert axes == pytest.approx(np.linalg.svd(np.array(rows), compute_uv=False))
    v = scene["direction"]
    for square, block in zip(squares, scene["blocks"], strict=True):
        inner = [Fraction(x * v[0] + y * v[1]) for x, y in block]
        assert square == sum(each**2 for each in inner)


MOVING = {
    "ellipses": Moving(
        "scale/beyond-one-machine",
        "beyond-one-machine-ellipses",
        "810 + 153 = 963",
        {"v at (7, 2)": "ArrowUp"},
        {"v at": (-40, -30)},
        "entry 1 of v",
        "ellipses/geometry.js",
        "(scene) => [scene.blocks.map((rows) =>"
        " module.square(module.products(rows), scene.direction)),"
        " module.halfAxes(module.products(scene.blocks.flat()))]",
        ellipses_agree,
    )
}


def test_reach_by_hand():
    # XᵀX = [[10, 10], [10, 10]] and [[5, -4], [-4, 5]]: along (1, 0) they reach √10, √5 and √15
    ax = figures.adding_ellipses(BLOCKS, 2, (1, 0), figures.axes())
    rings = [
        float(line.get_xdata()[0])
        for line in ax.lines
        if line.get_marker() == "o" and line.get_markersize() == 6.5
    ]
    assert rings == pytest.approx([10**0.5, 5**0.5, 15**0.5])
    assert sorted(marked(ax, "muted")) == [(1, 1), (3, 3)]
    assert sorted(marked(ax, "purple")) == [(1, -2), (2, -1)]


def test_ellipses_reach_as_far_as_rows_allow():
    ax = figures.adding_ellipses(BLOCKS, 3, (1, 2), figures.axes())
    for color, rows in (("blue", [*BLOCKS[0], *BLOCKS[1]]), ("purple", BLOCKS[2])):
        path = max(paths(ax, color), key=len)
        for v in ((1, 2), (1, 0), (-3, 1)):
            far = np.max(path @ v)
            assert far == pytest.approx(np.linalg.norm(np.array(rows) @ v), rel=0.002)


def test_parallel_rows_make_a_segment():
    ax = figures.adding_ellipses(BLOCKS[:1], 1, (1, -1), figures.axes())
    path = max(paths(ax, "orange"), key=len)
    np.testing.assert_allclose(path[:, 0], path[:, 1], atol=1e-12)
    assert np.abs(path).max() == pytest.approx(10**0.5)
    assert scene_of(ax)["count"] == 1


@pytest.mark.parametrize(
    ("given", "error"),
    [
        (([], 1, (1, 0)), EmptySystemError),
        (([[]], 1, (1, 0)), EmptySystemError),
        (([[(1, 2, 3)]], 1, (1, 0)), ShapeError),
        ((BLOCKS, 2, (0, 0)), ShapeError),
        ((BLOCKS, 5, (1, 0)), InvalidNumberError),
        (([[(1, 9)]], 1, (1, 0)), InvalidNumberError),
        (([[(0.5, 1)]], 1, (1, 0)), InvalidNumberError),
    ],
)
def test_refused(given, error):
    with pytest.raises(error):
        figures.adding_ellipses(*given, figures.axes())
