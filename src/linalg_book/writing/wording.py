"""Pieces of sentences that are written in one way everywhere; they need no SymPy."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from reprlib import Repr
from typing import Any

LONGEST = 60
"""Digits from which on ``short`` does not write a number out."""
_quoted = Repr()
_quoted.maxstring = _quoted.maxother = _quoted.maxlong = 50


def show(value: Any) -> str:
    """Quote what was received, shortened."""
    try:
        return _quoted.repr(value)
    except ValueError:  # Python's limit on the digits of an integer
        return f"a very long {type(value).__name__}"


def short(number: Any) -> str:
    """Write a number for a message; Python refuses to write very long ones."""
    if max(abs(number.numerator), number.denominator) >= 10**LONGEST:
        return f"(a number of more than {LONGEST} digits)"
    return str(number).replace("-", "−")


def counted(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: 1 row, 2 rows."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def listed(things: Sequence[Any]) -> str:
    """Write 1, 2 and 4; there is at least one thing."""
    *most, last = map(str, things)
    return f"{', '.join(most)} and {last}" if most else last


def combination(
    multipliers: Sequence[int | Fraction | Any], noun: str, write: Callable[[Any], str] = str
) -> str:
    """Write 2·row 1 − row 3 for the multipliers 2, 0 and −1; nothing if all are zero."""
    words = ""
    for i, y in enumerate(multipliers, start=1):
        if not y:
            continue
        if words:
            words += " − " if y < 0 else " + "
        elif y < 0:
            words += "−"
        factor = "" if abs(y) == 1 else f"{write(abs(y))}·"
        words += f"{factor}{noun} {i}"
    return words
