"""Ridge solutions in floating point: exact answers, limits, penalties that are refused."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric import (
    effective_degrees_of_freedom,
    least_squares,
    pseudoinverse,
    ridge,
    ridge_path,
)
from tests.numeric import refits
from tests.numeric.draws import PENALTIES, systems
from tests.numeric.reference import EPS, NIST, digits, floats
from tests.strategies import INTEGERS, matrices

NAN = float("nan")
# The argument that is at fault, then a call that is refused.
REFUSED = {
    "ridge": [("A", [[NAN]], [1], 1), ("A", [["a"]], [1], 1), ("b", [[1]], [1, 2], 1),
              ("penalty", [[1]], [1], -1), ("penalty", [[1]], [1], NAN),
              ("penalty", [[1]], [1], "1"), ("penalty", [[1]], [1], True),
              ("penalty", [[1]], [1], [1]), ("penalty", [[1]], [1], None)],
    "ridge_path": [("A", [[NAN]], [1], [1]), ("b", [[1]], [NAN], [1]),
                   ("penalties", [[1]], [1], [1, -1]), ("penalties", [[1]], [1], [NAN]),
                   ("penalties", [[1]], [1], ["1"]), ("penalties", [[1]], [1], 1),
                   ("penalties", [[1]], [1], [[1]])],
    "effective_degrees_of_freedom": [("A", [[NAN]], 1), ("penalty", [[1]], -1),
                                     ("penalty", [[1]], [NAN]), ("penalty", [[1]], "a")],
}  # fmt: skip

WORKED = {
    # (2·2 + 1) x = 4 for x = y, by symmetry.
    "dependent": ([[1, 1], [1, 1]], [2, 2], 1, [0.8, 0.8]),
    # [[4, 3], [3, 6]] x = (6, 0), determinant 15.
    "line": ([[1, 0], [1, 1], [1, 2]], [6, 0, 0], 1, [2.4, -1.2]),
    # One equation: α = 9/(9 + λ).
    "wide": ([[1, 2, 2]], [9], 9, [0.5, 1, 1]),
    "column of zeros": ([[1, 0], [1, 0]], [3, 3], 1, [2, 0]),
    "zero matrix": ([[0, 0], [0, 0]], [1, 2], 1, [0, 0]),
    "zero matrix, no penalty": ([[0, 0]], [1], 0, [0, 0]),
    "no rows": (np.zeros((0, 2)), [], 1, [0, 0]),
    "no columns": ([[], []], [1, 2], 1, []),
    "fractions": ([[Fraction(1, 2)]], [1], Fraction(1, 4), [1]),
}


@pytest.mark.parametrize(("A", "b", "penalty", "x"), WORKED.values(), ids=WORKED)
def test_by_hand(A, b, penalty, x):
    found = ridge(A, b, penalty)
    assert found.dtype == np.float64
    np.testing.assert_allclose(found, x, rtol=8 * EPS)
    np.testing.assert_allclose(ridge_path(A, b, [penalty, penalty]), [x, x], rtol=8 * EPS)


def test_an_intercept_by_hand():
    # x − 1 = (−1, 0, 1) and b − 3 = (−2, 0, 2): the slope 4/(2 + λ), through the means (1, 3).
    A, b = [[0], [1], [2]], [1, 3, 5]
    for penalty, slope in ((0, 2), (2, 1), (6, 0.5)):
        np.testing.assert_allclose(
            ridge(A, b, penalty, intercept=True), [3 - slope, slope], rtol=8 * EPS
        )
    # All rows equal: there is no slope, and the mean is what is left.
    found = ridge([[4, 1], [4, 1], [4, 1]], [1, 2, 6], 0, intercept=True)
    np.testing.assert_allclose(found, [3, 0, 0], atol=8 * EPS)
    np.testing.assert_allclose(ridge([[4, 1]], [5], 1, intercept=True), [5, 0, 0], atol=EPS)
    assert ridge(np.zeros((0, 1)), [], 1, intercept=True).tolist() == [0, 0]


@given(systems(entries=INTEGERS), PENALTIES, st.booleans())
def test_the_exact_answer(system, penalty, intercept):
    A, b = system
    expected = refits.ridge(A, b, penalty, intercept=intercept)
    x = np.array([float(t) for t in expected])
    for found in (
        ridge(A, b, float(penalty), intercept=intercept),
        ridge_path(A, b, [1, float(penalty)], intercept=intercept)[1],
    ):
        # Integers up to 216: what is not zero is above 1e-3 for these sizes.
        assert np.linalg.norm(found - x) <= 1e-9 * (np.linalg.norm(x) + 1e-3)


@given(systems(entries=INTEGERS), st.floats(1e-3, 1e3))
def test_backward_error(system, penalty):
    # (AᵀA + λI)x − Aᵀb is what a change of A and b by some eps leaves, of these lengths.
    A, b = (np.array(part, dtype=float) for part in system)
    x = ridge(A, b, penalty)
    rest = A.T @ (b - A @ x) - penalty * x
    size = np.linalg.norm(A) * (np.linalg.norm(A) * np.linalg.norm(x) + np.linalg.norm(b))
    bound = 64 * max(A.shape) * EPS * (size + penalty * np.linalg.norm(x))
    assert np.linalg.norm(rest) <= bound


@given(systems(entries=INTEGERS), st.booleans())
def test_zero_stands_for_the_limit(system, intercept):
    A, b = system
    limit = ridge(A, b, 0, intercept=intercept)
    np.testing.assert_allclose(
        ridge(A, b, 1e-30, intercept=intercept), limit, atol=1e-9 * (1 + np.max(np.abs(limit)))
    )
    if not intercept:
        scale = 1 + np.max(np.abs(limit), initial=0)
        np.testing.assert_allclose(limit, pseudoinverse(A) @ np.array(b), atol=1e-9 * scale)
        np.testing.assert_allclose(limit, least_squares(A, b), atol=1e-9 * scale)


@pytest.mark.parametrize("power", [-400, -1, 300])
def test_any_scale(power):
    A, b = np.array([[3.0, 0], [4, 5], [1, 1]]), np.array([1.0, 2, 3])
    x = ridge(A, b, 2.0)
    scaled = ridge(np.ldexp(A, power), np.ldexp(b, power), float(np.ldexp(2.0, 2 * power)))
    np.testing.assert_allclose(scaled, x, rtol=4 * EPS)
    assert ridge(np.ldexp(A, -500), b, 1e300).tolist() == pytest.approx([0, 0], abs=1e-300)


@pytest.mark.parametrize("intercept", [False, True])
@pytest.mark.parametrize("name", ["Longley", "Norris", "Pontius", "Filip"])
def test_all_digits_that_the_rounded_data_of_nist_determine(name, intercept):
    # One SVD, as in ridge_path, has 7 of them on Filip.
    X, y = floats(NIST[name]["X"])[:, int(intercept) :], floats(NIST[name]["y"])
    for share in (1e-6, 1, 1e6):
        penalty = float(share * np.linalg.norm(X, 2) ** 2)
        expected = refits.ridge(X, y, penalty, intercept=intercept)
        assert digits(ridge(X, y, penalty, intercept=intercept), expected) > 14
        # An error of the path is that of data changed by some eps: small beside ‖y‖/√λ, not in
        # each entry.
        error = ridge_path(X, y, [penalty], intercept=intercept)[0] - floats(expected)
        bound = 64 * EPS * (1 + share**-0.5) * np.linalg.norm(y) / penalty**0.5
        assert np.linalg.norm(error[int(intercept) :]) <= bound


def test_conventions_of_other_programs():
    # The gradient of each objective of the table in the docstring vanishes at the same x.
    rng = np.random.default_rng(5)
    A, b, penalty = rng.standard_normal((8, 3)), rng.standard_normal(8), 1.7
    N, x = len(A), ridge(A, b, penalty)
    misfit, shrink = -2 * A.T @ (b - A @ x), 2 * x
    for data, weight in (
        (1, penalty),
        (1 / (2 * N), penalty / N / 2),
        (1 / N, 2 * penalty / N / 2),
        (1 / 2, penalty / 2),
        (1 / N, penalty / N),
    ):
        assert np.linalg.norm(data * misfit + weight * shrink) <= 1e-13


def test_an_overflow_is_refused():
    with pytest.raises(InvalidNumberError, match="within the range"):
        ridge([[1e-300]], [1e300], 0)
    with pytest.raises(InvalidNumberError, match="penalty is expected to be a finite number"):
        ridge([[1]], [1], float("inf"))
    with pytest.raises(ShapeError, match="penalties is expected to be a list"):
        ridge_path([[1]], [1], 3)


@given(matrices(entries=INTEGERS), st.floats(0.1, 10))
def test_degrees_of_freedom_are_a_trace(rows, penalty):
    A = np.array(rows, dtype=float)
    n = A.shape[1]
    trace = np.trace(A @ np.linalg.solve(A.T @ A + penalty * np.eye(n), A.T))
    found = effective_degrees_of_freedom(A, [penalty, 0])
    np.testing.assert_allclose(found, [trace, np.linalg.matrix_rank(A)], rtol=1e-9, atol=1e-12)
    assert effective_degrees_of_freedom(A, penalty) == pytest.approx(found[0], rel=1e-14)
    assert type(effective_degrees_of_freedom(A, 0)) is float  # not NumPy's


def test_a_constant_column_is_no_variation():
    # 0.1 has no exact mean in floats; what centering leaves of it must not count as a column.
    A = [[0.1, 1], [0.1, 2], [0.1, 4]]
    np.testing.assert_allclose(ridge(A, [1, 2, 4], 0, intercept=True), [0, 0, 1], atol=64 * EPS)
