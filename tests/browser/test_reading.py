"""What this browser keeps of a reading: place, read sections, answers, and how that ends."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tools.audit.server import serving

from tests.browser.axe import PHONE, violations
from tests.browser.conftest import CHAPTER, SHORT, wait_until
from tests.browser.shift import MOST_SHIFT, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

WIDE = {"width": 1440, "height": 900}  # contents stand beside the text
EXERCISE = "exr-one-equation-by-hand"
ANSWERS = {
    f"{EXERCISE}-check-1": "10/13, 24/13",
    f"{EXERCISE}-check-2": "2",
    f"{EXERCISE}-check-3": "-24, 10",
}
SETTINGS = "reference/this-browser"
PLACE = {
    "page": CHAPTER,
    "id": "exercises",
    "section": "3.14. A section with a name that is long enough for more than one line",
    "chapter": "3. One equation, infinitely many solutions",
}
KEPT = {
    "version": 1,
    "off": False,
    "place": PLACE,
    "read": {CHAPTER: {"ids": ["sec-one-equation"], "of": 9}},
    "answers": {name: {"text": text, "right": True} for name, text in ANSWERS.items()},
}
SECTION = "[...document.querySelectorAll('.page-toc a[href^=\\'#\\']')][2]"


def kept(page: Page) -> dict[str, Any]:
    """Return what the browser keeps."""
    text = page.evaluate("localStorage.getItem('reading')")
    return json.loads(text) if text else {}


def keep(page: Page, value: object) -> None:
    """Let the browser have kept something before."""
    text = value if isinstance(value, str) else json.dumps(value)
    page.evaluate("text => localStorage.setItem('reading', text)", text)


def answer(page: Page) -> None:
    """Answer an exercise."""
    for name, text in ANSWERS.items():
        place = page.locator(f"[data-name={name}]")
        place.evaluate("place => place.scrollIntoView({block: 'center', behavior: 'instant'})")
        page.locator(f"#{name}").fill(text)
        page.locator(f"#{name}").press("Enter")
        expect(page.locator(f"#{name}-feedback")).to_contain_text("Right")


def test_a_place_is_kept_and_offered_on_the_cover_and_in_the_contents(
    visit: Callable[..., Page], site: str
) -> None:
    page = visit()
    page.add_init_script(SHIFT)
    section = page.evaluate(f"decodeURIComponent({SECTION}.hash.slice(1))")
    page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
    expect(page.locator(".page-toc a[aria-current=location]")).to_have_count(1)
    assert kept(page) == {}, "nobody has moved"
    page.mouse.wheel(0, 30)
    for k in range(60):  # the first moves may come before the page follows its reader
        page.mouse.wheel(0, -10 if k % 2 else 10)
        page.wait_for_timeout(500)
        if kept(page).get("place"):
            break
    place = kept(page)["place"]
    section = page.locator(".page-toc a[aria-current]").evaluate("a => a.hash.slice(1)")
    assert (place["page"], place["id"]) == (CHAPTER, section)
    page.goto(f"{site}index.html")
    line = page.locator(".cover-start .continue-reading")
    expect(line).to_have_text(
        f"Continue where you stopped: {place['section']} ({place['chapter']})"
    )
    page.wait_for_timeout(300)
    assert page.evaluate("shift") <= MOST_SHIFT
    page.get_by_role("button", name="Contents").click()
    link = page.locator("#site-contents .continue-reading a")
    expect(link).to_be_visible()
    link.click()
    page.wait_for_url(f"{site}{CHAPTER}.html#{section}")
    wait_until(
        page,
        f"Math.abs(document.getElementById('{section}').getBoundingClientRect().top"
        " - parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)) < 20",
    )


@pytest.mark.parametrize("name", ["index", CHAPTER, SHORT])
def test_the_line_has_its_room_before_it_is_written(
    name: str, visit: Callable[..., Page], site: str
) -> None:
    page = visit(SHORT, viewport=PHONE if name == "index" else WIDE)
    keep(page, KEPT)
    page.add_init_script(SHIFT)
    page.goto(f"{site}{name}.html")
    expect(page.locator(".continue-reading a").last).to_contain_text("A section with a name")
    page.wait_for_timeout(300)
    assert page.evaluate("shift") <= MOST_SHIFT


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"version":99,"place":{}}', '{"off":false,"place":{}}']
)
def test_damaged_or_foreign_content_counts_as_nothing(
    text: str, visit: Callable[..., Page]
) -> None:
    page = visit(SHORT)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    keep(page, text)
    page.reload(wait_until="networkidle")
    wait_until(page, "!document.documentElement.hasAttribute('data-has-place')")
    expect(page.locator(".continue-reading a")).to_have_count(0)
    assert errors == []


def test_a_link_wins_over_the_place(visit: Callable[..., Page], site: str) -> None:
    page = visit(SHORT)
    keep(page, KEPT)
    page.goto(f"{site}{CHAPTER}.html?only={EXERCISE}#{EXERCISE}")
    wait_until(page, "document.querySelector('.reading-mark') !== null")
    top = page.locator(f"#{EXERCISE}").evaluate("e => e.getBoundingClientRect().top")
    assert 0 <= top <= 200 or page.evaluate(
        "scrollY + innerHeight > document.body.scrollHeight - 3"
    )
    assert kept(page) == KEPT


def test_answers_come_back_with_ticks_and_no_word_aloud(visit: Callable[..., Page]) -> None:
    page = visit(only=EXERCISE, viewport=WIDE)
    answer(page)
    title = page.locator(f"#{EXERCISE} .admonition-title")
    expect(title.get_by_role("img", name="solved")).to_be_visible()
    page.reload()
    title.scroll_into_view_if_needed()
    expect(title.get_by_role("img", name="solved")).to_be_visible()
    for name, text in ANSWERS.items():
        expect(page.locator(f"#{name}")).to_have_value(text)
        expect(page.locator(f"#{name}-feedback")).to_contain_text("Right")
    ticked = page.locator(".page-toc a", has=page.get_by_role("img", name="exercises solved"))
    expect(ticked).to_have_count(1)
    page.locator(f"#{EXERCISE}-check-1").fill("1, 2")
    page.locator(f"#{EXERCISE}-check-1").press("Enter")
    expect(title.get_by_role("img")).to_have_count(0)


def test_a_section_is_ticked_when_it_has_been_read(visit: Callable[..., Page]) -> None:
    page = visit(only="def-one-equation-norm", viewport=WIDE)
    done = page.locator(".page-toc a", has=page.get_by_role("img", name="read"))
    expect(done).not_to_have_count(0)
    menu = page.locator("#site-contents a.current").get_by_role("img")
    expect(menu).to_have_accessible_name(re.compile(r"^(?:\d+ of \d+ sections )?read$"))


def test_it_is_switched_off_forgotten_and_brought_back(
    visit: Callable[..., Page], site: str, axe: str
) -> None:
    page = visit(SHORT)
    keep(page, KEPT)
    page.reload()
    page.get_by_role("contentinfo").get_by_role("link", name="What this browser keeps").click()
    status = page.locator(".reading-status")
    expect(status).to_have_text(
        "Kept now: your place in “3. One equation, infinitely many solutions”, "
        "1 read section and 3 answers."
    )
    page.evaluate(axe)
    assert violations(page) == []
    forget = page.get_by_role("button", name="Forget everything")
    forget.click()
    expect(status).to_contain_text("Everything is forgotten.")
    assert kept(page) == {}
    page.get_by_role("button", name="Bring it back").click()
    assert kept(page) == KEPT
    page.get_by_role("checkbox", name="Keep my place").uncheck()
    expect(status).to_contain_text("switched off")
    page.goto(f"{site}{CHAPTER}.html?only={EXERCISE}")
    answer(page)
    expect(page.locator(".reading-mark")).to_have_count(0)
    expect(page.locator(".continue-reading a")).to_have_count(0)
    assert kept(page) == {**KEPT, "off": True}


def test_nothing_is_kept_in_the_frame_of_another_site(
    visit: Callable[..., Page], site: str, tmp_path: Path
) -> None:
    framed = f"{site}{CHAPTER}.html?only={EXERCISE}"
    text = f'<!doctype html><iframe src="{framed}" width="900" height="700"></iframe>'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    page = visit(SHORT)
    with serving(tmp_path) as other:
        page.goto(other)
        frame = page.frame_locator("iframe")
        name, right = next(iter(ANSWERS.items()))
        frame.locator(f"[data-name={name}]").evaluate("e => e.scrollIntoView()")
        frame.locator(f"#{name}").fill(right)
        frame.locator(f"#{name}").press("Enter")
        expect(frame.locator(f"#{name}-feedback")).to_contain_text("Right")
        expect(frame.locator(".reading-mark")).to_have_count(0)
    page.goto(f"{site}{SHORT}.html")
    assert kept(page) == {}


def test_all_solutions_open_at_once_for_this_visit(visit: Callable[..., Page], site: str) -> None:
    page = visit(only=f"{EXERCISE},sol-one-equation-by-hand,thm-one-equation-nearest")
    page.add_init_script(SHIFT)
    solution = page.locator("details.solution").first
    page.get_by_role("button", name="Open all solutions").click()
    expect(solution).to_have_attribute("open", "")
    page.reload()
    expect(solution).to_have_attribute("open", "")
    assert page.evaluate("shift") <= MOST_SHIFT
    page.get_by_role("button", name="Close all solutions").click()
    expect(solution).not_to_have_attribute("open", "")
    page.goto(f"{site}{CHAPTER}.html?only=sol-one-equation-by-hand#sol-one-equation-by-hand")
    expect(page.locator("#sol-one-equation-by-hand")).to_have_attribute("open", "")


def test_all_proofs_open_by_keyboard_and_do_not_without_scripts(visit: Callable[..., Page]) -> None:
    page = visit(only="thm-one-equation-nearest")
    button = page.get_by_role("button", name="Open all proofs")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Close all proofs")).to_be_focused()
    assert page.evaluate("document.querySelectorAll('details.why:not([open])').length") == 0
    assert visit(java_script_enabled=False).locator(".open-all:visible").count() == 0
