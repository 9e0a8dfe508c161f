"""Photographs, channels, and the numbers of a small image."""

import numpy as np
import pytest
from matplotlib.colors import to_hex

from linalg_book import datasets, figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_in
from linalg_book.figures.kit.style import COLORS
from tests.figures.moving import Moving

GRAY, COLORED = np.arange(0, 240, 10).reshape(4, 6), np.arange(72).reshape(4, 6, 3)
# Gray, color; a blank pixel, one row, full ink.
CASES = [
    (figures.picture, (GRAY,)),
    (figures.picture, (COLORED,)),
    (figures.channels, (COLORED,)),
    (figures.pixels, ([[0, 12, 3], [16, 1, 0]], (1, 0))),
    (figures.pixels, ([[0, 0, 0, 0, 0, 0, 0, 0]], (0, 7))),
]
GIVEN = {"pixels": "orange", "picture": None, "channels": None}


def pixels_agrees(scene, facts):
    assert facts == scene


MOVING = {
    "pixels": Moving(
        "data/data-as-vectors",
        "data-as-vectors-digit",
        "row 3, column 5: 6 of 16",
        {
            "Arrow keys move the mark.": "ArrowUp",
            "row of the pixel": "ArrowLeft",
            "column of the pixel": "End",
            "ink of the pixel": "End",
        },
        {},
        None,
        "pixels/geometry.js",
        "(scene) => scene",
        pixels_agrees,
    ),
}

IMAGE = [[0, 4, 1], [2, 0, 3]]


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


def draw(**options):
    return figures.pixels(IMAGE, (1, 2), figures.axes(height=2.1), **options)


def test_ink_is_the_share_of_the_largest_number():
    for most, full in ((None, 4), (8, 8)):
        (shown,) = draw(most=most).images
        # white paper is 0 also on dark pages: the image keeps its grays
        grays = 255 * (1 - np.array(IMAGE) / full)
        assert np.asarray(shown.get_array(), dtype=float) == pytest.approx(grays, abs=1)


def test_numbers_stand_in_rows_and_columns():
    ax = draw()
    places = {text.get_position(): text.get_text() for text in ax.texts}
    columns = sorted({x for x, _ in places})
    assert len(columns) == 3
    for row, y in enumerate((-0.5, -1.5)):
        assert [places[x, y] for x in columns] == [str(value) for value in IMAGE[row]]


def test_one_pixel_is_marked_on_both_sides():
    ax = draw()
    marks = [patch for patch in ax.patches if not patch.get_fill()]
    assert {to_hex(mark.get_edgecolor()) for mark in marks} == {COLORS["orange"]}
    (first, second) = sorted((mark.get_x(), mark.get_y()) for mark in marks)
    assert first == (2, -2)
    number = next(text for text in ax.texts if text.get_text() == "3")
    assert number.get_position() == (second[0] + 0.5, second[1] + 0.5)


def test_the_page_gets_the_numbers():
    scene = scene_in(figures.svg(draw(most=16).figure))
    assert scene is not None
    frame = scene.pop("frame")
    assert scene == {"kind": "pixels", "image": IMAGE, "most": 16, "at": [1, 2], "gap": 1.4}
    assert frame[0] < 0
    assert frame[2] > 7.4  # two squares of three pixels and the gap


def test_a_blank_image_can_be_drawn():
    ax = figures.pixels(np.zeros((2, 2), dtype=int), (0, 0), figures.axes())
    assert [patch for patch in ax.patches if patch.get_fill()] == []


@pytest.mark.parametrize(
    ("image", "error", "words"),
    [
        ([1, 2, 3], ShapeError, "received shape \\(3,\\)"),
        (np.ones((11, 2), dtype=int), ShapeError, "at most 10 rows"),
        ([[]], ShapeError, "cut out a part"),
        ([[0.5]], InvalidNumberError, "whole numbers"),
        ([[-1]], InvalidNumberError, "from 0 on"),
    ],
)
def test_other_images_are_refused(image, error, words):
    with pytest.raises(error, match=words):
        figures.pixels(image, (0, 0), figures.axes())


def test_marks_outside_and_too_little_ink_are_refused():
    for at in ((2, 0), (0, 3), (-1, 0)):
        with pytest.raises(ShapeError, match="rows run from 0 to 1, columns from 0 to 2"):
            figures.pixels(IMAGE, at, figures.axes())
    with pytest.raises(InvalidNumberError, match="the largest number 4, received 3"):
        draw(most=3)
