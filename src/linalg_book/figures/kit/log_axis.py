"""Numbers on a logarithmic axis: their logarithms, and the powers of ten beside it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.geometry import Vector, finite_list


def powers_of_ten(low: float, high: float, step: int) -> tuple[list[int], list[str]]:
    """Return whole exponents between two, multiples of a step, and the powers in words."""
    exponents = [k for k in range(int(np.ceil(low)), int(np.floor(high)) + 1) if k % step == 0]
    return exponents, ["$1$" if k == 0 else f"$10^{{{k}}}$" for k in exponents]


def logarithms(name: str, numbers: Sequence[Any], *, above: float = 0.0) -> Vector:
    """Read numbers greater than a bound and return their decimal logarithms."""
    read = np.array(finite_list(name, [], [float(entry) for entry in numbers]))
    if read.min() <= above:
        raise InvalidNumberError(
            f"expected numbers greater than {above:g} as {name}, received {numbers!r}: leave the "
            "others out, since a logarithmic axis has no place for them."
        )
    found: Vector = np.log10(read)
    return found
