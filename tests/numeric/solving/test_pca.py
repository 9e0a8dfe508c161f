"""Principal components: by hand, against scikit-learn's values and the covariance matrix."""

import dataclasses
import re

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric import PCA, pca
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

# The argument that is at fault, then a call that is refused.
REFUSED = {
    "pca": [("X", [[1, 2]], 1), ("X", [1, 2], 1), ("k", [[1], [2]], 3)],
}  # fmt: skip

PEOPLE = [[170, 65, 30], [180, 80, 41], [160, 58, 25], [175, 77, 52], [168, 60, 33], [190, 95, 47]]
data = matrices(entries=INTEGERS, rows=st.integers(2, 6))


def test_by_hand():
    # Squares (8, 2) over 3: variances 8/3 and 2/3, shares 0.8 and 0.2.
    found = pca([[7, -1], [3, -1], [5, 0], [5, -2]], 2)
    assert found.mean.tolist() == [5, -1]
    np.testing.assert_allclose(found.components, np.eye(2), atol=4 * EPS)
    np.testing.assert_allclose(found.explained_variance, [8 / 3, 2 / 3], rtol=8 * EPS)
    np.testing.assert_allclose(found.explained_variance_ratio, [0.8, 0.2], rtol=8 * EPS)


def test_points_on_a_line():
    # (1, 1), (2, 3), (3, 5): direction (1, 2)/√5, variance 1 + 4, coordinates −√5, 0, √5.
    found = pca([[1, 1], [2, 3], [3, 5]], 1)
    np.testing.assert_allclose(found.components[:, 0] * 5**0.5, [1, 2], rtol=8 * EPS)
    np.testing.assert_allclose(found.explained_variance, [5], rtol=8 * EPS)
    np.testing.assert_allclose(found.explained_variance_ratio, [1], rtol=8 * EPS)
    Z = found.transform([[1, 1], [2, 3], [3, 5], [4, 2]])
    # (4, 2) − (2, 3) = (2, −1) is perpendicular to the line.
    np.testing.assert_allclose(Z[:, 0] / 5**0.5, [-1, 0, 1, 0], atol=8 * EPS)
    np.testing.assert_allclose(found.inverse_transform([[5**0.5]]), [[3, 5]], rtol=8 * EPS)


def test_values_of_scikit_learn():
    # sklearn.decomposition.PCA(2).fit(PEOPLE), version 1.9.1, whose second component has the
    # other sign: 0.34 in ours, as the first entry is to be positive.
    found = pca(PEOPLE, 2)
    np.testing.assert_allclose(found.mean, [173.83333333333334, 72.5, 38], rtol=1e-15)
    np.testing.assert_allclose(found.components.T, [
        [0.516575365942648, 0.715588010166249, 0.470195375357444],
        [0.341881949891973, 0.331088388123679, -0.87948690245377],
    ], rtol=1e-13)  # fmt: skip
    np.testing.assert_allclose(
        found.explained_variance, [383.40877142600925, 31.047309769644944], rtol=1e-13
    )
    np.testing.assert_allclose(
        found.explained_variance_ratio, [0.917099596777251, 0.074264016352205], rtol=1e-13
    )


@given(data)
def test_the_covariance_matrix(rows):
    X = np.array(rows, dtype=float)
    k = min(X.shape)
    found = pca(X, k)
    covariance = np.atleast_2d(np.cov(X.T))
    variances = scipy.linalg.eigvalsh(covariance)[::-1][:k]
    unit = 64 * max(X.shape) * EPS * max(variances[0], np.max(X**2) * EPS)
    np.testing.assert_allclose(found.explained_variance, variances, atol=unit, rtol=0)
    V = found.components
    assert np.linalg.norm(covariance @ V - V * found.explained_variance) <= unit * k
    assert np.linalg.norm(V.T @ V - np.eye(k)) <= 64 * max(X.shape) * EPS
    total = np.trace(covariance)
    if total > 1e-9:
        ratios = found.explained_variance / total
        np.testing.assert_allclose(found.explained_variance_ratio, ratios, rtol=1e-12, atol=1e-14)


@given(data, st.integers(1, 4))
def test_there_and_back(rows, k):
    X = np.array(rows, dtype=float)
    found = pca(X, min(k, *X.shape))
    Z = found.transform(X)
    unit = 64 * max(X.shape) * EPS * max(np.linalg.norm(X), 1)
    assert np.linalg.norm(Z.mean(axis=0)) <= unit
    assert np.linalg.norm(found.transform(found.inverse_transform(Z)) - Z) <= unit
    # Eckart and Young: what is lost is what the other singular values of the centered data hold.
    rest = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)[Z.shape[1] :]
    lost = np.linalg.norm(found.inverse_transform(Z) - X)
    assert abs(lost - np.linalg.norm(rest)) <= unit


@given(data)
def test_signs(rows):
    for column in pca(rows, 1).components.T:
        assert next(x for x in column if abs(x) > 2.0**-40) > 0


def test_a_large_mean_costs_few_digits():
    small = np.array(PEOPLE) * 2.0**-10
    moved = pca(small + 2.0**20, 3)
    np.testing.assert_allclose(moved.explained_variance, pca(small, 3).explained_variance,
                               rtol=1e-12)  # fmt: skip


def test_any_scale():
    for power in (-500, 300):
        found = pca(np.ldexp(np.array(PEOPLE, dtype=float), power), 2)
        assert found.components.tolist() == pca(PEOPLE, 2).components.tolist()
        expected = np.ldexp(pca(PEOPLE, 2).explained_variance, 2 * power)
        assert found.explained_variance.tolist() == expected.tolist()
    with pytest.raises(InvalidNumberError, match="expected variances within the range"):
        pca([[1e200], [-1e200]], 1)


def test_nothing_varies():
    found = pca([[0.1, 2], [0.1, 2], [0.1, 2]], 2)
    assert found.mean.tolist() == [0.1, 2]
    assert found.explained_variance.tolist() == [0, 0]
    assert found.explained_variance_ratio.tolist() == [0, 0]
    np.testing.assert_allclose(found.components.T @ found.components, np.eye(2), atol=EPS)


def test_the_record_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        pca(PEOPLE, 1).mean = None
    assert isinstance(pca(PEOPLE, 1), PCA)


@pytest.mark.parametrize("shape", [(0, 2), (1, 2), (3, 0), (0, 0)])
def test_too_few_data(shape):
    message = f"but is {shape[0]}×{shape[1]}: with fewer there is no variance"
    with pytest.raises(ShapeError, match=message):
        pca(np.zeros(shape), 1)


@pytest.mark.parametrize("k", [0, 4, -1, True, 1.0])
def test_too_many_components(k):
    with pytest.raises(InvalidNumberError, match="k is expected to be a whole number from 1 to 3"):
        pca(PEOPLE, k)


def test_other_data_have_the_same_columns():
    found = pca(PEOPLE, 2)
    with pytest.raises(ShapeError, match=re.escape("X is expected to have rows of 3 numbers")):
        found.transform([[1, 2]])
    with pytest.raises(ShapeError, match=re.escape("Z is expected to have rows of 2 numbers")):
        found.inverse_transform([[1, 2, 3]])
