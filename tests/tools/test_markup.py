"""Built pages are read without the pieces of formulas, and nothing else is lost."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from tools.markup import elements, parsed, without_boxes, without_pieces

OPENED = '<span class="katex-html" aria-hidden="true">'
BOXES = f'{OPENED}<span class="base"><span>x</span></span></span>'
EMPTY = f"{OPENED}</span>"
MATHML = (
    "<math><semantics><mrow><mi>x</mi><mo>&lt;</mo><mn>2</mn></mrow>"
    '<annotation encoding="application/x-tex">x \\lt 2</annotation></semantics></math>'
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>no formula</p>", "<p>no formula</p>"),
        (f"a {BOXES} b <span>{BOXES}</span> c", f"a {EMPTY} b <span>{EMPTY}</span> c"),
        (BOXES[:-7], OPENED),
    ],
    ids=["none", "two", "cut off"],
)
def test_only_the_content_of_boxes_goes(source: str, expected: str) -> None:
    assert without_boxes(source) == expected


def test_the_tree_holds_what_stands_after_a_formula() -> None:
    tree = parsed(f"<main><p>a {BOXES}</p><p id='after'>b</p></main>")
    assert tree.select_one("#after").get_text() == "b"
    assert tree.select_one(".katex-html").get_text() == ""
    (after,) = elements(f"<p>a {BOXES}</p><p id='after'>b</p>").xpath("//*[@id='after']")
    assert after.text == "b"


def test_mathml_keeps_its_text_and_what_was_typed() -> None:
    short = without_pieces(f"a {MATHML} b {MATHML} c <mi>d</mi>")
    assert short.count("<mi>") == 1
    whole, light = BeautifulSoup(f"<p>{MATHML}</p>", "lxml"), parsed(f"<p>{MATHML}</p>")
    assert light.get_text() == whole.get_text() == "x<2x \\lt 2"
    assert light.annotation.get_text() == "x \\lt 2"
