"""What goes on at the same time, fails to load or is asked for by an odd link, in live parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import expect

from tests.browser.another import EXERCISE, place
from tests.browser.conftest import CHAPTER, wait_until
from tests.browser.examples import (
    LABEL,
    OWN,
    OWN_POINT,
    STEPS,
    equation,
    work,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page, Route

KATEX = "**/katex.mjs"
MARKUP = "<img src=x onerror=\"document.title='harmed'\"> = 1"


def test_the_book_s_numbers_stay_when_asked_for_while_formulas_load(
    open_example: Callable[..., Locator],
) -> None:
    example = open_example()
    page = example.page
    book = example.evaluate(STEPS)
    held: list[Route] = []
    page.route(KATEX, lambda route: held.append(route))  # noqa: PLW0108 (Playwright wants a function)
    example.locator(".live-toggle").click()
    equation(example).fill(OWN)
    with page.expect_request(KATEX):
        work(example)
    example.get_by_role("button", name="Book’s numbers").click()
    held[0].continue_()
    wait_until(page, "'katex' in globalThis")
    page.wait_for_timeout(300)
    assert example.evaluate(STEPS) == book
    expect(equation(example)).to_have_value("3x + 4y = 12")
    assert page.url.endswith(f"#{LABEL}")


def test_steps_are_shown_without_what_typesets_them(
    open_example: Callable[..., Locator],
) -> None:
    example = open_example()
    example.page.route(KATEX, lambda route: route.abort())
    example.locator(".live-toggle").click()
    equation(example).fill(OWN)
    work(example)
    expect(example.get_by_role("status")).to_contain_text("your numbers")
    expect(example.locator(".live-code code")).to_have_text(f'exact.closest_point("{OWN}")')
    expect(example.locator(".live-result math").first).to_be_visible()
    assert OWN_POINT.split("/")[0] in example.locator(".live-result").inner_text()


@pytest.mark.parametrize("text", ["[]", "[[]]", ";".join(["1 " * 60] * 60), MARKUP])
def test_an_odd_link_neither_breaks_nor_fills_the_page(
    open_example: Callable[..., Locator],
    text: str,
) -> None:
    example = open_example(f"?A={quote_plus(text)}&b={quote_plus(text)}")
    expect(example.locator(".live-matrix input").first).to_be_attached()
    assert 1 <= example.locator(".live-matrix input").count() <= 12 * 12
    assert example.locator("img").count() == 0
    assert example.page.title() != "harmed"


def test_markup_in_an_equation_is_text(open_example: Callable[..., Locator]) -> None:
    example = open_example(f"?equation={quote_plus(MARKUP)}")
    expect(example.locator(".live-error")).to_contain_text("expected")
    expect(equation(example)).to_have_value(MARKUP)
    assert example.locator("img").count() == 0
    assert example.page.title() != "harmed"


def test_a_lost_network_is_told_where_an_exercise_is_asked_for(
    visit: Callable[..., Page], site: str
) -> None:
    page = visit("index")
    page.route("**/python/runtime.js", lambda route: route.abort())
    page.goto(f"{site}{CHAPTER}.html?only={EXERCISE}#{EXERCISE}?seed=8")
    button = place(page).get_by_role("button", name=re.compile("The one with number 8"))
    button.click()
    status = place(page).get_by_role("status").last
    expect(status).to_contain_text("Python could not be loaded")
    expect(button).to_be_enabled()
