"""What is said of a system without a solution."""

from collections.abc import Sequence
from fractions import Fraction

import sympy

from linalg_book.errors import InconsistentSystemError, UndecidedSystemError
from linalg_book.writing.formula import formula
from linalg_book.writing.wording import combination, listed, short

ONE_ROW = "its right-hand side or its coefficients"
SHOWN = 3
"""Conditions that a message names."""


def inconsistent(y: Sequence[int | Fraction], value: int | Fraction) -> InconsistentSystemError:
    """Make the error from the rows' multipliers and the nonzero number that they give."""
    nonzero = [multiplier for multiplier in y if multiplier]
    remedy = ONE_ROW
    if len(nonzero) == 1:
        value = Fraction(value) / nonzero[0]
    else:
        remedy = "the right-hand side or drop one of these equations"
    return InconsistentSystemError(_sentence(y, short(value), remedy), y)


def refusal_of_row(row: int, rows: int) -> str:
    """Return the sentence for a row without coefficients, with ``{b}`` for its right side.

    Rows are counted from 0. Where a page computes, it puts the number in.
    """
    return _sentence([int(k == row) for k in range(rows)], "{b}", ONE_ROW)


def undecided(
    found: Sequence[tuple[Sequence[int | Fraction], sympy.Expr]],
) -> UndecidedSystemError:
    """Make the error from multipliers of the rows and what each combination says is 0."""
    shown = [(y, formula(value).line()) for y, value in found[:SHOWN]]
    conditions = "; ".join(f"{_said(y)} 0 = {text}" for y, text in shown)
    hidden = len(found) - len(shown)
    more = f", and {hidden} more condition{'s' if hidden > 1 else ''}" if hidden else ""
    wanted = listed([f"{text} = 0" for _, text in shown])
    return UndecidedSystemError(
        "expected a right-hand side for which there is a solution whatever the symbols are, "
        f"but the rows of A are dependent: {conditions}{more}. So there is one only "
        f"where {wanted}: put in numbers or expressions that obey this, or drop equations.",
        [value for _, value in found],
    )


def _sentence(y: Sequence[int | Fraction], value: str, remedy: str) -> str:
    """Write the contradiction that rows lead to, and what to change."""
    return f"expected a system with a solution, but {_said(y)} 0 = {value}: change {remedy}."


def _said(y: Sequence[int | Fraction]) -> str:
    """Name a combination of rows and the verb for what comes out: 2·row 1 − row 2 gives."""
    involved = [i for i, multiplier in enumerate(y, start=1) if multiplier]
    if len(involved) > 1:
        return f"{combination(y, 'row', short)} gives"
    return "the equation says" if len(y) == 1 else f"row {involved[0]} says"
