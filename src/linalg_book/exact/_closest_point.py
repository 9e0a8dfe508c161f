"""The solution nearest to the origin."""

from dataclasses import replace
from functools import partial
from typing import Any

import sympy

from linalg_book.errors import DegenerateEquationError, InconsistentSystemError
from linalg_book.exact._closest_point_steps import closest_point_steps, equation_title, kind
from linalg_book.exact._least_norm import solve_least_norm
from linalg_book.exact._nearest_to_point import nearest_to_point, read_point
from linalg_book.exact._systems import ExactSystem, column, null_space, read_system
from linalg_book.formula import dot, norm, row, square, vector
from linalg_book.prose import prose
from linalg_book.worked import Check, WorkedExample


def closest_point(A: Any, b: Any = None, origin: Any = None) -> WorkedExample:
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
        The right-hand side: a number if ``A`` is one row.
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
    InexactNumberError, InvalidNumberError
        If an entry is a float, or no rational number.
    ShapeError, EmptySystemError
        If the rows and ``b`` do not fit together, or there are none.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
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
    """
    system = read_system(A, b)
    _refuse_degenerate(system)
    point = None if origin is None else read_point(origin, system.shape[1])
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
    for i, right in enumerate(system.right):
        if right:
            proof = [int(i == j) for j in range(len(system.right))]
            raise InconsistentSystemError.from_combination(proof, right)
    raise DegenerateEquationError


def _one_equation(system: ExactSystem) -> WorkedExample:
    A = system.A
    normal = column(A.transpose())
    right = sympy.Rational(system.right[0].numerator, system.right[0].denominator)
    normal_squared = (A * A.transpose()).to_Matrix()[0, 0]
    multiplier = right / normal_squared
    answer = sympy.ImmutableMatrix([multiplier * entry for entry in normal])
    values = {
        "distance": abs(right) / sympy.sqrt(normal_squared),
        "distance_squared": right**2 / normal_squared,
        "multiplier": multiplier,
        "normal": normal,
        "null_space": column(null_space(A).transpose()),
    }
    return WorkedExample(
        equation_title(normal, right),
        answer,
        _checks(normal, right, answer, values),
        partial(closest_point_steps, normal, right, answer, values),
        values,
    )


def _checks(
    normal: sympy.ImmutableMatrix,
    right: sympy.Rational,
    x: sympy.ImmutableMatrix,
    values: dict[str, Any],
) -> tuple[Check, ...]:
    name, directions = vector("x"), values["null_space"]
    noun = kind(len(normal))
    checks = [
        Check(
            prose("{x} satisfies the equation", x=name),
            row(*dot(normal, x).parts, "=", right),
            _inner(normal, x),
            right,
        )
    ]
    if directions.cols == 1:
        d = directions.col(0)
        checks.append(
            Check(
                prose("{x} is perpendicular to the direction {d} of the line", x=name, d=d),
                row(*dot(d, x).parts, "=", 0),
                _inner(d, x),
                sympy.Integer(0),
            )
        )
    elif directions.cols > 1:
        checks.append(
            Check(
                prose(
                    f"{{x}} is perpendicular to {directions.cols} directions that span the {noun}",
                    x=name,
                ),
                row(directions.T, x, "=", sympy.ImmutableMatrix.zeros(directions.cols, 1)),
                sympy.ImmutableMatrix(
                    [_inner(directions.col(j), x) for j in range(directions.cols)]
                ),
                sympy.ImmutableMatrix.zeros(directions.cols, 1),
            )
        )
    distance = values["distance"]
    checks.append(
        Check(
            prose("the length of {x} is the distance", x=name),
            row(square(norm(name)), "=", square(distance)),
            _inner(x, x),
            sympy.expand(distance**2),
        )
    )
    return tuple(checks)


def _inner(left: Any, right: Any) -> sympy.Rational:
    return sum((a * b for a, b in zip(left, right, strict=True)), sympy.Integer(0))
