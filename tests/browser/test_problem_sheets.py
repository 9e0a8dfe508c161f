"""The form for sheets of exercises: what it offers, what it saves, what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from linalg_book import live, sheets
from tests.browser.axe import PHONE, too_wide, violations
from tests.browser.fake_python import answer_here

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

PAGE = "reference/for-lecturers.html"
PYTHON = 90_000  # milliseconds until Python has started on a busy machine


@pytest.fixture
def form(context: Callable[..., BrowserContext], site: str) -> Callable[..., Page]:
    """Return a function that opens the page at its form, with Python of this process or its own."""

    def open_page(*, own: bool = False, **options: object) -> Page:
        made = context(**options)
        if not own:
            answer_here(made)
        page = made.new_page()
        page.goto(f"{site}{PAGE}")
        page.locator("[data-live=sheet]").scroll_into_view_if_needed()
        page.locator(".sheet-form").wait_for()
        return page

    return open_page


def saved(page: Page, *, patience: float = 20_000, **fields: str) -> tuple[str, bytes]:
    """Fill in the form and save the file: its name and its content."""
    for name, value in fields.items():
        field = page.locator(f".sheet-form [name={name}]")
        if name in ("kind", "format"):
            field.select_option(value)
        else:
            field.fill(value)
    page.get_by_role("button", name="Make the sheet").click()
    link = page.locator(".sheet-file")
    expect(link).to_be_focused(timeout=patience)
    with page.expect_download() as download:
        link.click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_what_is_saved_is_what_the_package_writes(form: Callable[..., Page]) -> None:
    page = form()
    for name in ("latex", "qti"):
        file, content = saved(page, kind="ridge", format=name, count="2", seed="4")
        assert file == f"ridge-2-seed-4{sheets.FORMATS[name].suffix}"
        assert content == sheets.sheet("ridge", 2, 4).written(name)
    items = page.locator(".sheet-statements li")
    expect(items).to_have_count(2)
    expect(items.first).to_contain_text("Find the ridge solution of")
    assert page.locator(".sheet-statements [data-tex]").count() == 0  # typeset


def test_the_form_offers_what_needs_no_program(form: Callable[..., Page], axe: str) -> None:
    page = form()
    offer = live.sheet_form()
    for name, words in (("kind", offer["kinds"]), ("format", offer["formats"])):
        options = page.locator(f".sheet-form [name={name}] option")
        assert [option.get_attribute("value") for option in options.all()] == [
            value for value, _ in words
        ]
    assert page.locator(".sheet-form [name=format] option[value=pdf]").count() == 0
    page.evaluate(axe)
    assert violations(page) == []


def test_the_options_of_a_kind_are_its_own(form: Callable[..., Page]) -> None:
    page = form()
    page.locator(".sheet-form [name=kind]").select_option("solve")
    page.get_by_text("Size and numbers of the exercises").click()
    options = sheets.KINDS["solve"].options
    names = [one.get_attribute("name") for one in page.locator(".sheet-options [name]").all()]
    assert names == [f"of-{name}" for name in options]
    page.get_by_label("Solutions").select_option(label="infinitely many")
    page.get_by_label("Rows", exact=True).fill("2")
    file, content = saved(page, format="markdown", count="2", seed="4")
    assert file == "solve-2-seed-4-kind-infinite-rows-2.md"
    assert content == sheets.sheet("solve", 2, 4, kind="infinite", rows=2).written("markdown")
    page.locator(".sheet-form [name=kind]").select_option("svd")
    page.get_by_label("Whole singular values").select_option("yes")
    page.get_by_label("Rank").fill("")  # left open
    assert saved(page, format="json", count="1", seed="1")[0] == "svd-1-seed-1-whole-True.json"


def test_the_form_fits_a_phone_and_moves_nothing(form: Callable[..., Page]) -> None:
    page = form(viewport=PHONE)
    place = page.locator("[data-live=sheet]")
    kept = place.evaluate("place => parseFloat(getComputedStyle(place).minHeight)")
    assert place.bounding_box()["height"] <= kept
    saved(page, kind="redundant-features", count="1")
    assert too_wide(page) == []


def test_a_count_that_is_too_large_is_told_before_anything_is_made(
    form: Callable[..., Page],
) -> None:
    page = form()
    page.locator(".sheet-form [name=count]").fill("1000")
    page.get_by_role("button", name="Make the sheet").click()
    assert page.locator(".sheet-form :invalid").count() == 1
    page.locator(".sheet-form").evaluate("form => { form.noValidate = true; }")
    page.get_by_role("button", name="Make the sheet").click()
    status = page.locator(".sheet-form [role=status]")
    expect(status).to_contain_text("count is expected to be a whole number from 1 to 30")
    assert page.locator(".sheet-file").count() == 0


def test_python_starts_only_when_it_is_used(form: Callable[..., Page]) -> None:
    page = form(own=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    button = page.get_by_role("button", name="Make the sheet")
    expect(button).to_contain_text("(starts Python, ")
    assert not [url for url in asked if "pyodide" in url]
    file, content = saved(page, patience=PYTHON, format="moodle", count="2", seed="3")
    assert file == "least-norm-2-seed-3.xml"
    assert content == sheets.sheet("least-norm", 2, 3).written("moodle")
    expect(button).to_have_text("Make the sheet")


def test_without_scripts_the_command_stands_there(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(f"{site}{PAGE}")
    place = page.locator("[data-live=sheet]")
    expect(place).to_contain_text("The form needs JavaScript; the command line makes the same")
    assert page.locator(".sheet-form").count() == 0
