"""One visit of each page, and all that a page owes its reader: nothing here is a component's test.

Every page is visited, since each has words, figures, examples and folds of its own; once, since
what depends on colors is told by the style sheets (see ``test_accessibility``). Of the pages that
cite, which one template makes, one: ``make audit-full`` looks at all.

Most of a visit is layout of 20,000 pieces of formulas, so the page is laid out once at each width:
it loads on a phone, where it has to lay out little, is made wide and all is opened, is made narrow,
and is freed of these pieces before axe and the printer look at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.axe import (
    COLORS,
    DESKTOP,
    FLATTEN,
    PHONE,
    TWO_FRAMES,
    set_open,
    start,
    too_wide,
    violations,
)
from tests.browser.conftest import CHAPTER
from tests.browser.laid_out import lays_out_little, other_heights
from tests.browser.listening import listen
from tests.built import moving_in, sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page


SHORT = {"index", "reference", "search", "cite"}  # chapters have blocks that wait


def check_print(page: Page) -> None:
    """See that paper gets the static drawing of each figure that moves."""
    page.emulate_media(media="print")
    for drawing in page.locator("figure.is-moving > .figure-svg").all():
        expect(drawing).to_be_visible()
    expect(page.locator(".moving-figure:visible")).to_have_count(0)


@pytest.mark.parametrize("name", [*sources(), "search", f"cite/{CHAPTER}"])
def test_page_owes_its_reader(
    name: str, context: Callable[..., BrowserContext], site: str, axe: str
) -> None:
    options = {"viewport": PHONE, "color_scheme": "light", "reduced_motion": "reduce"}
    page = context(service_workers="allow", **options).new_page()
    said = listen(page, site)
    page.goto(f"{site}{name}.html")
    assert lays_out_little(page)
    waiting, others = other_heights(page)
    assert others == []
    assert waiting or name.partition("/")[0] in SHORT, "the page lays out all at once"
    page.set_viewport_size(DESKTOP)
    figures = page.locator("[data-live=figure]").evaluate_all("l => l.map(e => e.dataset.figure)")
    assert sorted(figures) == moving_in(name)
    set_open(page, opened=True)
    start(page, "main [data-live]")
    assert page.evaluate("document.getAnimations().length") == 0, "no motion was asked for"
    assert too_wide(page) == []
    page.set_viewport_size(PHONE)
    page.evaluate(TWO_FRAMES)
    assert too_wide(page) == []
    page.evaluate(FLATTEN)  # after which another layout costs little, and axe half
    page.evaluate(axe)
    assert violations(page, without=COLORS) == []
    check_print(page)
    assert said == []


def test_listening_hears_messages_failures_and_other_hosts(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(bypass_csp=True).new_page()
    said = listen(page, site)
    page.goto(f"{site}search.html")
    page.evaluate(
        "async () => { console.log('one'); setTimeout(() => { throw new Error('two'); });"
        " await fetch('/missing'); await fetch('http://other.invalid/').catch(() => 0); }"
    )
    page.wait_for_function("true")
    heard = "\n".join(said)
    for words in ("one", "two", "404: ", "asks for http://other.invalid/", "failed: http://other"):
        assert words in heard
