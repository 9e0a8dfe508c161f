"""What the chapter on long tables states about hidden directions and landmarks."""

import numpy as np
from hypothesis import strategies as st
from sympy import zeros

from linalg_book.exact import pseudoinverse
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, matrices, matrix

SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.integers(1, 5)
ERRORS = st.sampled_from([0.0, 1e-6, 1e-3, 0.09, 0.81, 1.0])
ROOM = 1e-12  # rounding, relative to the largest singular value; its root for products


def values_of(A):
    """Return as many singular values as A has columns, the largest first."""
    found = np.linalg.svd(A, compute_uv=False)
    return np.pad(found, (0, A.shape[1] - len(found)))


def scaled(rng, shape, size, kind):
    """Return a random or a rank-one error of a spectral norm."""
    E = rng.standard_normal(shape)
    if kind == "rank one":
        E = np.outer(E[:, 0], E[0])
    norm = np.linalg.norm(E, 2)
    return size * E / norm if norm else E


def root(eta):
    """Return the bound of the theorem."""
    return np.sqrt(eta)


def small_last(d, eta):
    """Return the diagonal example of the theorem, and its error."""
    sigma = np.zeros(d)
    sigma[0], sigma[1] = 1, np.sqrt(eta)
    E = np.zeros((d, d))
    E[1, 1] = -eta
    return np.diag(sigma), E


@given(SEEDS, SIZES, SIZES, ERRORS, st.sampled_from(["any", "rank one"]))
@neighbor("half the error", 1, 2, 1, 0.81, "any", factor=0.5, rare=True)
def test_an_error_of_a_summary(seed, n, d, eta, kind, *, factor=1.0):
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n, d))
    S = np.zeros((d, d))
    R = np.linalg.qr(X, mode="r")
    S[: len(R)] = R
    sigma = values_of(X)
    E = scaled(rng, (d, d), eta * sigma[0], kind)
    gap = np.abs(values_of(S + E) - sigma).max()
    assert gap <= factor * eta * sigma[0] + ROOM * sigma[0]


@given(SEEDS, SIZES, st.integers(2, 5), ERRORS)
@neighbor("no worse than a triangle", 0, 2, 2, 0.09, bound=lambda eta: eta)
def test_an_error_of_products(seed, n, d, eta, *, bound=root):
    rng = np.random.default_rng(seed)
    X = rng.standard_normal((n, d))
    tables = [(X, scaled(rng, (d, d), eta * values_of(X)[0] ** 2, "any")), small_last(d, eta)]
    for table, E in tables:
        sigma = values_of(table)
        found = np.sqrt(values_of(table.T @ table + E))
        assert np.abs(found - sigma).max() <= (bound(eta) + np.sqrt(ROOM)) * sigma[0]


@given(st.integers(2, 5), st.sampled_from([1e-6, 0.01, 0.25, 1.0]))
@neighbor("half the error is enough", 2, 0.25, share=0.5)
def test_the_root_is_hidden(d, eta, *, share=1.0):
    X, E = small_last(d, eta)
    assert np.linalg.norm(E, 2) <= eta
    assert values_of(X)[1] >= np.sqrt(eta) * (1 - 1e-15)
    assert values_of(X.T @ X + share * E)[1] <= 1e-15


FEATURES = matrices(entries=INTEGERS)


def parts(rows, m):
    """Return the kernel matrix of points, and its approximation with the first m as landmarks."""
    B = matrix(rows)
    K = B * B.T
    small = K[:m, :m]
    return K, small, K[:, :m] * pseudoinverse(small.tolist()).answer * K[:m, :]


def semidefinite(A):
    """Tell whether a symmetric matrix has no negative eigenvalue: by its principal minors."""
    return A.is_positive_semidefinite


@given(FEATURES, st.integers(1, 4))
@neighbor("never smaller", [[1, 0], [1, 1]], 1, difference=lambda K, near: near - K)
def test_the_approximation_is_between(rows, m, *, difference=lambda K, near: K - near):
    m = min(m, len(rows))
    K, _, near = parts(rows, m)
    assert semidefinite(near)
    assert semidefinite(difference(K, near))
    assert all(0 <= near[i, i] <= K[i, i] for i in range(len(rows)))


@given(FEATURES, st.integers(1, 4))
@neighbor("also between other points", [[1, 0], [0, 1]], 1, beyond=1)
def test_landmarks_are_exact(rows, m, *, beyond=0):
    m = min(m, len(rows))
    K, _, near = parts(rows, m)
    assert (K - near)[: m + beyond, :] == zeros(min(m + beyond, len(rows)), len(rows))


def rank(small, _):
    """Return the rank of the landmarks' matrix."""
    return small.rank()


def count(small, _):
    """Return the number of landmarks."""
    return small.rows


@given(FEATURES, st.integers(1, 4))
@neighbor("as many landmarks as the rank", [[1, 0], [1, 0], [0, 1]], 2, counted=count)
def test_when_nothing_is_lost(rows, m, *, counted=rank):
    m = min(m, len(rows))
    K, small, near = parts(rows, m)
    assert (near == K) is (K.rank() <= counted(small, K))
    assert near.rank() == small.rank()
