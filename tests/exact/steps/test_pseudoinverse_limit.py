"""The way to the pseudoinverse as a limit: its polynomials are those of SymPy's inverse."""

import pytest
from sympy import Matrix, Rational, Symbol, simplify

from linalg_book.exact.engine.quotients import read_quotient
from linalg_book.exact.steps.pseudoinverse_limit import decell

DELTA = Symbol("delta")


@pytest.mark.parametrize(
    "A",
    [
        Matrix([[Rational(1, 2), 0], [Rational(1, 3), Rational(1, 3)]]),
        Matrix([[2, 4, Rational(2, 5)], [1, 2, Rational(1, 5)]]),
        Matrix([[3, 4]]),
    ],
)
def test_the_polynomials_of_fractions(A):
    path = decell(read_quotient(A))
    r = path.rank
    assert r == A.rank()
    above = Matrix.zeros(A.cols, A.rows)
    for j, D in enumerate(path.matrices):
        above += D.matrix * DELTA ** (r - 1 - j)
    below = sum(c * DELTA ** (r - j) for j, c in enumerate(path.numbers))
    theirs = (A.T * A + DELTA * Matrix.eye(A.cols)).inv() * A.T
    assert (above / below - theirs).applyfunc(simplify) == Matrix.zeros(*above.shape)
    assert path.limit.matrix == A.pinv()
