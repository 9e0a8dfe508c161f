"""What the chapter on trusting numbers states, on random exact matrices and on random floats."""

from hypothesis import assume, settings
from sympy import Matrix, Rational, eye, sqrt

from linalg_book.exact import least_squares
from tests.algebra import length
from tests.neighbors import given, neighbor
from tests.spectra import bound, positive
from tests.strategies import FRACTIONS, INTEGERS, SMALL, block, column, matrix, numbers

TWO = numbers(2, INTEGERS)
LEAST = Rational(999_999, 1_000_000)


@settings(max_examples=40)
@given(SMALL, numbers(3), numbers(3), numbers(9))
@neighbor("length not squared", [[0]], [2], [2], [0], power=1)
@neighbor("twice that", [[0]], [1], [1], [0], times=2)
def test_the_least_change_that_makes_an_answer_right(
    rows, right, answer, more, *, power=2, times=1
):
    X, y, w = matrix(rows), column(right[: len(rows)]), column(answer[: len(rows[0])])
    assume(any(w))
    square = w.dot(w)
    r = y - X * w
    E = r * w.T / (square if power == 2 else sqrt(square))
    assert (X + E) * w == y
    # its norm: E has rank 1 at most, so its only singular value is its Frobenius norm
    assert E.rank() <= 1
    assert sum(x * x for x in E) == r.dot(r) / square
    # every other one differs from it by a matrix that sends w to zero
    other = E + block(more, *X.shape) * (eye(X.cols) - w * w.T / square)
    assert (X + other) * w == y
    if any(r):
        for F in (E, other):
            least = times**2 * LEAST * r.dot(r) / square
            assert positive(F.T * F - least * eye(X.cols)) >= 1


@settings(max_examples=60)
@given(numbers(4, INTEGERS), numbers(4, INTEGERS), TWO, TWO, numbers(2, FRACTIONS))
@neighbor("squared", [3, 0, 0, 3], [2, 0, 0, 2], [1, 0], [0, 0], [0, 0], faster=2)
@neighbor("exact anyway", [3, 0, 0, 3], [2, 0, 0, 2], [0, 0], [0, 0], [1, 0], forgiven=False)
@neighbor("q up to one", [2, 0, 0, 2], [-8, 0, 0, -8], [1, 0], [0, 0], [0, 0], most=2)
def test_refinement(first, second, goal, start, error, *, faster=1, forgiven=True, most=1):
    M, step = block(first, 2, 2), block(second, 2, 2) / 8  # step is I − N⁻¹M
    z, q, e = column(goal), bound(step), column(error) / 100
    assume(M.det() != 0 and q < most)
    back = (eye(2) - step) * M.inv()
    delta = length(back * e)
    c, found = M * z, column(start)
    begun = length(found - z)
    for k in range(1, 7):
        found += back * (c - M * found + e)
        allowed = q ** (faster * k) * begun
        if forgiven and q < 1:
            allowed += delta / (1 - q)
        assert length(found - z) <= allowed * (1 + Rational(1, 10**30)) or most > 1
    if not any(e) and begun:
        assert length(found - z) < begun


@settings(max_examples=30)
@given(SMALL, numbers(3))
def test_the_solution_and_its_residual_together(rows, targets):
    X, y = matrix(rows), column(targets[: len(rows)])
    assume(X.rank() == X.cols)
    m, n = X.shape
    whole = eye(m).row_join(X).col_join(X.T.row_join(Matrix.zeros(n, n)))
    assert whole.det() != 0
    w = least_squares(X, y).answer
    assert whole * (y - X * w).col_join(w) == y.col_join(Matrix.zeros(n, 1))
