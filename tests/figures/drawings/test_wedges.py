"""The wedge of vectors that make acute angles with two directions."""

import numpy as np
import pytest
from matplotlib.patches import Polygon

from linalg_book import figures
from linalg_book.errors import ShapeError
from tests.figures.drawn import words

CASES = [
    (figures.activation_wedge, (x, z))
    for x, z in [((5, 0), (3, 4)), ((1, 0), (1, 0)), ((-1, 2), (2, 1)), ((1, 0), (-5, 1))]
]


@pytest.mark.parametrize(("_", "data"), CASES)
def test_it_holds_the_vectors_with_acute_angles(_, data):
    ax = figures.activation_wedge(*data, figures.axes())
    (area,) = (patch for patch in ax.patches if isinstance(patch, Polygon))
    turn = np.random.default_rng(1).uniform(0, 2 * np.pi, 300)
    for b in np.column_stack([np.cos(turn), np.sin(turn)]):
        both = min(b @ np.array(data[0]), b @ np.array(data[1]))
        if abs(both) > 0.01:  # not on an edge
            assert area.get_path().contains_point(b) == (both > 0)


def test_what_is_named():
    right = figures.activation_wedge((2, 0), (0, 3), figures.axes())
    assert sorted(words(right)) == sorted(
        [r"\mathbf{x}", r"\mathbf{z}", r"\theta", r"\pi - \theta"]
    )
    assert r"\theta" not in words(figures.activation_wedge((2, 1), (4, 2), figures.axes()))


@pytest.mark.parametrize("data", [((0, 0), (1, 2)), ((1, 2, 3), (1, 2)), ((1, 2), (-2, -4))])
def test_refused(data):
    with pytest.raises(ShapeError, match="received"):
        figures.activation_wedge(*data, figures.axes())
