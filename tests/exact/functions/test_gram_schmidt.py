"""Orthogonal columns and the factors Q and R."""

import time

import pytest
from hypothesis import given
from sympy import GramSchmidt, Matrix, Rational, diag, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import FailedCheckError
from linalg_book.exact import gram_schmidt, qr
from linalg_book.exact.engine import orthogonal as _orthogonal
from linalg_book.exact.engine.roots import multiple, ratio, square_root
from tests.call import BY_HAND, FLAG, HALF, UNIT, WIDE_AND_DEPENDENT, Call
from tests.strategies import INTEGERS, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "gram_schmidt": Call(
        (BY_HAND, {"normalized": True}), ("-1 2; 3 -2; 5 7", "--normalized"), FLAG,
        lambda A, _: exact.gram_schmidt(A),
        further=[
            *((A, UNIT) for A in WIDE_AND_DEPENDENT),
            (BY_HAND,), ([[1, 2, 3], [2, 4, 7]],), ([[0]],), ([[0]], UNIT),
            (BY_HAND, UNIT), ([[], []],), ([[1, 1], [0, 2]], UNIT)],
    ),
    "qr": Call(
        ([[3, 1], [4, 1]],), ("3 1; 4 1",), "A:matrix weights:column normalized:flag",
        lambda A, _: exact.qr(A),
        further=[
            ([[1, 0], [1, 3]], {"weights": [2, 1]}), ([[1, 2], [2, 4]], {"weights": [1, HALF]}),
            ([[1, 0], [1, 3]], {"weights": [2, 1], **UNIT}), ([[]], {"weights": [1]}),
            *((A, UNIT) for A in WIDE_AND_DEPENDENT),
            ([[3, 1], [4, 1]],), ([[1, 2, 3], [2, 4, 7]],), ([[3, 1], [4, 1]], UNIT), ([[]],),
            ([[0, 1], [0, 1]], UNIT)],
    ),
}  # fmt: skip

F = Rational
# A, Q, R worked by hand
WORKED = {
    "independent": ([[1, 0], [1, 1], [1, 2]], [[1, -1], [1, 0], [1, 1]], [[1, 1], [0, 1]]),
    # a₃ − (2/5) a₁ = (−2/5, 1/5, 1); a₂ = 2 a₁ is dropped.
    "dependent": (
        [[1, 2, 0], [2, 4, 1], [0, 0, 1]],
        [[1, F(-2, 5)], [2, F(1, 5)], [0, 1]],
        [[1, 2, F(2, 5)], [0, 0, 1]],
    ),
    "perpendicular already": ([[3, 0], [0, 2]], [[3, 0], [0, 2]], [[1, 0], [0, 1]]),
    "zero column first": ([[0, 2], [0, 1]], [[2], [1]], [[0, 1]]),
    "one row": ([[2, 3, 4]], [[2]], [[1, F(3, 2), 2]]),
}


@pytest.mark.parametrize(("A", "Q", "R"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, Q, R):
    example = gram_schmidt(A)
    assert example.answer == Matrix(Q)
    assert example.values["coefficients"] == Matrix(R)
    assert qr(A).answer == (Matrix(Q), Matrix(R))
    assert example.steps
    assert qr(A).steps


def test_normalized():
    # [[3, 1], [4, 1]]: ‖a₁‖ = 5, a₂ − (7/25) a₁ = (4, −3)/25 of length 1/5.
    basis, shares = qr([[3, 1], [4, 1]], normalized=True).answer
    assert basis == Matrix([[3, 4], [4, -3]]) / 5
    assert shares == Matrix([[5, F(7, 5)], [0, F(1, 5)]])
    basis, shares = qr([[1, 0], [1, 1], [1, 2]], normalized=True).answer
    s = sqrt(3)
    assert basis == Matrix([[s / 3, -sqrt(2) / 2], [s / 3, 0], [s / 3, sqrt(2) / 2]])
    assert shares == Matrix([[s, s], [0, sqrt(2)]])
    assert gram_schmidt([[1, 0], [1, 1], [1, 2]], normalized=True).answer == basis


@pytest.mark.parametrize("normalized", [False, True])
@pytest.mark.parametrize(
    ("A", "m", "n"),
    [([], 0, 0), ([[], []], 2, 0), (zeros(0, 3), 0, 3), ([[0, 0], [0, 0]], 2, 2), ([[0]], 1, 1)],
)
def test_rank_zero(A, m, n, normalized):
    example = gram_schmidt(A, normalized=normalized)
    assert example.answer == zeros(m, 0)
    assert example.values["coefficients"] == zeros(0, n)
    basis, shares = qr(A, normalized=normalized).answer
    assert (basis.shape, shares.shape) == ((m, 0), (0, n))
    for made in (example, qr(A, normalized=normalized)):
        assert made.text()
        assert made.to_json()


def test_by_products():
    values = gram_schmidt([[1, 2, 0], [2, 4, 1], [0, 0, 1]]).values
    assert values["lengths_squared"] == (5, F(6, 5))
    assert (values["rank"], values["independent_columns"]) == (2, (0, 2))
    values = qr([[1, 2, 0], [2, 4, 1], [0, 0, 1]], normalized=True).values
    assert values["lengths_squared"] == (5, F(6, 5))
    assert (values["rank"], values["independent_columns"]) == (2, (0, 2))


@given(matrices())
def test_the_factors_give_the_matrix_back(A):
    basis, shares = qr(A).answer
    assert basis * shares == matrix(A)
    assert basis.T * basis == diag(*[q.dot(q) for q in (basis.col(k) for k in range(basis.cols))])
    assert basis.cols == matrix(A).rank()
    assert all(basis.col(k) != zeros(basis.rows, 1) for k in range(basis.cols))


@given(matrices(entries=INTEGERS))
def test_normalized_factors(A):
    basis, shares = qr(A, normalized=True).answer
    assert (basis * shares).expand() == matrix(A)
    assert (basis.T * basis).expand() == eye(basis.cols)
    assert all(shares[k, :].is_zero_matrix is False for k in range(shares.rows))
    firsts = [next(j for j in range(shares.cols) if shares[k, j] != 0) for k in range(shares.rows)]
    assert firsts == sorted(set(firsts))
    assert all(shares[k, j] > 0 for k, j in enumerate(firsts))


@given(matrices())
def test_the_columns_span_the_same_space_step_by_step(A):
    example = gram_schmidt(A)
    basis, A = example.answer, matrix(A)
    for j in range(1, A.cols + 1):
        k = sum(1 for kept in example.values["independent_columns"] if kept < j)
        assert Matrix.hstack(A[:, :j], basis[:, :k]).rank() == A[:, :j].rank() == k


@given(matrices())
def test_agrees_with_sympy(A):
    columns = [matrix(A).col(j) for j in matrix(A).rref()[1]]
    basis = gram_schmidt(A).answer
    assert [basis.col(k) for k in range(basis.cols)] == (GramSchmidt(columns) if columns else [])


def test_huge_entries_stay_fast():
    big = 10**200
    A = [[big + 1, big - 3, 7], [big + 9, 5, big], [1, big + 21, 2]]
    start = time.perf_counter()
    basis, shares = qr(A, normalized=True).answer
    assert time.perf_counter() - start < 2
    assert basis.shape == shares.shape == (3, 3)
    assert gram_schmidt([[3 * big, 1], [4 * big, 1]], normalized=True).answer == (
        Matrix([[3, 4], [4, -3]]) / 5
    )


def test_the_steps_say_what_is_taken_away():
    text = gram_schmidt([[1, 2, 0], [2, 4, 1], [0, 0, 1]]).text()
    assert "Keep column 1: q₁ = a₁." in text
    assert "Drop a₂: nothing is left of it." in text
    assert "q₂ = a₃ − 2/5 q₁" in text
    text = gram_schmidt([[1, -1, 1], [1, 0, 0], [0, 1, 0]]).text()
    assert "q₂ = a₂ + 1/2 q₁" in text
    assert "its parts along q₁, q₂" in text
    assert "does not disturb the others" in " ".join(text.split())
    assert "perpendicular to every column found so far" in gram_schmidt([[1, 0], [0, 1]]).text()
    assert "Drop a₁. It is zero" in gram_schmidt([[0]]).text()
    assert "‖q₁‖ = √5" in gram_schmidt([[1], [2]], normalized=True).text()
    assert "staircase" in qr([[1, 2]]).text()
    assert "upper triangle" in qr([[1]]).text()
    assert len(qr([[1, 0], [1, 1]], normalized=True).steps) == 4


def test_wrong_factors_raise(monkeypatch):
    right = _orthogonal.multiple
    monkeypatch.setattr(_orthogonal, "multiple", lambda *given: 2 * right(*given))
    with pytest.raises(FailedCheckError, match="the factors give A back"):
        qr([[1, 2], [3, 4]], normalized=True)


def test_roots():
    assert square_root(Rational(12)) == 2 * sqrt(3)
    huge = Rational(10**400 + 7)
    assert square_root(huge) ** 2 == huge
    assert square_root(huge**2 / 9) == huge / 3
    assert multiple(Rational(1, 2), 2 * sqrt(3)) == sqrt(3)
    assert multiple(Rational(0), sqrt(3)) == 0
    assert multiple(Rational(2), Rational(3)) == 6
    assert ratio(3 * sqrt(2) / 4, sqrt(2) / 2) == Rational(3, 2)
    assert ratio(Rational(0), sqrt(2)) == 0
    with pytest.raises(ArithmeticError, match="no rational multiple"):
        ratio(sqrt(3), sqrt(2))
