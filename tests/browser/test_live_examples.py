"""Worked examples with the reader's own numbers, in the page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from linalg_book.live import call
from tests.browser.axe import DESKTOP, TWO_FRAMES, too_wide, violations
from tests.browser.conftest import CHAPTER, wait_until
from tests.browser.fake_python import answer_here, refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

LABEL = "ex-one-equation-nearest"
STARTING = 120_000  # milliseconds that Python may take to start on a busy machine
PHONE = {"width": 360, "height": 780}
# by hand: 5² + 2² = 29, and 7/29 of (5, −2)
OWN, OWN_POINT = "5x - 2y = 7", "35/29"
# a page's steps without what only the browser adds
STEPS = """element => {
  const copy = element.querySelector(".live-result").cloneNode(true);
  for (const box of copy.querySelectorAll("[tabindex]")) box.removeAttribute("tabindex");
  return copy.innerHTML;
}"""
PLACE_OF_FOCUS = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.name"


@pytest.fixture
def open_example(context: Callable[..., BrowserContext], site: str) -> Callable[..., Locator]:
    """Return a function that opens the first worked example of the chapter, alone or in it."""

    def open_page(
        fragment: str = "", *, only: str = f"?only={LABEL}", **options: object
    ) -> Locator:
        made = context(permissions=["clipboard-read", "clipboard-write"], **options)
        answer_here(made)
        page = made.new_page()
        page.goto(f"{site}{CHAPTER}.html{only}#{LABEL}{fragment}")
        example = page.locator(f"#{LABEL}")
        example.scroll_into_view_if_needed()
        expect(example.locator(".live-toggle")).to_be_visible()
        return example

    return open_page


@pytest.fixture
def example(open_example: Callable[..., Locator]) -> Locator:
    """Return the example with its form open."""
    return with_form(open_example())


def with_form(made: Locator) -> Locator:
    """Open the form of an example."""
    made.locator(".live-toggle").click()
    expect(equation(made)).to_be_focused()
    return made


def equation(example: Locator) -> Locator:
    return example.get_by_label("Equation", exact=True)


def work(example: Locator) -> None:
    example.get_by_role("button", name="Work it out").click()


def title(example: Locator) -> Locator:
    return example.locator(".worked-title annotation")


def test_own_numbers_replace_the_steps_and_the_book_s_come_back(example: Locator) -> None:
    book = example.evaluate(STEPS)
    equation(example).fill(OWN)
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    expect(example.locator(".step-formula")).to_contain_text([r"\frac{35}{29}"])
    expect(example.locator(".live-code code")).to_have_text(f'exact.closest_point("{OWN}")')
    expect(example.get_by_role("status")).to_contain_text("your numbers")
    example.get_by_role("button", name="Book’s numbers").click()
    assert example.evaluate(STEPS) == book
    expect(equation(example)).to_have_value("3x + 4y = 12")
    assert example.page.url.endswith(f"#{LABEL}")


def test_page_and_build_write_the_same_for_every_example(
    open_example: Callable[..., Locator],
) -> None:
    page = open_example(only="").page
    blocks = page.locator(".live-example")
    assert blocks.count() >= 2
    for index in range(blocks.count()):
        block = blocks.nth(index)
        block.scroll_into_view_if_needed()
        block.locator(".live-toggle").click()
        built = block.evaluate(STEPS)
        work(block)
        expect(block.get_by_role("status")).to_contain_text("your numbers")
        assert block.evaluate("e => e.classList.contains('own-numbers')")
        assert block.evaluate(STEPS) == built


def test_with_python_in_the_page(visit: Callable[..., Page]) -> None:
    page = visit()
    example = page.locator(f"#{LABEL}")
    example.scroll_into_view_if_needed()
    example.locator(".live-toggle").click()
    built = example.evaluate(STEPS)
    work(example)
    expect(example).to_have_class(re.compile("own-numbers"), timeout=STARTING)
    assert example.evaluate(STEPS) == built
    equation(example).fill(OWN)
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    equation(example).fill("3x + = 12")
    work(example)
    expect(equation(example)).to_be_focused()
    expect(example.locator(".live-error")).to_have_text(
        refusal("closest-point", equation="3x + = 12")
    )


def test_the_build_s_steps_are_the_package_s(built_book: Path) -> None:
    from bs4 import BeautifulSoup

    text = (built_book / f"{CHAPTER}.html").read_text(encoding="utf-8")
    for block in BeautifulSoup(text, "html5lib").select(".live-example"):
        given = json.loads(str(block["data-book"]))["fields"]
        fields = {k: v for k, v in given.items() if "equation" not in given or k not in "Ab"}
        name = json.loads(str(block["data-form"]))["name"]
        answer = json.loads(call("run", json.dumps({"name": name, "fields": fields})))
        formulas = BeautifulSoup(answer["html"], "html5lib").select("[data-tex]")
        shown = block.select(".live-result annotation")
        assert [one.string for one in shown] == [one["data-tex"] for one in formulas]


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


@pytest.mark.parametrize("text", ["3x + = 12", "xy = 1", "0x + 0y = 0", "x = 1; x = 2"])
def test_bad_equations_are_marked_and_focused(example: Locator, text: str) -> None:
    before = example.evaluate(STEPS)
    field = equation(example)
    field.fill(text)
    work(example)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(
        refusal("closest-point", equation=text) + " " + help_of(example)
    )
    assert example.evaluate(STEPS) == before
    field.fill(OWN)
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(example.locator(".live-error")).to_have_count(0)


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


def test_cancel_keeps_what_is_shown(example: Locator) -> None:
    book = example.evaluate(STEPS)
    example.page.evaluate("dispatchEvent(new Event('make-python-slow'))")
    equation(example).fill(OWN)
    work(example)
    expect(example.get_by_role("progressbar")).to_be_visible()
    example.get_by_role("button", name="Cancel").click()
    expect(example.get_by_role("status")).to_contain_text("Stopped")
    expect(example.get_by_role("progressbar")).not_to_be_visible()
    expect(example.get_by_role("button", name="Work it out")).to_be_focused()
    assert example.evaluate(STEPS) == book
    example.page.evaluate("dispatchEvent(new Event('mend-python'))")
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")


def test_a_crash_keeps_what_is_shown(example: Locator) -> None:
    book = example.evaluate(STEPS)
    example.page.evaluate("dispatchEvent(new Event('break-python'))")
    work(example)
    expect(example.get_by_role("status")).to_contain_text("Python broke")
    assert example.evaluate(STEPS) == book
    example.page.evaluate("dispatchEvent(new Event('mend-python'))")
    work(example)
    expect(example.get_by_role("status")).to_contain_text("your numbers")


def test_the_form_is_loaded_when_it_is_asked_for(open_example: Callable[..., Locator]) -> None:
    asked: list[str] = []
    example = open_example()
    page = example.page
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    page.route("**/own_numbers.js", lambda route: route.abort())
    example.locator(".live-toggle").click()
    expect(page.locator(".announcements")).to_contain_text("could not be loaded")
    assert "own_numbers.js" in asked
    expect(example.locator(".live-toggle")).to_have_attribute("aria-expanded", "false")


def test_size_is_said_before_the_download(example: Locator) -> None:
    expect(example.get_by_role("status")).to_contain_text("Python, 10 MB, is loaded once")
    assert example.page.evaluate("globalThis.pythonCalls ?? 0") == 0


def test_a_link_with_numbers_works_them_out(open_example: Callable[..., Locator]) -> None:
    example = open_example("?equation=5x+-+2y+%3D+7")
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    expect(equation(example)).to_have_value(OWN)
    expect(example).to_be_in_viewport()
    example.page.reload()
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    example.page.evaluate(f"location.hash = '#{LABEL}?A=1+1;+1+-1&b=2+0'")
    expect(example.get_by_label("A, row 2, column 2")).to_have_value("-1")
    expect(example.locator(".live-code")).to_contain_text("[[1, 1], [1, -1]], [2, 0]")


def test_a_link_with_nonsense_says_so(open_example: Callable[..., Locator]) -> None:
    example = open_example("?sizes=1")
    expect(example.get_by_role("status")).to_contain_text("has no field 'sizes'")
    expect(title(example)).to_have_text("3 x + 4 y = 12")


def test_copy_buttons(open_example: Callable[..., Locator]) -> None:
    example = with_form(open_example(only=""))
    page = example.page

    def copied(name: str) -> str:
        example.get_by_role("button", name=name).click()
        expect(example.get_by_role("button", name=name)).to_have_text("Copied")
        return page.evaluate("navigator.clipboard.readText()")

    assert r"\frac{36}{25}" in copied("Copy LaTeX")
    assert copied("Copy link").endswith(f"{CHAPTER}.html#{LABEL}")
    assert page.evaluate("globalThis.pythonCalls ?? 0") == 0
    equation(example).fill(OWN)
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    page.wait_for_timeout(2100)  # the buttons say their own names again
    assert r"\frac{35}{29}" in copied("Copy LaTeX")
    assert copied("Copy link") == page.url


def test_a_refused_clipboard_leaves_the_text_to_copy(example: Locator) -> None:
    page = example.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    example.get_by_role("button", name="Copy link").click()
    expect(example.locator(".live-copied")).to_be_visible()
    assert page.evaluate("String(getSelection())") == page.url


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


@pytest.mark.parametrize("way", ["no scripts", "file"])
def test_without_modules_the_example_is_complete(
    context: Callable[..., BrowserContext], built_book: Path, site: str, way: str
) -> None:
    page = context(java_script_enabled=way != "no scripts").new_page()
    folder = f"{built_book.as_uri()}/" if way == "file" else site
    page.goto(f"{folder}{CHAPTER}.html#{LABEL}")
    example = page.locator(f"#{LABEL}")
    example.scroll_into_view_if_needed()
    expect(example.locator(".step").last).to_be_visible()
    expect(example.locator("button, form, input")).to_have_count(0)
    expect(example.locator(".live-code")).to_be_visible()


def test_paper_has_the_steps_and_no_controls(example: Locator) -> None:
    page: Page = example.page
    page.emulate_media(media="print")
    for part in (".live-toolbar", ".live-form"):
        expect(example.locator(part)).not_to_be_visible()
    expect(example.locator(".step").first).to_be_visible()
    wait_until(page, "document.documentElement.dataset.theme === 'light'")
