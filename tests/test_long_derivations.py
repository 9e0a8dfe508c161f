"""A derivation of more than 12 steps is summarized; every step stays available."""

import json
import re
from functools import partial
from xml.etree import ElementTree as ET

import html5lib
import pytest

from linalg_book.worked import Step, WorkedExample
from linalg_book.writing.formula import row
from linalg_book.writing.prose import prose

LEFT_OUT = "Steps 9 to 27 go on like this; {}(full=True) shows them."


def long(count):
    """Make an example with so many steps."""
    steps = [
        Step(prose(f"Do step {i}."), prose("It is next."), (row("x", "=", i),))
        for i in range(1, count + 1)
    ]
    return WorkedExample(prose("A long way"), 1, (), partial(tuple, steps))


def numbers(text):
    return [int(found) for found in re.findall(r"Do step (\d+)\.", text)]


SHOWN = [*range(1, 9), 28, 29, 30]
ALL = list(range(1, 31))


@pytest.mark.parametrize("written", ["text", "latex", "markdown"])
def test_the_middle_is_left_out(written):
    example = long(30)
    summary, full = getattr(example, written)(), getattr(example, written)(full=True)
    assert numbers(summary) == SHOWN
    assert numbers(full) == ALL
    assert summary.count(LEFT_OUT.format(written)) == 1
    assert "go on like this" not in full
    assert len(example.steps) == 30


@pytest.mark.parametrize("written", ["text", "latex", "markdown", "html"])
def test_twelve_steps_are_shown(written):
    for count in range(13):
        example = long(count)
        assert numbers(getattr(example, written)()) == list(range(1, count + 1))
        assert getattr(example, written)() == getattr(example, written)(full=True)


@pytest.mark.parametrize("written", ["text", "latex", "markdown"])
def test_thirteen_steps_are_too_many(written):
    assert numbers(getattr(long(13), written)()) == [*range(1, 9), 11, 12, 13]
    assert "Steps 9 to 10 go on like this" in getattr(long(13), written)()


def test_text_stays_aligned():
    text = long(30).text()
    assert (
        f"\n\n8. Do step 8. It is next.\n\n      x = 8\n\n…  {LEFT_OUT.format('text')}\n\n28. Do"
        in text
    )
    assert "\n\n28. Do step 28. It is next.\n\n      x = 28\n\n29. Do" in text
    narrow = long(30).text(40)
    assert max(map(len, narrow.splitlines())) <= 40
    assert "\n…  Steps 9 to 27 go on like this;\n   text(full=True) shows them.\n" in narrow


def test_latex_goes_on_counting():
    source = long(30).latex()
    omitted = r"\item[\ldots] " + LEFT_OUT.format("latex") + "\n" + r"\setcounter{enumi}{27}"
    assert omitted + "\n" + r"\item Do step 28." in source


def test_markdown_goes_on_counting():
    from markdown_it import MarkdownIt

    text = long(30).markdown()
    assert f"\n\n… {LEFT_OUT.format('markdown')}\n\n28. Do step 28." in text
    root = ET.fromstring(f"<div>{MarkdownIt().render(text)}</div>")  # noqa: S314
    assert [(one.get("start"), len(one.findall("li"))) for one in root.findall("ol")] == [
        (None, 8),
        ("28", 3),
    ]


def test_html_unfolds():
    source = long(30).html()
    assert len(html5lib.HTMLParser(strict=True).parseFragment(source)) == 1
    root = ET.fromstring(source)  # noqa: S314
    assert numbers(source) == ALL
    parts = [(e.tag, e.get("class"), e.get("start")) for e in root if e.tag in ("ol", "details")]
    assert parts == [("ol", "steps", None), ("details", "more-steps", None), ("ol", "steps", "28")]
    details = root.find("details")
    assert details.find("summary").text == "Steps 9 to 27"
    assert details.find("ol").get("start") == "9"
    assert len(details.findall("./ol[@class='steps']/li")) == 19
    full = ET.fromstring(long(30).html(full=True))  # noqa: S314
    assert full.find("details") is None
    assert len(full.findall("./ol[@class='steps']/li")) == 30


def test_json_is_complete():
    assert len(json.loads(long(30).to_json())["steps"]) == 30


def test_a_notebook_is_offered_the_summary():
    example = long(30)
    assert str(example) == example._repr_mimebundle_()["text/plain"] == example.text()
    assert example._repr_html_() == example.html()
    assert example._repr_latex_() == example.latex()
