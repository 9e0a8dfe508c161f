"""The cut-off that a slider moves: its numbers are those of NumPy, and what is kept is filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tests.browser.figures import moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER = "pseudoinverse/pinv-in-practice"
FIGURE = "#fig-pinv-in-practice-truncation"


def expected(tau: float) -> list[float]:
    """Compute rank, length, residual and distance from the truth with NumPy alone."""
    across = np.array([[1] * 8, [1] * 4 + [-1] * 4, [1, -1] * 4]).T
    along = np.array([[1] * 6, [1] * 3 + [-1] * 3, [1, -2, 1, 1, -2, 1]])
    clean, truth = across @ np.diag([16, 4, 1]) @ along, along.sum(axis=0)
    rng = np.random.default_rng(4)
    measured = clean + rng.uniform(-0.01, 0.01, (8, 6)).round(3)
    b = clean @ truth + rng.uniform(-0.5, 0.5, 8).round(1)
    sigma = np.linalg.svd(measured)[1]
    x = np.linalg.pinv(measured, rtol=tau / sigma[0]) @ b
    lengths = (np.linalg.norm(y) for y in (x, measured @ x - b, x - truth))
    return [int(np.count_nonzero(sigma > tau)), *(float(f"{y:.3g}") for y in lengths)]


def shown(page: Page) -> list[float]:
    """Return the numbers that the figure says."""
    facts = told(page.locator(FIGURE))
    rank = int(facts.pop("Cut-off").rpartition(" ")[2])
    others = (
        "Length of the solution",
        "Length of the residual",
        "Distance from the true solution",
    )
    return [rank, *(float(facts[name]) for name in others)]


def test_the_slider_moves_the_cut_off(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER, only=FIGURE[1:])
    figure = moving(page, FIGURE)
    assert shown(page) == expected(10**-0.3)
    assert figure.locator("circle.plane-dot").count() == 3
    slider = figure.get_by_label("decimal logarithm of the cut-off")
    slider.focus()
    page.keyboard.press("Home")
    assert shown(page) == expected(10**-3)
    assert shown(page)[0] == 6
    assert figure.locator("circle.plane-ring").count() == 0
    page.keyboard.press("End")
    assert shown(page)[0] == 0
    figure.get_by_role("button", name="Reset").click()
    assert shown(page) == expected(10**-0.3)
