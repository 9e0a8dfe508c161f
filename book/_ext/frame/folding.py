"""Native folding: a block of the class ``dropdown`` opens and closes without any script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class details(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A block that opens and closes without any script."""


class summary(nodes.General, nodes.TextElement):  # noqa: N801
    """The line of a ``details`` block that stays visible."""


def fold(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Turn each block of the class ``dropdown`` into a ``details`` element."""
    if app.builder.format != "html":
        return
    foldable = [
        node
        for node in doctree.findall(nodes.Element)
        if "dropdown" in node.get("classes", []) and not isinstance(node, details)
    ]
    for node in foldable:
        node.replace_self(_folded(node))


def _folded(node: nodes.Element) -> details:
    kind = [name for name in node["classes"] if name != "dropdown"]
    title = node.next_node(nodes.title, descend=True, ascend=False)
    block = details("", ids=node["ids"], classes=[*kind, "fold"])
    line = summary("", "")
    if title is not None and title.parent is node:
        node.remove(title)
        for child in title.children:
            # a link inside the line that folds would be a control inside a control
            is_link = isinstance(child, nodes.reference)
            line += nodes.Text(child.astext()) if is_link else child.deepcopy()
    else:
        line += nodes.Text(kind[0].capitalize() if kind else "More")
    block += line
    block += node.children
    return block


def _visit_details(self: HTML5Translator, node: details) -> None:
    self.body.append(self.starttag(node, "details"))


def _depart_details(self: HTML5Translator, node: details) -> None:
    self.body.append("</details>\n")


def _visit_summary(self: HTML5Translator, node: summary) -> None:
    self.body.append("<summary>")


def _depart_summary(self: HTML5Translator, node: summary) -> None:
    self.body.append("</summary>\n")


def _ignore(self: object, node: nodes.Node) -> None:
    """Write nothing for the element itself."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    skip = {"latex": (_ignore, _ignore), "text": (_ignore, _ignore)}
    app.add_node(details, html=(_visit_details, _depart_details), **skip)
    app.add_node(summary, html=(_visit_summary, _depart_summary), **skip)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
