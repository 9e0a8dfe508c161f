"""Finds elements of built pages by their classes."""

from __future__ import annotations

import re

from lxml import html

Element = html.HtmlElement

CLASS = re.compile(r"contains-class\('([^']+)'\)")


def find(tree: Element, path: str) -> list[Element]:
    """Return what an XPath finds within a tree; ``contains-class('x')`` asks for a class.

    >>> tree = html.fromstring('<div><p class="a b">1</p><p class="ab">2</p></div>')
    >>> [p.text for p in find(tree, "//p[contains-class('a')]")]
    ['1']
    """
    asked = CLASS.sub(r"contains(concat(' ', normalize-space(@class), ' '), ' \1 ')", path)
    found: list[Element] = tree.xpath(f".{asked}" if asked.startswith("//") else asked)
    return found
