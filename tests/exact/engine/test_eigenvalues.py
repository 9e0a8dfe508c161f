"""Eigenvalues of symmetric matrices, against NumPy, and whether all are positive."""

import numpy as np
from hypothesis import given
from sympy import Rational, eye

from linalg_book.exact.engine.eigenvalues import eigenvalues, is_positive_definite
from linalg_book.exact.reading.matrices import read_matrix
from tests.strategies import matrices, matrix


@given(matrices())
def test_eigenvalues_agree_with_numpy(A):
    gram = matrix(A).T * matrix(A)
    found = eigenvalues(read_matrix(gram))
    expected = np.linalg.eigvalsh(np.array(gram.tolist(), dtype=float))[::-1]
    assert np.allclose([float(x) for x in found], expected, atol=1e-9 * (1 + expected[0]))
    assert is_positive_definite(read_matrix(gram)) == (gram.rank() == gram.cols)
    shifted = gram - Rational(1, 7) * eye(gram.cols)
    if abs(expected[-1] - 1 / 7) > 1e-9:
        assert is_positive_definite(read_matrix(shifted)) == (expected[-1] > 1 / 7)
