"""The least-norm solution of a consistent system, through x = Aᵀα."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, SystemLike
from linalg_book.exact.engine.minimizer import squared_length
from linalg_book.exact.engine.null_space import null_space_rows, primitive
from linalg_book.exact.engine.right_sides import require_solution, solve, split
from linalg_book.exact.engine.roots import square_root
from linalg_book.exact.reading.conversion import domain_matrix, to_fraction, to_sympy
from linalg_book.exact.reading.systems import ExactSystem, read_system
from linalg_book.exact.steps.checks import perpendicular_to_null_space
from linalg_book.exact.steps.least_norm import DependentRow, least_norm_steps
from linalg_book.exact.steps.records import LeastNorm
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import row, transpose, vector, words
from linalg_book.writing.prose import Prose, prose

__all__ = ["least_norm"]


def least_norm(A: SystemLike, b: ColumnLike = None) -> WorkedExample:
    """Find the shortest solution of A x = b, with its derivation.

    Among all solutions exactly one lies in the row space of A, x = Aᵀα with A Aᵀα = b.
    It is the shortest: every other solution adds a part perpendicular to it.

    Parameters
    ----------
    A : sequence of numbers or of m rows with n numbers each, or text
        One row of coefficients, or the m×n matrix of a system.  Rows may be dependent or zero.
        Without ``b``, the equations: "x + y = 2; x - y = 0" (see ``parse_equations``).
    b : number or sequence of m numbers, optional
        The right-hand side: a number if ``A`` is one row.  Polynomials in SymPy symbols may
        stand for numbers.

    Returns
    -------
    WorkedExample
        ``answer`` is x, an n×1 matrix.  ``values`` holds ``multipliers`` (α, m×1; 0 for a
        dependent row), ``multipliers_freedom`` (what may be added to α without changing x: a
        basis of the left null space, as columns), ``norm``, ``norm_squared``, ``rank``,
        ``independent_rows`` (indices from 0) and ``null_space`` (a basis, as columns).

    Raises
    ------
    InconsistentSystemError
        If there is no solution; its ``combination`` of the rows gives 0 = nonzero.
    UndecidedSystemError
        If rows are dependent, and the symbols in ``b`` decide whether there is a solution.
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number, or if ``A`` holds symbols.
    ShapeError, EmptySystemError
        If the rows and ``b`` do not fit together, or there are none.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book.exact import least_norm
    >>> example = least_norm([[1, 1, 1], [1, -1, 0]], [6, 2])
    >>> example.answer
    Matrix([
    [3],
    [1],
    [2]])
    >>> example.values["multipliers"]
    Matrix([
    [2],
    [1]])
    """
    title = prose("The least-norm solution of {eq}", eq=row("A", vector("x"), "=", vector("b")))
    return solve_least_norm(read_system(A, b), title)


def solve_least_norm(system: ExactSystem, title: Prose) -> WorkedExample:
    """Solve a system that has been read."""
    A, b = system.A, system.b
    kept, dependencies = _dependent_rows(system)
    alpha = _multipliers(A, b, kept)
    x = A.transpose() * alpha
    basis = null_space_rows(A)
    norm_squared = squared_length(x)
    answer = to_sympy(x)
    freedom = _freedom(system.shape[0], dependencies)
    values = LeastNorm(
        multipliers=to_sympy(alpha),
        multipliers_freedom=to_sympy(freedom),
        norm=square_root(norm_squared),
        norm_squared=norm_squared,
        rank=len(kept),
        independent_rows=kept,
        null_space=to_sympy(basis.transpose()),
    )
    return WorkedExample(
        title,
        answer,
        (*_checks(A, b, x, basis, len(kept)), *_freedom_checks(A, freedom)),
        partial(least_norm_steps, system, answer, values, dependencies),
        values._asdict(),
    )


def _dependent_rows(
    system: ExactSystem,
) -> tuple[tuple[int, ...], tuple[DependentRow, ...]]:
    """Find independent rows, and write each other row as a combination of them.

    Raises if the right-hand side does not obey the same combination.
    """
    m = system.shape[0]
    reduced, kept = system.A.transpose().rref()
    dependencies = []
    for j in sorted(set(range(m)) - set(kept)):
        coefficients = [Fraction(0)] * m
        for i, pivot in enumerate(kept):
            coefficients[pivot] = to_fraction(reduced[i, j].element)
        dependencies.append(DependentRow(j, tuple(coefficients)))
    if dependencies:
        require_solution(system.A, system.b)
    return tuple(kept), tuple(dependencies)


def _freedom(m: int, dependencies: Sequence[DependentRow]) -> DomainMatrix:
    """Turn row j = Σ yᵢ row i into columns that combine the rows to zero."""
    combinations = [
        primitive([Fraction(int(i == row.number)) - y for i, y in enumerate(row.multipliers)])
        for row in dependencies
    ]
    return domain_matrix([[Fraction(y) for y in row] for row in combinations], m).transpose()


def _freedom_checks(A: DomainMatrix, freedom: DomainMatrix) -> tuple[Check, ...]:
    if not freedom.shape[1]:
        return ()
    return (
        Check(
            prose(
                "the columns of {Y}, added to {a}, change nothing in {x}",
                Y="Y",
                a=vector("alpha"),
                x=vector("x"),
            ),
            row(transpose("A"), "Y", "=", 0),
            to_sympy(A.transpose() * freedom),
            sympy.ImmutableMatrix.zeros(A.shape[1], freedom.shape[1]),
        ),
    )


def _multipliers(A: DomainMatrix, b: DomainMatrix, kept: tuple[int, ...]) -> DomainMatrix:
    """Solve A Aᵀα = b with α = 0 for the rows that are not kept."""
    m, n = A.shape
    alpha = [[b.domain.zero] for _ in range(m)]
    if kept:
        rows = A.extract(list(kept), list(range(n)))
        solved = solve(rows * rows.transpose(), b.extract(list(kept), [0]))
        for i, entry in zip(kept, solved.to_list_flat(), strict=True):
            alpha[i] = [entry]
    return DomainMatrix(alpha, (m, 1), b.domain)


def _checks(
    A: DomainMatrix, b: DomainMatrix, x: DomainMatrix, basis: DomainMatrix, rank: int
) -> tuple[Check, ...]:
    name = vector("x")
    solves = Check(
        prose("{x} solves the system", x=name),
        row("A", name, "=", vector("b")),
        to_sympy(A * x),
        to_sympy(b),
    )
    in_row_space = Check(
        prose(
            "{x} lies in the row space of {A}: as one more row it does not raise the rank",
            x=name,
            A="A",
        ),
        row(words("rank of A with the row x"), "=", words("rank of A")),
        sympy.Integer(A.vstack(split(x)[0].transpose()).rank()),
        sympy.Integer(rank),
    )
    if basis.shape[0] == 0:
        return solves, in_row_space
    return solves, in_row_space, perpendicular_to_null_space(basis, x, name)
