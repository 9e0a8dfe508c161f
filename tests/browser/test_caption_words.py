"""What is a word for a mark, and that a lost mark is missed; all figures: ``test_marks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.caption_words import named, without_mark
from tests.browser.figures import moving

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


def test_words_of_a_caption() -> None:
    assert named("The dashed gap and two Planes.") == [("dashed", "dashed"), ("Planes", "area")]
    assert named("An online barrier") == []


def test_a_mark_that_is_lost_is_missed(visit: Callable[..., Page]) -> None:
    page = visit("pseudoinverse/pseudoinverse", only="fig-pseudoinverse-plane")
    figure = moving(page, "#fig-pseudoinverse-plane")
    words = [("thin", "thin"), ("line", "line"), ("arrow", "head"), ("dotted", "dashed")]
    assert "thin" not in without_mark(figure, "moving", words)
    page.add_style_tag(content=".plane-drawing .plane-hair { stroke: none; }")
    assert "thin" in without_mark(figure, "moving", words)
    page.add_style_tag(
        content=".plane-drawing path { fill: none !important; stroke: none !important; }"
    )
    assert {"line", "arrow"} <= set(without_mark(figure, "moving", words))
