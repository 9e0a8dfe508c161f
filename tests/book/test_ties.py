"""Whose proof a proof is, and what counts as a reference to a result."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from sphinx.addnodes import pending_xref
from sphinx_proof.nodes import definition_node, lemma_node, proof_node, theorem_node

from reference import ties

if TYPE_CHECKING:
    from collections.abc import Iterable


def block(label: str, *targets: str, kind: type[nodes.Element] = theorem_node) -> nodes.Element:
    """Return a result that refers to others."""
    return kind("", *references(targets), label=label, ids=[label])


def references(targets: Iterable[str]) -> list[nodes.Element]:
    return [pending_xref("", reftarget=target) for target in targets]


def proof(*targets: str, title: str = "Proof") -> nodes.admonition:
    """Return a folded proof that refers to results."""
    return nodes.admonition("", nodes.title("", title), proof_node("", *references(targets)))


def needs(*parts: nodes.Element) -> dict[str, list[str]]:
    """Return what the results of a page need."""
    document = new_document("page", get_default_settings())
    document.extend(parts)
    env = SimpleNamespace(docname="page", metadata={"page": {}})
    ties.note_ties(SimpleNamespace(env=env), document)  # type: ignore[arg-type]
    return dict(env.metadata["page"][ties.NEEDS])


LEMMA = block("lem-a-b", kind=lemma_node)
FIRST = ("thm-x-one", "sec-x", "eq-x-two")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([block("thm-a-b"), proof(*FIRST)], {"thm-a-b": ["thm-x-one", "eq-x-two"]}),
        # the lemma is proved first, then the theorem for which it was stated
        (
            [block("thm-a-b"), LEMMA, proof("thm-x-one"), proof("lem-a-b")],
            {"thm-a-b": ["lem-a-b"], "lem-a-b": ["thm-x-one"]},
        ),
        (
            [block("thm-a-b"), LEMMA, proof("thm-x-one", title="Proofs")],
            {"thm-a-b": ["thm-x-one"], "lem-a-b": ["thm-x-one"]},
        ),
        # a definition has no proof: what follows it proves what stands before it
        (
            [block("thm-a-b"), block("def-a-b", kind=definition_node), proof("thm-x-one")],
            {"thm-a-b": ["thm-x-one"], "def-a-b": []},
        ),
        ([proof("thm-x-one"), block("thm-a-b", "def-x-y")], {"thm-a-b": ["def-x-y"]}),
        ([*references(FIRST), block("exr-a-b", "thm-x-one")], {}),
    ],
)
def test_a_proof_belongs_to_the_last_result_that_has_none(
    parts: list[nodes.Element], expected: dict[str, list[str]]
) -> None:
    assert needs(*(part.deepcopy() for part in parts)) == expected


def test_a_formula_stands_for_its_statement_and_nothing_needs_itself() -> None:
    page = {
        "needs": {"thm-a-b": ["eq-a-b", "eq-x-y", "thm-x-y", "thm-gone-b"], "thm-x-y": []},
        "formulas": {"eq-a-b": "thm-a-b", "eq-x-y": "thm-x-y"},
    }
    env = SimpleNamespace(metadata={"page": page})
    assert ties.all_needs(env) == {"thm-a-b": ["thm-x-y"], "thm-x-y": []}  # type: ignore[arg-type]
