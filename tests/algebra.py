"""Exact matrices of the tests: squares of lengths, mirrors, spans, and roots to 30 digits."""

from collections import Counter

from sympy import Matrix, Rational, diag, eye, sqrt, zeros

from linalg_book.exact import pseudoinverse
from tests.strategies import block, column, rational

TINY = Rational(1, 10**30)


def squared(v):
    """Return the squared length of a vector."""
    return v.dot(v)


def length(v):
    """Return the length of a vector, with 40 digits."""
    return sqrt(squared(v)).evalf(40)


def quadratic(K, alpha):
    """Return αᵀKα."""
    return (alpha.T * K * alpha)[0]


def digits(expression):
    """Return a number or a matrix to 40 digits."""
    return expression.evalf(40)


def near(first, second):
    """Whether two numbers or matrices agree to 30 digits."""
    gap = digits(first) - digits(second)
    entries = list(gap) if hasattr(gap, "shape") else [gap]
    return all(abs(entry) < TINY for entry in entries)


def symmetric(values, n):
    """Make a symmetric matrix of the first of these numbers."""
    rows = block(values, n, n)
    return Matrix(n, n, lambda i, j: rows[max(i, j), min(i, j)])


def mirror(normal):
    """Return the orthogonal matrix that mirrors a vector, with rational entries."""
    return eye(normal.rows) - 2 * normal * normal.T / max(normal.dot(normal), 1)


def unit(values, n):
    """Make a unit vector with rational entries: the first one, mirrored."""
    return mirror(block(values, n, 1))[:, 0]


def turn(sizes, normals):
    """Return an orthogonal matrix that mirrors each block of these sizes."""
    starts = [sum(sizes[:i]) for i in range(len(sizes))]
    return diag(*(mirror(block(normals[i:], n, 1)) for i, n in zip(starts, sizes, strict=True)))


def same_span(first, second):
    """Whether the columns of two matrices have the same linear combinations."""
    together = Matrix.hstack(first, second).rank()
    return first.rank() == second.rank() == together


def operated(operation, m):
    """Return a row operation as the matrix that does it."""
    kind, i, k, factor = operation
    i, k, E = i % m, k % m, eye(m)
    if kind == "add" and i != k:
        E[i, k] = rational(factor)
    elif kind == "exchange":
        E.row_swap(i, k)
    else:
        E[i, i] = rational(factor)
    return E


def exchanges(directions):
    """Whether an exchange of two neighboring entries leaves the list as it is."""
    found = Counter(map(tuple, directions))
    return all(
        found == Counter((*u[:i], u[i + 1], u[i], *u[i + 2 :]) for u in found.elements())
        for i in range(len(directions[0]) - 1)
    )


def mirrors(directions):
    """Whether another sign of one entry leaves the list as it is."""
    found = Counter(map(tuple, directions))
    return all(
        found == Counter((*u[:i], -u[i], *u[i + 1 :]) for u in found.elements())
        for i in range(len(directions[0]))
    )


def turned(shares):
    """Make a rational orthogonal 2×2 matrix of one number, a 3×3 one of three numbers."""
    v = column(shares) if any(shares) else column([1] * len(shares))
    return eye(len(shares)) - 2 * v * v.T / v.dot(v)


def with_singular_values(sigma, left, right):
    """Return U, V and the 2×3 matrix with two singular values, all rational."""
    U, V = turned(left), turned(right)
    S = zeros(2, 3)
    S[0, 0], S[1, 1] = sigma
    return U, V, U * S * V.T


def regression(X, y, free):
    """Return a least-squares solution: the shortest one plus the null-space part of ``free``."""
    back = pseudoinverse(X).answer
    return back * y + (eye(X.cols) - back * X) * free
