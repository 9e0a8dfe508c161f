"""What a figure shows is in the address, and what is typed into it is taken exactly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import CLIPBOARD, wait_until
from tests.browser.figures import BOTH, FAMILY, PHONE, PLANES, SOLUTION, drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

A, B, C = "a, the coefficient of x", "b, the coefficient of y", "c, the right-hand side"

HOME = "3x + 4y = 12"


@pytest.fixture
def follow(visit: Callable[..., Page]) -> Callable[[str], Page]:
    """Return a function that opens a link into the chapter."""
    return lambda fragment: visit(only=BOTH, fragment=fragment)


def started(page: Page, selector: str) -> Locator:
    """Return a figure that an address has started, without scrolling to it."""
    figure = page.locator(selector)
    expect(figure.locator(".figure-readout dd").first).to_be_visible()
    return figure


def state_of(page: Page, selector: str) -> dict[str, str]:
    """Wait until the address names a figure's numbers, and return them by name."""
    wait_until(page, f"location.hash.startsWith('{selector}?')")
    query = urlsplit(page.url).fragment.partition("?")[2]
    return {name: value for name, (value,) in parse_qs(query).items()}


def test_link_leads_to_the_line_that_was_typed(
    visit: Callable[..., Page], follow: Callable[[str], Page]
) -> None:
    page = visit(only=BOTH, permissions=CLIPBOARD)
    figure = moving(page, FAMILY)
    for name, text in {A: "5", B: "-2", C: "7/3"}.items():
        figure.get_by_label(name).fill(text)
    figure.get_by_label("t, steps along the line").focus()
    page.keyboard.press("Home")
    state = state_of(page, FAMILY)
    assert {name: state[name] for name in "abc"} == {"a": "5", "b": "-2", "c": "7/3"}
    figure.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    wait_until(page, f"location.href === {link!r}")
    other = started(follow(f"#{urlsplit(link).fragment}"), FAMILY)
    expect(other).to_be_in_viewport()
    assert told(other) == told(figure)
    # by hand: 7/3 : (25 + 4) = 7/87, times (5, −2)
    assert told(other)["Nearest point"] == "(35/87, −14/87), squared distance 49/261"
    expect(other.get_by_label(C)).to_have_value("7/3")


def test_dragging_is_remembered_and_reset_forgets_it(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    figure = moving(page, FAMILY)
    page.wait_for_timeout(700)
    assert urlsplit(page.url).fragment == ""  # nothing was moved
    drag(page, figure.locator(SOLUTION), 100, 75)
    t = state_of(page, FAMILY)["t"]
    assert f"t = {'−' if t.startswith('-') else ''}" in told(figure)["Solution"]
    assert t != "-0.64"
    figure.get_by_role("button", name="Reset").click()
    wait_until(page, f"location.hash === '{FAMILY}'")


def test_link_leads_to_planes_as_they_were_turned(
    visit: Callable[..., Page], follow: Callable[[str], Page]
) -> None:
    page = visit(only=BOTH)
    figure = moving(page, PLANES)
    figure.get_by_label("plane 2, right-hand side").fill("-2.5")
    figure.locator(".space-drawing").focus()
    page.keyboard.press("ArrowRight")
    state = state_of(page, PLANES)
    assert (state["b2"], state["azimuth"], state["elevation"]) == ("-2.5", "75", "18")
    drawing = figure.locator(".space-drawing").inner_html()
    other = started(follow(f"#{urlsplit(page.url).fragment}"), PLANES)
    assert told(other) == told(figure)
    assert other.locator(".space-drawing").inner_html() == drawing


def test_a_second_link_is_followed_and_starts_from_the_figure_s_own_numbers(
    follow: Callable[[str], Page],
) -> None:
    page = follow(f"{FAMILY}?c=26")
    figure = started(page, FAMILY)
    assert told(figure)["Line"] == "3x + 4y = 26"
    page.evaluate(f"location.hash = '{FAMILY}?a=5'")
    expect(figure.locator(".figure-readout details dd").first).to_have_text("5x + 4y = 12")


@pytest.mark.parametrize(
    ("query", "message", "shown", "line"),
    [
        ("a=x&c=26", "received “x”: write numbers only", {A: "x", C: "26"}, "3x + 4y = 26"),
        ("b=1/0", "received “1/0”: change the denominator", {B: "1/0"}, HOME),
        ("a=0&b=0&c=26", "0 = 26", {A: "0", B: "0"}, "4y = 12"),
        ("c=<img src=x>", "received “<img src=x>”", {C: "<img src=x>"}, HOME),
    ],
)
def test_a_link_with_unusable_numbers_says_so(
    query: str, message: str, shown: dict[str, str], line: str, follow: Callable[[str], Page]
) -> None:
    figure = started(follow(f"{FAMILY}?{query}"), FAMILY)
    expect(figure.locator(".figure-problem")).to_contain_text(message)
    for name, text in shown.items():
        expect(figure.get_by_label(name)).to_have_value(text)
    assert figure.locator("[aria-invalid=true]").count() >= 1
    assert told(figure)["Line"] == line  # what could be drawn of it
    assert figure.locator("img").count() == 0


def test_fractions_are_typed_key_by_key(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    figure = moving(page, FAMILY)
    page.evaluate(
        f"window.said = []; const p = document.querySelector('{FAMILY} .figure-problem');"
        "new MutationObserver(() => { if (p.textContent) window.said.push(p.textContent); })"
        ".observe(p, {childList: true, characterData: true, subtree: true})"
    )
    field = figure.get_by_label(A)
    field.select_text()
    field.press_sequentially("−1/3")
    assert told(figure)["Line"] == "−(1/3)x + 4y = 12"
    # by hand: 12 : (1/9 + 16) = 108/145, times (−1/3, 4)
    assert told(figure)["Nearest point"].startswith("(−36/145, 432/145), ")
    assert page.evaluate("window.said") == []  # not even of "1/"
    field.fill("1/")
    assert page.evaluate("window.said") == []
    expect(figure.locator(".figure-problem")).to_contain_text("received “1/”: write one number")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert told(figure)["Line"] == "−(1/3)x + 4y = 12"
    field.fill("2,5")  # a comma before decimals, as many write it
    expect(figure.locator(".figure-readout details dd").first).to_have_text("(5/2)x + 4y = 12")
    expect(figure.locator(".figure-problem")).to_be_empty()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    field.fill("1,234")  # a thousand, or a little more than one
    expect(figure.locator(".figure-problem")).to_contain_text("write 1.234 or 1234")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert told(figure)["Line"] == "(5/2)x + 4y = 12"


def test_arrow_keys_step_a_number_by_one(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    figure = moving(page, FAMILY)
    field = figure.get_by_role("spinbutton", name=A)
    field.press("ArrowUp")
    assert told(figure)["Line"] == "4x + 4y = 12"
    expect(field).to_have_value("4")
    field.fill("1/3")
    field.press("ArrowDown")
    assert told(figure)["Line"] == "−(2/3)x + 4y = 12"
    expect(field).to_have_value("-2/3")
    expect(field).to_have_attribute("aria-valuetext", "-2/3")
    field.fill("oh")
    field.press("ArrowUp")  # from the last number
    assert told(figure)["Line"] == "(1/3)x + 4y = 12"


def test_fractions_fit_on_a_phone(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH, viewport=PHONE)
    figure = moving(page, PLANES)
    for name in "xyz":
        figure.get_by_label(f"plane 1, coefficient of {name}").fill("-123/457")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    field = figure.get_by_label("plane 1, coefficient of x")
    assert field.evaluate("field => field.scrollWidth <= field.clientWidth")


def test_an_image_is_linked_with_what_was_painted_not_with_what_is_pointed_at(
    visit: Callable[..., Page],
) -> None:
    digit = "#fig-data-as-vectors-digit"
    page = visit("data/data-as-vectors", only=digit[1:])
    figure = moving(page, digit)
    start = told(figure)
    box = figure.locator(".pixels-drawing").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 0.05 * box["width"], box["y"] + 0.2 * box["height"])
    expect(figure.locator(".figure-readout dd").first).not_to_have_text(start["Pixel"])
    page.wait_for_timeout(800)
    assert urlsplit(page.url).fragment == ""
    page.evaluate(f"location.hash = '{digit}?row=1&column=99&ink=99&8.1=3'")
    expect(figure.locator(".figure-readout dd").first).to_have_text("row 1, column 8: 16 of 16")
    wait_until(page, "location.hash.includes('column=8&')")  # what there is of it
    state = state_of(page, digit)
    assert state == {"row": "1", "column": "8", "ink": "16", "1.8": "16", "8.1": "3"}
    figure.get_by_label("row of the pixel").press("End")
    figure.get_by_label("column of the pixel").press("Home")
    assert told(figure)["Pixel"] == "row 8, column 1: 3 of 16"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure) == start
    wait_until(page, f"location.hash === '{digit}'")


def test_what_a_reader_has_made_of_a_figure_can_be_saved(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    figure = moving(page, FAMILY)
    figure.locator(SOLUTION).press("ArrowRight")
    with page.expect_download() as saved:
        figure.get_by_role("button", name="Save SVG").click()
    assert saved.value.suggested_filename == f"{FAMILY[1:]}.svg"
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    root = ET.fromstring(text)  # noqa: S314 - the page has just made it
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not any(word in text for word in ("var(", "class=", "tabindex="))
    drawn = figure.locator(".plane-drawing")
    assert "".join(root.itertext()) == drawn.text_content()  # with the solution that was moved
    looks = "e => [...e.querySelectorAll('path')].map((p) => getComputedStyle(p).stroke)"
    shown = drawn.evaluate(looks)
    styles = [str(path.get("style")) for path in root.iter("{http://www.w3.org/2000/svg}path")]
    assert [style.partition(";stroke:")[2].partition(";")[0] for style in styles] == shown
    assert len(set(shown)) > 3  # in its colors
