"""What goes wrong often where systems are solved and matrices factored."""

from collections.abc import Iterator
from typing import Any

import sympy
from sympy import Matrix

from linalg_book.problems import Problem
from linalg_book.sheets.mistakes import Finder, Found


def _system(made: Problem) -> tuple[Any, Any]:
    return Matrix(made.A), Matrix(made.b)


def particular(A: Any, b: Any) -> Any:
    """Solve a system that has a solution, with 0 for the unknowns that are free."""
    reduced, pivots = A.row_join(b).rref()
    x = sympy.zeros(A.cols, 1)
    for i, j in enumerate(pivots):
        x[j] = reduced[i, A.cols]
    return x


def closest_point(made: Problem) -> Iterator[Found]:
    """Find what is not divided, or only some solution."""
    A, b = _system(made)
    c, squared = b[0], A.dot(A)
    yield "answer", A.T * c, "This is b a: divide it by ‖a‖², the sum of the squares."
    yield "answer", A.T / squared, "This is a/‖a‖²: multiply it by the right-hand side."
    yield (
        "answer",
        particular(A, b),
        "This point solves the equation, but it is not the nearest: go along the normal a.",
    )
    distance = made.solution.values["distance"]
    yield "distance", distance**2, "This is the square of the distance: take its root."
    yield "distance", abs(c), "This is the size of b: divide it by the length of a."


def least_norm(made: Problem) -> Iterator[Found]:
    """Find another solution, and the first half of the way."""
    A, b = _system(made)
    yield (
        "answer",
        particular(A, b),
        "This is a solution, but not the shortest: it has a part in the null space.",
    )
    yield "answer", A.T * b, "This is Aᵀb: solve A Aᵀ α = b first, then x = Aᵀα."


def least_squares(made: Problem) -> Iterator[Found]:
    """Find the right-hand side of the normal equations, and a fit to the first rows."""
    A, b = _system(made)
    yield "answer", A.T * b, "This is Aᵀb: it is the right-hand side of AᵀA x = Aᵀb."
    top, given = A[: A.cols, :], b[: A.cols, :]
    if top.is_square and top.det():
        yield (
            "answer",
            top.inv() * given,
            "This solves the first rows alone: all rows count in AᵀA x = Aᵀb.",
        )


def redundant_features(made: Problem) -> Iterator[Found]:
    """Find a minimizer that is not the shortest."""
    A, b = _system(made)
    yield (
        "answer",
        particular(A.T * A, A.T * b),
        "This makes the residual smallest, but it is not the shortest such solution.",
    )
    yield "answer", A.T * b, "This is Aᵀb: it is the right-hand side of AᵀA x = Aᵀb."


def project(made: Problem) -> Iterator[Found]:
    """Find the residual, and what is not divided."""
    A, b = _system(made)
    p = made.solution.answer
    yield "answer", A * A.T * b, "This is A Aᵀb: AᵀA has to be inverted between A and Aᵀb."
    yield "answer", b - p, "This is what is left, b − p: subtract it from b."
    distance = made.solution.values["distance"]
    yield "left", distance, "This is the distance: its square was asked for."
    yield "left", p.dot(p), "This is the squared length of the projection, not of what is left."
    yield "left", b.dot(b), "This is the squared length of b, not of what is left."


def recall(made: Problem) -> Iterator[Found]:
    """Find a memory that does not divide, and one that gives back what it sees."""
    X, x = _system(made)
    yield "answer", X.T * X * x, "This is XᵀX x: X Xᵀ has to be inverted between Xᵀ and X."
    yield "answer", x, "This is what was shown: the projection onto the rows was asked for."


def pseudoinverse(made: Problem) -> Iterator[Found]:
    """Find the transpose, and a division by the sum of all squares."""
    A = Matrix(made.A)
    says = "This is Aᵀ, which is the pseudoinverse only if all nonzero singular values are 1."
    yield "answer", A.T, says
    if any(A):
        squares = sum(x * x for x in A)
        says = "This is Aᵀ divided by the sum of all squares, which is right for rank 1 only."
        yield "answer", A.T / squares, says


def solve(made: Problem) -> Iterator[Found]:
    """Find the solution for the transpose, and one without the last equation."""
    A, b = _system(made)
    if A.is_square and A.det():
        says = "This solves Aᵀx = b: rows and columns of A are exchanged."
        yield "answer", A.T.inv() * b, says
        says = "This has all equations right but the last one: its sign on the right is lost."
        turned = Matrix(b)
        turned[A.rows - 1] = -turned[A.rows - 1]
        yield "answer", A.inv() * turned, says


def svd(made: Problem) -> Iterator[Found]:
    """Find roots in place of squares, and the diagonal of AᵀA."""
    A = Matrix(made.A)
    yield (
        "squares",
        list(made.solution.values["singular_values"]),
        "These are the singular values: their squares were asked for.",
    )
    diagonal = sorted((A.T * A).diagonal(), reverse=True)
    says = "These are the diagonal entries of AᵀA: its eigenvalues were asked for."
    yield "squares", diagonal, says


def low_rank(made: Problem) -> Iterator[Found]:
    """Find what is dropped in place of what is kept."""
    A, kept = Matrix(made.A), made.solution.answer
    yield "answer", A - kept, "This is what is left out: keep the longest terms σ u vᵀ."
    missing = A - kept
    squared = sum(x * x for x in missing)
    yield "left", sympy.sqrt(squared), "This is the root of the sum: the sum was asked for."
    yield "left", sum(x * x for x in kept), "This is the sum of the squares of what is kept."


def qr(made: Problem) -> Iterator[Found]:
    """Find columns without a subtraction, and products that are not divided."""
    Q, _ = made.solution.answer
    A = Matrix(made.A)
    says = "These are the columns of A: subtract from each its projections onto those before."
    yield "columns", A, says
    yield "triangle", Q.T * A, "These are the products q·a: divide each row by q·q."


def cholesky(made: Problem) -> Iterator[Found]:
    """Find columns that are not divided by their pivots, and diagonals without subtraction."""
    L, D = made.solution.answer
    yield "triangle", L * D, "This is L D: divide each column by its pivot."
    says = "These are the diagonal entries of A: subtract what the steps before took away."
    yield "pivots", list(Matrix(made.A).diagonal()), says


FINDERS: dict[str, Finder] = {
    "cholesky": cholesky,
    "closest-point": closest_point,
    "least-norm": least_norm,
    "least-squares": least_squares,
    "low-rank": low_rank,
    "project": project,
    "pseudoinverse": pseudoinverse,
    "qr": qr,
    "recall": recall,
    "redundant-features": redundant_features,
    "solve": solve,
    "svd": svd,
}
