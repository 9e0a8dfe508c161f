"""Worked examples with the reader's own numbers, in the page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from linalg_book.live import call
from tests.browser.conftest import CHAPTER, wait_until
from tests.browser.examples import (
    LABEL,
    OWN,
    STEPS,
    equation,
    title,
    with_form,
    work,
)
from tests.browser.fake_python import refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator, Page

STARTING = 120_000  # milliseconds that Python may take to start on a busy machine


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
    page = visit(only=LABEL)
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
    example = with_form(open_example())
    page = example.page

    def copied(name: str) -> str:
        example.get_by_role("button", name=name).click()
        expect(example.get_by_role("button", name=name)).to_have_text("Copied")
        return page.evaluate("navigator.clipboard.readText()")

    assert r"\frac{36}{25}" in copied("Copy LaTeX")
    assert copied("Copy link").endswith(f"{CHAPTER}.html?only={LABEL}#{LABEL}")
    assert page.evaluate("globalThis.pythonCalls ?? 0") == 0
    equation(example).fill(OWN)
    work(example)
    expect(title(example)).to_have_text("5 x - 2 y = 7")
    for name in ("Copy LaTeX", "Copy link"):
        expect(example.get_by_role("button", name=name)).to_have_text(name)  # once more
    assert r"\frac{35}{29}" in copied("Copy LaTeX")
    assert copied("Copy link") == page.url


def test_a_refused_clipboard_leaves_the_text_to_copy(example: Locator) -> None:
    page = example.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(Error()); }")
    example.get_by_role("button", name="Copy link").click()
    expect(example.locator(".live-copied")).to_be_visible()
    assert page.evaluate("String(getSelection())") == page.url


@pytest.mark.parametrize("way", ["no scripts", "file"])
def test_without_modules_the_example_is_complete(
    context: Callable[..., BrowserContext], built_book: Path, site: str, way: str
) -> None:
    page = context(java_script_enabled=way != "no scripts").new_page()
    whole = f"{built_book.as_uri()}/{CHAPTER}.html"
    page.goto(f"{whole if way == 'file' else f'{site}{CHAPTER}.html?only={LABEL}'}#{LABEL}")
    example = page.locator(f"#{LABEL}")
    example.scroll_into_view_if_needed()
    expect(example.locator(".step").last).to_be_visible()
    expect(example.locator(".live-code")).to_be_visible()
    # The room for the buttons is not laid out: not seen, not read aloud, not reached by Tab.
    expect(example.locator(".live-room")).to_have_css("display", "none")
    controls = example.locator("button, form, input")
    expect(controls.and_(page.locator(":not(.live-room *)"))).to_have_count(0)
    for role in ("button", "textbox", "form"):
        expect(example.get_by_role(role)).to_have_count(0)


def test_paper_has_the_steps_and_no_controls(example: Locator) -> None:
    page: Page = example.page
    page.emulate_media(media="print")
    for part in (".live-toolbar", ".live-form"):
        expect(example.locator(part)).not_to_be_visible()
    expect(example.locator(".step").first).to_be_visible()
    wait_until(page, "document.documentElement.dataset.theme === 'light'")
