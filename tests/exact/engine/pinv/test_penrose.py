"""The four Penrose conditions as checks: each is seen to fail, and a wrong answer raises."""

import pytest
from sympy import ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import FailedCheckError
from linalg_book.exact import pseudoinverse
from linalg_book.exact.engine.pinv import gram as _gram
from linalg_book.exact.engine.pinv.gram import Gram
from linalg_book.exact.engine.pinv.integer import Factored
from linalg_book.exact.engine.pinv.penrose import Penrose
from linalg_book.exact.engine.quotients import read_quotient
from linalg_book.exact.steps.checks import penrose_checks
from linalg_book.exact.steps.pseudoinverse_full_rank import agree

X = read_quotient([["1/25", "2/25"], ["2/25", "4/25"]])
A = read_quotient([[1, 2], [2, 4]])


@pytest.mark.parametrize(
    ("wrong", "holds"),
    [
        ([["1/25", "2/25"], ["2/25", "4/25"]], [True, True, True, True]),
        ([[0, 0], [0, 0]], [False, True, True, True]),
        # A⁺ + (2, −1)(2, −1)ᵀ changes nothing in A X and X A.
        ([["101/25", "-48/25"], ["-48/25", "29/25"]], [True, False, True, True]),
        # e₁e₁ᵀ: A X A = A, X A X = X, but neither projection is perpendicular.
        ([[1, 0], [0, 0]], [True, True, False, False]),
        # (1/5, 2/5)ᵀ(1, 0): only the projection onto the rows is perpendicular.
        ([["1/5", 0], ["2/5", 0]], [True, True, False, True]),
        ([["1/5", "2/5"], [0, 0]], [True, True, True, False]),
    ],
)
def test_each_condition_is_seen_to_fail(wrong, holds):
    found = Penrose(A, read_quotient(wrong))
    assert [check.holds for check in penrose_checks(found)] == holds


COLUMNS, ROWS = read_quotient([[1], [2]]).numerator, read_quotient([[1], [2]]).numerator


@pytest.mark.parametrize("W", [0, 1, 2, -1])
def test_the_conditions_are_checked_on_factors_too(W):
    # A = C W⁻¹ R with C = (1, 2)ᵀ, R = (1, 2) and W = 1; another W makes another X, W times A⁺.
    C, R = Gram.from_columns(COLUMNS), Gram.from_columns(ROWS)
    found = Factored.from_both(A, C, R, read_quotient([[W]]))
    assert found.proved == (W == 1)
    assert found.X.matrix == W * X.matrix
    # A X A = W A, X A X = W² A⁺; A X and X A are symmetric.
    assert [check.holds for check in penrose_checks(found)] == [W == 1, W in (0, 1), True, True]


def test_factors_that_are_not_those_of_the_matrix():
    # (1, 1)ᵀ(1, 2) has the same rows as A only: X = R⁺ C⁺ = (1, 2)ᵀ(1, 1)/10.
    C, R = Gram.from_columns(read_quotient([[1], [1]]).numerator), Gram.from_columns(ROWS)
    found = Factored.from_both(A, C, R, read_quotient([[1]]))
    assert not found.proved
    assert read_quotient([["1/10", "1/10"], ["1/5", "1/5"]]) == found.X
    assert [check.holds for check in penrose_checks(found)] == [False, False, False, True]


SHAPES = [[[1, 0], [0, 1], [1, 1]], [[1, 1]], [[2, 1], [1, 1]], [[1, 2], [2, 4]]]


@pytest.mark.parametrize("rows", SHAPES)
def test_a_wrong_inverse_raises(rows, monkeypatch):
    right = _gram.solution

    def wrong_denominator(M, one):
        numerator, denominator = right(M, one)
        return numerator, denominator * 2

    monkeypatch.setattr(_gram, "solution", wrong_denominator)
    with pytest.raises(FailedCheckError):
        pseudoinverse(rows)


@pytest.mark.parametrize("rows", SHAPES)
def test_a_wrong_entry_of_the_inverse_raises(rows, monkeypatch):
    right = _gram.solution

    def wrong_entry(M, one):
        numerator, denominator = right(M, one)
        entries = numerator.to_list_flat()
        entries[-1] += 1
        return DomainMatrix.from_list_flat(entries, M.shape, ZZ), denominator

    monkeypatch.setattr(_gram, "solution", wrong_entry)
    with pytest.raises(FailedCheckError):
        pseudoinverse(rows)


def test_steps_that_end_elsewhere_raise():
    with pytest.raises(FailedCheckError, match="expected the steps to end at the answer"):
        agree(A, X)
