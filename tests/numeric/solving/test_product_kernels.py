"""Kernels of inner products: by hand, against features that are written down, refusals."""

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.errors import EmptySystemError, InvalidNumberError, ShapeError, TooLargeError
from linalg_book.numeric import linear_kernel, polynomial_kernel
from linalg_book.numeric.reading import memory
from tests.numeric.kernels import ROWS, features
from tests.numeric.reference import EPS
from tests.strategies import INTEGERS, matrices

NAN = float("nan")
TWO = {"degree": 2}
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "linear_kernel": [("X", [[NAN, 1]]), ("X", []), ("X", [[], []]), ("X", [1, 2]), ("X", 3),
                      ("X", [[True, 1]]), ("X", [[1, 2], [3]]), ("X", [[[1]]]), ("X", [["a"]]),
                      ("Z", ROWS, [[1, 2, 3]]), ("Z", ROWS, [1, 2]), ("X", [1, 2], ROWS),
                      ("Z", ROWS, [[NAN, 1]]), ("Z", ROWS, np.zeros((0, 2))), ("Z", [1, 2], [1]),
                      ("X", [], [])],
    "polynomial_kernel": [("X", [[NAN]], TWO), ("Z", [[1]], [[1, 2]], TWO), ("X", [], TWO),
                          ("degree", [[1]], {"degree": 1.5}), ("degree", [[1]], {"degree": 2.0}),
                          ("degree", [[1]], {"degree": -1}), ("degree", [[1]], {"degree": True}),
                          ("degree", [[1]], {"degree": "2"}), ("c", [[1]], TWO | {"c": -1}),
                          ("c", [[1]], TWO | {"c": NAN}), ("gamma", [[1]], TWO | {"gamma": 0}),
                          ("gamma", [[1]], TWO | {"gamma": -1}), ("X", [[1e200]], TWO),
                          ("gamma", [[1]], TWO | {"gamma": float("inf")})],
}  # fmt: skip
points = matrices(entries=INTEGERS)


def test_by_hand():
    assert linear_kernel(ROWS).tolist() == [[5, 11], [11, 25]]
    assert linear_kernel(ROWS, [[1, 0]]).tolist() == [[1], [3]]
    assert linear_kernel([1, 2], [3, 4]) == 11
    assert isinstance(linear_kernel([1, 2], [3, 4]), float)
    # (5 + 1)², (11 + 1)², (25 + 1)².
    assert polynomial_kernel(ROWS, degree=2).tolist() == [[36, 144], [144, 676]]
    assert polynomial_kernel(ROWS, degree=1, c=0).tolist() == linear_kernel(ROWS).tolist()
    assert polynomial_kernel([1, 2], [3, 4], degree=3, c=2, gamma=0.5) == 7.5**3
    assert polynomial_kernel([[0], [3]], degree=0, c=0).tolist() == [[1, 1], [1, 1]]


@given(points, st.integers(0, 4), st.sampled_from([0, 0.5, 1, 3]))
def test_inner_products_of_all_monomials(X, degree, c):
    Phi = features(X, degree, c)
    assert Phi.shape[1] == comb(len(X[0]) + degree, degree)
    expected = Phi @ Phi.T
    np.testing.assert_allclose(
        polynomial_kernel(X, degree=degree, c=c), expected, rtol=0,
        atol=256 * EPS * np.max(np.abs(expected)),
    )  # fmt: skip


def test_gamma_is_1_unless_told_otherwise():
    # scikit-learn's polynomial_kernel has 1/d: half as much here.
    assert polynomial_kernel([[1, 1]], degree=1, c=0).tolist() == [[2]]
    assert polynomial_kernel([[1, 1]], degree=1, c=0, gamma=0.5).tolist() == [[1]]


def test_symmetric_to_the_bit():
    X = np.random.default_rng(0).standard_normal((300, 7)) + 1e3
    for kernel in (linear_kernel(X), polynomial_kernel(X, degree=3), linear_kernel(X, X)):
        assert np.array_equal(kernel, kernel.T)
    near = linear_kernel(X, X.copy())
    assert np.max(np.abs(near - linear_kernel(X))) <= 16 * EPS * np.max(near)


def test_what_is_refused():
    with pytest.raises(ShapeError, match=r"write points on a line as \[\[0\], \[1\]\]"):
        linear_kernel([0, 1, 2])
    with pytest.raises(ShapeError, match="as many columns as X, which has 2, but has 3"):
        linear_kernel(ROWS, [[1, 2, 3]])
    with pytest.raises(EmptySystemError, match=r"at least one point .* \(0,\)"):
        linear_kernel([])
    with pytest.raises(InvalidNumberError, match=r"degree is expected to be a whole .* is 1\.5"):
        polynomial_kernel([[1]], degree=1.5)
    with pytest.raises(InvalidNumberError, match="c is expected to be a finite number from 0 on"):
        polynomial_kernel([[1]], degree=2, c=-1)
    with pytest.raises(InvalidNumberError, match="within the range"):
        polynomial_kernel([[1e200]], degree=2)


def test_more_than_memory_holds(monkeypatch):
    monkeypatch.setattr(memory, "memory", lambda: 1000)
    assert linear_kernel(np.ones((11, 1))).shape == (11, 11)
    with pytest.raises(TooLargeError, match=r"12×12 entries .* 1,152 bytes, .* has 1,000: take f"):
        linear_kernel(np.ones((12, 1)))
    with pytest.raises(TooLargeError, match="random_fourier_features"):
        polynomial_kernel(np.ones((63, 1)), np.ones((2, 1)), degree=2)


def test_memory_of_this_machine(monkeypatch):
    assert memory.memory() > 2**28
    monkeypatch.setattr(memory.os, "sysconf", lambda _: -1, raising=False)
    assert memory.memory() > 2**60  # the product is positive, so hide the name, too
    monkeypatch.delattr(memory.os, "sysconf")
    assert memory.memory() > 2**60
