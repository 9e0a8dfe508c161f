"""The figure of principal components: its numbers are those of the data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from linalg_book import datasets, numeric
from tests.browser.figures import moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER, FIGURE = "pseudoinverse/low-rank", "#fig-low-rank-people"
ANGLE = "angle of the axis"
FOUND = numeric.pca(datasets.people().values[:60, :2], 2)


def test_the_largest_variance_is_that_of_the_first_component(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=FIGURE[1:])
    figure = moving(page, FIGURE)
    first = told(figure)
    figure.get_by_label(ANGLE).fill("73")
    best = told(figure)
    assert float(best["Variance along the axis"]) == pytest.approx(
        FOUND.explained_variance[0], abs=0.06
    )
    assert best["Together"] == first["Together"] == f"{FOUND.explained_variance.sum():.1f}"
    assert best["Share along"] == "79.7 %, the largest possible"
    assert "largest" not in first["Share along"]
    expect(figure.locator("text=along 80 %")).to_be_visible()


def test_a_link_beyond_a_half_turn_means_the_same_axis(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=FIGURE[1:])
    figure = moving(page, FIGURE)
    page.evaluate(f"location.hash = '{FIGURE}?angle=250'")
    expect(figure.locator(".figure-readout dd").first).to_have_text("70° from the horizontal")
