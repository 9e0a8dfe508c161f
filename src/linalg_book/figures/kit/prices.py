"""Penalties that drawings take."""

import numpy as np

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.geometry import Number


def finite_price(penalty: Number, *, least: float) -> float:
    """Read a penalty that is not less than a bound."""
    price = float(penalty)
    if not np.isfinite(price) or price < least:
        raise InvalidNumberError(
            f"penalty is {penalty!r}, but a finite number from {least:g} on is expected: give one."
        )
    return price
