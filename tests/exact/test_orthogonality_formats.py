"""Projections, orthogonal columns and least squares in every format."""

import json
import pickle
import re

import pytest

from linalg_book.exact import closest_point, gram_schmidt, least_squares, project, qr, ridge
from tests.calls import formulas_of

MATRICES = {
    "independent": ([[1, 0], [1, 1], [1, 2]], [6, 0, 0]),
    "dependent": ([[1, 2, 0], [2, 4, 1], [0, 0, 1]], [3, 1, 7]),
    "wide": ([[1, "1/2", 3], [0, 2, -1]], ["1/3", 4]),
    "zero": ([[0, 0], [0, 0]], [1, 2]),
    "no columns": ([[], []], [1, 2]),
    "nothing": ([], []),
}
EXAMPLES = {
    f"{kind}: {name}": made
    for kind, (A, b) in MATRICES.items()
    for name, made in (
        ("project", project(b, A)),
        ("gram_schmidt", gram_schmidt(A)),
        ("orthonormal", gram_schmidt(A, normalized=True)),
        ("qr", qr(A, normalized=True)),
        ("least_squares", least_squares(A, b)),
        ("ridge", ridge(A, b, 2)),
        ("limit", ridge(A, b, 0)),
    )
} | {
    "from a point": closest_point([3, 4], 12, [1, 1]),
    "two planes from a point": closest_point([[1, 1, 1], [1, -1, 0]], [6, 2], [1, 0, 0]),
}
every = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)


def test_katex_accepts_every_formula(katex_errors):
    formulas = set().union(*map(formulas_of, EXAMPLES.values()))
    assert len(formulas) > 200
    assert katex_errors(sorted(formulas)) == []


@every
def test_every_step_is_a_sentence_with_a_reason(example):
    for step in example.steps:
        for sentence in (str(step.what), str(step.why)):
            assert re.match(r"[A-Z]|[A-Z]? ?[‖λ]", sentence), sentence
            assert sentence.endswith("."), sentence
            assert "  " not in sentence


@every
def test_the_formats_hold_every_step(example):
    data = json.loads(example.to_json())
    assert len(data["steps"]) == len(example.steps)
    assert len(data["checks"]) == len(example.checks)
    assert example.html().count("<li") >= len(example.steps)
    assert max(map(len, example.text(80).splitlines())) <= 140


@every
def test_pickled_and_back(example):
    again = pickle.loads(pickle.dumps(example))  # noqa: S301 (our own)
    assert again.answer == example.answer
    assert again.text() == example.text()
