"""Monomials as features: their order, their number, and what their inner products are."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book import exact
from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import least_norm, polynomial_features
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "polynomial_features": [("X", [[float("nan")]], 2), ("X", [1, 2], 2), ("degree", [[1]], -1),
                            ("degree", [[1]], 1.0), ("degree", [[1]], 171),
                            ("degree", [[1] * 60], 6), ("degree", [[1e300]], 2),
                            ("c", [[1]], 2, -1),
                            ("c", [[1]], 2, float("inf"))],
}  # fmt: skip


def test_by_hand():
    # 1, x, y, x², xy, y² at (2, 3), with the weights 1, 2, 2, 1, 2, 1.
    plain = [1, 2, 3, 4, 6, 9]
    assert polynomial_features([[2, 3]], 2, equal=True).tolist() == [plain]
    expected = np.sqrt([1, 2, 2, 1, 2, 1]) * plain
    np.testing.assert_allclose(polynomial_features([[2, 3]], 2)[0], expected, rtol=4 * EPS)
    # c = 4: 16, 8x, x²
    np.testing.assert_allclose(
        polynomial_features([[3]], 2, c=4)[0], [4, 3 * np.sqrt(8), 9], rtol=4 * EPS
    )
    assert polynomial_features([[5]], 0).tolist() == [[1]]
    assert polynomial_features([[5]], 0, c=0).tolist() == [[1]]
    assert polynomial_features([[2, 3]], 1, c=0).tolist() == [[2, 3]]
    assert polynomial_features([[], []], 2).tolist() == [[1], [1]]
    assert polynomial_features([[], []], 2, c=0).shape == (2, 0)
    assert polynomial_features([], 2).shape == (0, 1)


@given(matrices(entries=INTEGERS), st.integers(0, 4), st.integers(0, 3))
def test_inner_products_are_powers(X, p, c):
    table = np.array(X, dtype=float).reshape(len(X), -1)
    made = polynomial_features(table, p, c=c)
    expected = (table @ table.T + c) ** p
    size = np.abs(table) @ np.abs(table).T + c
    assert np.all(np.abs(made @ made.T - expected) <= 64 * EPS * size**p)
    d = table.shape[1]
    assert made.shape[1] == (comb(d + p, p) if c or not p else comb(d - 1 + p, p) if d else 0)


@given(matrices(entries=INTEGERS), st.integers(0, 3), st.booleans())
def test_the_features_of_the_exact_function(X, p, equal):
    b = [0] * len(X)
    if not X or not X[0]:
        return
    values = exact.feature_interpolation(X, b, p, equal=equal).values
    features = np.array(values["feature_matrix"].tolist(), dtype=float)
    weights = np.array(values["weights"].tolist(), dtype=float).ravel()
    made = polynomial_features(np.array(X, dtype=float), p, equal=equal)
    np.testing.assert_allclose(made, np.sqrt(weights) * features, rtol=8 * EPS, atol=0)


def test_least_norm_finds_the_exclusive_or():
    corners, signs = [[1, 1], [-1, -1], [1, -1], [-1, 1]], [1, 1, -1, -1]
    found = least_norm(polynomial_features(corners, 2), signs)
    np.testing.assert_allclose(found, [0, 0, 0, 0, np.sqrt(0.5), 0], atol=32 * EPS)


def test_what_is_refused_says_why():
    with pytest.raises(InvalidNumberError, match="at most 1,000,000 features, but 6 makes 90,8"):
        polynomial_features([[1] * 60], 6)
    with pytest.raises(InvalidNumberError, match=r"below 10\*\*308, but 2 does not"):
        polynomial_features([[1e300]], 2)
