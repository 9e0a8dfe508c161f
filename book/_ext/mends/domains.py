"""Small mends of Sphinx, sphinx-proof and sphinx-exercise.

Unique ids, native folding, reading in parallel, labels that two pages have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx_proof.domain import ProofDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

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


def add_permalinks(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Give the title of each labeled block a link to the block itself."""
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


def declare_parallel_safety(app: Sphinx) -> None:
    """Say for two extensions that they work in the main process only; they do not say so."""
    for name in ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex"):
        if name in app.extensions:
            app.extensions[name].parallel_read_safe = True


def note_labels(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the labels of a page; Sphinx merges a page's metadata when it reads in parallel."""
    labels = [
        name
        for name, explicit in doctree.nametypes.items()
        if explicit
        and (id_ := doctree.nameids.get(name)) is not None
        and not isinstance(doctree.ids.get(id_), (nodes.footnote, nodes.citation))
    ]
    labels += [node["label"] for node in doctree.findall(nodes.Element) if node.get("label")]
    app.env.metadata[app.env.docname]["labels"] = sorted(set(labels))


def check_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a label that two pages have: pages that are read in parallel hide it from Sphinx."""
    first: dict[str, str] = {}
    for docname in sorted(env.all_docs):
        for label in env.metadata[docname].get("labels", []):
            other = first.setdefault(label, docname)
            if other != docname:
                message = "duplicate label %s, other instance in %s"
                logger.warning(message, label, env.doc2path(other), location=docname)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    skip = {"latex": (_ignore, _ignore), "text": (_ignore, _ignore)}
    app.add_node(details, html=(_visit_details, _depart_details), **skip)
    app.add_node(summary, html=(_visit_summary, _depart_summary), **skip)
    app.connect("builder-inited", declare_parallel_safety)  # jupyter_book adds one of them late
    app.connect("doctree-read", unique_ids)
    app.connect("doctree-read", note_labels)
    app.connect("env-check-consistency", check_labels)
    app.connect("doctree-resolved", fold, priority=900)
    app.connect("doctree-resolved", add_permalinks, priority=910)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
