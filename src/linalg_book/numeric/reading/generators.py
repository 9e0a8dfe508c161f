"""Generators of random numbers: callers hand one over, so that a seed repeats what comes out."""

from typing import Any

import numpy as np

from linalg_book.errors import InvalidNumberError


def require_generator(rng: Any) -> None:
    """Refuse what is no generator, a seed for example."""
    if not isinstance(rng, np.random.Generator):
        raise InvalidNumberError(
            f"rng is expected to be a numpy.random.Generator, but is {rng!r}: "
            "make one with numpy.random.default_rng(seed)."
        ).about("rng")
