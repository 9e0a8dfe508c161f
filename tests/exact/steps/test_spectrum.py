"""What the functions of the spectrum look like in every format."""

import time

from sympy import Matrix, diag

from linalg_book.exact import svd

RUNNING = [[-1, 2], [3, -2], [5, 7]]
CUBIC = [[1, 2, 0], [0, 1, 3], [1, 0, 1]]


def test_steps_name_what_is_done():
    text = svd(RUNNING, full=True).text()
    assert "Aᵀ A" in text
    assert "λ₁ = 5·√34 + 46 ≈ 75.1548" in text
    assert "Fill U up with one vector of length 1 from Aᵀ u = 0." in text
    assert "2 more singular values are 0, so A has rank 1." in words(svd(diag(3, 0, 0)))
    assert "One more singular value is 0, so A has rank 1." in words(svd([[1, 2], [2, 4]]))


def words(example):
    """Undo the line breaks of the text."""
    return " ".join(example.text().split())


def test_four_by_four_matrices_are_fast():
    # An irreducible quartic is the slowest case; the bound leaves room for a busy machine.
    A = Matrix(4, 4, lambda i, j: [3, -1, 4, 1, -5, 9, 2][i + j] * (i + 1) - j**2)
    start = time.perf_counter()
    svd(A)
    assert time.perf_counter() - start < 5
