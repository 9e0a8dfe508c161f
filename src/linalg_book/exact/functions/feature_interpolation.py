"""A polynomial through points, the one whose coefficients are shortest."""

from __future__ import annotations

from functools import partial
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.arguments import ColumnLike, MatrixLike, NumberLike, WholeNumber
from linalg_book.errors import (
    EmptySystemError,
    InconsistentSystemError,
    InvalidNumberError,
    UndecidedSystemError,
)
from linalg_book.exact.engine.feature_interpolation import Weighted
from linalg_book.exact.engine.monomials import (
    count_of,
    feature_matrix,
    monomials,
    power_weights,
)
from linalg_book.exact.engine.right_sides import require_solution
from linalg_book.exact.reading.amounts import read_constant
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.matrices import read_column, read_matrix
from linalg_book.exact.steps.checks import perpendicular_to
from linalg_book.exact.steps.feature_interpolation import (
    B,
    W,
    coordinates,
    feature_steps,
    feature_title,
    monomial,
)
from linalg_book.exact.steps.records import FeatureInterpolation
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import inverse, row, transpose, vector, words
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import combination, short

__all__ = ["feature_interpolation"]

_MOST = 400  # features, so that a page can write what it computes


def feature_interpolation(
    points: MatrixLike,
    b: ColumnLike,
    degree: WholeNumber,
    *,
    c: NumberLike = 1,
    equal: bool = False,
) -> WorkedExample:
    """Find the polynomial with given values at points whose coefficients are shortest.

    The features of a point are all monomials up to the degree p, one a column of Φ.  Each has a
    weight μⱼ > 0, and of all w with Φ w = b the one is found that has the least Σ wⱼ²/μⱼ.  The
    weights p!/(e₀! e₁! … )·c^e₀, where e₀ is what the exponents leave of p, make the matrix
    K = Φ M Φᵀ of the inner products of points as simple as it can be: its entries are
    (xᵢ·xⱼ + c)^p.

    Parameters
    ----------
    points : sequence of m rows with n numbers each
        The points, one a row; at least one point and one coordinate.
    b : sequence of m numbers
        The value at each point; polynomials in SymPy symbols may stand for numbers.
    degree : int
        The degree p, from 0 on; it makes at most 400 features.
    c : number, default 1
        The constant of the weights, not negative.  0 leaves only the monomials of degree p.
    equal : bool, optional
        Give every monomial up to the degree the weight 1 instead; then c is not used.

    Returns
    -------
    WorkedExample
        ``answer`` is w, the column of the coefficients.  ``values`` holds ``features`` (a row of
        monomials in x, or in x₁, x₂ and so on), ``feature_matrix`` (Φ), ``weights`` (a column),
        ``kernel_matrix`` (K), ``multipliers`` (α with K α = b; 0 for a point whose features the
        points before combine to), ``polynomial``, ``length_squared`` (Σ wⱼ²/μⱼ) and ``rank`` (of
        Φ).

    Raises
    ------
    InconsistentSystemError
        If no polynomial of this degree has these values.
    UndecidedSystemError
        If the symbols in ``b`` decide whether there is one.
    InexactNumberError, InvalidNumberError
        If a number is a float, or no rational number, if c is negative, or if ``degree``
        is no whole number from 0 on, or too large.
    ShapeError, EmptySystemError
        If ``points`` is no matrix, or has no entry, or ``b`` has another number of entries.

    Notes
    -----
    With w = M Φᵀα the roots of the weights, which √M Φᵀ would need, never occur.

    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book.exact import feature_interpolation
    >>> example = feature_interpolation([[1, 1], [-1, -1], [1, -1], [-1, 1]], [1, 1, -1, -1], 2)
    >>> example.values["polynomial"]
    x_1*x_2
    >>> feature_interpolation([[1]], [2], 2).values["polynomial"]
    x**2/2 + x + 1/2
    >>> feature_interpolation([[1]], [2], 2, equal=True).values["polynomial"]
    2*x**2/3 + 2*x/3 + 2/3
    """
    table = read_matrix(points, "points")
    _require_points(table)
    names = coordinates(table.shape[1])
    right = read_column(
        b, table.shape[0], of="points", taken=names, role="a coordinate of the points"
    )
    p = whole_number(degree, "degree", 0, remedy="give the degree of the polynomial")
    constant = read_constant(c)
    only = not (equal or constant or not p)  # (x·z)⁰ = 1 is a feature
    _require_few(count_of(table.shape[1], p, only=only), p)
    features = tuple(monomials(table.shape[1], p, only=only))
    weights = [QQ(1)] * len(features) if equal else power_weights(features, p, constant)
    matrix = feature_matrix(table, features)
    _require_values(matrix, right, p)
    found = Weighted(features, matrix, tuple(weights), right)
    values = _record(found, names)
    return WorkedExample(
        feature_title(values, p),
        to_sympy(found.solution),
        _checks(found, table, None if equal else (p, constant)),
        partial(feature_steps, found, values, p, None if equal else QQ.to_sympy(constant)),
        values._asdict(),
    )


def _require_points(table: DomainMatrix) -> None:
    """Refuse a table without a point, or without a coordinate."""
    if 0 in table.shape:
        rows, columns = table.shape
        raise EmptySystemError(
            f"points is expected to hold at least one point with one coordinate, but is "
            f"{rows}×{columns}: give one row of numbers for each point."
        ).about("points")


def _require_few(count: int, degree: int) -> None:
    """Refuse more features than anyone would read."""
    if count > _MOST:
        raise InvalidNumberError(
            f"degree is expected to make at most {_MOST} features, but {degree} makes {count}: "
            "give a lower degree, or points with fewer coordinates."
        ).about("degree")


def _require_values(features: DomainMatrix, b: DomainMatrix, degree: int) -> None:
    """Refuse values that no polynomial has, in words of points and degrees."""
    try:
        require_solution(features, b)
    except UndecidedSystemError as error:
        error.about("b")
        raise
    except InconsistentSystemError as error:
        entries = zip(error.combination, to_sympy(b), strict=True)
        value = sympy.expand(sum(y * entry for y, entry in entries))
        raise InconsistentSystemError(
            f"b is expected to hold values that a polynomial of degree {degree} can have, but "
            f"{combination(error.combination, 'value', short)} is {short(value)}, and it is 0 for "
            "each of these: give a higher degree or other values, with the same value for equal "
            "points.",
            error.combination,
        ).about("b") from None


def _record(found: Weighted, names: list[sympy.Symbol]) -> FeatureInterpolation:
    terms = [monomial(each, names) for each in found.features]
    w, alpha = to_sympy(found.solution), to_sympy(found.multipliers)
    b = to_sympy(found.targets)
    return FeatureInterpolation(
        features=sympy.ImmutableMatrix([terms]),
        feature_matrix=to_sympy(found.matrix),
        weights=sympy.ImmutableMatrix([QQ.to_sympy(m) for m in found.weights]),
        kernel_matrix=to_sympy(found.kernel),
        multipliers=alpha,
        polynomial=sympy.Add(*(sympy.expand(a * f) for a, f in zip(w, terms, strict=True))),
        length_squared=sympy.expand(alpha.dot(b)),
        rank=len(found.kept),
    )


def _checks(
    found: Weighted, table: DomainMatrix, power: tuple[int, Any] | None
) -> tuple[Check, ...]:
    w, priced = to_sympy(found.solution), to_sympy(found.priced)
    checks = [
        Check(
            prose("the polynomial has the given values at the points"),
            row("Phi", W, "=", B),
            to_sympy(found.matrix * found.solution),
            to_sympy(found.targets),
        )
    ]
    if found.null_space.shape[0]:
        sentence = prose(
            "divided by the weights, {w} is perpendicular to the columns of {N}, which change "
            "coefficients and no value",
            w=W,
            N="N",
        )
        product = (transpose("N"), inverse("M"), W)
        checks.append(perpendicular_to(found.null_space, found.priced, sentence, product))
    if power:
        checks.append(_power_check(found, table, *power))
    length = Check(
        prose("the squared length of {w} is found from {a} too", w=W, a=vector("alpha")),
        row(transpose(W), inverse("M"), W, "=", transpose(vector("alpha")), B),
        sympy.expand(w.dot(priced)),
        sympy.expand(to_sympy(found.multipliers).dot(to_sympy(found.targets))),
    )
    return (*checks, length)


def _power_check(found: Weighted, table: DomainMatrix, degree: int, constant: Any) -> Check:
    """Compare K with powers of inner products of the points, which need no feature."""
    products = (table * table.transpose()).to_list()
    powers = [[(entry + constant) ** degree for entry in line] for line in products]
    size = (table.shape[0], table.shape[0])
    return Check(
        prose("every entry of {K} is a power of an inner product of two points", K="K"),
        row("K", "=", words("powers of inner products")),
        to_sympy(found.kernel),
        to_sympy(DomainMatrix(powers, size, QQ)),
    )
