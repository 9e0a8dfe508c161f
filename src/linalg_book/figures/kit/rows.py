"""Rising counts, and rows of numbers as a page needs them."""

from collections.abc import Sequence

from linalg_book.errors import InvalidNumberError
from linalg_book.figures.kit.geometry import Vector
from linalg_book.whole_numbers import whole_number


def rising(values: Sequence[int], name: str, most: int | None = None) -> list[int]:
    """Read rising whole numbers, at least one."""
    steps = [whole_number(k, name, 1, most) for k in values]
    if not steps or steps != sorted(set(steps)):
        raise InvalidNumberError(
            f"{name} are expected to rise, but are {list(values)!r}: sort them."
        ).about(name)
    return steps


def short_rows(rows: Sequence[Vector] | Vector) -> list[list[float]]:
    """Round to two digits after the point."""
    return [[round(float(value), 2) + 0.0 for value in row] for row in rows]
