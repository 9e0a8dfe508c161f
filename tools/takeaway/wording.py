"""Sentences that speak of a screen, as they stand on paper and on cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = html.HtmlElement

UNCHECKED = re.compile(r"\s*\(No check asks for [^()]*\)")


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

    >>> caption = html.fromstring(
    ...     '<figcaption><p>A line.</p><div><p class="figure-task">Drag <b>it</b>.</p></div>'
    ...     "</figcaption>"
    ... )
    >>> html.tostring(take_task(caption), encoding="unicode")
    '<span>Drag <b>it</b>.</span>'
    >>> html.tostring(caption, encoding="unicode")
    '<figcaption><p>A line.</p><div></div></figcaption>'
    """
    for task in caption.find_class("figure-task"):
        task.drop_tree()
        task.tag = "span"
        task.attrib.clear()
        return task
    return None
