"""The named systems and matrices that chapters and tests share, in integers and fractions.

Expected answers are not stored here: tests hold them, worked by hand.
"""

from dataclasses import dataclass
from fractions import Fraction

__all__ = [
    "BADLY_SCALED",
    "DEGENERATE",
    "DEPENDENT_ROWS",
    "EIGHT_BY_EIGHT",
    "FRACTIONS",
    "HOMOGENEOUS",
    "HYPERPLANE",
    "IMPOSSIBLE",
    "INCONSISTENT",
    "MATRICES",
    "NEGATIVE_RIGHT_SIDE",
    "ONE_EQUATION",
    "ONE_UNKNOWN",
    "PLANE",
    "RATINGS",
    "SYSTEMS",
    "THROUGH_ORIGIN",
    "TWO_PLANES",
    "UNIQUE",
    "ZERO_COEFFICIENT",
    "ZERO_ROW",
    "NamedMatrix",
    "System",
]

Number = int | Fraction


@dataclass(frozen=True)
class System:
    """A named linear system A x = b.

    ``A`` is one row of coefficients with a number ``b``, or a tuple of rows with a tuple ``b``.
    """

    name: str
    A: tuple[Number, ...] | tuple[tuple[Number, ...], ...]
    b: Number | tuple[Number, ...]
    note: str


ONE_EQUATION = System("one equation", (3, 4), 12, "The line 3x + 4y = 12.")
NEGATIVE_RIGHT_SIDE = System(
    "negative right side", (3, 4), -12, "The same normal, on the other side of the origin."
)
THROUGH_ORIGIN = System("through the origin", (3, 4), 0, "A line that contains the origin.")
ZERO_COEFFICIENT = System(
    "zero coefficient", (0, 5), 10, "A horizontal line: x has the coefficient 0."
)
PLANE = System("plane", (2, -1, 2), 9, "A plane whose normal has length 3.")
HYPERPLANE = System(
    "hyperplane", (1, 2, 2, 4), 10, "A hyperplane in 4 dimensions whose normal has length 5."
)
ONE_UNKNOWN = System("one unknown", (4,), 6, "One equation in one unknown.")
FRACTIONS = System(
    "fractions", (Fraction(1, 2), Fraction(1, 3)), Fraction(13, 6), "Fractions as coefficients."
)
BADLY_SCALED = System(
    "badly scaled", (3 * 10**200, 4 * 10**200), 12 * 10**200, "3x + 4y = 12, times 10²⁰⁰."
)
DEGENERATE = System("degenerate", (0, 0), 0, "0 = 0: every point solves it.")
IMPOSSIBLE = System("impossible", (0, 0), 5, "0 = 5: no point solves it.")
TWO_PLANES = System(
    "two planes", ((1, 1, 1), (1, -1, 0)), (6, 2), "Two planes that meet in a line."
)
UNIQUE = System("unique", ((2, 1), (1, 3)), (5, 10), "Two lines that meet in one point.")
DEPENDENT_ROWS = System(
    "dependent rows", ((1, 2), (2, 4)), (5, 10), "The second equation is twice the first."
)
ZERO_ROW = System("zero row", ((0, 0, 0), (1, 2, 2)), (0, 9), "The first equation says 0 = 0.")
HOMOGENEOUS = System("homogeneous", ((1, 2, 3), (4, 5, 6)), (0, 0), "The right-hand side is zero.")
INCONSISTENT = System("inconsistent", ((2, 4), (1, 2)), (9, 3), "Two parallel lines.")
# Row 4 is row 1 + row 3, row 6 is row 1 − row 3, row 7 is row 2 + row 5, row 8 is row 2 − row 5;
# the columns 3, 6, 7, 8 combine the columns 1 and 2 or 4 and 5 in the same way.
EIGHT_BY_EIGHT = System(
    "eight by eight",
    (
        (1, 1, 2, 1, 0, 0, 1, 1),
        (1, 0, 1, 1, 1, 1, 2, 0),
        (1, 0, 1, 0, 0, 1, 0, 0),
        (2, 1, 3, 1, 0, 1, 1, 1),
        (0, 0, 0, 1, 0, 0, 1, 1),
        (0, 1, 1, 1, 0, -1, 1, 1),
        (1, 0, 1, 2, 1, 1, 3, 1),
        (1, 0, 1, 0, 1, 1, 1, -1),
    ),
    (9, 6, 3, 12, 3, 6, 9, 3),
    "Eight equations in eight unknowns, of rank 4.",
)

SYSTEMS = (
    ONE_EQUATION,
    NEGATIVE_RIGHT_SIDE,
    THROUGH_ORIGIN,
    ZERO_COEFFICIENT,
    PLANE,
    HYPERPLANE,
    ONE_UNKNOWN,
    FRACTIONS,
    BADLY_SCALED,
    DEGENERATE,
    IMPOSSIBLE,
    TWO_PLANES,
    UNIQUE,
    DEPENDENT_ROWS,
    ZERO_ROW,
    HOMOGENEOUS,
    INCONSISTENT,
    EIGHT_BY_EIGHT,
)


@dataclass(frozen=True)
class NamedMatrix:
    """A named matrix; ``width`` counts its columns, also where it has no row to count them in."""

    name: str
    rows: tuple[tuple[Number, ...], ...]
    width: int
    note: str


def _named(name: str, rows: tuple[tuple[Number, ...], ...], note: str) -> NamedMatrix:
    return NamedMatrix(name, rows, len(rows[0]), note)


MATRICES = (
    _named("by hand", ((-1, 2), (3, -2), (5, 7)), "The matrix that the SVD is worked for."),
    _named("one entry", ((-3,),), "1×1."),
    _named("one row", ((3, 4),), "The coefficients of 3x + 4y = 12."),
    _named("one column", ((1,), (2,), (2,)), "A column of length 3."),
    _named("zero", ((0, 0, 0), (0, 0, 0)), "The zero matrix, 2×3."),
    _named("one zero", ((0,),), "The zero matrix, 1×1."),
    NamedMatrix("no rows", (), 3, "0×3."),
    NamedMatrix("no columns", ((), (), ()), 0, "3×0."),
    NamedMatrix("nothing", (), 0, "0×0."),
    _named("identity", ((1, 0, 0), (0, 1, 0), (0, 0, 1)), "All singular values are equal."),
    _named("reflection", ((0, 1), (1, 0)), "Orthogonal, with the eigenvalues 1 and −1."),
    _named("wide", ((1, 1, 1), (1, -1, 0)), "Independent rows."),
    _named("tall", ((1, 0), (1, 1), (1, 2)), "Independent columns: a line through three points."),
    _named("rank one", ((1, 2), (2, 4), (3, 6)), "A column times a row."),
    _named("count to nine", ((1, 2, 3), (4, 5, 6), (7, 8, 9)), "1 to 9: rank 2."),
    _named(
        "count to sixteen",
        ((1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12), (13, 14, 15, 16)),
        "1 to 16: rank 2.",
    ),
    _named(
        "magic square",
        ((16, 2, 3, 13), (5, 11, 10, 8), (9, 7, 6, 12), (4, 14, 15, 1)),
        "Dürer's square: rows and columns sum to 34, and the rank is 3.",
    ),
    _named("dependent columns", ((1, 2, 3), (2, 4, 7)), "The second column is twice the first."),
    _named("zero row and column", ((0, 0, 0), (0, 2, 1), (0, 1, 2)), "A 2×2 block among zeros."),
    _named("nilpotent", ((0, 1), (0, 0)), "Its square is zero."),
    _named("singular symmetric", ((1, -1, 0), (-1, 2, -1), (0, -1, 1)), "The Laplacian of a path."),
    _named(
        "fractions in a matrix",
        ((Fraction(1, 2), Fraction(1, 3)), (Fraction(1, 3), Fraction(1, 4))),
        "A corner of the Hilbert matrix.",
    ),
    _named("nearly singular", ((10**12, 10**12 + 1), (10**12 - 1, 10**12)), "Determinant 1."),
    _named(
        "huge integers",
        ((3 * 10**200, 4 * 10**200), (6 * 10**200, 8 * 10**200)),
        "Rank 1, with entries of 201 digits.",
    ),
)

# Not among the others: its singular values have no short form.
RATINGS = _named(
    "ratings",
    ((5, 4, 1, 1, 4), (4, 5, 2, 1, 3), (1, 1, 5, 4, 3), (2, 1, 4, 5, 4)),
    "What four people think of five films, from 1 to 5: nearly of rank 2.",
)
