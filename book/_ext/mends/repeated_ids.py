"""sphinx-proof 0.4.0, sphinx-exercise 1.2.1: every block has the same id, and so has every proof.

Goes when ``directive.py`` of both no longer writes ``ids=["…-content"]``; not reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

REPEATED_IDS = ("proof-content", "exercise-content", "solution-content")


def make_unique(app: Sphinx, doctree: nodes.document) -> None:
    """Make unique the ids that the two extensions repeat, and number the unlabeled proofs."""
    for section in doctree.findall(nodes.section):
        if any(section["ids"] == [repeated] for repeated in REPEATED_IDS):
            section["ids"] = [f"{section.parent['ids'][0]}-content"]
    proofs = [n for n in doctree.findall(nodes.Element) if n.get("ids") == ["proof"]]
    for number, node in enumerate(proofs, start=1):
        node["ids"] = [f"proof-{number}"]
        word = node.next_node(nodes.Text)
        if word is not None and word.startswith("Proof. "):
            rest = nodes.Text(word.removeprefix("Proof. "))
            word.parent.replace(word, [nodes.emphasis("", "Proof."), nodes.Text(" "), rest])
