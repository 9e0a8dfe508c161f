"""Give the title of each labeled block a link to the block itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS = {
    "alg": "algorithm",
    "cor": "corollary",
    "def": "definition",
    "ex": "example",
    "exr": "exercise",
    "lem": "lemma",
    "sol": "solution",
    "thm": "theorem",
}


def add_links(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put the link at the end of the title."""
    if app.builder.format != "html":
        return
    for node in doctree.findall(nodes.Admonition):
        label = node.get("label")
        title = node[0] if len(node) and isinstance(node[0], nodes.title) else None
        if label and title is not None and label in node["ids"]:
            kind = KINDS.get(label.split("-")[0], "block")
            link = nodes.reference("", "", refuri=f"#{label}", classes=["headerlink"])
            link["reftitle"] = f"Link to this {kind}"
            title += link
