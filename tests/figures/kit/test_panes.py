"""The scale of a square pane."""

import numpy as np
import pytest

from linalg_book.figures.kit.panes import half_of


@pytest.mark.parametrize(
    ("points", "half"), [([[0, 0]], 1), ([[3, 1]], 4), ([[4, 8], [2, 9]], 10), ([[0.02, 0]], 0.03)]
)
def test_half_of_a_plane(points, half):
    assert half_of([np.array(point) for point in points]) == pytest.approx(half)
