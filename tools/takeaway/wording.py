"""Sentences that speak of a screen, as they stand on paper and on cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = html.HtmlElement

UNCHECKED = re.compile(r"\s*\(No check asks for [^()]*\)")
TASK = re.compile(
    r"(?:^|\n)\s*(?=(?:Bring|Choose|Close|Drag|Find|Flip|Go|Make|Move|Now|Pull|Put|Raise|Slide|Take"
    r"|Then|Turn|Which|Where|(?:From|For|And at) which)\b)"
)
"""Where a caption begins to ask: a sentence is a line of its source."""


def texts(element: Element) -> Iterator[tuple[Element, str, str]]:
    """Yield the texts of an element in their order: who holds it, ``text`` or ``tail``, and it."""
    yield element, "text", element.text or ""
    for child in element:
        yield child, "tail", child.tail or ""


def drop_notes_of_checks(block: Element) -> None:
    """Leave out what an exercise says of answers that no form asks for: paper has no forms."""
    for paragraph in block.iter("p"):
        for holder, place, words in [*texts(paragraph)]:
            setattr(holder, place, UNCHECKED.sub("", words))


def take_task(caption: Element) -> Element | None:
    r"""Take out of a caption what it asks the reader to do with the figure.

    >>> caption = html.fromstring("<span>A line.\nDrag <b>it</b>: what?\nThen rest.</span>")
    >>> html.tostring(take_task(caption), encoding="unicode")
    '<span>Drag <b>it</b>: what?\nThen rest.</span>'
    >>> caption.text_content()
    'A line.'
    """
    for holder, place, words in [*texts(caption)]:
        begin = TASK.search(words)
        if not begin:
            continue
        setattr(holder, place, words[: begin.start()])
        task = html.Element("span")
        task.text = words[begin.end() :]
        for child in [*caption] if place == "text" else [*holder.itersiblings()]:
            task.append(child)
        return task
    return None
