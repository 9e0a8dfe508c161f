"""What is known of a Gaussian vector: by hand, by projecting a random origin, and in floats."""

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye, zeros

from linalg_book import exact, numeric
from linalg_book.errors import (
    FailedCheckError,
    InconsistentSystemError,
    InexactNumberError,
    InvalidNumberError,
    NotPositiveError,
    NotSymmetricError,
    ShapeError,
)
from linalg_book.exact import condition_gaussian
from tests.call import HALF, C, Call
from tests.strategies import FRACTIONS, INTEGERS, matrices, matrix

ONES = [[1, 1, HALF], [1, 1, HALF], [HALF, HALF, 1]]
BUMPS = [[1, "1/16", HALF], ["1/16", 1, HALF], [HALF, HALF, 1]]


def if_nothing_is_left(A, _b):
    """Refuse a covariance of fewer than two entries."""
    return None if A.rows > 1 else ShapeError


def with_itself(A):
    """Return the inner products of the rows, which are a covariance."""
    rows = A.tolist() if hasattr(A, "tolist") else A
    B = Matrix([[Rational(str(entry)) for entry in row] for row in rows])
    return B * B.T


# What every suite that runs over all functions takes from here.
CALLS = {
    "condition_gaussian": Call(
        (BUMPS, [1, 1]), ("1 1/16 1/2; 1/16 1 1/2; 1/2 1/2 1", "1 1"),
        "C:matrix y:column noise_variance:number",
        lambda A, _b: exact.condition_gaussian(with_itself(A), [0]), if_nothing_is_left,
        matrix="C", column="y", takes_matrix=False,
        further=[
            ([[1, HALF], [HALF, 1]], [2]), ([[9, 12], [12, 16]], [3]), (ONES, [2, 2]),
            (ONES, [0, 2], {"noise_variance": "1/4"}), (BUMPS, [C], {"noise_variance": 1}),
            ([[0, 0], [0, 3]], [0]), (eye(3).tolist(), [1]), (ONES, [C, C]),
        ],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.condition_gaussian")
F = Rational
# C, y, τ², then mean and covariance: worked by hand
WORKED = {
    "half": ([[1, HALF], [HALF, 1]], [2], 0, [1], [[F(3, 4)]]),
    # two weights w with w (1 + 1/16) = 1/2: 8/17
    "bumps": (BUMPS, [1, 1], 0, [F(16, 17)], [[F(9, 17)]]),
    # 4x = 3y is certain
    "a line": ([[9, 12], [12, 16]], [3], 0, [4], [[0]]),
    "the same twice": (ONES, [2, 2], 0, [1], [[F(3, 4)]]),
    # (K + τ²I) has the eigenvalue 2 + τ² for (1, 1): w = 1/2 / (2 + 1/4) = 2/9
    "twice, with noise": (ONES, [0, 2], F(1, 4), [F(4, 9)], [[F(7, 9)]]),
    "unrelated": ([[2, 0, 0], [0, 3, 1], [0, 1, 5]], [7], 0, [0, 0], [[3, 1], [1, 5]]),
    "nothing to know": ([[0, 0], [0, 3]], [0], 0, [0], [[3]]),
}
NOISES = st.sampled_from([0, F(1, 2), 3])


@pytest.mark.parametrize("case", WORKED.values(), ids=WORKED)
def test_worked_by_hand(case):
    covariance, y, noise, mean, left = case
    example = condition_gaussian(covariance, y, noise)
    assert list(example.answer) == mean
    assert example.values["covariance"] == Matrix(left)
    assert list(example.values["variances"]) == [left[i][i] for i in range(len(left))]


@given(matrices(entries=INTEGERS, rows=st.integers(2, 4)), st.data(), NOISES)
def test_it_is_the_projection_of_a_random_origin(rows, data, noise):
    B = matrix(rows)
    m = data.draw(st.integers(1, B.rows - 1))
    start = Matrix([data.draw(INTEGERS) for _ in range(B.cols)])
    Phi, psi = B[:m, :], B[m:, :]
    y = Phi * start
    if noise:  # more features, those of the noise, with variance τ² in all
        Phi = Phi.row_join(eye(m))
        psi = psi.row_join(zeros(psi.rows, m))
    scales = Matrix([1] * B.cols + [noise] * (Phi.cols - B.cols))
    V = Matrix.diag(*scales) if Phi.cols else zeros(0, 0)
    K = Phi * V * Phi.T
    back = V * Phi.T * K.pinv()
    found = condition_gaussian((B * B.T).tolist(), list(y), noise)
    assert found.answer == psi * back * y
    rest = (eye(Phi.cols) - back * Phi) if Phi.cols else zeros(0, 0)
    assert found.values["covariance"] == psi * rest * V * rest.T * psi.T
    assert found.values["rank"] == B[:m, :].rank()


@given(matrices(rows=st.integers(2, 4)), NOISES)
def test_the_same_in_floats(rows, noise):
    B = matrix(rows)
    K = B * B.T
    y = B[:1, :] * Matrix([1] * B.cols)
    example = condition_gaussian(K.tolist(), list(y), noise)
    floats = np.array(K.tolist(), dtype=float)
    process = numeric.gaussian_process(floats[:1, :1], [float(y[0])], float(noise))
    mean = process.mean(floats[1:, :1])
    covariance = process.covariance(floats[1:, :1], floats[1:, 1:])
    size = 1 + np.abs(floats).max()
    np.testing.assert_allclose(mean, [float(x) for x in example.answer], atol=1e-9 * size)
    expected = np.array(example.values["covariance"].tolist(), dtype=float)
    np.testing.assert_allclose(covariance, expected, atol=1e-9 * size)


def test_no_draw_has_these_entries():
    with pytest.raises(InconsistentSystemError, match=r"weights \(1, -1\).* in y it is -2") as info:
        condition_gaussian(ONES, [0, 2])
    assert info.value.field == "y"


@pytest.mark.parametrize(
    ("covariance", "y", "noise", "error", "field"),
    [
        ([[1, 2]], [1], 0, ShapeError, "C"),
        ([[1, 2], [3, 4]], [1], 0, NotSymmetricError, "C"),
        ([[1, 2], [2, 1]], [1], 0, NotPositiveError, "C"),
        ([[1, 0], [0, 1]], [], 0, ShapeError, "y"),
        ([[1, 0], [0, 1]], [1, 2], 0, ShapeError, "y"),
        ([[1, 0], [0, 1]], 7, 0, ShapeError, "y"),
        ([[1, 0], [0, 1]], [1], -1, InvalidNumberError, "noise_variance"),
        ([[1, 0], [0, 1]], [1], C, InvalidNumberError, "noise_variance"),
        ([[1, 0], [0, 1]], [0.5], 0, InexactNumberError, "y"),
        ([[1, C], [C, 1]], [1], 0, InvalidNumberError, "C"),
    ],
)
def test_refused(covariance, y, noise, error, field):
    with pytest.raises(error) as info:
        condition_gaussian(covariance, y, noise)
    assert info.value.field == field


@given(FRACTIONS)
def test_the_covariance_does_not_depend_on_what_was_found(value):
    assert condition_gaussian(BUMPS, [value, 1]).values["covariance"] == Matrix([[F(9, 17)]])


@pytest.mark.parametrize("part", ["weights", "covariance"])
def test_wrong_answers_fail_their_checks(part, monkeypatch):
    right = _module.condition

    def wrong(*given):
        found = right(*given)
        object.__setattr__(found, part, getattr(found, part) * 2)
        return found

    monkeypatch.setattr(_module, "condition", wrong)
    with pytest.raises(FailedCheckError):
        condition_gaussian(BUMPS, [1, 1])
