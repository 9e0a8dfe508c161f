"""The limits of live parts are said in words: what is too large, and what the reader has left."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from playwright.sync_api import expect

from tests.browser.another import EXERCISE, PYTHON, place
from tests.browser.examples import (
    LABEL,
    STEPS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

LIMIT = "expected at most 12 rows and 12 columns, received "


def ones(rows: int, columns: int) -> str:
    """Write a matrix of ones."""
    return "; ".join([" ".join(["1"] * columns)] * rows)


def test_link_with_too_large_a_matrix_is_refused_not_cut(
    open_example: Callable[..., Locator],
) -> None:
    example = open_example(f"?A={quote_plus(ones(13, 2))}&b={quote_plus(ones(1, 13))}")
    status = example.get_by_role("status")
    expect(status).to_have_text(f"The link was not followed: {LIMIT}13 and 2.")
    expect(example.get_by_label("Equation", exact=True)).to_have_value("3x + 4y = 12")
    assert example.page.evaluate("globalThis.pythonCalls ?? 0") == 0
    example.page.evaluate(
        f"location.hash = '{LABEL}?A={quote_plus(ones(12, 12))}&b=' + '1+'.repeat(12)"
    )
    expect(example.locator(".live-matrix input")).to_have_count(144)


def test_paste_that_is_too_large_is_refused_and_changes_nothing(
    example: Locator,
) -> None:
    page = example.page
    example.get_by_label("A and b").check()
    before = example.evaluate(STEPS)
    last = example.get_by_label("A, row 1, column 2")
    last.focus()
    page.evaluate(f"navigator.clipboard.writeText({ones(2, 12)!r})")
    page.keyboard.press("Control+V")
    expect(example.locator(".live-error")).to_have_text(f"{LIMIT}2 and 13: paste fewer")
    expect(last).to_be_focused()
    expect(last).to_have_attribute("aria-invalid", "true")
    expect(last).to_have_value("4")
    expect(example.locator(".live-matrix input")).to_have_count(2)
    example.get_by_label("b, entry 1").focus()
    page.evaluate(f"navigator.clipboard.writeText({ones(1, 13)!r})")
    page.keyboard.press("Control+V")
    expect(example.locator(".live-error")).to_have_text(
        "expected at most 12 entries, received 13: paste fewer"
    )
    example.get_by_label("A, row 1, column 1").focus()
    page.evaluate(f"navigator.clipboard.writeText({ones(2, 12)!r})")
    page.keyboard.press("Control+V")
    expect(example.locator(".live-matrix input")).to_have_count(24)
    expect(example.locator(".live-error")).to_have_count(0)
    assert example.evaluate(STEPS) == before


def test_words_of_a_call_that_the_reader_left_do_not_stay(
    visit: Callable[..., Page],
) -> None:
    page = visit(only=EXERCISE, fragment=f"#{EXERCISE}?seed=8")
    place(page).get_by_role("button", name="The one with number 8").click()
    expect(place(page).get_by_role("button", name="Cancel")).to_be_focused()
    page.evaluate(f"location.hash = '{EXERCISE}?seed=2'")
    statement = place(page).locator(".another-statement")
    expect(statement).to_contain_text("(number 2)")
    expect(place(page).get_by_role("button", name="Cancel")).not_to_be_visible()
    status = place(page).locator("> .check-feedback")
    page.wait_for_timeout(500)
    assert status.inner_text() == ""
    page.evaluate(f"location.hash = '{EXERCISE}?seed=9'")
    place(page).get_by_role("button", name="The one with number 9").click()
    place(page).get_by_role("button", name="Cancel").click()
    expect(status).to_contain_text("Stopped.")
    page.evaluate(f"location.hash = '{EXERCISE}?seed=3'")
    expect(statement).to_contain_text("(number 3)", timeout=PYTHON)
    expect(status).to_be_empty()
