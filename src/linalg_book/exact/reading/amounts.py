"""Numbers that may not be negative: penalties, constants, weights, sizes of steps, distances."""

from typing import Any

from sympy.polys.domains import QQ

from linalg_book.errors import InvalidNumberError
from linalg_book.exact.reading.matrices import read_column
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


def read_constant(c: Any) -> Any:
    """Read the c ≥ 0 of (x·z + c)^p."""
    if is_symbolic(c):
        raise InvalidNumberError(
            f"c is {show(c)}, which is symbolic, but a number ≥ 0 is expected, because it "
            "decides which features there are: give a number."
        ).about("c")
    value = fraction_from(c, Place("c"))
    if value < 0:
        raise InvalidNumberError(
            f"c is {show(c)}, which is negative, but a number ≥ 0 is expected, because only "
            "then (x·z + c)ᵖ is an inner product of features: give a positive number, or 0 for "
            "the monomials of the highest degree alone."
        ).about("c")
    return QQ(value.numerator, value.denominator)


def read_step(step: Any) -> Any:
    """Read a step η > 0."""
    if is_symbolic(step):
        raise InvalidNumberError(
            f"step is {show(step)}, which is symbolic, but a positive number is expected, because "
            "its size decides whether the steps come to an end: give a number."
        ).about("step")
    value = fraction_from(step, Place("step"))
    if value <= 0:
        raise InvalidNumberError(
            f"step is {show(step)}, but a positive number is expected, because 0 stays where it "
            "is and a negative step goes uphill: give a positive number."
        ).about("step")
    return QQ(value.numerator, value.denominator)


def read_distance(distance: Any) -> Any:
    """Read δ > 0."""
    if is_symbolic(distance):
        raise InvalidNumberError(
            f"distance is {show(distance)}, which is symbolic, but a positive number is expected, "
            "because it decides which draws are counted: give a number."
        ).about("distance")
    value = fraction_from(distance, Place("distance"))
    if value <= 0:
        raise InvalidNumberError(
            f"distance is {show(distance)}, but a positive number is expected, because every draw "
            "is at least 0 away: give a positive number."
        ).about("distance")
    return QQ(value.numerator, value.denominator)


def read_weights(weights: Any, rows: int) -> tuple[Any, ...]:
    """Read a positive number for each row."""
    column = read_column(weights, rows, "weights")
    if not column.domain.is_QQ:
        raise InvalidNumberError(
            "weights is expected to hold positive numbers, but holds symbols, whose sign is not "
            "known: give numbers."
        ).about("weights")
    entries = tuple(column.to_list_flat())
    for i, weight in enumerate(entries, start=1):
        if weight <= 0:
            raise InvalidNumberError(
                f"entry {i} of weights is {QQ.to_sympy(weight)}, but a positive number is "
                "expected: leave a row out that is not to count."
            ).about("weights", i)
    return entries
