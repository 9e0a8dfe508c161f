"""The four Penrose conditions as checks: each is seen to fail, and a wrong answer raises."""

import pytest

from linalg_book.errors import FailedCheckError
from linalg_book.exact import _integer_pseudoinverse, pseudoinverse
from linalg_book.exact._penrose import Penrose
from linalg_book.exact._pseudoinverse_full_rank import agree
from linalg_book.exact._quotients import read_quotient

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
    assert [check.holds for check in found.checks()] == holds


def test_the_conditions_are_checked_on_factors_too():
    L = read_quotient([[1], [2]])
    assert all(check.holds for check in Penrose(A, read_quotient([["1/25", "2/25"]]), L).checks())
    for Y in ([["2/25", "4/25"]], [["1/5", 0]], [[0, 0]]):
        assert not all(check.holds for check in Penrose(A, read_quotient(Y), L).checks())


def test_a_wrong_computation_raises(monkeypatch):
    right = _integer_pseudoinverse._inverse
    monkeypatch.setattr(
        _integer_pseudoinverse, "_inverse", lambda M: (right(M)[0], right(M)[1] * 2)
    )
    for rows in ([[1, 0], [0, 1], [1, 1]], [[1, 1]], [[2, 1], [1, 1]], [[1, 2], [2, 4]]):
        with pytest.raises(FailedCheckError):
            pseudoinverse(rows)


def test_steps_that_end_elsewhere_raise():
    with pytest.raises(FailedCheckError, match="expected the steps to end at the answer"):
        agree(A, X)
