"""Every word of a caption that names a mark holds, in the still drawing and in the moving one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.caption_words import MISSING, WORDS
from tests.browser.figures import moving
from tests.built import moving_in, sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

DRAWINGS = {"still": ":scope > .figure-svg", "moving": ".moving-figure svg"}
SHOW = "(figure, still) => figure.classList.toggle('is-moving', !still)"


def named(caption: str) -> list[tuple[str, str]]:
    """Return the words of a caption that name marks, each with the name of its test."""
    words = [(rf"\b(?:{word})\b", fit) for word, fit in WORDS.items()]
    return [
        (hit[0], fit) for word, fit in words if (hit := re.search(word, caption, re.IGNORECASE))
    ]


def missing(figure: Locator, which: str, words: list[tuple[str, str]]) -> list[str]:
    """Return the words that no mark of the still or of the moving drawing fits."""
    figure.evaluate(SHOW, which == "still")
    drawing = figure.locator(DRAWINGS[which])
    found: list[str] = drawing.evaluate(f"(e, words) => ({MISSING})([e, words])", words)
    return found


def test_words_of_a_caption() -> None:
    assert named("The dashed gap and two Planes.") == [("dashed", "dashed"), ("Planes", "area")]
    assert named("An online barrier") == []


@pytest.mark.parametrize("chapter", [name for name in sources() if moving_in(name)])
def test_words_hold(chapter: str, visit: Callable[..., Page]) -> None:
    names = moving_in(chapter)
    page = visit(chapter, only=",".join(names))
    lost = {}
    for name in names:
        figure = moving(page, f"#{name}")
        caption = figure.locator("figcaption .caption-text").inner_text()
        for which in DRAWINGS:
            lost[name, which] = missing(figure, which, named(caption))
    assert {key: words for key, words in lost.items() if words} == {}


def test_a_mark_that_is_lost_is_missed(visit: Callable[..., Page]) -> None:
    page = visit("pseudoinverse/pseudoinverse", only="fig-pseudoinverse-plane")
    figure = moving(page, "#fig-pseudoinverse-plane")
    words = [("thin", "thin"), ("line", "line"), ("arrow", "head"), ("dotted", "dashed")]
    assert "thin" not in missing(figure, "moving", words)
    page.add_style_tag(content=".plane-drawing .plane-hair { stroke: none; }")
    assert "thin" in missing(figure, "moving", words)
    page.add_style_tag(
        content=".plane-drawing path { fill: none !important; stroke: none !important; }"
    )
    assert {"line", "arrow"} <= set(missing(figure, "moving", words))
