"""Images of low rank."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.kit.scenes import scene_of
from tests.figures.moving import Moving

WHOLE = np.arange(0, 240, 8).reshape(5, 6) % 101
CASES = [(figures.ranks, (WHOLE, [1, 2, 3, 5]))]
GIVEN = {"ranks": None}


def photograph_agrees(scene, grays):
    assert np.abs(np.ravel(WHOLE) - grays).max() <= 3  # of full rank; a vector has 255 levels
    assert scene["missed"][-1] == 0


MOVING = {
    "photograph": Moving(
        "pseudoinverse/low-rank",
        "low-rank-photograph",
        "44 · (75 + 112) = 8228 instead of 8400",
        {"rank of the last picture": "ArrowLeft"},
        {},
        None,
        "photograph/geometry.js",
        "(scene) => [...module.imagesOf(scene)(scene.shown.at(-1))]",
        photograph_agrees,
    ),
}


def test_four_ranks_of_a_diagonal():
    # the values are the singular values, so rank k keeps the first k of them
    image = np.diag([200.0, 150.0, 100.0, 50.0])
    ax = figures.ranks(image, [1, 2, 3, 4], figures.axes())
    shown = [np.asarray(each.get_array()) for each in ax.images]
    assert [each.diagonal().tolist() for each in shown] == [
        [200, 0, 0, 0], [200, 150, 0, 0], [200, 150, 100, 0], [200, 150, 100, 50]
    ]  # fmt: skip
    squares = np.array([40_000, 22_500, 10_000, 2_500])
    left = [squares[k:].sum() / squares.sum() for k in range(5)]
    assert scene_of(ax)["missed"] == pytest.approx(np.sqrt(left), abs=1e-5)


@pytest.mark.parametrize("counts", [[1, 2, 3], [2, 1, 3, 4], [0, 1, 2, 3], [1, 2, 3, 5]])
def test_ranks_that_an_image_cannot_have_are_refused(counts):
    with pytest.raises(LinalgBookError, match="rank"):
        figures.ranks(np.eye(4), counts, figures.axes())
