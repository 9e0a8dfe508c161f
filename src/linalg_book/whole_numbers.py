"""Whole numbers from what callers give: ranks, sizes, seeds; for exact and numeric parts alike."""

from operator import index
from typing import Any

from linalg_book.errors import InvalidNumberError
from linalg_book.writing.wording import show


def whole_number(
    value: Any,
    name: str,
    least: int | None = None,
    most: int | None = None,
    remedy: str | None = None,
) -> int:
    """Read a whole number between bounds; a float or a truth value is none."""
    try:
        number = None if isinstance(value, bool) else index(value)
    except TypeError:  # NumPy's truth values too
        number = None
    if number is None or (
        (least is not None and number < least) or (most is not None and number > most)
    ):
        example = 1 if least is None else least
        limits = _limits(least, most)
        raise _refusal(value, name, limits, remedy or f"write for example {example}")
    return number


def whole_number_from_text(text: str, name: str) -> int:
    """Read a whole number that was typed."""
    try:
        return int(text)
    except ValueError:
        raise _refusal(text.strip(), name, "", "write for example 1") from None


def _limits(least: int | None, most: int | None) -> str:
    if least is None:
        return ""
    return f" from {least} on" if most is None else f" from {least} to {most}"


def _refusal(value: Any, name: str, limits: str, remedy: str) -> InvalidNumberError:
    return InvalidNumberError(
        f"{name} is expected to be a whole number{limits}, but is {show(value)}: {remedy}."
    ).about(name)
