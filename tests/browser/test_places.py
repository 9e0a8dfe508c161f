"""Pages stand still while they load, start and are scrolled, and links arrive at their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tools.audit.browser import find_browser
from tools.audit.server import serving

from tests.browser.axe import COME_NEAR, TWO_FRAMES
from tests.browser.conftest import CHAPTER, FLAGS, OTHERS, pages_of, wait_until
from tests.browser.laid_out import lays_out_little, other_heights
from tests.browser.shift import MOST_SHIFT, shift_of
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

NEAR = 20  # pixels
COLD = 8  # places of each page to which a first visit goes
DESKTOP, TABLET, PHONE = (
    {"width": width, "height": height} for width, height in ((1440, 900), (820, 1100), (360, 800))
)
# How far each place is from where a link should take the reader, after all near it has started.
ARRIVE = """async (ids) => {
  const settled = async (place) => {
    let before = null;
    for (let quiet = 0; quiet < 6; ) {
      await new Promise(requestAnimationFrame);
      const now = place.getBoundingClientRect().top;
      quiet = now === before ? quiet + 1 : 0;
      before = now;
    }
    return before;
  };
  const room = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const missed = [];
  for (const id of ids) {
    const place = document.getElementById(id);
    if (location.hash !== `#${id}`) location.hash = `#${id}`;
    const off = (await settled(place)) - room - parseFloat(getComputedStyle(place).scrollMarginTop);
    const below = document.documentElement.scrollHeight - innerHeight - scrollY;
    if (Math.abs(off) > 20 && below > 2) missed.push([id, Math.round(off)]);
  }
  return missed;
}"""
# What the reader sees: the ids of the view, once the page stands still.
SEEN = """async () => {
  const seen = () => [...document.querySelectorAll("article [id]")]
    .map((e) => [e.id, Math.round(e.getBoundingClientRect().top)])
    .filter(([, top]) => top > 0 && top < innerHeight);
  for (let quiet = 0, before = ""; quiet < 30; ) {
    await new Promise(requestAnimationFrame);
    const now = JSON.stringify(seen());
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
  return seen().map(([id]) => id);
}"""
IDS = """() => [...document.querySelectorAll("article [id]")].map(({ id }) => id).filter((id) =>
  /^(sec|def|thm|lem|cor|alg|exr?|sol|fig|tab|equation)-/.test(id)
  && !document.getElementById(id).closest("svg, .live-room"))"""


def slow_machine(page: Page) -> Page:
    """Let a page load as on a machine that is four times as slow as this one."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page


@pytest.mark.parametrize(
    ("name", "size", "machine"),
    [
        ("exr-one-equation-point", DESKTOP, lambda page: page),
        ("fig-one-equation-family", PHONE, slow_machine),
    ],
    ids=["desktop", "slow-phone"],
)
def test_link_arrives_and_a_reload_stays(
    name: str,
    size: dict[str, int],
    machine: Callable[[Page], Page],
    context: Callable[..., BrowserContext],
    site: str,
) -> None:
    page = machine(context(viewport=size).new_page())
    page.goto(f"{site}{CHAPTER}.html#{name}")
    for _ in range(2):
        place = page.locator(f":is(#{name} [data-live], [data-figure={name}])").first
        expect(place).to_have_attribute("data-live-state", "started", timeout=30_000)
        wait_until(page, "document.querySelector('article').getAnimations().length === 0")
        assert page.evaluate(ARRIVE, [name]) == []
        page.reload()


def test_reader_who_has_gone_on_stays_there_after_a_reload(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(viewport=DESKTOP).new_page()
    page.goto(f"{site}{CHAPTER}.html#fig-one-equation-family")
    page.mouse.move(700, 400)
    page.mouse.wheel(0, 4000)
    wait_until(page, "scrollY > 3000")
    seen = page.evaluate(SEEN)
    for _ in range(2):
        page.reload()
        wait_until(page, "performance.getEntriesByType('navigation')[0].loadEventEnd > 0")
        assert page.evaluate(SEEN) == seen


# A chapter with all kinds of parts, and what moved once: a line that needs the letters of its
# formula to know its length, and a list whose first lines are no section's.
@pytest.mark.parametrize(
    ("name", "width"),
    [(CHAPTER, 360), ("regression/numerics", 412), ("reference/theorem-map", 360)],
)
def test_page_stands_still(
    name: str, width: int, context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(viewport={**PHONE, "width": width}).new_page()
    assert shift_of(page, f"{site}{name}.html") <= MOST_SHIFT


# Every page, because each has figures, forms and formulas of its own above its places.
@pytest.mark.full
@pytest.mark.parametrize("size", [DESKTOP, TABLET, PHONE], ids=["desktop", "tablet", "phone"])
@pytest.mark.parametrize("source", [*sources(), OTHERS])
def test_every_place_is_reached_and_every_page_stands_still(
    source: str,
    size: dict[str, int],
    context: Callable[..., BrowserContext],
    site: str,
    names: list[str],
) -> None:
    for name in pages_of(source, names):
        page = context(viewport=size).new_page()
        assert shift_of(page, f"{site}{name}.html") <= MOST_SHIFT, name
        ids = page.evaluate(IDS)
        for _ in range(2):
            assert page.evaluate(ARRIVE, ids) == [], name
            page.reload()
        for place in ids[:: max(1, len(ids) // COLD)]:  # a first visit that begins with a link
            page.goto("about:blank")
            page.goto(f"{site}{name}.html#{place}")
            assert page.evaluate(ARRIVE, [place]) == [], name
        page.close()


# A chapter is measured where every page is visited; these are as short as the template is.
@pytest.mark.full
def test_pages_without_a_source_lay_out_little_and_at_its_height(
    context: Callable[..., BrowserContext], site: str, names: list[str]
) -> None:
    page = context(viewport=PHONE).new_page()
    for name in pages_of(OTHERS, names):
        page.goto(f"{site}{name}.html")
        assert lays_out_little(page), name
        assert other_heights(page)[1] == [], name


def test_a_page_laid_out_whole_is_seen(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    assert lays_out_little(page)
    page.add_style_tag(content="* { content-visibility: visible !important; }")
    assert not lays_out_little(page)


def test_a_block_that_keeps_a_margin_is_seen(visit: Callable[..., Page]) -> None:
    page = visit(viewport=PHONE)
    waiting, others = other_heights(page)
    assert waiting > 50
    assert others == []
    assert lays_out_little(page), "asking changes nothing"
    page.add_style_tag(content=".page .bd-article section > div > :last-child { margin: 1em 0; }")
    assert other_heights(page)[1] != []


def test_figure_in_the_frame_of_another_site_starts_when_it_is_seen(
    context: Callable[..., BrowserContext], site: str, tmp_path: Path
) -> None:
    name = "fig-one-equation-family"
    framed = f"{site}{CHAPTER}.html?only={name}"
    text = f'<!doctype html><iframe src="{framed}" width="760" height="520"></iframe>'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    with serving(tmp_path) as other:
        page = context().new_page()
        page.goto(other)
        frame = page.frame_locator("iframe")
        figure = frame.locator(f"#{name}")
        figure.evaluate("e => e.scrollIntoView({ block: 'end', behavior: 'instant' })")
        expect(frame.locator(f"[data-figure={name}]")).to_have_attribute(
            "data-live-state", "started"
        )


@pytest.fixture
def read_aloud(browser: Browser, site: str) -> Iterator[Page]:
    """Open the chapter as a phone does on which a screen reader runs."""
    flags = [*FLAGS, "--force-renderer-accessibility"]
    with browser.browser_type.launch(executable_path=find_browser(), args=flags) as other:
        page = other.new_page(viewport=PHONE)
        page.goto(f"{site}{CHAPTER}.html")
        yield page


def test_what_is_not_laid_out_yet_is_read_found_printed_reached_and_come_back_to(
    read_aloud: Page, site: str
) -> None:
    page, title = read_aloud, "Exercise 3.4"
    late = "document.querySelector('#exr-one-equation-point')"
    auto = f"getComputedStyle({late}).contentVisibility === 'auto'"
    assert page.evaluate(auto), "the page lays out all at once: the test sees nothing"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = [str(node.get("name", {}).get("value", "")).strip() for node in tree]
    assert title in names
    page.emulate_media(media="print")
    assert not page.evaluate(auto)
    page.emulate_media(media="screen")
    assert page.evaluate(f"find('{title}')")
    wait_until(page, "!document.documentElement.hasAttribute('data-fresh')")
    page.evaluate(TWO_FRAMES)
    assert page.evaluate(f"{late}.getBoundingClientRect().top") == pytest.approx(400, abs=390)
    page.locator("#sol-one-equation-point > summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#sol-one-equation-point-content")).to_be_visible()
    place = page.evaluate("scrollY")
    for come_back in (page.reload, lambda: (page.goto(f"{site}index.html"), page.go_back())):
        come_back()
        wait_until(page, "document.querySelector('[data-live-state=started]') !== null")
        wait_until(page, f"Math.abs(scrollY - {place}) <= {NEAR}")


HEIGHTS = """() => [...document.querySelectorAll("article [data-live]")].map((part) => {
  const place = document.getElementById(part.dataset.figure ?? "") ?? part;
  return place.getBoundingClientRect().height;
})"""


def test_parts_that_start_fill_the_room_that_was_kept_for_them(visit: Callable[..., Page]) -> None:
    parts = "fig-one-equation-family,ex-one-equation-nearest,exr-one-equation-by-hand"
    page = visit("reference/notation", viewport=PHONE)
    page.route("**/live/main.js", lambda route: route.abort())
    page.goto(page.url.replace("reference/notation.html", f"{CHAPTER}.html?only={parts}"))
    page.evaluate("document.fonts.ready")
    kept = page.evaluate(HEIGHTS)
    page.unroute("**/live/main.js")
    page.reload()
    page.evaluate(COME_NEAR, "article [data-live]")
    expect(page.locator("article [data-live]:not([data-live-state=started])")).to_have_count(0)
    assert page.evaluate(HEIGHTS) == pytest.approx(kept, abs=1)
    assert len(kept) >= 5
