"""Each kind of moving figure: what only a browser can see. What it says is tested in Node."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import wait_until
from tests.browser.figures import drag, moving, told
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ENTRIES = {f"row {i}, column {j}": "ArrowUp" for i in (1, 2) for j in (1, 2)}
VIEW = {"turn, in degrees": "ArrowLeft", "tilt, in degrees": "ArrowUp"}


class Kind(NamedTuple):
    """A figure of a kind, and how it is moved: by label, what a key is pressed on."""

    chapter: str
    figure: str
    starts: str  # with these words, which come from the chapter's numbers
    moved: dict[str, str]
    dragged: dict[str, tuple[float, float]]
    typed: str | None = None


KINDS = {
    "axis": Kind(
        "pseudoinverse/low-rank",
        "low-rank-people",
        "20° from the horizontal",
        {"angle of the axis": "ArrowRight", "Axis": "ArrowUp"},
        {"Axis": (-40, -90)},
    ),
    "circle": Kind(
        "pseudoinverse/svd",
        "svd-ellipse",
        "an ellipse",
        {"x = (": "ArrowRight", "last entry of A": "ArrowRight", **ENTRIES},
        {"x = (": (75, 0)},
        "row 1, column 1",
    ),
    "jump": Kind(
        "pseudoinverse/pseudoinverse",
        "pseudoinverse-jump",
        "rows (1, 1) and (1, 3/2), rank 2",
        {"ε = 1/2: arrow keys move it": "ArrowLeft", "ε, exactly": "ArrowUp"},
        {"ε = ": (-300, 0)},
        "ε, exactly",
    ),
    "line": Kind(
        "systems/one-equation",
        "one-equation-family",
        "3x + 4y = 12",
        {
            "Normal vector": "ArrowLeft",
            "Right-hand side c": "ArrowUp",
            "t: moves": "ArrowRight",
            "t, steps along the line": "ArrowRight",
            "b, the coefficient of y": "ArrowDown",
        },
        {"Normal vector": (-128, 0), "Right-hand side c": (40, -40), "t: moves": (100, 75)},
        "c, the right-hand side",
    ),
    "parts": Kind(
        "systems/least-norm",
        "least-norm-parts",
        "(2, 0, 4)",
        {"t, steps along the line": "ArrowRight"},
        {},
    ),
    "perpendiculars": Kind(
        "systems/planes",
        "planes-skew",
        "2 (1, 1, 1) + 0 (0, 1, 2) = (2, 2, 2)",
        {f"multiplier of the {place} normal": "ArrowRight" for place in ("first", "second")},
        {},
    ),
    "pixels": Kind(
        "data/data-as-vectors",
        "data-as-vectors-digit",
        "row 3, column 5: 6 of 16",  # the digit as scikit-learn prints it
        {
            "Arrow keys move the mark.": "ArrowUp",
            "row of the pixel": "ArrowLeft",
            "column of the pixel": "End",
            "ink of the pixel": "End",
        },
        {},
    ),
    "planes": Kind(
        "systems/one-equation",
        "one-equation-planes",
        "x + y + z = 6 and x − y = 2",
        {f"plane 2, coefficient of {name}": "ArrowUp" for name in "xyz"},
        {},
        "plane 1, right-hand side",
    ),
    "pseudoinverse": Kind(
        "pseudoinverse/pseudoinverse",
        "pseudoinverse-plane",
        "1",
        {"x = (": "ArrowRight", "b = (": "ArrowUp", "last entry of A": "ArrowRight"},
        {"b = (": (60, 0), "x = (": (40, 0)},
        "entry 1 of b",
    ),
    "subspaces": Kind(
        "systems/four-subspaces",
        "four-subspaces-plane",
        "1",
        {"x = (": "ArrowRight", "b = (": "ArrowUp", "last entry of A": "ArrowRight", **ENTRIES},
        {"b = (": (60, 0), "x = (": (40, 0)},
        "row 2, column 2",
    ),
    "truncation": Kind(
        "pseudoinverse/pinv-in-practice",
        "pinv-in-practice-truncation",
        "τ = 0.5, rank 3",
        {"decimal logarithm of the cut-off": "ArrowRight"},
        {},
    ),
    "vectors": Kind(
        "data/similarity",
        "similarity-shadow",
        "3 · 4 + 4 · 2 = 20",
        {"a = (": "ArrowDown", "b = (": "ArrowDown", "entry 1 of b": "ArrowUp"},
        {"a = (": (-60, 20), "b = (": (-60, 20)},
        "entry 1 of a",
    ),
}


def test_every_kind_is_here() -> None:
    folders = {path.parent.name for path in (ROOT / "book/_live/figures").glob("*/figure.js")}
    assert set(KINDS) == folders


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_moved_and_says_so(kind: Kind, visit: Callable[..., Page]) -> None:
    page = visit(kind.chapter, only=f"fig-{kind.figure}")
    selector = f"#fig-{kind.figure}"
    figure = moving(page, selector)
    expect(figure.locator("> .figure-svg")).not_to_be_visible()
    home = told(figure)
    assert next(iter(home.values())).startswith(kind.starts)
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
    figure = moving(page, selector)
    assert told(figure) == after  # the address led to the same numbers
    figure.get_by_role("button", name="Reset").click()
    assert told(figure) == home
    wait_until(page, f"location.hash === '{selector}'")


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.dragged])
def test_handles_follow_the_pointer(name: str, visit: Callable[..., Page]) -> None:
    kind = KINDS[name]
    page = visit(kind.chapter, only=f"fig-{kind.figure}")
    figure = moving(page, f"#fig-{kind.figure}")
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


@pytest.mark.parametrize("name", ["parts", "perpendiculars", "planes"])
def test_space_turns_by_keys_and_sliders(name: str, visit: Callable[..., Page]) -> None:
    kind = KINDS[name]
    page = visit(kind.chapter, only=f"fig-{kind.figure}")
    figure = moving(page, f"#fig-{kind.figure}")
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
