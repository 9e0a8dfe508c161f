"""What the functions of the spectrum look like in every format."""

import time
from functools import partial

import pytest
from sympy import Matrix, diag, zeros

from linalg_book.exact import condition_number, eigen, low_rank, svd

RUNNING = [[-1, 2], [3, -2], [5, 7]]
CUBIC = [[1, 2, 0], [0, 1, 3], [1, 0, 1]]
EXAMPLES = {
    "closed form": partial(svd, RUNNING),
    "full": partial(svd, RUNNING, full=True),
    "wide": partial(svd, [[1, 2, 3], [2, 4, 6]], full=True),
    "cubic": partial(svd, CUBIC),
    "zero": partial(svd, [[0, 0]]),
    "no rows": partial(svd, zeros(0, 2)),
    "eigen": partial(eigen, [[2, 1, 0], [1, 2, 1], [0, 1, 2]], normalized=True),
    "eigen, cubic": partial(eigen, [[1, 1, 0], [1, 2, 1], [0, 1, 5]]),
    "eigen, repeated": partial(eigen, diag(2, 2, 1)),
    "low rank": partial(low_rank, RUNNING, 1),
    "low rank, cubic": partial(low_rank, CUBIC, 1),
    "low rank, many terms": partial(low_rank, diag(1, 2, 3, 4, 5), 1),
    "rank 0": partial(low_rank, RUNNING, 0),
    "condition": partial(condition_number, RUNNING),
    "condition, cubic": partial(condition_number, CUBIC),
    "condition, singular": partial(condition_number, [[1, 2], [2, 4]]),
    "condition, zero": partial(condition_number, [[0]]),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_format(name, katex_errors):
    example = EXAMPLES[name]()
    formulas = [f.latex() for step in example.steps for f in step.formulas]
    formulas += [part.latex() for c in example.checks for part in (c.identity, c.evaluated)]
    for sentence in [s for step in example.steps for s in (step.what, step.why)]:
        assert str(sentence).endswith(".")
        formulas += [part.latex() for part in sentence.parts if not isinstance(part, str)]
    assert not katex_errors(formulas)
    for text in (example.text(), example.html(), example.markdown(), example.latex()):
        assert "CRootOf" not in text
        assert "ImmutableMatrix" not in text
    assert example.to_json()


def test_steps_name_what_is_done():
    text = svd(RUNNING, full=True).text()
    assert "Aᵀ A" in text
    assert "λ₁ = 5·√34 + 46 ≈ 75.1548" in text
    assert "Fill U up with one vector of length 1 from Aᵀ u = 0." in text
    assert "2 more singular values are 0, so A has rank 1." in words(svd(diag(3, 0, 0)))
    assert "One more singular value is 0, so A has rank 1." in words(svd([[1, 2], [2, 4]]))


def words(example):
    """Undo the line breaks of the text."""
    return " ".join(example.text().split())


def test_four_by_four_matrices_are_fast():
    # An irreducible quartic is the slowest case; the bound leaves room for a busy machine.
    A = Matrix(4, 4, lambda i, j: [3, -1, 4, 1, -5, 9, 2][i + j] * (i + 1) - j**2)
    start = time.perf_counter()
    svd(A)
    assert time.perf_counter() - start < 5
