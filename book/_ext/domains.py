"""Small mends of sphinx-proof and sphinx-exercise: unique ids, native folding, parallel reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx_proof.domain import ProofDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

REPEATED_IDS = ("proof-content", "exercise-content", "solution-content")


def _merge_nothing(self: ProofDomain, docnames: object, otherdata: object) -> None:
    """Do nothing: sphinx-proof merges its list in an event handler of its own."""


ProofDomain.merge_domaindata = _merge_nothing


class details(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A block that opens and closes without any script."""


class summary(nodes.General, nodes.TextElement):  # noqa: N801
    """The line of a ``details`` block that stays visible."""


def unique_ids(app: Sphinx, doctree: nodes.document) -> None:
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
    for name in ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex"):
        if name in app.extensions:  # both work in the main process only, but do not say so
            app.extensions[name].parallel_read_safe = True
    skip = {"latex": (_ignore, _ignore), "text": (_ignore, _ignore)}
    app.add_node(details, html=(_visit_details, _depart_details), **skip)
    app.add_node(summary, html=(_visit_summary, _depart_summary), **skip)
    app.connect("doctree-read", unique_ids)
    app.connect("doctree-resolved", fold, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
