"""Least squares: the theorems over random matrices, and the certified values of NIST."""

import json
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, sqrt, zeros
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book import exact
from linalg_book.errors import FailedCheckError
from linalg_book.exact import least_norm, least_squares
from tests.call import LINE_FIT, NINE, RIGHT_SIDES, WIDE_AND_DEPENDENT, C, Call, D, H
from tests.numeric.reference import NIST as ALL_OF_NIST
from tests.paths import DATA
from tests.strategies import FRACTIONS, column, consistent_systems, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "least_squares": Call(
        (LINE_FIT, [6, 0, 0]), ("1 0; 1 1; 1 2", "6 0 0"), "A:matrix b:column",
        exact.least_squares, takes_b=True,
        further=[
            *zip(WIDE_AND_DEPENDENT, RIGHT_SIDES, strict=True),
            ([[1, 0], [1, 1], [1, 2]], [6, 0, 0]), ([[1, 2], [2, 4]], [1, 3]), ([[1], [1]], [1, 3]),
            ([[0, 0]], [1]), ([[1, 2], [3, 4]], [5, 6]), (NINE, [1, 0, 0]),
            ([[1, 0], [0, 0]], [2, 1]),
            ([[1, 2, 3], [2, 4, 6]], [1, 1]), ([[], []], [1, 2]),
            ([[1, 0], [1, 1], [1, 2]], [C, D, H]),
        ],
    ),
}  # fmt: skip

_least_squares = import_module("linalg_book.exact.functions.least_squares")

NIST = json.loads((DATA / "nist_linear.json").read_text())
REFERENCE = json.loads((DATA / "pinv_exact.json").read_text())
F = Rational
# A, b, x, sum of squares left, worked by hand
WORKED = {
    # The line through (0, 6), (1, 0), (2, 0): 3c + 3d = 6, 3c + 5d = 0.
    "line": ([[1, 0], [1, 1], [1, 2]], [6, 0, 0], [5, -3], 6),
    # Only the mean matters: 4c = 1 + 2 + 3 + 6.
    "mean": ([[1], [1], [1], [1]], [1, 2, 3, 6], [3], 14),
    # x + 2y has to be (3 + 2·1)/5 = 1, and (1, 2)/5 is the shortest such point.
    "dependent": ([[1, 2], [2, 4]], [3, 1], [F(1, 5), F(2, 5)], 5),
    "zero column": ([[1, 0], [0, 0]], [3, 4], [3, 0], 16),
    "zero matrix": ([[0, 0], [0, 0]], [1, 2], [0, 0], 5),
    "zero b": ([[1, 2], [3, 4]], [0, 0], [0, 0], 0),
    # One equation: 9 (1, 2, 2)/9.
    "wide": ([[1, 2, 2]], [9], [1, 2, 2], 0),
    "one by one": ([["2/3"]], ["1/2"], [F(3, 4)], 0),
}


@pytest.mark.parametrize(("A", "b", "x", "left"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, b, x, left):
    example = least_squares(A, b)
    assert example.answer == Matrix(x)
    assert example.values["residual_squared"] == left
    assert example.values["residual_norm"] == sqrt(left)
    assert example.steps


def test_by_products_of_dependent_columns():
    values = least_squares([[1, 2], [2, 4]], [3, 1]).values
    assert values["null_space"] == Matrix([2, -1])
    assert values["particular"] == Matrix([1, 0])
    assert values["projection"] == Matrix([1, 2])
    assert values["residual"] == Matrix([2, -1])
    assert (values["rank"], values["independent_columns"]) == (1, (0,))


@pytest.mark.parametrize(
    ("A", "b", "n"),
    [([], [], 0), ([[], []], [1, 2], 0), (zeros(0, 3), [], 3), (zeros(1, 0), [0], 0)],
)
def test_without_rows_or_columns(A, b, n):
    example = least_squares(A, b)
    assert example.answer == zeros(n, 1)
    assert example.values["residual_squared"] == sum(entry**2 for entry in b)
    assert example.values["null_space"].cols == n
    assert example.text()


def test_the_sets_of_wampler_are_made_of_the_first():
    # 3, 4 and 5 add the same errors 1, 100 and 10000 times; 2 has the coefficients 1, 1/10, ...
    y = {n: [Fraction(v) for v in ALL_OF_NIST[f"Wampler{n}"]["y"]] for n in range(1, 6)}
    errors = [b - a for a, b in zip(y[1], y[3], strict=True)]
    for n, times in ((4, 100), (5, 10000)):
        assert y[n] == [a + times * e for a, e in zip(y[1], errors, strict=True)]
    assert y[2] == [sum(Fraction(x, 10) ** k for k in range(6)) for x in range(21)]


@pytest.mark.parametrize("data", NIST, ids=lambda data: data["name"])
def test_every_digit_that_nist_certifies(data):
    found = least_squares(data["X"], data["y"])
    left, freedom = found.values["residual_squared"], data["residual_df"]
    assert [Fraction(int(x.p), int(x.q)) for x in found.answer] == [
        Fraction(x) for x in data["exact_coefficients"]
    ]
    assert Fraction(int(left.p), int(left.q)) == Fraction(data["exact_rss"])
    for coefficient, certified in zip(found.answer, data["certified_coefficients"], strict=True):
        assert rounded(decimal(coefficient), certified) == Decimal(certified)
    assert rounded(decimal(left), data["residual_ss"]) == Decimal(data["residual_ss"])
    variance = left / freedom
    assert root(variance, data["residual_sd"]) == Decimal(data["residual_sd"])
    diagonal = inverse_gram_diagonal(data["X"])
    for entry, certified in zip(diagonal, data["certified_std_devs"], strict=True):
        assert root(variance * entry, certified) == Decimal(certified)


@pytest.mark.parametrize("data", NIST, ids=lambda data: data["name"])
def test_the_r_squared_that_nist_certifies(data):
    left = least_squares(data["X"], data["y"]).values["residual_squared"]
    y = [Rational(value) for value in data["y"]]
    # Sets with a constant compare with the mean; without one, with zero.
    constant = all(row[0] == "1" for row in data["X"])
    mean = sum(y) / len(y) if constant else 0
    share = 1 - left / sum((value - mean) ** 2 for value in y)
    certified = data["r_squared"]
    assert rounded(decimal(share), certified) == Decimal(certified)


def decimal(value):
    """Divide with 60 digits."""
    with localcontext() as context:
        context.prec = 60
        return Decimal(int(value.p)) / Decimal(int(value.q))


def root(value, certified):
    with localcontext() as context:
        context.prec = 60
        return rounded(decimal(value).sqrt(), certified)


def rounded(value, certified):
    """Round to the last digit of a certified value."""
    with localcontext() as context:
        context.prec = 60
        return value.quantize(Decimal(certified), rounding=ROUND_HALF_EVEN)


def inverse_gram_diagonal(X):
    """Invert XᵀX with SymPy alone."""
    rows = [[QQ(f.numerator, f.denominator) for f in map(Fraction, row)] for row in X]
    A = DomainMatrix(rows, (len(rows), len(rows[0])), QQ)
    inverse = (A.transpose() * A).inv().to_Matrix()
    return [inverse[j, j] for j in range(inverse.rows)]


@pytest.mark.parametrize("entry", REFERENCE, ids=lambda entry: entry["name"])
def test_reference_pseudoinverses(entry):
    # The answer for every unit vector is a column of the pseudoinverse.
    inverse = matrix([[Fraction(value) for value in row] for row in entry["pinv"]])
    for k in range(min(inverse.cols, 3)):
        b = [int(i == k) for i in range(inverse.cols)]
        assert least_squares(entry["A"], b).answer == inverse.col(k)


@given(matrices(), st.data())
def test_the_residual_is_perpendicular_to_the_columns(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    example = least_squares(A, b)
    residual = column(b) - matrix(A) * example.answer
    assert example.values["residual"] == residual
    assert matrix(A).T * residual == zeros(len(A[0]), 1)
    assert example.values["residual_squared"] == residual.dot(residual)


@given(matrices(), st.data())
def test_agrees_with_sympys_pseudoinverse(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    assert least_squares(A, b).answer == matrix(A).pinv() * column(b)


@given(matrices(), st.data())
def test_all_minimizers_and_no_other_is_shorter(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    example = least_squares(A, b)
    x, N = example.answer, example.values["null_space"]
    assert N.shape == (len(A[0]), len(A[0]) - matrix(A).rank())
    assert N.rank() == N.cols
    t = column([data.draw(FRACTIONS) for _ in range(N.cols)]) if N.cols else zeros(0, 1)
    other = x + N * t
    assert matrix(A).T * (column(b) - matrix(A) * other) == zeros(len(x), 1)
    assert other.dot(other) == x.dot(x) + (N * t).dot(N * t)
    difference = example.values["particular"] - x
    assert matrix(A) * difference == zeros(len(A), 1)


@given(matrices(), st.data())
def test_no_x_leaves_less(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    other = column(b) - matrix(A) * column([data.draw(FRACTIONS) for _ in A[0]])
    assert other.dot(other) >= least_squares(A, b).values["residual_squared"]


@given(consistent_systems())
def test_a_consistent_system_gets_its_least_norm_solution(system):
    assert least_squares(*system).answer == least_norm(*system).answer
    assert least_squares(*system).values["residual_squared"] == 0


def test_huge_integers():
    big = 10**200
    assert least_squares([[big, 0], [big, big], [big, 2 * big]], [6 * big, 0, 0]).answer == Matrix(
        [5, -3]
    )


def test_the_steps():
    text = " ".join(least_squares([[1, 2], [2, 4]], [3, 1]).text().split())
    assert "there are infinitely many minimizers. Column 2 of A depends" in text
    assert "Choose the shortest" in text
    assert "Every minimizer gives the same one" in text
    text = " ".join(least_squares([[1, 2, 3]], [0]).text().split())
    assert "Columns 2, 3 of A depend" in text
    assert "Choose t = 0" in text
    assert "Compare p with b" in text
    text = " ".join(least_squares([[1], [1]], [0, 2]).text().split())
    assert "there is just one minimizer" in text
    assert "Every column of A is zero" in least_squares([[0]], [1]).text()
    assert "A has no columns" in least_squares([[]], [1]).text()


def test_a_wrong_computation_raises(monkeypatch):
    right = _least_squares.minimize

    def wrong(A, b):
        found = right(A, b)
        return type(found)(**{**vars(found), "x": found.basic})

    monkeypatch.setattr(_least_squares, "minimize", wrong)
    with pytest.raises(FailedCheckError, match="perpendicular to the columns of N"):
        least_squares([[1, 2], [2, 4]], [3, 1])
