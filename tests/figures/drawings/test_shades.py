"""Kernel matrices as shades of ink, side by side."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from tests.figures.drawn import words

SQUARES = {"first": np.eye(3), "second": [[1, -0.5, 0]] * 3}
CASES = [
    (figures.kernel_images, (SQUARES,)),
    (figures.kernel_images, ({**SQUARES, "third": np.ones((3, 3)), "last": np.eye(3)},)),
]
SIZES = {"kernel_images": (4.2, 1.7)}
GIVEN = {"kernel_images": None}


def test_images_in_one_scale():
    ax = figures.kernel_images(SQUARES, figures.axes())
    first, second = (image.get_array() for image in ax.images)
    np.testing.assert_allclose(first[..., 3], np.eye(3))
    np.testing.assert_allclose(second[0, :, 3], [1, 0.5, 0])
    assert not np.allclose(second[0, 0, :3], second[0, 1, :3])
    assert words(ax) == ["first", "second"]


@pytest.mark.parametrize(
    "matrices",
    [{}, {"one": np.eye(2)}, {"a": np.eye(2), "b": np.eye(3)}, {"a": [1, 2], "b": [1, 2]},
     {"a": np.full((2, 2), np.nan), "b": np.eye(2)}],
)  # fmt: skip
def test_images_refused(matrices):
    with pytest.raises(LinalgBookError):
        figures.kernel_images(matrices, figures.axes())
