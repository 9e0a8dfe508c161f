"""The best approximation of lower rank, exactly."""

from dataclasses import replace
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import InvalidNumberError
from linalg_book.exact import low_rank
from linalg_book.exact.engine.singular import singular
from linalg_book.exact.reading.matrices import read_matrix
from tests.call import BY_HAND, CUBIC, LARGE, NINE, Call
from tests.strategies import INTEGERS, SMALL

# What every suite that runs over all functions takes from here.
CALLS = {
    "low_rank": Call(
        (BY_HAND, 1), ("-1 2; 3 -2; 5 7", "--k", "1"), "A:matrix k:integer",
        lambda A, _: exact.low_rank(A, 1),
        further=[
            ([[1, 2, 0], [0, 1, 3], [1, 0, 1]], 1), (BY_HAND, 0),
            (BY_HAND, 1), ([[3, 0], [4, 5]], 1), ([[1, 0], [0, 1]], 1), ([[1, 2]], 0),
            (NINE, 2), ([[]], 1), (LARGE, 1), (LARGE, 2), (CUBIC, 1)],
    ),
}  # fmt: skip

_low_rank = import_module("linalg_book.exact.functions.low_rank")


def test_hand_worked():
    # σ₁u₁v₁ᵀ = 3√5 · (1, 3)/√10 · (1, 1)/√2 = (3/2)·(1, 3)(1, 1); σ₂ = √5.
    example = low_rank([[3, 0], [4, 5]], 1)
    assert example.answer == Matrix([[1, 1], [3, 3]]) * Rational(3, 2)
    assert example.values["error"] == sqrt(5)
    assert example.values["frobenius_error"] == sqrt(5)
    assert example.values["unique"]
    assert example.values["singular_values"] == (3 * sqrt(5), sqrt(5))


def test_diagonal():
    example = low_rank(diag(5, 4, 3, 1), 2)
    assert example.answer == diag(5, 4, 0, 0)
    assert example.values["error"] == 3
    assert example.values["frobenius_error"] == sqrt(10)  # 9 + 1


def test_running_example_in_closed_form():
    # A v vᵀ with v = (27, 11 + 5√34)/√(1700 + 110√34); its first column ends in 5/2 + 67√34/170.
    answer = low_rank([[-1, 2], [3, -2], [5, 7]], 1).answer
    assert answer[2, 0] == Rational(5, 2) + 67 * sqrt(34) / 170


@pytest.mark.parametrize(
    ("A", "k", "unique"),
    [
        (eye(2), 1, False),
        (diag(2, 1, 1), 1, True),
        (diag(2, 1, 1), 2, False),
        (diag(2, 1, 1), 3, True),
        (diag(2, 0, 0), 1, True),
        (diag(2, 0, 0), 2, True),
        (diag(3, 2), 0, True),
    ],
    ids=str,
)
def test_ties_are_stated(A, k, unique):
    example = low_rank(A, k)
    assert example.values["unique"] is unique
    assert ("one of several best matrices" in example.text()) is not unique


def test_a_tie_keeps_the_vectors_that_the_svd_lists_first():
    assert low_rank(eye(2), 1).answer == diag(1, 0)


@pytest.mark.parametrize("k", [0, 1, 2, 7])
def test_rank_that_is_not_lowered(k):
    A = Matrix([[1, 2], [2, 4], [0, 0]])
    example = low_rank(A, k)
    assert example.answer == (A if k else zeros(3, 2))
    assert example.values["error"] == (0 if k else 5)
    assert example.text()


@pytest.mark.parametrize("shape", [(0, 0), (0, 2), (2, 0), (2, 3)], ids=str)
def test_zeros(shape):
    example = low_rank(zeros(*shape), 1)
    assert example.answer == zeros(*shape)
    assert example.values["frobenius_error"] == 0


@settings(max_examples=25)
@given(SMALL, st.integers(0, 3))
def test_agrees_with_numpy(A, k):
    floats = np.array(A, dtype=float)
    U, sigma, Vt = np.linalg.svd(floats)
    example = low_rank(A, k)
    ours = np.array(example.answer.evalf(30).tolist(), dtype=float)
    tail = sigma[k:]
    scale = max(1, sigma[0])
    assert abs(float(example.values["error"]) - max(tail, default=0)) <= 1e-12 * scale
    assert abs(float(example.values["frobenius_error"]) - np.sqrt(tail @ tail)) <= 1e-12 * scale
    assert abs(np.linalg.norm(floats - ours, 2) - max(tail, default=0)) <= 1e-12 * scale
    if k < len(sigma) and (k == 0 or sigma[k - 1] - sigma[k] > 1e-3):
        theirs = (U[:, :k] * sigma[:k]) @ Vt[:k]
        assert np.abs(ours - theirs).max() <= 1e-10 * scale


@settings(max_examples=25)
@given(st.data())
def test_no_other_matrix_of_that_rank_is_nearer(data):
    A = Matrix([[data.draw(INTEGERS) for _ in range(2)] for _ in range(3)])
    B = Matrix([data.draw(INTEGERS) for _ in range(3)]) * Matrix(
        [[data.draw(INTEGERS) for _ in range(2)]]
    )
    smallest = low_rank(A, 1).values["frobenius_error"]
    assert sum(x**2 for x in A - B) >= float(smallest**2) - 1e-12


@pytest.mark.parametrize("k", [-1, 1.5, "1", True, None], ids=repr)
def test_a_rank_that_is_no_whole_number(k):
    with pytest.raises(InvalidNumberError, match="k is expected to be a whole number from 0 on"):
        low_rank([[1]], k)


def test_integers_of_other_kinds():
    assert low_rank([[3, 0], [4, 5]], np.int64(2)).answer == Matrix([[3, 0], [4, 5]])


def test_the_checks_see_wrong_terms():
    found = singular(read_matrix(diag(3, 2, 1)))
    zero = found.spectrum.numbers.ring.zero
    two = found.truncated(2)
    assert all(c.holds for c in _low_rank._checks(found, two, found.squares[2], 2))
    wrong = [[*two[0]], [*two[1]], [zero, zero, zero + 2]]
    holds = [c.holds for c in _low_rank._checks(found, wrong, found.squares[2], 2)]
    assert holds == [True, True, False, True]  # (1 − 2)² = 1: only the action differs
    holds = [c.holds for c in _low_rank._checks(found, two, found.squares[1], 2)]
    assert holds == [True, True, True, False]
    flipped = replace(found, squares=found.squares[::-1])
    assert not _low_rank._checks(flipped, two, found.squares[2], 2)[1].holds
