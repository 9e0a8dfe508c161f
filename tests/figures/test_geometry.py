"""Points and directions that the drawings share."""

import numpy as np
import pytest

from linalg_book.figures.geometry import clip, line_of


def test_line_of_the_first_equation():
    line = line_of((3, 4), 12)
    assert line.foot == pytest.approx([36 / 25, 48 / 25])
    assert line.distance == pytest.approx(12 / 5)
    assert line.normal == pytest.approx([3 / 5, 4 / 5])
    assert line.along == pytest.approx([4 / 5, -3 / 5])


@pytest.mark.parametrize("scale", [1e-300, 1e-8, 1e8, 1e300])
def test_scaling_the_equation_changes_neither_the_foot_nor_the_directions(scale):
    line = line_of((3 * scale, 4 * scale), 12 * scale)
    assert line.foot == pytest.approx([36 / 25, 48 / 25])
    assert line.normal == pytest.approx([3 / 5, 4 / 5])


def test_outward_points_from_the_origin_to_the_line():
    assert line_of((3, 4), -12).outward == pytest.approx([-3 / 5, -4 / 5])


@pytest.mark.parametrize(
    ("point", "direction", "ends"),
    [
        ((1, 1), (1, 0), {(0, 1), (4, 1)}),
        ((1, 1), (0, -2), {(1, 0), (1, 2)}),
        ((1, 1), (1, 1), {(0, 0), (2, 2)}),
        ((5, 3), (1, 1), {(2, 0), (4, 2)}),
    ],
)
def test_clip_to_a_box_of_4_by_2(point, direction, ends):
    start, end = clip(
        np.array(point, float), np.array(direction, float), np.zeros(2), np.array([4.0, 2.0])
    )
    assert {tuple(start), tuple(end)} == ends
