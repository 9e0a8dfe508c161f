"""Small links beside a title or after a paragraph, written without words of their own.

Their sign comes from the style sheet, so that it is not copied, searched or read with the text.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class page_mark(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A link, as HTML."""


def tag(name: str = "a", /, **attributes: str) -> str:
    """Return an empty link, or another element, with attributes.

    ``class_`` stands for class, a_b for a-b.
    """
    pairs = [
        f'{key.rstrip("_").replace("_", "-")}="{html.escape(value)}"'
        for key, value in attributes.items()
    ]
    return f"<{name} {' '.join(pairs)}></{name}>"


def mark(**attributes: str) -> page_mark:
    """Return the node of such a link."""
    return page_mark("", html=tag(**attributes))


def button(**attributes: str) -> page_mark:
    """Return the node of a button that the live layer gives a meaning."""
    return page_mark("", html=tag("button", type="button", **attributes))


def visit_mark(self: HTML5Translator, node: page_mark) -> None:
    """Write the link."""
    self.body.append(node["html"])


def ignore(self: object, node: nodes.Node) -> None:
    """Write nothing."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    skip = {"latex": (ignore, ignore), "text": (ignore, ignore)}
    app.add_node(page_mark, html=(visit_mark, ignore), **skip)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
