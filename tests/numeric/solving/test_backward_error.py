"""The least change of A that makes an answer right: closed forms, a search, libraries' answers."""

import numpy as np
import pytest
import scipy.optimize
from hypothesis import assume, given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric import backward_error, least_squares
from tests.numeric.reference import EPS, NIST, floats

NAN = float("nan")
REFUSED = {
    "backward_error": [
        ("A", [[NAN]], [1], [1]), ("A", [1, 2], [1], [1]), ("b", [[1]], [1, 2], [1]),
        ("b", [[1]], [None], [1]), ("x", [[1]], [1], [1, 2]), ("x", [[1]], [1], [NAN]),
    ],
}  # fmt: skip
SMALL = st.integers(-5, 5)


def test_one_equation_by_hand():
    # 3 + 8 = 11 misses 12 by 1; (1, 2) has the length √5, so (3, 4) must change by 1/√5.
    assert backward_error([[3, 4]], [12], [1, 2]) == pytest.approx(1 / 5 / 5**0.5)


def test_a_system_by_hand():
    # y changes by 1/100 or the last row by (1/200, 1/200): r xᵀ/‖x‖².
    A = [[1, 1], [1, 1.01]]
    expected = 0.01 / 2**0.5 / np.linalg.norm(A)
    assert backward_error(A, [2, 2], [1, 1]) == pytest.approx(expected, rel=1e-12)


def test_a_minimizer_needs_no_change():
    assert backward_error([[1], [1]], [1, 3], [2]) < 4 * EPS
    assert backward_error([[1, 0], [0, 1]], [1, 3], [1, 3]) == 0
    assert backward_error([[1, 0], [1, 1], [1, 2]], [6, 0, 0], [5, -3]) < 4 * EPS


@given(st.lists(st.tuples(SMALL, SMALL), min_size=2, max_size=4), st.integers(1, 9))
def test_one_column_lies_on_the_sphere_of_thales(rows, x):
    # x is right for the column c if c·(b − x c) = 0: a sphere over the diameter from 0 to b/x.
    a, b = (np.array(column, dtype=float) for column in zip(*rows, strict=True))
    assume(a.any())
    distance = abs(np.linalg.norm(a - b / x / 2) - np.linalg.norm(b / x / 2))
    found = backward_error(a[:, np.newaxis], b, [x])
    assert found == pytest.approx(distance / np.linalg.norm(a), abs=8 * EPS)


@given(st.lists(st.lists(SMALL, min_size=3, max_size=3), min_size=2, max_size=4))
def test_zero_as_the_answer(rows):
    table = np.array(rows, dtype=float)
    A, b = table[:, :2], table[:, 2]
    assume(A.any() and b.any())
    # E = −b bᵀA/‖b‖² makes every column orthogonal to b, and no shorter one does.
    E = -np.outer(b, b @ A) / (b @ b)
    assert (A + E).T @ b == pytest.approx(0, abs=1e-12)
    found = backward_error(A, b, [0, 0])
    assert found == pytest.approx(np.linalg.norm(E) / np.linalg.norm(A), abs=8 * EPS)


@pytest.mark.parametrize("seed", range(4))
def test_no_search_finds_less(seed):
    rng = np.random.default_rng(seed)
    A, b = rng.standard_normal((3, 2)), rng.standard_normal(3)
    x = least_squares(A, b) + 0.3 * rng.standard_normal(2)

    def gradient(entries):
        M = A + entries.reshape(A.shape)
        return M.T @ (b - M @ x)

    tries = [
        scipy.optimize.minimize(
            lambda e: e @ e, 0.3 * rng.standard_normal(6), method="SLSQP", options={"maxiter": 500},
            constraints={"type": "eq", "fun": gradient},
        )
        for _ in range(8)
    ]  # fmt: skip
    least = min(one.fun for one in tries if one.success) ** 0.5
    assert backward_error(A, b, x) * np.linalg.norm(A) == pytest.approx(least, rel=1e-4)


@pytest.mark.parametrize("name", NIST)
def test_answers_of_a_stable_method_are_right_for_a_neighbor(name):
    A, b = floats(NIST[name]["X"]), floats(NIST[name]["y"])
    assert backward_error(A, b, least_squares(A, b)) < 32 * max(A.shape) * EPS


def test_units_of_all_three():
    A, b, x = np.array([[1.0, 2], [3, 4], [5, 7]]), np.array([1.0, 2, 4]), np.array([0.1, 0.5])
    expected = backward_error(A, b, x)
    for power in (-900, -40, 40, 900):
        assert backward_error(np.ldexp(A, power), np.ldexp(b, power), x) == expected
    assert backward_error(A, np.ldexp(b, 500), np.ldexp(x, 500)) == expected
    assert backward_error(np.zeros((2, 1)), [1, 1], [1]) == 0


def test_refused():
    with pytest.raises(ShapeError, match="one number for each of the 2 columns of A, but has"):
        backward_error([[1, 2]], [1], [1])
    with pytest.raises(InvalidNumberError, match="b beside A and x within the range"):
        backward_error([[1e-300]], [1e200], [1e-200])
