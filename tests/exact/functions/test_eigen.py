"""Eigenvalues and eigenvectors of symmetric matrices, exactly."""

from fractions import Fraction
from importlib import import_module
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import CRootOf, Matrix, Poly, Rational, Symbol, diag, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import (
    AlgebraicDegreeError,
    FailedCheckError,
    NotSymmetricError,
    ShapeError,
)
from linalg_book.exact import eigen
from linalg_book.exact.engine import spectrum as _spectrum
from linalg_book.exact.engine.spectrum import orthogonal_basis, positive_multiple, spectrum
from linalg_book.exact.reading.matrices import read_matrix
from tests.call import CUBIC, FLAG, LAPLACIAN, UNIT, Call, if_not_symmetric
from tests.strategies import FRACTIONS, INTEGERS

# What every suite that runs over all functions takes from here.
CALLS = {
    "eigen": Call(
        ([[2, 1], [1, 2]],), ("2 1; 1 2",), FLAG,
        lambda A, _: exact.eigen(A), if_not_symmetric,
        further=[
            ([[2, 1, 0], [1, 2, 1], [0, 1, 2]], UNIT), ([[1, 1, 0], [1, 2, 1], [0, 1, 5]],),
            ([[2, 0, 0], [0, 2, 0], [0, 0, 1]],),
            ([[2, 1], [1, 2]],), (LAPLACIAN,), ([[2, 0], [0, 2]],), ([[1, 1], [1, 0]],), ([],),
            (LAPLACIAN, UNIT), ([[1, 1], [1, 0]], UNIT), ([[0, 0], [0, 0]], UNIT), ([], UNIT),
            (CUBIC,),
        ],
    ),
}  # fmt: skip

_eigen = import_module("linalg_book.exact.functions.eigen")

LAMBDA = Symbol("lambda")
R2, R5 = sqrt(2), sqrt(5)
# A, Q, eigenvalues, characteristic polynomial; worked by hand.
WORKED = {
    "two by two": ([[2, 1], [1, 2]], [[1, 1], [1, -1]], (3, 1), LAMBDA**2 - 4 * LAMBDA + 3),
    # (1, ±√2, 1): second row 1 ± 2√2 + 1 = (2 ± √2)(±√2).
    "surds": (
        [[2, 1, 0], [1, 2, 1], [0, 1, 2]],
        [[1, 1, 1], [R2, 0, -R2], [1, -1, 1]],
        (2 + R2, 2, 2 - R2),
        LAMBDA**3 - 6 * LAMBDA**2 + 10 * LAMBDA - 4,
    ),
    # Trace 1, determinant −1: the golden ratio.
    "negative eigenvalue": (
        [[1, 1], [1, 0]],
        [[2, 2], [R5 - 1, -R5 - 1]],
        ((1 + R5) / 2, (1 - R5) / 2),
        LAMBDA**2 - LAMBDA - 1,
    ),
    # All ones: 3 for (1, 1, 1); the plane x + y + z = 0, made perpendicular.
    "repeated": (
        [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
        [[1, 1, 1], [1, -1, 1], [1, 0, -2]],
        (3, 0, 0),
        LAMBDA**3 - 3 * LAMBDA**2,
    ),
    "identity": (eye(2), eye(2), (1, 1), LAMBDA**2 - 2 * LAMBDA + 1),
    "zeros": (zeros(2, 2), eye(2), (0, 0), LAMBDA**2),
    "one by one": ([["-1/2"]], [[1]], (Rational(-1, 2),), LAMBDA + Rational(1, 2)),
    "fractions": (
        [["1/2", "1/3"], ["1/3", "1/2"]],
        [[1, 1], [1, -1]],
        (Rational(5, 6), Rational(1, 6)),
        LAMBDA**2 - LAMBDA + Rational(5, 36),
    ),
    "descending": (diag(1, -3, 2), [[0, 1, 0], [0, 0, 1], [1, 0, 0]], (2, 1, -3),
                   LAMBDA**3 - 7 * LAMBDA + 6),
    "repeated surds": (
        diag(Matrix([[1, 1], [1, 0]]), Matrix([[1, 1], [1, 0]])),
        None,
        ((1 + R5) / 2, (1 + R5) / 2, (1 - R5) / 2, (1 - R5) / 2),
        ((LAMBDA**2 - LAMBDA - 1) ** 2).expand(),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("A", "Q", "values", "polynomial"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, Q, values, polynomial):
    example = eigen(A)
    found, eigenvalues = example.answer
    if Q is not None:
        assert found == Matrix(Q)
    assert (Matrix(eigenvalues) - diag(*values)).expand() == zeros(len(values))
    assert [v.expand() for v in example.values["eigenvalues"]] == [
        Rational(v) if isinstance(v, int) else v.expand() for v in values
    ]
    assert Poly(example.values["characteristic_polynomial"], LAMBDA) == Poly(polynomial, LAMBDA)
    assert (Matrix(read_matrix(A).to_Matrix()) * found - found * eigenvalues).expand() == zeros(
        len(values)
    )
    off_diagonal = (found.T * found).expand()
    assert off_diagonal.is_diagonal()
    assert len(example.steps) >= 3


def test_multiplicities_belong_to_the_distinct_eigenvalues():
    assert eigen(diag(5, 2, 5, 2, 2)).values["multiplicities"] == (2, 3)
    assert eigen(WORKED["repeated surds"][0]).values["multiplicities"] == (2, 2)


def test_normalized():
    Q, values = eigen([[2, 1], [1, 2]], normalized=True).answer
    assert Matrix([[1, 1], [1, -1]]) / sqrt(2) == Q
    assert diag(3, 1) == values
    # (2, √5 − 1) has the squared length 4 + 6 − 2√5.
    Q, _ = eigen([[1, 1], [1, 0]], normalized=True).answer
    assert (Q[0, 0] ** 2).equals(4 / (10 - 2 * R5))


def test_empty():
    example = eigen([])
    assert example.answer == (zeros(0, 0), zeros(0, 0))
    assert example.values["eigenvalues"] == ()
    assert "no rows" in example.text()


@settings(max_examples=25)
@given(st.integers(1, 3), st.booleans(), st.data())
def test_agrees_with_numpy(n, normalized, data):
    lower = [[data.draw(INTEGERS) for _ in range(i + 1)] for i in range(n)]
    A = [[lower[max(i, j)][min(i, j)] for j in range(n)] for i in range(n)]
    Q, values = (
        np.array(M.evalf(30).tolist(), dtype=float) for M in eigen(A, normalized=normalized).answer
    )
    floats = np.array(A, dtype=float)
    scale = max(1, np.abs(Q).max() ** 2 * np.abs(floats).max())
    assert np.abs(np.diag(values) - np.linalg.eigvalsh(floats)[::-1]).max() <= 1e-12 * scale
    assert np.abs(floats @ Q - Q @ values).max() <= 1e-12 * scale
    gram = Q.T @ Q
    assert np.abs(gram - np.diag(np.diag(gram))).max() <= 1e-12 * scale
    if normalized:
        assert np.abs(gram - np.eye(n)).max() <= 1e-12
    for column in Q.T:
        assert column[np.abs(column) > 1e-9][0] > 0


@settings(max_examples=30)
@given(st.integers(1, 3), st.data())
def test_eigenvalues_add_up_to_the_trace_and_multiply_to_the_determinant(n, data):
    lower = [[data.draw(FRACTIONS) for _ in range(i + 1)] for i in range(n)]
    A = Matrix(n, n, lambda i, j: Rational(str(lower[max(i, j)][min(i, j)])))
    example = eigen(A)
    polynomial = Poly(example.values["characteristic_polynomial"], LAMBDA)
    assert polynomial == Poly(A.charpoly(LAMBDA).as_expr(), LAMBDA)  # SymPy's
    values = [v.evalf(40) for v in example.values["eigenvalues"]]
    assert abs(sum(values) - A.trace()) < 1e-30
    assert all(first >= second for first, second in pairwise(values))


def test_cubic_eigenvalues_are_exact_roots():
    example = eigen([[1, 1, 0], [1, 2, 1], [0, 1, 5]])
    first = example.values["eigenvalues"][0]
    assert first == CRootOf(LAMBDA**3 - 8 * LAMBDA**2 + 15 * LAMBDA - 4, 2)
    # Third row of A − λI: y = λ − 1 and z = y(λ − 2) − 1 = λ² − 3λ + 1.
    third = example.answer[0][2, 0]
    assert third == first**2 - 3 * first + 1
    text = example.text()
    assert "CRootOf" not in text
    assert "λ₁ ≈ 5.32340" in text


def test_the_factors_of_several_degrees_keep_their_order():
    block = [[1, 1, 0], [1, 2, 1], [0, 1, 5]]  # 5.32, 2.36, 0.32
    values = eigen(diag(Matrix(block), Matrix([[1, 1], [1, 0]]), 2)).values["eigenvalues"]
    assert [round(float(v), 2) for v in values] == [5.32, 2.36, 2.0, 1.62, 0.32, -0.62]


@pytest.mark.parametrize("A", [[[1, 2], [3, 1]], [[0, 0, 1], [0, 0, 0], [2, 0, 0]]], ids=str)
def test_asymmetric_matrices_are_refused(A):
    n = len(A)
    message = rf"entry {n} of row 1 differs from entry 1 of row {n}: make them equal.*exact\.svd"
    with pytest.raises(NotSymmetricError, match=message):
        eigen(A)


def test_other_refusals():
    with pytest.raises(ShapeError, match=r"square, but is 1×2.*exact\.svd"):
        eigen([[1, 2]])
    # Tridiagonal with 1 beside the diagonal 1, 2, 3, 4, 6: SymPy finds one factor of degree 5.
    A = Matrix(5, 5, lambda i, j: [1, 2, 3, 4, 6][i] if i == j else int(abs(i - j) == 1))
    assert A.charpoly(LAMBDA).is_irreducible
    with pytest.raises(AlgebraicDegreeError, match=r"degree at most 4 .* one has degree 5"):
        eigen(A)


def test_huge_entries():
    big = 10**200
    assert eigen([[0, big], [big, 0]]).values["eigenvalues"] == (big, -big)
    assert all(check.holds for check in eigen([[big, 1], [1, 0]], normalized=True).checks)


@pytest.mark.parametrize("normalized", [False, True])
def test_a_wrong_computation_raises(monkeypatch, normalized):
    right = _spectrum._null_space
    monkeypatch.setattr(_spectrum, "_null_space", lambda *given: right(*given)[::-1] or None)
    assert eigen(diag(1, 2), normalized=normalized)
    monkeypatch.setattr(_spectrum, "_null_space", lambda S, _, field: [[field.one] * S.shape[0]])
    with pytest.raises(FailedCheckError):
        eigen([[2, 0], [0, 1]], normalized=normalized)


def test_the_checks_see_columns_that_are_not_perpendicular(monkeypatch):
    monkeypatch.setattr(_spectrum, "orthogonal_basis", lambda vectors: tuple(map(tuple, vectors)))
    A = read_matrix([[2, 1, 1], [1, 2, 1], [1, 1, 2]])  # 4, 1, 1
    found = spectrum(A)
    for normalized in (False, True):
        holds = [c.holds for c in _eigen._checks(A, found, normalized=normalized)]
        assert holds == ([True, False, False] if normalized else [True, False])


def test_primitive_and_orthogonal_vectors():
    assert positive_multiple([Fraction(0), Fraction(-2, 3), Fraction(4, 9)]) == (0, 3, -2)
    assert orthogonal_basis([[Fraction(1), Fraction(1)], [Fraction(1), Fraction(0)]]) == (
        (1, 1),
        (1, -1),
    )
