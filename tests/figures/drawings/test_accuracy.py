"""Errors against condition numbers."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, segments


def test_marks_and_guides():
    errors = {"good": [1e-15, 1e-12], "bad": [1e-14, 1e-5]}
    ax = figures.accuracy([100, 1e6], errors, figures.axes())
    assert np.array(marked(ax, "blue")) == pytest.approx(np.array([(2, -15), (6, -12)]))
    assert np.array(marked(ax, "paper")) == pytest.approx(np.array([(2, -14), (6, -5)]))
    slopes = [
        (end[1] - start[1]) / (end[0] - start[0])
        for start, end in segments(ax, "muted")
        if abs(start[1] - np.log10(2.0**-52)) < 1e-6
    ]
    assert slopes == pytest.approx([1, 2])


def test_numbers_that_are_refused():
    with pytest.raises(ShapeError, match="2 errors each"):
        figures.accuracy([10, 100], {"one": [1e-3]}, figures.axes())
    with pytest.raises(ShapeError, match="one or two methods"):
        figures.accuracy([10], {name: [1e-3] for name in "abc"}, figures.axes())
    with pytest.raises(InvalidNumberError, match="greater than 1"):
        figures.accuracy([1], {"one": [1e-3]}, figures.axes())
    with pytest.raises(InvalidNumberError, match="greater than 0"):
        figures.accuracy([10], {"one": [0]}, figures.axes())
