"""Checked exercises in the page: right, wrong and malformed answers to each check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBER = "Not readable. Expected a number such as 3, −2/5 or 0.25, received"
TWO = "Not readable. Expected 2 numbers, received 1."

# For each check of the chapter: a right answer; a wrong one, a malformed one, what is said.
CHECKS = {
    "multiplier-check-1": ("12/25", "25/12", "This is the reciprocal: turn the fraction over."),
    "multiplier-check-2": ("2.4", "2.5", "2.5 is too large."),
    "by-hand-check-1": (
        "10/13, 24/13",
        "20/13, 48/13",
        "Right direction, wrong length: yours is 2 times too long.",
    ),
    "by-hand-check-2": ("2", "4", "This is the square of the answer."),
    "by-hand-check-3": ("-24, 10", "5, -12", "Its inner product with (5, 12) is −119, not 0."),
    "plane-check-1": ("4 6 12", "49 0 0", "This solves the equation, but it is not the nearest"),
    "plane-check-2": (
        "(0, 2, -1); (3, 0, -1)",
        "(-3, 2, 0)",
        "In the null space, but 1 vector is not enough: its dimension is 2.",
    ),
    "point-check-1": ("56/25, 33/25", "4, 0", "This solves the equation, but it is not the sol"),
    "point-check-2": ("23/5", "-23/5", "The size is right, the sign is not."),
    "weights-check-1": (
        "36/13, 12/13",
        "2.77, 0.92",
        "You rounded: 2.77 is not 36/13. Write the fraction.",
    ),
    "integers-check-1": ("0, 3", "1, 2", "The left side gives 11, not 12."),
    "norms-check-1": ("0, 3", "3, 0", "These are the right numbers in the wrong order."),
    "norms-check-2": ("12/7, 12/7", "4, 0", "This solves the equation, but it is not the one wh"),
}


def field(page: Page, name: str) -> Locator:
    """Return the field of a check, after its code has come with the part of the page."""
    place = page.locator(f"[data-name='exr-one-equation-{name}']")
    place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
    return page.locator(f"#exr-one-equation-{name}")


def feedback(page: Page, name: str) -> Locator:
    """Return what is said about an answer."""
    return page.locator(f"#exr-one-equation-{name}-feedback")


def answer(page: Page, name: str, text: str) -> None:
    """Write an answer and press Enter."""
    field(page, name).fill(text)
    field(page, name).press("Enter")


def test_every_check_of_the_chapter_is_tested(visit: Callable[..., Page]) -> None:
    names = (
        visit().locator("[data-check]").evaluate_all("places => places.map(p => p.dataset.name)")
    )
    assert names == [f"exr-one-equation-{name}" for name in CHECKS]


def test_each_check_says_what_is_right_wrong_and_malformed(visit: Callable[..., Page]) -> None:
    page = visit()
    for name, (right, wrong, said) in CHECKS.items():
        answer(page, name, wrong)
        expect(feedback(page, name)).to_contain_text(f"Not yet. {said}")
        expect(field(page, name)).not_to_have_attribute("aria-invalid", "true")
        answer(page, name, "x")
        expect(feedback(page, name)).to_contain_text("Not readable. Expected ")
        expect(field(page, name)).to_have_attribute("aria-invalid", "true")
        answer(page, name, right)
        expect(feedback(page, name)).to_contain_text("Right")
        expect(field(page, name)).not_to_have_attribute("aria-invalid", "true")


def test_a_field_has_name_hint_and_status(visit: Callable[..., Page]) -> None:
    page = visit()
    answer(page, "by-hand-check-2", "two")
    box = field(page, "by-hand-check-2")
    expect(box).to_have_accessible_name("Its distance from the origin")
    hint = "A number such as 3, −2/5 or 0.25."
    remedy = "write numbers only, without letters and roots."
    expect(box).to_have_accessible_description(f"{hint} {NUMBER} “two”: {remedy}")
    expect(page.get_by_role("status").filter(has_text="two")).to_have_count(1)
    expect(box).to_be_focused()


def test_names_have_their_formulas_and_buttons_say_what_they_check(
    visit: Callable[..., Page],
) -> None:
    page = visit()
    expect(field(page, "multiplier-check-1")).to_have_accessible_name("The number c")
    expect(field(page, "by-hand-check-1")).to_have_accessible_name("The nearest point (x, y)")
    sums = "The solution with the least sum abs x + abs y"
    expect(field(page, "norms-check-1")).to_have_accessible_name(sums)
    button = page.locator("form", has=field(page, "norms-check-1")).get_by_role("button")
    expect(button).to_have_accessible_name(f"Check: {sums}")


def test_a_click_on_the_button_leads_back_to_a_malformed_field(visit: Callable[..., Page]) -> None:
    page = visit()
    field(page, "point-check-1").fill("5")
    page.locator("form", has=field(page, "point-check-1")).get_by_role("button").click()
    expect(feedback(page, "point-check-1")).to_have_text(TWO)
    expect(field(page, "point-check-1")).to_be_focused()


def test_checks_work_by_keyboard(visit: Callable[..., Page]) -> None:
    page = visit()
    field(page, "norms-check-1").focus()
    page.keyboard.type("0, 3")
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Space")
    expect(feedback(page, "norms-check-1")).to_have_text("Right.")
    page.keyboard.press("Tab")
    expect(field(page, "norms-check-2")).to_be_focused()


def test_praise_does_not_outlive_the_answer(visit: Callable[..., Page]) -> None:
    page = visit()
    answer(page, "by-hand-check-2", "2")
    expect(feedback(page, "by-hand-check-2")).to_have_text("Right.")
    page.keyboard.type("1")
    expect(feedback(page, "by-hand-check-2")).to_be_empty()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_feedback_shown(
    scheme: str, visit: Callable[..., Page], axe: str
) -> None:
    page = visit(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    for name, text in (
        ("by-hand-check-1", "1, 2"),
        ("by-hand-check-2", "x"),
        ("plane-check-1", "4 6 12"),
    ):
        answer(page, name, text)
        expect(feedback(page, name)).not_to_be_empty()
    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_without_scripts_and_on_paper_there_is_no_form(
    visit: Callable[..., Page],
) -> None:
    plain = visit(java_script_enabled=False)
    assert plain.locator("[data-check]").count() == len(CHECKS)
    assert set(
        plain.locator("[data-check]").evaluate_all(
            "places => places.map(p => p.getBoundingClientRect().height)"
        )
    ) == {0}
    page = visit()
    expect(field(page, "by-hand-check-1")).to_be_visible()
    page.emulate_media(media="print")
    expect(field(page, "by-hand-check-1")).not_to_be_visible()
