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
    symbolic = (
        "because 0 asks for a limit and the answer is no polynomial in λ: give a number; the steps "
        "of ridge show x as a function of λ."
    )
    remedy = ": give a positive number, or 0 for the limit."
    return _at_least_zero(penalty, "penalty", symbolic, remedy)


def read_noise(noise_variance: Any) -> Any:
    """Read a variance τ² ≥ 0."""
    symbolic = "because the answer is no polynomial in it: give a number."
    remedy = ", because it is a mean of squares: give a positive number, or 0 for no noise."
    return _at_least_zero(noise_variance, "noise_variance", symbolic, remedy)


def read_constant(c: Any) -> Any:
    """Read the c ≥ 0 of (x·z + c)^p."""
    symbolic = "because it decides which features there are: give a number."
    remedy = (
        ", because only then (x·z + c)ᵖ is an inner product of features: give a positive number, "
        "or 0 for the monomials of the highest degree alone."
    )
    return _at_least_zero(c, "c", symbolic, remedy)


def read_step(step: Any) -> Any:
    """Read a step η > 0."""
    symbolic = "because its size decides whether the steps come to an end: give a number."
    remedy = "because 0 stays where it is and a negative step goes uphill: give a positive number."
    return _above_zero(step, "step", symbolic, remedy)


def read_distance(distance: Any) -> Any:
    """Read δ > 0."""
    symbolic = "because it decides which draws are counted: give a number."
    remedy = "because every draw is at least 0 away: give a positive number."
    return _above_zero(distance, "distance", symbolic, remedy)


def read_variance(variance: Any, name: str) -> Any:
    """Read a variance ≥ 0."""
    symbolic = "because the layers compare angles: give a number."
    remedy = ", because it is a mean of squares: give a positive number, or 0."
    return _at_least_zero(variance, name, symbolic, remedy)


def _at_least_zero(number: Any, name: str, symbolic: str, remedy: str) -> Any:
    """Read a number ≥ 0; ``symbolic`` says why it has to be one."""
    expected = "a number ≥ 0 is expected"
    value = _number(number, name, f"{expected}, {symbolic}")
    if value < 0:
        raise InvalidNumberError(
            f"{name} is {show(number)}, which is negative, but {expected}{remedy}"
        ).about(name)
    return value


def _above_zero(number: Any, name: str, symbolic: str, remedy: str) -> Any:
    """Read a number > 0; ``symbolic`` says why it has to be one."""
    expected = "a positive number is expected"
    value = _number(number, name, f"{expected}, {symbolic}")
    if value <= 0:
        raise InvalidNumberError(f"{name} is {show(number)}, but {expected}, {remedy}").about(name)
    return value


def _number(number: Any, name: str, expected: str) -> Any:
    """Read a rational number, and no symbol."""
    if is_symbolic(number):
        raise InvalidNumberError(
            f"{name} is {show(number)}, which is symbolic, but {expected}"
        ).about(name)
    value = fraction_from(number, Place(name))
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
