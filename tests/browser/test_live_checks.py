"""Checked exercises in the page: right, wrong and malformed answers to each check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import CHAPTER, as_it_comes, fresh
from tests.exercises.answers import CHAPTERS, answers_of, checks_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext

NUMBER = "Not readable. Expected a number such as 3, −2/5 or 0.25, received"
TWO = "Not readable. Expected 2 numbers, received 1."

# One check of each kind, on two pages: what is said of answers is tested in Node for all.
KINDS = {
    "systems/four-subspaces": {
        "sensor-check-1": "number",
        "solve-check-1": "solution",
        "bases-check-1": "basis",
        "order-check-1": "rank",
        "side-check-2": "multiple",
        "split-check-1": "vector",
    },
    "data/similarity": {
        "dot-check-3": "orthogonal",
        "spring-check-1": "fraction",
    },
    "pseudoinverse/svd": {"order-check-1": "matrix"},
}

# What is heard of formulas that the build wrote without the book's macros.
PROMPTS = [
    (
        "systems/planes",
        "twice-check-2",
        "Any pair (c_1, c_2); row by row, c_1 a_1 + c_2 a_2 has to give the point",
    ),
    (
        "pseudoinverse/pinv-in-practice",
        "rounding-check-1",
        "The bound for norm E from the number of entries",
    ),
]

EXERCISES = ",".join(
    f"exr-one-equation-{name}" for name in ("by-hand", "multiplier", "norms", "plane", "point")
)


EMPTY = """all => all.forEach((status) => {
  const field = document.getElementById(status.id.replace(/-feedback$/, ""));
  field.value = "";
  field.removeAttribute("aria-invalid");
  status.replaceChildren();
  delete status.dataset.state;
})"""


@pytest.fixture(scope="module")
def opened_once(usual: BrowserContext, site: str) -> Iterator[Page]:
    """Open the exercises once for all tests that only answer."""
    page = fresh(usual, site)
    page.goto(f"{site}{CHAPTER}.html?only={EXERCISES}")
    yield page
    page.close()


@pytest.fixture
def page(opened_once: Page) -> Page:
    """Return the page of the exercises, without answers, and with nothing said about them."""
    shown = as_it_comes(opened_once)
    shown.locator("form [id$=-feedback]").evaluate_all(EMPTY)
    return shown


def field(page: Page, name: str, slug: str = "one-equation") -> Locator:
    """Return the field of a check, after its code has come with the part of the page."""
    place = page.locator(f"[data-name='exr-{slug}-{name}']")
    place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
    return page.locator(f"#exr-{slug}-{name}")


def feedback(page: Page, name: str, slug: str = "one-equation") -> Locator:
    """Return what is said about an answer."""
    return page.locator(f"#exr-{slug}-{name}-feedback")


def answer(page: Page, name: str, text: str, slug: str = "one-equation") -> None:
    """Write an answer and press Enter."""
    field(page, name, slug).fill(text)
    field(page, name, slug).press("Enter")


def test_each_kind_of_check_is_typed_into(built_book: Path) -> None:
    kinds = {check["kind"] for name in CHAPTERS for check in checks_of(built_book, name).values()}
    typed = {
        (name, checks_of(built_book, chapter)[name]["kind"])
        for chapter, names in KINDS.items()
        for name in names
    }
    assert typed == {pair for names in KINDS.values() for pair in names.items()}
    assert {kind for _, kind in typed} == kinds - {"symbolic"}  # see test_live_letters


@pytest.mark.parametrize("chapter", KINDS)
def test_each_kind_says_what_is_right_wrong_and_malformed(
    chapter: str, visit: Callable[..., Page]
) -> None:
    slug = chapter.rpartition("/")[2]
    exercises = {f"exr-{slug}-{name.partition('-check')[0]}" for name in KINDS[chapter]}
    page = visit(chapter, only=",".join(sorted(exercises)))
    for name in KINDS[chapter]:
        right, wrong, said = answers_of(chapter)[name]
        box, status = field(page, name, slug), feedback(page, name, slug)
        answer(page, name, wrong, slug)
        expect(status).to_contain_text("Not yet. ")
        expect(status).to_contain_text(said)
        expect(box).not_to_have_attribute("aria-invalid", "true")
        answer(page, name, "x", slug)
        expect(status).to_contain_text("Not readable. Expected ")
        expect(box).to_have_attribute("aria-invalid", "true")
        answer(page, name, right, slug)
        expect(status).to_contain_text("Right")
        expect(box).not_to_have_attribute("aria-invalid", "true")


def test_a_field_has_name_hint_and_status(page: Page) -> None:
    answer(page, "by-hand-check-2", "two")
    box = field(page, "by-hand-check-2")
    expect(box).to_have_accessible_name("Its distance from the origin")
    hint = "A number such as 5 or 3."  # the answer is a whole number
    remedy = "write numbers only, without letters and roots."
    expect(box).to_have_accessible_description(f"{hint} {NUMBER} “two”: {remedy}")
    expect(page.get_by_role("status").filter(has_text="two")).to_have_count(1)
    expect(box).to_be_focused()


def test_names_have_their_formulas_and_buttons_say_what_they_check(
    page: Page,
) -> None:
    expect(field(page, "multiplier-check-1")).to_have_accessible_name("The number c")
    expect(field(page, "by-hand-check-1")).to_have_accessible_name("The nearest point (x, y)")
    sums = "The solution with the least sum abs x + abs y"
    expect(field(page, "norms-check-1")).to_have_accessible_name(sums)
    button = page.locator("form", has=field(page, "norms-check-1")).get_by_role("button")
    expect(button).to_have_accessible_name(f"Check: {sums}")


@pytest.mark.parametrize(("chapter", "name", "said"), PROMPTS, ids=[name for _, name, _ in PROMPTS])
def test_names_say_vectors_and_norms(
    chapter: str, name: str, said: str, visit: Callable[..., Page]
) -> None:
    slug = chapter.rpartition("/")[2]
    page = visit(chapter, only=f"exr-{slug}-{name.partition('-check')[0]}")
    expect(field(page, name, slug)).to_have_accessible_name(said)


def test_a_click_on_the_button_leads_back_to_a_malformed_field(page: Page) -> None:
    field(page, "point-check-1").fill("5")
    page.locator("form", has=field(page, "point-check-1")).get_by_role("button").click()
    expect(feedback(page, "point-check-1")).to_have_text(TWO)
    expect(field(page, "point-check-1")).to_be_focused()


def test_checks_work_by_keyboard(page: Page) -> None:
    field(page, "norms-check-1").focus()
    page.keyboard.type("0, 3")
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.evaluate(outline) == "solid"
    page.keyboard.press("Space")
    expect(feedback(page, "norms-check-1")).to_have_text("Right.")
    page.keyboard.press("Tab")
    expect(field(page, "norms-check-2")).to_be_focused()


def test_praise_does_not_outlive_the_answer(page: Page) -> None:
    answer(page, "by-hand-check-2", "2")
    expect(feedback(page, "by-hand-check-2")).to_have_text("Right.")
    page.keyboard.type("1")
    expect(feedback(page, "by-hand-check-2")).to_be_empty()


def test_axe_finds_nothing_with_feedback_shown(page: Page, axe: str) -> None:
    page.set_viewport_size({"width": 360, "height": 780})
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
    assert plain.locator("[data-check]").count() == len(answers_of(CHAPTER))
    assert set(
        plain.locator("[data-check]").evaluate_all(
            "places => places.map(p => p.getBoundingClientRect().height)"
        )
    ) == {0}
    page = visit(only=EXERCISES)
    expect(field(page, "by-hand-check-1")).to_be_visible()
    page.emulate_media(media="print")
    expect(field(page, "by-hand-check-1")).not_to_be_visible()
