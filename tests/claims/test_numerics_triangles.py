"""Triangles of a Gram matrix, and what they make of the normal equations, also in floats."""

from fractions import Fraction
from functools import partial

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st
from scipy.linalg import solve_triangular
from sympy import Matrix, Rational, eye

from linalg_book import numeric
from linalg_book.errors import NotPositiveError
from linalg_book.exact import cholesky, least_squares, qr
from tests.neighbors import given, neighbor
from tests.spectra import positive
from tests.strategies import INTEGERS, SMALL, block, matrices, matrix, numbers


def triangle(S):
    """Decompose as the chapter does, for any kind of number; None at a pivot that is not positive."""  # noqa: E501
    S, n = [list(row) for row in S], len(S)
    L = [[S[0][0] * 0] * n for _ in range(n)]
    for k in range(n):
        if not S[k][k] > 0:
            return None
        for i in range(k, n):
            L[i][k] = S[i][k] / S[k][k]
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                S[i][j] -= L[i][k] * S[k][j]
    return L, [S[k][k] for k in range(n)]


def definite(S):
    """Tell whether all eigenvalues are positive."""
    return positive(S) == S.rows


@settings(max_examples=60)
@given(st.integers(1, 3), numbers(9, INTEGERS), st.integers(0, 9))
@neighbor(
    "positive diagonal", 2, [1, 2, 2, 1], 0, judged=lambda S: all(S[k, k] > 0 for k in range(2))
)
@neighbor("positive determinant", 2, [-1, 0, 0, -1], 0, judged=lambda S: S.det() > 0)
def test_a_triangle_with_positive_pivots(n, entries, more, *, judged=definite):
    S = block(entries, n, n)
    S = S + S.T + more * eye(n)
    found = triangle(S.tolist())
    assert (found is not None) is judged(S)
    if found:
        L, pivots = Matrix(found[0]), found[1]
        assert cholesky(S).answer[0] == L
        assert cholesky(S).values["pivots"] == tuple(pivots)
        assert (L, Matrix(n, n, lambda i, j: pivots[i] if i == j else 0)) == S.LDLdecomposition()


@settings(max_examples=40)
@given(SMALL)
@neighbor("any columns", [[1, 1]], needed=False)
def test_the_triangle_of_a_gram_matrix(rows, *, needed=True):
    X = matrix(rows)
    assume(X.rank() == X.cols or not needed)
    found = triangle((X.T * X).tolist())
    assert found is not None
    example = qr(rows)
    assert example.answer[1] == Matrix(found[0]).T
    assert tuple(found[1]) == example.values["lengths_squared"]


def by_triangle(rows, targets):
    """Fit in floats by the normal equations and the triangle of the chapter."""
    columns, n = list(zip(*rows, strict=True)), len(rows[0])
    gram = [[added(a, b) for b in columns] for a in columns]
    right = [added(a, targets) for a in columns]
    found = triangle(gram)
    if found is None:
        return None
    L, pivots = found
    z = list(right)
    for i in range(n):
        for k in range(i):
            z[i] -= L[i][k] * z[k]
    w = [value / pivot for value, pivot in zip(z, pivots, strict=True)]
    for i in reversed(range(n)):
        for k in range(i + 1, n):
            w[i] -= L[k][i] * w[k]
    return w


def added(a, b):
    """Add products, from the first to the last."""
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total += x * y
    return total


def by_lstsq(rows, targets):
    """Fit by singular values, with NumPy's default cut-off."""
    return np.linalg.lstsq(np.array(rows), np.array(targets))[0].tolist()


UP = partial(solve_triangular, trans="T")


def by_program(rows, targets, down=solve_triangular, up=UP):
    """Fit by the program of the chapter: NumPy's product, LAPACK's triangle, then down and up."""
    X, y = np.array(rows, dtype=float), np.array(targets, dtype=float)
    try:
        F = numeric.cholesky(X.T @ X)
    except NotPositiveError:
        return None
    return up(F, down(F, X.T @ y, lower=True), lower=True).tolist()


def by_row_exchanges(rows, targets):
    """Solve with the triangles as with any other matrices."""

    def down(F, right, *, lower):
        assert lower
        return np.linalg.solve(F, right)

    return by_program(rows, targets, down, lambda F, z, *, lower: down(F.T, z, lower=lower))


FLOATS = st.builds(lambda k: k / 7, st.integers(-40, 40))


TABLES = matrices(entries=FLOATS, rows=st.integers(2, 5), columns=st.integers(1, 3))


POWERS = st.lists(st.integers(-40, 40), min_size=3, max_size=3)


FIVE = st.lists(FLOATS, min_size=5, max_size=5)


UNEVEN = [[0.1, 0.7, 0.3], [0.9, -0.2, 0.4], [0.5, 0.3, -0.8], [0.2, 0.6, 0.7]], [0.3, 0.1, 0.7, 0.9], [-20, 20, 3]  # fmt: skip # noqa: E501


@settings(max_examples=60)
@given(TABLES, FIVE, POWERS)
@neighbor("row exchanges", *UNEVEN, rare=True, solve=by_row_exchanges)
def test_the_program_is_blind_to_units(rows, targets, powers, *, solve=by_program):
    y, units = targets[: len(rows)], [2.0**k for k in powers]
    scaled = [[x * t for x, t in zip(row, units, strict=False)] for row in rows]
    plain, found = solve(rows, y), solve(scaled, y)
    assert (found is None) is (plain is None)
    if found:
        assert found == [weight / t for weight, t in zip(plain, units, strict=False)]


@settings(max_examples=60)
@given(TABLES, FIVE, POWERS)
@neighbor(
    "the square", [[1.0, 2.0], [3.0, -1.0], [2.0, 2.0]], [1.0, 2.0, 3.0], [0, 40], always=True
)
def test_the_price_of_the_normal_equations(rows, targets, powers, *, always=False):
    X, y = np.array(rows, dtype=float), np.array(targets[: len(rows)], dtype=float)
    lengths = np.linalg.norm(X, axis=0)
    assume(lengths.all() and y.any() and len(rows) >= len(rows[0]))
    allowed = 20 * X.size * 2.0**-52 * np.linalg.cond(X / lengths) ** 2
    assume(allowed < 1)
    X *= 2.0 ** np.array(powers[: X.shape[1]])
    found = by_program(X, y)
    lengths, cells = np.linalg.norm(X, axis=0), [[Fraction(x) for x in row] for row in X.tolist()]
    w = least_squares(cells, [Fraction(v) for v in y.tolist()]).answer
    off = [t * float(Rational(Fraction(a)) - b) for t, a, b in zip(lengths, found, w, strict=True)]
    size = np.linalg.norm(lengths * np.array(w, dtype=float).ravel())
    error = np.linalg.norm(off) / (size + np.linalg.norm(y))
    assert error <= allowed
    if always:  # what does not lose all digits, loses those of the square
        assert error >= min(1, 2.0**-52 * np.linalg.cond(X) ** 2) / 1000


@settings(max_examples=60)
@given(TABLES, FIVE, POWERS)
@neighbor("rows too", [[1.0], [1.0]], [1.0, 0.0], [1], side="rows")
@neighbor("any factors", [[1.0], [2.0]], [1.0, 1.0], [1], base=3.0)
@neighbor("lstsq too", [[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]], [1.0, 2.0, 4.0], [0, 60],
          solve=by_lstsq)  # fmt: skip
def test_units_of_columns_change_no_bit(
    rows, targets, powers, *, side="columns", base=2.0, solve=by_triangle
):
    y = targets[: len(rows)]
    factors = [base**k for k in powers]
    if side == "columns":
        scaled = [[x * t for x, t in zip(row, factors, strict=False)] for row in rows]
        found, units = solve(scaled, y), factors
    else:
        scaled = [[x * factors[0] for x in rows[0]], *rows[1:]]
        found, units = solve(scaled, [y[0] * factors[0], *y[1:]]), [1.0] * len(rows[0])
    plain = solve(rows, y)
    assert (found is None) is (plain is None)
    if found:
        assert found == [weight / t for weight, t in zip(plain, units, strict=False)]
