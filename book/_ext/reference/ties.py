"""What needs what: the results that a statement and its proof refer to.

A result needs what its statement and its proof refer to; a reference to a numbered formula of a
statement is one to the statement. A proof belongs to the last result before it that has none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx_proof.nodes import proof_node

from reference.whole_book import Place, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RESULT = re.compile(r"(?:thm|lem|cor|def|alg)-[a-z0-9-]+")
PROVED = ("thm-", "lem-", "cor-")
NEEDS, FORMULAS = "needs", "formulas"  # in a page's record
ALL_PROOFS = "Proofs"  # the title over one proof of everything before it that has none


class Ties(NamedTuple):
    """What a result needs, and what it is used in, in reading order."""

    needs: list[Place]
    used_in: list[Place]


def note_ties(app: Sphinx, doctree: nodes.document) -> None:
    """Keep what the results of a page refer to, and in which of them its formulas stand."""
    needs: dict[str, list[str]] = {}
    formulas: dict[str, str] = {}
    bare: list[str] = []  # results whose proof has not come yet
    for node in doctree.findall(nodes.Element):
        label = str(node.get("label", ""))
        if isinstance(node, nodes.Admonition) and RESULT.fullmatch(label):
            needs[label] = list(references(node))
            formulas |= {
                one["label"]: label for one in node.findall(nodes.math_block) if one.get("label")
            }
            bare += [label] if label.startswith(PROVED) else []
        elif isinstance(node, proof_node):
            for proved in [bare.pop() for _ in range(_count(node, bare))]:
                needs[proved] += references(node)
    record = app.env.metadata[app.env.docname]
    record[NEEDS], record[FORMULAS] = needs, formulas


def references(node: nodes.Element) -> Iterator[str]:
    """Yield the labels of the results and of the formulas that a block refers to."""
    for reference in node.findall(pending_xref):
        target = str(reference["reftarget"])
        if RESULT.fullmatch(target) or target.startswith("eq-"):
            yield target


def _count(proof: nodes.Element, bare: list[str]) -> int:
    """Return how many of the last results a proof is of."""
    title = proof.parent[0].astext() if isinstance(proof.parent, nodes.admonition) else ""
    return len(bare) if title == ALL_PROOFS else min(1, len(bare))


def all_needs(env: BuildEnvironment) -> dict[str, list[str]]:
    """Return what each result of the book needs, once each, without itself."""
    formulas: dict[str, str] = {}
    stated: dict[str, list[str]] = {}
    for record in env.metadata.values():
        formulas |= record.get(FORMULAS, {})
        stated |= record.get(NEEDS, {})
    found = {}
    for label, targets in stated.items():
        results = (formulas.get(target, target) for target in targets)
        found[label] = [one for one in dict.fromkeys(results) if one in stated and one != label]
    return found


def ties(app: Sphinx) -> dict[str, Ties]:
    """Return the ties of each result of the book, in reading order."""
    blocks = {label: block for label, block in places(app).items() if RESULT.fullmatch(label)}
    needs = all_needs(app.env)
    return {
        label: Ties(
            [block for one, block in blocks.items() if one in needs.get(label, [])],
            [block for one, block in blocks.items() if label in needs.get(one, [])],
        )
        for label in blocks
    }
