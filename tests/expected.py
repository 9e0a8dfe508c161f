"""Answers worked by hand for the named systems, with the reasoning beside each."""

from fractions import Fraction
from typing import NamedTuple

from sympy import Integer, Rational, sqrt

from linalg_book import examples as ex

F = Fraction


class Solved(NamedTuple):
    """A system, its solution nearest to the origin, and its distance."""

    system: ex.System
    point: tuple[Fraction | int, ...]
    distance: object


SOLVED = (
    # ‖a‖² = 9 + 16 = 25, t = 12/25, distance 12/5.
    Solved(ex.ONE_EQUATION, (F(36, 25), F(48, 25)), Rational(12, 5)),
    # The mirror image: t = −12/25.
    Solved(ex.NEGATIVE_RIGHT_SIDE, (F(-36, 25), F(-48, 25)), Rational(12, 5)),
    # The origin satisfies the equation.
    Solved(ex.THROUGH_ORIGIN, (0, 0), Integer(0)),
    # y = 2 whatever x is; the nearest point has x = 0.
    Solved(ex.ZERO_COEFFICIENT, (0, 2), Integer(2)),
    # ‖a‖² = 4 + 1 + 4 = 9, t = 1, so x = a, of length 3.
    Solved(ex.PLANE, (2, -1, 2), Integer(3)),
    # ‖a‖² = 1 + 4 + 4 + 16 = 25, t = 10/25 = 2/5, distance 10/5.
    Solved(ex.HYPERPLANE, (F(2, 5), F(4, 5), F(4, 5), F(8, 5)), Integer(2)),
    # 4x = 6.
    Solved(ex.ONE_UNKNOWN, (F(3, 2),), Rational(3, 2)),
    # ‖a‖² = 1/4 + 1/9 = 13/36, t = (13/6)/(13/36) = 6, x = (3, 2).
    Solved(ex.FRACTIONS, (3, 2), sqrt(13)),
    # 3x + 4y = 12 times a number: the same line.
    Solved(ex.BADLY_SCALED, (F(36, 25), F(48, 25)), Rational(12, 5)),
    # A Aᵀ = diag(3, 2), α = (2, 1), x = 2·(1, 1, 1) + 1·(1, −1, 0); 9 + 1 + 4 = 14.
    Solved(ex.TWO_PLANES, (3, 1, 2), sqrt(14)),
    # 2·1 + 3 = 5 and 1 + 3·3 = 10: the only solution; 1 + 9 = 10.
    Solved(ex.UNIQUE, (1, 3), sqrt(10)),
    # x + 2y = 5 alone: ‖a‖² = 5, t = 1.
    Solved(ex.DEPENDENT_ROWS, (1, 2), sqrt(5)),
    # x + 2y + 2z = 9 alone: ‖a‖² = 9, t = 1.
    Solved(ex.ZERO_ROW, (1, 2, 2), Integer(3)),
    # The zero vector solves it, and nothing is shorter.
    Solved(ex.HOMOGENEOUS, (0, 0, 0), Integer(0)),
    # Row 1 of A itself, so in the row space; its inner products with the rows are 9, 6, 3, 12, 3,
    # 6, 9, 3, as wanted.  Its squared length is 9.
    Solved(ex.EIGHT_BY_EIGHT, (1, 1, 2, 1, 0, 0, 1, 1), Integer(3)),
)
UNSOLVABLE = (ex.DEGENERATE, ex.IMPOSSIBLE, ex.INCONSISTENT)
IDS = [solved.system.name for solved in SOLVED]
