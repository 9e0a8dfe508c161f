"""The form of a worked example: matrices, keys, what is refused, and that nobody is kept out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import DESKTOP, TWO_FRAMES, too_wide, violations
from tests.browser.examples import (
    OWN,
    STEPS,
    equation,
    title,
    work,
)
from tests.browser.fake_python import refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Locator

REDUCED, REDUCED_LABEL = "reference/api", "ex-api-exact-row-reduce"
POINTS_LABEL = "ex-api-exact-kernel-regression"
PHONE = {"width": 360, "height": 780}
PLACE_OF_FOCUS = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.name"


def test_matrices_grow_take_pastes_and_keys(example: Locator) -> None:
    page = example.page
    example.get_by_label("A and b").check()
    first = example.get_by_label("A, row 1, column 1")
    expect(first).to_have_value("3")
    expect(equation(example)).not_to_be_visible()
    for button in ("Add a row", "Add a column", "Remove the last column"):
        example.get_by_role("button", name=button).click()
    expect(example.locator(".live-matrix input")).to_have_count(4)
    expect(example.locator(".live-column .live-cells input")).to_have_count(2)
    page.evaluate("navigator.clipboard.writeText('1\\t1\\t1\\n1\\t-1\\t0')")
    first.focus()
    page.keyboard.press("Control+V")
    expect(example.locator(".live-matrix input")).to_have_count(6)
    expect(example.get_by_label("A, row 2, column 2")).to_have_value("-1")
    example.get_by_label("b, entry 1").fill("6")
    page.keyboard.press("ArrowDown")
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    # by hand: (3, 1, 2) solves both equations and is orthogonal to (1, 1, −2)
    expect(example.locator(".live-result")).to_contain_text("3\\\\1\\\\2")
    expect(example.locator(".live-code")).to_contain_text("[[1, 1, 1], [1, -1, 0]], [6, 2]")


def test_arrow_keys_move_between_cells(example: Locator) -> None:
    example.get_by_label("A and b").check()
    example.get_by_role("button", name="Add a row").click()
    example.get_by_label("A, row 1, column 1").focus()
    seen = []
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp"):
        example.page.keyboard.press(key)
        seen.append(example.page.evaluate(PLACE_OF_FOCUS).removeprefix("A, row "))
    places = ["1, column 2", "2, column 2", "2, column 1", "2, column 1", "1, column 1"]
    assert seen == [*places, "1, column 1"]


def test_bad_equations_are_marked_and_focused(example: Locator) -> None:
    field = equation(example)
    for text in ("3x + = 12", "xy = 1", "0x + 0y = 0", "x = 1; x = 2"):
        before = example.evaluate(STEPS)
        field.fill(text)
        work(example)
        expect(field).to_have_accessible_description(
            refusal("closest-point", equation=text) + " " + help_of(example)
        )
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        assert example.evaluate(STEPS) == before
        field.fill(OWN)
        work(example)
        expect(example.locator(".live-error")).to_have_count(0)
        expect(title(example)).to_have_text("5 x - 2 y = 7")
        expect(field).not_to_have_attribute("aria-invalid", "true")


def help_of(example: Locator) -> str:
    return example.locator(".live-equation .live-help").inner_text()


def test_bad_cells_are_marked_and_focused(example: Locator) -> None:
    example.get_by_label("A and b").check()
    cell = example.get_by_label("A, row 1, column 2")
    cell.fill("four")
    work(example)
    expect(cell).to_be_focused()
    expect(cell).to_have_attribute("aria-invalid", "true")
    message = refusal("closest-point", A="3 four", b="12")
    expect(cell).to_have_accessible_description(message)
    note = example.locator(".live-old-note")
    expect(note).to_have_text("The steps below are still for the book’s numbers.")
    cell.fill("1 1/2")
    work(example)
    expect(cell).to_have_accessible_description(re.compile("one fraction: 3/2"))
    example.get_by_role("button", name="Book’s numbers").click()
    expect(note).not_to_be_visible()
    expect(cell).to_have_value("4")


def test_pastes_are_read_or_refused(example: Locator) -> None:
    example.get_by_label("A and b").check()
    page, cells = example.page, example.locator(".live-matrix input")

    def paste(text: str) -> None:
        page.evaluate("text => navigator.clipboard.writeText(text)", text)
        cells.first.focus()
        page.keyboard.press("Control+V")

    paste("array([[1., 12345678901234567890],\n       [3., 4.]])")
    expect(cells).to_have_count(4)
    assert [one.input_value() for one in cells.all()] == ["1.", "12345678901234567890", "3.", "4."]
    paste("0,5 1,5\n2,5 3,5")
    expect(example.locator(".live-error")).to_contain_text("write points in decimals")
    expect(cells.first).to_have_value("1.")


def test_the_book_s_numbers_bring_the_book_s_shape(answered: BrowserContext, site: str) -> None:
    page = answered.new_page()
    page.goto(f"{site}{REDUCED}.html?only={REDUCED_LABEL}")
    example = page.locator(f"#{REDUCED_LABEL}")
    expect(example).not_to_be_visible()  # folded with what else there is to know of the function
    page.locator("details", has=example).locator("> summary").click()
    example.scroll_into_view_if_needed()
    example.locator(".live-toggle").click()
    matrix, column = (
        example.locator(f".live-{kind} .live-cells input") for kind in ("matrix", "column")
    )
    expect(matrix).to_have_count(6)
    expect(column).to_have_count(2)  # for b, which the example leaves out
    example.get_by_role("button", name="Add a row").click()
    expect(column).to_have_count(3)
    example.get_by_role("button", name="Book’s numbers").click()
    expect(matrix).to_have_count(6)
    expect(column).to_have_count(2)
    work(example)
    expect(example.get_by_role("status")).to_contain_text("your numbers")
    page.close()


def test_a_second_matrix_has_rows_of_its_own(answered: BrowserContext, site: str) -> None:
    # X and y share their rows, X and Z their columns.
    page = answered.new_page()
    page.goto(f"{site}{REDUCED}.html?only={POINTS_LABEL}")
    example = page.locator(f"#{POINTS_LABEL}")
    page.locator("details", has=example).locator("> summary").click()
    example.scroll_into_view_if_needed()
    example.locator(".live-toggle").click()

    def entries(name: str) -> Locator:
        return example.locator(f".live-cells input[aria-label^='{name}, ']")

    for button, counts in (
        ("Book’s numbers", (3, 3, 1)),
        ("Add a row of Z", (3, 3, 2)),
        ("Add a row", (4, 4, 2)),
        ("Add a column", (8, 4, 4)),
        ("Remove the last row of Z", (8, 4, 2)),
    ):
        example.get_by_role("button", name=button, exact=True).click()
        for name, count in zip("XyZ", counts, strict=True):
            expect(entries(name)).to_have_count(count)
    page.close()


def test_nothing_keeps_anyone_out(open_example: Callable[..., Locator], axe: str) -> None:
    example = open_example(viewport=PHONE)
    page = example.page
    example.locator(".live-toggle").click()
    example.get_by_label("A and b").check()
    example.get_by_label("A, row 1, column 1").fill("three")
    work(example)
    expect(example.locator(".live-error")).to_be_visible()
    page.evaluate(f"{axe}; undefined")
    assert violations(page) + too_wide(page) == []
    page.set_viewport_size(DESKTOP)
    page.evaluate(TWO_FRAMES)
    assert too_wide(page) == []


def test_by_keyboard_only(open_example: Callable[..., Locator]) -> None:
    example = open_example()
    keyboard = example.page.keyboard
    example.locator(".live-toggle").focus()
    keyboard.press("Enter")
    expect(equation(example)).to_be_focused()
    expect(example.locator(".live-toggle")).to_have_attribute("aria-expanded", "true")
    keyboard.press("Control+A")
    keyboard.type(OWN)
    keyboard.press("Enter")
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    seen = []
    for _ in range(3):
        keyboard.press("Tab")
        seen.append(
            example.page.evaluate(
                "document.activeElement.textContent || document.activeElement.name"
            )
        )
    assert seen == ["origin", "Work it out", "Book’s numbers"]
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert example.page.evaluate(outline) == "solid"
    keyboard.press("Enter")
    expect(title(example)).to_have_text("3 x + 4 y = 12")
