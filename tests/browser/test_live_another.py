"""Another exercise like one of the book: ready ones, linked ones, fresh ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import Page, expect

from tests.browser.another import EXERCISE, PYTHON, place
from tests.browser.axe import violations

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE = 20_000  # milliseconds: a page that is opened in the middle loads much at once


def press(page: Page, name: str) -> None:
    """Press the button for another exercise."""
    place(page).get_by_role("button", name=name, exact=True).click()


def test_ready_exercises_come_one_after_the_other(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    press(page, "Another one like it")
    statement = place(page).locator(".another-statement")
    expect(statement).to_be_focused()
    expect(statement).to_contain_text("Another one (number 7). Find the solution of")
    assert page.url.endswith(f"#{EXERCISE}?seed=7")
    assert statement.locator("[data-tex]").count() == 0  # typeset
    press(page, "Another one")
    expect(statement).to_contain_text("(number 2)")
    press(page, "Another one")
    expect(statement).to_contain_text("(number 3)")
    button = place(page).get_by_role("button", name="A new one")
    expect(button).to_have_text(re.compile(r"^A new one \(starts Python, \d+ MB\)$"))
    assert not [url for url in requests if "pyodide" in url and "runtime" not in url]


def test_a_ready_exercise_checks_answers_and_shows_its_solution(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE)
    press(page, "Another one like it")
    # 3x − 4y = 3: by hand 3/25 · (3, −4), at the distance 3/5, along (4, 3)
    for number, wrong, said, right in (
        (1, "1, 0", "This solves the equation, but it is not the nearest", "9/25, -12/25"),
        (2, "9/25", "This is the square of the answer.", "0.6"),
        (3, "3, -4", "This vector is not in the null space", "4, 3"),
    ):
        field = page.locator(f"#{EXERCISE}-another-{number}")
        feedback = page.locator(f"#{EXERCISE}-another-{number}-feedback")
        for text, words in ((wrong, f"Not yet. {said}"), (right, "Right")):
            field.fill(text)
            field.press("Enter")
            expect(feedback).to_contain_text(words)
    solution = place(page).locator(".worked-example")
    expect(solution).not_to_be_visible()
    place(page).get_by_text("Solution", exact=True).click()
    expect(solution).to_be_visible()
    expect(solution.locator(".katex").first).to_be_visible()


def test_a_link_leads_to_a_ready_exercise(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE, fragment=f"#{EXERCISE}?seed=2")
    statement = page.locator(f"[data-another={EXERCISE}] .another-statement")
    expect(statement).to_contain_text("(number 2)", timeout=PATIENCE)
    expect(page.locator(f"#{EXERCISE}")).to_be_in_viewport()


def test_a_linked_seed_is_made_by_python_when_asked_for(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE, fragment=f"#{EXERCISE}?seed=8")
    button = place(page).get_by_role("button", name="The one with number 8")
    expect(button).to_contain_text("starts Python")
    button.click()
    expect(place(page).get_by_role("button", name="Cancel")).to_be_focused()
    statement = place(page).locator(".another-statement")
    expect(statement).to_contain_text("(number 8)", timeout=PYTHON)
    expect(statement).to_be_focused()
    # the seed makes −2x = 4: by hand (−2, 0)
    field = page.locator(f"#{EXERCISE}-another-1")
    field.fill("-2, 0")
    field.press("Enter")
    expect(page.locator(f"#{EXERCISE}-another-1-feedback")).to_have_text("Right.")
    press(page, "A new one")
    expect(statement).not_to_contain_text("(number 8)", timeout=PYTHON)


def test_python_can_be_stopped_while_it_starts(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE, fragment=f"#{EXERCISE}?seed=8")
    place(page).get_by_role("button", name="The one with number 8").click()
    place(page).get_by_role("button", name="Cancel").click()
    expect(place(page).get_by_role("status").last).to_contain_text("Stopped.")
    expect(place(page).get_by_role("button", name="The one with number 8")).to_be_focused()


def test_axe_finds_nothing_in_another_exercise(visit: Callable[..., Page], axe: str) -> None:
    page = visit(only=EXERCISE, viewport={"width": 360, "height": 780})
    press(page, "Another one like it")
    place(page).get_by_text("Solution", exact=True).click()
    field = page.locator(f"#{EXERCISE}-another-1")
    field.fill("1, 0")
    field.press("Enter")
    expect(page.locator(f"#{EXERCISE}-another-1-feedback")).not_to_be_empty()
    page.evaluate(axe)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_further_exercises_ask_only_for_what_the_chapter_defines(
    visit: Callable[..., Page],
) -> None:
    page = visit("systems/planes", only="exr-planes-system")
    place = page.locator("[data-another='exr-planes-system']")
    place.evaluate("place => place.scrollIntoView({block: 'center'})")
    place.get_by_role("button", name="Another one like it").click()
    expect(place.locator(".check-label")).to_have_text(["The shortest solution (x, y, z)"])
