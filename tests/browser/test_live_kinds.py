"""Each kind of moving figure: what only a browser can see. What it says is tested in Node."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SIZE, wait_until
from tests.browser.figures import PHONE, drag, moving, told
from tests.browser.label_words import faults, measured, misjudged
from tests.figures.cases import MOVING
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from tests.figures.moving import Moving

IN_SPACE = ("foot", "parts", "perpendiculars", "planes")
SPOKEN = """(figure) => [...figure.querySelectorAll(".moving-figure *")].flatMap((e) => [
  e.getAttribute("aria-label"), e.type !== "text" && e.getAttribute("aria-valuetext"),
  e.tagName === "DD" && e.textContent]).filter(Boolean)"""
HYPHEN = re.compile(r"(?<![\w\d])-(?=[\d.])")  # in place of a minus sign
VIEW = {"turn, in degrees": "ArrowLeft", "tilt, in degrees": "ArrowUp"}


def test_every_kind_is_here() -> None:
    folders = {path.parent.name for path in (ROOT / "book/_live/figures").glob("*/figure.js")}
    assert set(MOVING) == folders


# One visit a kind: what moves by keys moves by a pointer, too, and starts from the same figure.
@pytest.mark.parametrize("name", MOVING)
def test_a_kind_can_be_read_is_moved_and_says_so(name: str, visit: Callable[..., Page]) -> None:
    kind = MOVING[name]
    page = visit(kind.chapter, only=f"fig-{kind.figure}")
    figure = moving(page, f"#fig-{kind.figure}")
    expect(figure.locator("> .figure-svg")).not_to_be_visible()
    check_words(page, figure)
    check_keys_and_address(page, figure, kind)
    check_pointer(page, figure, kind)
    check_fields(figure)
    check_spoken(figure)
    if name in IN_SPACE:
        check_view(figure)


def check_words(page: Page, figure: Locator) -> None:
    """See that words stand inside, apart and beside the handles, at both widths."""
    found = measured(figure)
    assert faults(found) == []
    assert misjudged(found) == []
    page.set_viewport_size(PHONE)
    assert faults(measured(moving(page, f"#{figure.get_attribute('id')}"))) == []
    page.set_viewport_size(SIZE)


def check_keys_and_address(page: Page, figure: Locator, kind: Moving) -> None:
    """Move each part by a key, follow the address that this makes, and take it back."""
    selector = f"#fig-{kind.figure}"
    home = told(figure)
    assert any(said.startswith(kind.starts) for said in home.values())
    for label, key in kind.moved.items():
        before = told(figure)
        part = figure.get_by_label(label).first
        part.focus()
        assert part.evaluate("e => parseFloat(getComputedStyle(e).outlineWidth)") >= 2, label
        part.press(key)
        assert told(figure) != before, label
    after = told(figure)
    changed = next(f"{name}: {said}." for name, said in after.items() if said != home[name])
    expect(page.locator(".announcements")).to_contain_text(changed)
    wait_until(page, f"location.hash.startsWith('{selector}?')")
    assert "slide" not in page.url
    page.reload()
    moving(page, selector)
    assert told(figure) == after  # the address led to the same numbers
    figure.get_by_role("button", name="Reset").click()
    assert told(figure) == home
    wait_until(page, f"location.hash === '{selector}'")


def check_pointer(page: Page, figure: Locator, kind: Moving) -> None:
    """Draw each handle to another place; type nothing where a number is expected."""
    for label, way in kind.dragged.items():
        figure.get_by_role("button", name="Reset").click()
        before = told(figure)
        handle = figure.locator(f"[aria-label^='{label}']")
        drag(page, handle, *way)
        assert told(figure) != before, label
        expect(figure.locator(".figure-handle:focus")).to_have_count(1)
    if kind.typed:
        before = told(figure)
        figure.get_by_label(kind.typed).fill("")
        expect(figure.locator(".figure-problem")).to_contain_text("expected a number")
        assert told(figure) == before


def check_fields(figure: Locator) -> None:
    """Go up and down by keys in each field: it moves, also where a figure knows few numbers."""
    for field in figure.locator("input.number-field").all():
        figure.get_by_role("button", name="Reset").click()
        before, said = field.input_value(), told(figure)
        field.press("ArrowUp")
        if not figure.locator(".figure-problem").text_content():
            assert field.input_value() != before, field.get_attribute("name")
            field.press("ArrowDown")
            assert (field.input_value(), told(figure)) == (before, said)
    figure.get_by_role("button", name="Reset").click()


def check_spoken(figure: Locator) -> None:
    """Move each handle far, and a slider to its ends: what is said has minus signs, no hyphens."""
    said = set()
    for handle in figure.locator(".figure-handle").all():
        for key in ("Shift+ArrowLeft", "Shift+ArrowDown", "Shift+ArrowLeft"):
            handle.press(key)
            said.update(figure.evaluate(SPOKEN))
        if handle.get_attribute("role") == "slider":
            for key, end in (("Home", "min"), ("End", "max")):
                handle.press(key)
                now = [handle.get_attribute(f"aria-value{name}") for name in ("now", end)]
                assert now[0] == now[1], (key, now)
    assert sorted(text for text in said if HYPHEN.search(text)) == []


def check_view(figure: Locator) -> None:
    """Turn a figure in space by keys and by sliders."""
    picture = figure.locator(".space-drawing")
    sliders = {label: figure.get_by_label(label) for label in VIEW}
    angles = {label: int(slider.input_value()) for label, slider in sliders.items()}
    for label, key in VIEW.items():
        step = -1 if key == "ArrowLeft" else 1
        before = picture.inner_html()
        picture.press(key)
        assert int(sliders[label].input_value()) == angles[label] + 5 * step
        assert picture.inner_html() != before
        sliders[label].press(key)
        assert int(sliders[label].input_value()) == angles[label] + 6 * step
