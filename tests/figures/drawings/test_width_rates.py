"""Measured quantities against the width, in bands on logarithmic scales."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import LinalgBookError
from tests.figures.drawn import words

SMALL = ([10, 100, 1000], {"error": [[1, 0.1, 0.01], [2, 0.2, 0.02], [4, 0.4, 0.04]]})
CASES = [
    (figures.rates, SMALL),
    (figures.rates, ([1, 4], {name: [[k, k / 2]] for k, name in enumerate("abcd", 1)})),
]


def test_medians_and_bands_by_hand():
    ax = figures.rates(*SMALL, figures.axes(), slopes=[-1])
    guide, middle = ax.lines
    np.testing.assert_allclose(middle.get_xdata(), [1, 2, 3])
    np.testing.assert_allclose(middle.get_ydata(), np.log10([2, 0.2, 0.02]))
    np.testing.assert_allclose(guide.get_ydata(), middle.get_ydata())  # it falls like 1/k
    (band,) = ax.collections
    edges = band.get_paths()[0].vertices
    # quartiles lie halfway between the logarithms
    assert edges[:, 1].max() == pytest.approx(np.log10(2 * 2**0.5))
    assert edges[:, 1].min() == pytest.approx(np.log10(0.02 / 2**0.5))
    assert words(ax) == ["error"]


@pytest.mark.parametrize(
    ("widths", "measured", "slopes"),
    [
        ([10], {"a": [[1]]}, []),
        ([10, 5], {"a": [[1, 1]]}, []),
        ([1, 2], {}, []),
        ([1, 2], {name: [[1, 1]] for name in "abcde"}, []),
        ([1, 2], {"a": [[1, 0]]}, []),
        ([1, 2], {"a": [[1, 1, 1]]}, []),
        ([1, 2], {"a": []}, []),
        ([1, 2], {"a": [[1, 1]]}, [0, 1]),
    ],
)
def test_refused(widths, measured, slopes):
    with pytest.raises(LinalgBookError):
        figures.rates(widths, measured, figures.axes(), slopes=slopes)
