"""Built pages are read without KaTeX's boxes, and nothing else is lost."""

from __future__ import annotations

import pytest
from tools.markup import parsed, without_boxes

OPENED = '<span class="katex-html" aria-hidden="true">'
BOXES = f'{OPENED}<span class="base"><span>x</span></span></span>'
EMPTY = f"{OPENED}</span>"


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
