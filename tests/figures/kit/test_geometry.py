"""Points and directions that the drawings share."""

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.geometry import clip, line_of, require_two_intercepts


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


@pytest.mark.parametrize("b", [5e-324, 1e-102, 1e102, 1e308])
def test_a_line_beyond_drawing_is_refused(b):
    with pytest.raises(InvalidNumberError, match="between 1e-100 and 1e\\+100 away"):
        line_of((3, 4), b)


def test_an_intercept_beyond_the_floats_is_refused():
    line = line_of((1e300, 1e-300), 1e300)  # it meets the y-axis at 1e600
    with pytest.raises(InvalidNumberError, match="cuts both axes"):
        require_two_intercepts(line)
