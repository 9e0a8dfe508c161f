"""The spectral theorem, with which the chapter on singular values begins, on random matrices."""

from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st
from sympy import diag, eye, zeros

from linalg_book.exact import eigen
from tests.algebra import TINY, digits, mirror, near, symmetric
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, block, matrices, matrix, numbers


@settings(max_examples=25)
@given(
    st.integers(1, 2), numbers(4, INTEGERS), INTEGERS, numbers(3, INTEGERS), numbers(3, INTEGERS)
)
@neighbor("different", 1, [1], 1, [0, 0], [0, 0], once=True)
def test_the_spectral_theorem(size, entries, last, normal, point, *, once=False):
    n = size + 1
    Q, x = mirror(block(normal, n, 1)), block(point, n, 1)
    S = Q * diag(symmetric(entries, size), last) * Q
    example = eigen(S, normalized=True)
    V, _ = example.answer
    found = example.values["eigenvalues"]
    assert near(V.T * V, eye(n))
    assert all(near(S * V[:, i], found[i] * V[:, i]) for i in range(n))
    assert all(digits(first) >= digits(second) for first, second in pairwise(found))
    for value in set(found):
        if value.is_rational:
            dimension = len((S - value * eye(n)).nullspace())
            assert found.count(value) == (1 if once else dimension)
    form, size = x.dot(S * x), x.dot(x)
    assert digits(found[-1]) * size - TINY <= form <= digits(found[0]) * size + TINY


@settings(max_examples=25)
@given(
    matrices(entries=INTEGERS, rows=st.integers(1, 2), columns=st.integers(1, 3)),
    numbers(9, INTEGERS),
    numbers(9, INTEGERS),
)
@neighbor("any subspace", [[1, 1]], [1, 0, 0, 0], [0] * 4, invariant=False)
def test_eigenvectors_inside_a_subspace(rows, first, second, *, invariant=True):
    n, W = len(rows[0]), matrix(rows).T
    P = W * W.pinv() if any(W) else zeros(n, n)  # SymPy's projector onto the subspace
    S = symmetric(first, n)
    if invariant:
        S = P * S * P + (eye(n) - P) * symmetric(second, n) * (eye(n) - P)
        assert S * P == P * S  # the subspace goes into itself
    far = 1 + sum(entry**2 for entry in S)  # no eigenvalue of S
    Q, values = eigen(P * S * P + far * (eye(n) - P), normalized=True).answer
    inside = [i for i in range(n) if values[i, i] != far]
    assert len(inside) == W.rank()
    for i in inside:
        assert near(S * Q[:, i], values[i, i] * Q[:, i])
        assert near(P * Q[:, i], Q[:, i])
