"""The penalty on length: a number that is not negative."""

from typing import Any

from sympy.polys.domains import QQ

from linalg_book.errors import InvalidNumberError
from linalg_book.exact.reading.numbers import fraction_from
from linalg_book.exact.reading.places import Place
from linalg_book.exact.reading.symbols import is_symbolic
from linalg_book.writing.wording import show


def read_penalty(penalty: Any) -> Any:
    """Read λ ≥ 0."""
    if is_symbolic(penalty):
        raise InvalidNumberError(
            f"penalty is {show(penalty)}, which is symbolic, but a number ≥ 0 is expected, because "
            "0 asks for a limit and the answer is no polynomial in λ: give a number; the steps "
            "of ridge show x as a function of λ."
        ).about("penalty")
    value = fraction_from(penalty, Place("penalty"))
    if value < 0:
        raise InvalidNumberError(
            f"penalty is {show(penalty)}, which is negative, but a number ≥ 0 is expected: "
            "give a positive number, or 0 for the limit."
        ).about("penalty")
    return QQ(value.numerator, value.denominator)
