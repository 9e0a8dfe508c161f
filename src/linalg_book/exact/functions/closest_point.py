"""The solution nearest to the origin."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, PointLike, SystemLike
from linalg_book.errors import DegenerateEquationError
from linalg_book.exact.engine.minimizer import squared_length
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.engine.right_sides import require_solution
from linalg_book.exact.engine.roots import square_root, squared
from linalg_book.exact.functions.least_norm import solve_least_norm
from linalg_book.exact.functions.nearest_to_point import nearest_to_point, read_point
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.systems import ExactSystem, read_system
from linalg_book.exact.steps.checks import perpendicular_to
from linalg_book.exact.steps.closest_point import closest_point_steps, equation_title, kind
from linalg_book.exact.steps.records import ClosestPoint
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import dot, norm, row, square, vector
from linalg_book.writing.prose import prose

__all__ = ["closest_point"]


def closest_point(A: SystemLike, b: ColumnLike = None, origin: PointLike = None) -> WorkedExample:
    """Find the solution of A x = b that is nearest to the origin, with its derivation.

    For one equation a·x = b (a line, a plane, a hyperplane) the nearest point lies on the
    normal: x = c a with c = b/‖a‖², at distance abs(b)/‖a‖.  Several equations are solved by
    ``least_norm``.

    Parameters
    ----------
    A : sequence of n numbers or of m rows with n numbers each, or text
        The coefficients of one equation, or the m×n matrix of several.  Without ``b``, the
        equations themselves: "3x + 4y = 12" (see ``parse_equations``).
    b : number or sequence of m numbers, optional
        The right-hand side: a number if ``A`` is one row.  Here and in ``origin`` polynomials
        in SymPy symbols may stand for numbers.
    origin : sequence of n numbers, optional
        The point p₀ to be near to, in place of the origin: x = p₀ + d with the shortest d that
        solves A d = b − A p₀.

    Returns
    -------
    WorkedExample
        ``answer`` is x, an n×1 matrix.  ``values`` holds ``distance``, ``distance_squared``
        and ``null_space`` (directions along the solution set, as columns); for one equation
        also ``multiplier`` (c) and ``normal`` (a), for several what ``least_norm`` gives.
        With a point p₀ also ``origin`` (p₀) and ``shift`` (d).

    Raises
    ------
    DegenerateEquationError
        If all coefficients and right-hand sides are zero: every point is a solution.
    InconsistentSystemError
        If there is no solution; its ``combination`` of the rows gives 0 = nonzero.
    UndecidedSystemError
        If rows are dependent, and symbols decide whether there is a solution.
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number, or if ``A`` holds symbols.
    ShapeError, EmptySystemError
        If the rows and ``b`` do not fit together, or there are none.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> import sympy
    >>> from linalg_book.exact import closest_point
    >>> example = closest_point([3, 4], 12)
    >>> example.answer
    Matrix([
    [36/25],
    [48/25]])
    >>> example.values["distance"], example.values["multiplier"]
    (12/5, 12/25)
    >>> closest_point([3, 4], 12, origin=[1, 1]).answer
    Matrix([
    [8/5],
    [9/5]])
    >>> closest_point([3, 4], sympy.Symbol("c")).values["distance"]
    Abs(c)/5
    """
    system = read_system(A, b)
    _refuse_degenerate(system)
    point = None if origin is None else read_point(origin, system.names)
    if point is not None and any(point.to_list_flat()):
        return nearest_to_point(system, point)
    if system.shape[0] == 1:
        return _one_equation(system)
    title = prose("The point nearest to the origin that satisfies {m} equations", m=system.shape[0])
    example = solve_least_norm(system, title)
    values = dict(example.values)
    distances = {"distance": values["norm"], "distance_squared": values["norm_squared"]}
    return replace(example, values=values | distances)


def _refuse_degenerate(system: ExactSystem) -> None:
    if any(entry for coefficients in system.rows for entry in coefficients):
        return
    require_solution(system.A, system.b)
    raise DegenerateEquationError


def _one_equation(system: ExactSystem) -> WorkedExample:
    A, b = system.A, system.b
    domain, (value,), coefficients = b.domain, b.to_list_flat(), A.to_list_flat()
    directions = null_space_rows(A)
    multiplier = value * (1 / sum(a * a for a in coefficients))
    x = DomainMatrix([[a * multiplier] for a in coefficients], A.shape[::-1], domain)
    normal, right, answer = to_sympy(A.transpose()), domain.to_sympy(value), to_sympy(x)
    distance_squared = domain.to_sympy(value * multiplier)
    values = ClosestPoint(
        distance=square_root(distance_squared),
        distance_squared=distance_squared,
        multiplier=domain.to_sympy(multiplier),
        normal=normal,
        null_space=to_sympy(directions.transpose()),
    )
    return WorkedExample(
        equation_title(normal, right, system.names),
        answer,
        _checks(system, x, answer, values.distance, directions),
        partial(closest_point_steps, system, answer, values),
        values._asdict(),
    )


def _checks(
    system: ExactSystem,
    x: DomainMatrix,
    answer: sympy.ImmutableMatrix,
    distance: sympy.Expr,
    directions: DomainMatrix,
) -> tuple[Check, ...]:
    right = to_sympy(system.b)[0]
    name: Any = vector("x") if len(answer) > 1 else system.names[0]
    return (
        Check(
            prose("{x} satisfies the equation", x=name),
            row(*dot(to_sympy(system.A), answer).parts, "=", right),
            to_sympy(system.A * x)[0],
            right,
        ),
        *_perpendicular(directions, x, answer, name),
        Check(
            prose("the length of {x} is the distance", x=name),
            row(square(norm(name)), "=", square(distance)),
            squared_length(x),
            squared(distance),
        ),
    )


def _perpendicular(
    rows: DomainMatrix, x: DomainMatrix, answer: sympy.ImmutableMatrix, name: Any
) -> tuple[Check, ...]:
    """Check that x is perpendicular to the directions along the solution set, if there are any."""
    count, directions = rows.shape[0], to_sympy(rows)
    if not count:
        return ()
    if count == 1:
        d = directions.T
        sentence = prose("{x} is perpendicular to the direction {d} of the line", x=name, d=d)
        product = to_sympy(rows * x)[0]
        return (Check(sentence, row(*dot(d, answer).parts, "=", 0), product, sympy.Integer(0)),)
    sentence = prose(
        f"{{x}} is perpendicular to {count} directions that span the {kind(len(answer))}", x=name
    )
    zero = sympy.ImmutableMatrix.zeros(count, 1)
    return (perpendicular_to(rows, x, sentence, (directions, answer), zero),)
