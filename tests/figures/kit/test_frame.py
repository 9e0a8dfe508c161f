"""Limits, scales and grid of a drawing."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.figures.kit.frame import fit_frame


def numbers(axis):
    return [text.get_text().strip("$") for text in axis.get_ticklabels()]


def test_points_lie_inside_and_scales_are_equal():
    ax = figures.axes()
    low, high, powers = fit_frame(ax, np.array([[0, 0], [4, 3]]), 0.1, equal=True)
    assert np.all(low < 0)
    assert np.all(high > [4, 3])
    assert (high - low) / ax.get_window_extent().size == pytest.approx(
        np.full(2, (high - low)[0] / ax.get_window_extent().width), rel=1e-3
    )
    assert powers == [0, 0]


def test_grid_of_whole_numbers_for_a_drawing_of_a_few_units():
    ax = figures.axes()
    fit_frame(ax, np.array([[0, 0], [4, 3]]), 0.1, equal=True)
    assert np.diff(ax.get_xticks()) == pytest.approx(1)
    assert {"0", "1", "2", "3"} <= set(numbers(ax.yaxis))


def test_small_and_large_numbers_are_written_with_a_common_power_of_ten():
    for power in (-8, 7):
        ax = figures.axes()
        scale = 10.0**power
        _, _, powers = fit_frame(ax, scale * np.array([[0, 0], [4, 3]]), 0.1, equal=True)
        assert powers == [power, power]
        assert {"0", "1", "2", "3"} <= set(numbers(ax.yaxis))


def test_unequal_scales_follow_each_axis():
    ax = figures.axes()
    low, high, _ = fit_frame(ax, np.array([[-1.0, 0], [1, 1000]]), 0.1, equal=False)
    assert low == pytest.approx([-1.2, -100])
    assert high == pytest.approx([1.2, 1100])
