"""Left-out rows in floating point: equal to refits, whatever the leverage."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import EmptySystemError, InvalidNumberError
from linalg_book.numeric import leave_one_out, ridge
from tests.numeric import refits
from tests.numeric.draws import PENALTIES, systems
from tests.numeric.reference import EPS, NIST, floats
from tests.strategies import INTEGERS

NAN = float("nan")
# The argument that is at fault, then a call that is refused.
REFUSED = {
    "leave_one_out": [("A", [[NAN]], [1]), ("A", [["a"]], [1]), ("A", np.zeros((0, 2)), []),
                      ("b", [[1]], [1, 2]), ("penalty", [[1]], [1], -1),
                      ("penalty", [[1]], [1], NAN), ("penalty", [[1]], [1], "a"),
                      ("penalty", [[1]], [1], [1, -1]), ("penalty", [[1]], [1], [[1]])],
}  # fmt: skip


def test_a_published_case():
    # scikit-learn's pull request 33020, worked in fractions.
    A, b = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, -1, 1, 3]
    expected = [Fraction(9018035, 1006009), Fraction(1115, 169), Fraction(31, 8),
                Fraction(119, 31), Fraction(35018009, 9006001)]  # fmt: skip
    found = leave_one_out(A, b, [0.001, 0.1, 1, 10, 1000], intercept=True)
    np.testing.assert_allclose(found.mean_square, [float(x) for x in expected], rtol=1e-13)
    assert found.residuals.shape == found.leverages.shape == (5, 4)


def test_a_wide_table():
    # All leverages are 1 for λ = 0: the least-norm solution of the other rows predicts.
    A = [[1, 0, 0, 1, 2, 0, 1], [0, 1, 1, 0, 0, 1, 2], [2, 1, 0, 0, 1, 1, 0], [0, 0, 1, 3, 0, 1, 1]]
    b = [1, 2, 3, 4]
    found = leave_one_out(A, b)
    expected = [float(x) for x in refits.left_out(A, b, 0)]
    np.testing.assert_allclose(found.residuals, expected, rtol=1e-12)
    np.testing.assert_allclose(found.leverages, np.ones(4), rtol=8 * EPS)
    # Far below rounding, λ changes nothing: a difference of nearly equal numbers would.
    for penalty in (1e-300, 1e-40, 1e-20):
        near = leave_one_out(A, b, penalty)
        np.testing.assert_allclose(near.residuals, expected, rtol=1e-11)


def test_both_formulas_in_one_table():
    # 5×8 with two equal rows: their leverages are 1/2, those of the others 1.
    rng = np.random.default_rng(3)
    A = rng.integers(-5, 6, (5, 8))
    A[1] = A[0]
    b = np.array([1, 2, 3, 4, 5])
    found = leave_one_out(A, b)
    expected = [float(x) for x in refits.left_out(A.tolist(), b.tolist(), 0)]
    np.testing.assert_allclose(found.residuals, expected, rtol=1e-11)
    np.testing.assert_allclose(found.leverages, [0.5, 0.5, 1, 1, 1], rtol=1e-14)


def test_one_row_alone():
    # Nothing is left to fit: the shortest solution is 0.
    assert leave_one_out([[2, 1]], [5], 1).residuals.tolist() == pytest.approx([5])
    for penalty in (0, 1):
        with pytest.raises(EmptySystemError, match="at least 2 rows with an intercept"):
            leave_one_out([[2, 1]], [5], penalty, intercept=True)
    assert leave_one_out([[0]], [5]).residuals.tolist() == [5]
    assert leave_one_out([[2, 1]], [5]).mean_square == pytest.approx(25)


def test_all_rows_equal():
    # The mean of the others predicts: (1 − 4)·… by hand.
    found = leave_one_out([[4], [4], [4]], [1, 2, 6], intercept=True)
    np.testing.assert_allclose(found.residuals, [-3, -1.5, 4.5], rtol=8 * EPS)
    np.testing.assert_allclose(found.leverages, [1 / 3] * 3, rtol=8 * EPS)


@given(systems(entries=INTEGERS), PENALTIES, st.booleans())
def test_equal_to_refits(system, penalty, intercept):
    A, b = system
    intercept = intercept and len(A) > 1
    found = leave_one_out(A, b, [float(penalty)], intercept=intercept)
    expected = refits.left_out(A, b, penalty, intercept=intercept)
    size = 1 + max(map(abs, b)) + max(map(abs, expected))
    bound = 1e-9 * float(size)
    np.testing.assert_allclose(found.residuals[0], [float(x) for x in expected], atol=bound)
    np.testing.assert_allclose(
        found.leverages[0],
        [float(h) for h in refits.leverages(A, penalty, intercept=intercept)],
        atol=1e-11,
    )
    mean = float(refits.mean_square(expected))
    assert found.mean_square[0] == pytest.approx(mean, rel=1e-9, abs=bound**2)


def test_many_penalties_are_as_one():
    rng = np.random.default_rng(1)
    A, b = rng.standard_normal((12, 5)), rng.standard_normal(12)
    many = leave_one_out(A, b, [0, 0.1, 30.0], intercept=True)
    for k, penalty in enumerate([0, 0.1, 30.0]):
        one = leave_one_out(A, b, penalty, intercept=True)
        np.testing.assert_allclose(one.residuals, many.residuals[k], rtol=1e-13)
        assert isinstance(one.mean_square, float)
        for i in range(12):
            x = ridge(np.delete(A, i, 0), np.delete(b, i), penalty, intercept=True)
            assert one.residuals[i] == pytest.approx(b[i] - x[0] - A[i] @ x[1:], rel=1e-11)


@pytest.mark.parametrize("intercept", [False, True])
@pytest.mark.parametrize("name", ["Longley", "Norris", "Pontius", "Filip"])
def test_the_sets_of_nist(name, intercept):
    X, y = floats(NIST[name]["X"])[:, int(intercept) :], floats(NIST[name]["y"])
    penalties = np.array([1e-6, 1, 1e6]) * np.linalg.norm(X, 2) ** 2
    found = leave_one_out(X, y, penalties, intercept=intercept)
    rows = [0, int(np.argmax(found.leverages[0]))]
    for k, penalty in enumerate(penalties):
        expected = refits.left_out(X, y, penalty, intercept=intercept, which=rows)
        error = np.max(np.abs(found.residuals[k, rows] - floats(expected)))
        assert error <= 1e-13 * np.max(np.abs(y))


@pytest.mark.parametrize("far", [1e4, 1e7, 1e12, 1e20])
def test_a_row_far_away(far):
    # 1 − h is 5/(5 + far²): nothing of it is left in 1 − h computed as a difference from 1e8 on.
    A, b = [[1], [2], [far]], [1, 3, 7]
    expected = [float(x) for x in refits.left_out(A, b, 0)]
    np.testing.assert_allclose(leave_one_out(A, b).residuals, expected, rtol=1e-11)


def test_refusals():
    with pytest.raises(EmptySystemError, match="at least one row"):
        leave_one_out([], [])
    with pytest.raises(InvalidNumberError, match="a mean of squares within the range"):
        leave_one_out([[1]], [1e200])
