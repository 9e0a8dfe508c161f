"""The named systems that chapters and tests share, in plain integers and fractions.

Expected answers are not stored here: tests hold them, worked by hand.
"""

from dataclasses import dataclass
from fractions import Fraction

__all__ = [
    "BADLY_SCALED",
    "DEGENERATE",
    "DEPENDENT_ROWS",
    "FRACTIONS",
    "HOMOGENEOUS",
    "HYPERPLANE",
    "IMPOSSIBLE",
    "INCONSISTENT",
    "NEGATIVE_RIGHT_SIDE",
    "ONE_EQUATION",
    "ONE_UNKNOWN",
    "PLANE",
    "SYSTEMS",
    "THROUGH_ORIGIN",
    "TWO_PLANES",
    "UNIQUE",
    "ZERO_COEFFICIENT",
    "ZERO_ROW",
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
)
