"""Citing in a browser: the links beside titles, the buttons that copy, print, no scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.conftest import CHAPTER, CLIPBOARD, wait_until
from tests.built import number_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

THEOREM = "thm-one-equation-nearest"
REFUSE = "void (navigator.clipboard.writeText = () => Promise.reject(new Error('refused')))"


def test_link_beside_a_theorem_leads_to_its_entry(visit: Callable[..., Page]) -> None:
    page = visit(only=THEOREM, reduced_motion="reduce")
    link = page.locator(f"#{THEOREM} .cite-link")
    expect(link).to_have_accessible_name(f"Cite Theorem {number_of(CHAPTER)}.1")
    link.press("Enter")
    page.wait_for_url(f"**/cite/{CHAPTER}.html#{THEOREM}")
    heading = page.locator(f"#{THEOREM}")
    expect(heading).to_be_in_viewport()
    expect(heading).to_contain_text(
        f"Theorem {number_of(CHAPTER)}.1 (The nearest point of a hyperplane)"
    )
    heading.get_by_role("link").click()
    page.wait_for_url(f"**/{CHAPTER}.html#{THEOREM}")


def test_buttons_copy_what_the_page_shows(visit: Callable[..., Page]) -> None:
    page = visit(only=THEOREM, permissions=CLIPBOARD)
    block = page.locator("main > .cite")
    block.scroll_into_view_if_needed()
    for name, part in (("Copy BibTeX", ".cite-bibtex"), ("Copy reference", ".cite-text")):
        button = block.get_by_role("button", name=name)
        button.press("Enter")
        expect(page.get_by_role("status")).to_have_text("Copied.")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == block.locator(part).inner_text().strip()
        expect(block.get_by_role("button", name="Copied")).to_be_focused()
        expect(button).to_have_count(1)  # its own words come back


def test_an_entry_gives_its_address_on_this_site(visit: Callable[..., Page]) -> None:
    page = visit(only=THEOREM, permissions=CLIPBOARD, reduced_motion="reduce")
    page.locator(f"#{THEOREM} .cite-link").press("Enter")
    page.wait_for_url(f"**/cite/{CHAPTER}.html#{THEOREM}")
    entry = page.locator(f"section:has(> #{THEOREM})")
    entry.get_by_role("button", name="Copy link").press("Enter")
    expect(entry.get_by_role("button", name="Copied")).to_be_focused()
    page.goto(page.evaluate("navigator.clipboard.readText()"))
    assert page.url.endswith(f"/{CHAPTER}.html#{THEOREM}")
    expect(page.locator(f"#{THEOREM}.theorem")).to_be_in_viewport()


def test_refused_clipboard_leaves_the_text_selected(visit: Callable[..., Page]) -> None:
    page = visit(only=THEOREM)
    page.evaluate(REFUSE)
    block = page.locator("main > .cite")
    block.scroll_into_view_if_needed()
    block.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("status")).to_contain_text("The text is selected")
    selected = page.evaluate("getSelection().toString().trim()")
    assert selected == block.locator(".cite-bibtex").inner_text().strip()


def test_nothing_moves_when_the_buttons_come(visit: Callable[..., Page]) -> None:
    page = visit(f"cite/{CHAPTER}", reduced_motion="reduce")
    height = "document.querySelector('.cite').getBoundingClientRect().height"
    before = page.evaluate(height)
    page.locator(".cite").first.scroll_into_view_if_needed()
    wait_until(page, "document.querySelector('.cite-copy').children.length === 3")
    assert abs(page.evaluate(height) - before) < 4


def test_entries_stand_without_scripts_and_in_print(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(java_script_enabled=False).new_page()
    for name in (f"{CHAPTER}.html?only={THEOREM}", f"cite/{CHAPTER}.html"):
        page.goto(f"{site}{name}")
        block = page.locator(".cite").last
        for part in (".cite-text", ".cite-bibtex", ".cite-files a >> nth=0"):
            expect(block.locator(part)).to_be_visible()
        expect(block.locator(".cite-copy")).not_to_be_visible()
        page.emulate_media(media="print")
        expect(block.locator(".cite-text")).to_be_visible()
        expect(block.locator(".cite-bibtex")).to_be_visible()
        for link in page.locator(".cite-link").all()[:3]:
            expect(link).not_to_be_visible()
        page.emulate_media(media="screen")
