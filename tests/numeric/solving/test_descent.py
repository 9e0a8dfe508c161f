"""Gradient descent in floating point: by hand, its limit, steps that are refused."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import gradient_descent, pseudoinverse
from tests.numeric.draws import systems
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS

NAN = float("nan")
# The argument that is at fault, then a call that is refused.
REFUSED = {
    "gradient_descent": [("A", [[NAN]], [1], 0.1, 1), ("b", [[1]], [1, 2], 0.1, 1),
                         ("step", [[1]], [1], 0, 1), ("step", [[1]], [1], -0.1, 1),
                         ("step", [[1]], [1], 2, 1), ("step", [[1]], [1], NAN, 1),
                         ("step", [[1]], [1], "a", 1), ("step", [[1]], [1], True, 1),
                         ("step", [[1e200]], [1], 1, 1), ("steps", [[1]], [1], 1, -1),
                         ("steps", [[1]], [1], 1, 1.5), ("steps", [[1]], [1], 1, None)],
}  # fmt: skip


def test_by_hand():
    # 3x + 4y = 12 from (1, 1), the residual −5: one step of 1/25 reaches the nearest solution.
    found = gradient_descent([[3, 4]], [12], 1 / 25, 3, start=[1, 1])
    assert found.shape == (4, 2)
    np.testing.assert_allclose(found, [[1, 1]] + [[1.6, 1.8]] * 3, rtol=4 * EPS)
    # Half of it goes half the way each time, from 0 to (36, 48)/25.
    found = gradient_descent([[3, 4]], [12], 1 / 50, 3)
    factors = np.array([0, 1 / 2, 3 / 4, 7 / 8])
    np.testing.assert_allclose(found, np.outer(factors, [1.44, 1.92]), rtol=8 * EPS)


@pytest.mark.parametrize(
    ("A", "b", "shape"),
    [(np.zeros((0, 2)), [], (4, 2)), ([[], []], [1, 2], (4, 0)), ([[0, 0]], [1], (4, 2))],
)
def test_nothing_to_descend(A, b, shape):
    found = gradient_descent(A, b, 1e9, 3)
    assert found.shape == shape
    assert not np.any(found)
    assert gradient_descent([[1.0]], [1], 1, 0, start=[3]).tolist() == [[3]]


@given(systems(entries=INTEGERS), st.floats(0.1, 1.9), st.integers(0, 6), st.data())
def test_each_direction_has_its_factor(system, share, steps, data):
    # The error along v is (1 − ησ²) to the k-th; it stays in the null space.
    A, b = (np.array(part, dtype=float) for part in system)
    start = np.array([data.draw(INTEGERS) for _ in A[0]], dtype=float)
    sigma, V = np.linalg.svd(A)[1:]
    if sigma[0] < 0.5:
        return
    step = share / sigma[0] ** 2
    limit = pseudoinverse(A) @ b + start - pseudoinverse(A) @ (A @ start)
    squares = np.zeros(len(start))
    squares[: len(sigma)] = sigma**2
    factors = (1 - step * squares) ** steps
    found = gradient_descent(A, b, step, steps, start=start)[-1]
    expected = limit + V.T @ (factors * (V @ (start - limit)))
    assert np.linalg.norm(found - expected) <= 1e-10 * (1 + np.linalg.norm(limit))


def test_the_bound_is_named():
    said = r"below 2/σ₁² = 0\.08,.* but is 0\.08: .*; give for example 0\.04\.$"
    with pytest.raises(InvalidNumberError, match=said):
        gradient_descent([[3, 4]], [12], 0.08, 1)
    # The bound is refused up to rounding, and nothing else below it.
    assert gradient_descent([[1]], [1], 2 - 1e-12, 1)[1] == 2 - 1e-12
    with pytest.raises(InvalidNumberError, match="below 2/σ₁² = 2,"):
        gradient_descent([[1]], [1], 2 - 2.0**-52, 1)
    # Just below it the error shrinks, though slowly; just above it would grow.
    found = gradient_descent([[3, 4]], [12], 0.0799, 200)
    assert np.linalg.norm(found[-1] - [1.44, 1.92]) < np.linalg.norm([1.44, 1.92])
    with pytest.raises(InvalidNumberError, match="is 0, which never leaves the start"):
        gradient_descent([[3, 4]], [12], 0.0, 1)


def test_starts_that_are_refused():
    for start in ([1], [1, 2, 3], 5, [[1, 2], [3, 4]]):
        with pytest.raises(
            Exception, match="start is expected to be a list of 2 numbers"
        ) as caught:
            gradient_descent([[3, 4]], [12], 0.01, 1, start=start)
        assert caught.value.field == "start"
    assert gradient_descent([[3, 4]], [12], 0.01, 0, start=[[1], [2]]).tolist() == [[1, 2]]


def test_scales():
    # σ₁² is 2.5e-399 and 2.5e301: neither the bound nor a step is lost.
    found = gradient_descent([[3e-200, 4e-200]], [12], 1e300, 1)
    np.testing.assert_allclose(found[1], [3.6e101, 4.8e101], rtol=4 * EPS)
    found = gradient_descent([[3e150, 4e150]], [12e150], 4e-302, 1)
    np.testing.assert_allclose(found[1], [1.44, 1.92], rtol=1e-12)
    with pytest.raises(InvalidNumberError, match="expected iterates within the range"):
        gradient_descent([[1e-150]], [1e308], 1e299, 1)
