"""Photographs: their own numbers, upright, with square pixels."""

import numpy as np
import pytest

from linalg_book import datasets, figures
from linalg_book.errors import ShapeError


def test_a_gray_picture_with_a_framed_part():
    image = datasets.retina().values
    ax = figures.picture(image, figures.axes(), frame=(17, 11, 10, 8))
    (shown,) = ax.images
    assert (shown.get_array() == image).all()
    assert tuple(shown.get_extent()) == (0, 102, -102, 0)
    assert shown.get_clim() == (0, 255)
    (frame,) = ax.patches
    assert frame.get_bbox().bounds == (11, -27, 8, 10)
    assert ax.get_aspect() == 1


def test_channels_are_slices_of_the_tensor():
    image = datasets.cat().values
    ax = figures.channels(image, figures.axes())
    whole, red, green, blue = (shown.get_array() for shown in ax.images)
    assert (whole == image).all()
    for k, channel in enumerate((red, green, blue)):
        assert (channel == image[::2, ::2, k]).all()
    names = {text.get_text(): text.get_position() for text in ax.texts}
    for shown, name in zip(ax.images, ("all three", "red", "green", "blue"), strict=True):
        left, right, low, _ = shown.get_extent()
        assert left < names[name][0] < right
        assert names[name][1] < low


def test_other_shapes_are_refused():
    for wrong in (np.zeros(3), np.zeros((2, 2, 4)), np.zeros((0, 2))):
        with pytest.raises(ShapeError, match="one image, with its channels last"):
            figures.picture(wrong, figures.axes())
    for wrong in (np.zeros((2, 2)), np.zeros((2, 2, 2))):
        with pytest.raises(ShapeError, match="a color image with its channels last"):
            figures.channels(wrong, figures.axes())


def test_a_strip_of_images_in_ink():
    rows = [[np.array([[0, 16], [8, 32]]), np.array([[-4, 4]])]] * 2
    ax = figures.strip(rows, ["k = 1", "k = 2"], figures.axes(height=2), most=16)
    first, second = (shown.get_array() for shown in ax.images[:2])
    assert first.tolist() == [[255, 0], [127, 0]]  # ink is dark; beyond full ink there is none
    assert second.tolist() == [[255, 191]]
    assert len(ax.images) == 4
    assert ax.images[2].get_extent()[3] < ax.images[0].get_extent()[2]
    assert [text.get_text() for text in ax.texts] == ["k = 1", "k = 2"]


@pytest.mark.parametrize("rows", [[], [[np.eye(2)]]])
def test_each_image_has_a_name(rows):
    with pytest.raises(ShapeError, match="one for each name"):
        figures.strip(rows, ["a", "b"], figures.axes(), most=1)
