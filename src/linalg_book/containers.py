"""Containers that are no plain list of numbers, and how they become one; for all parts alike."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any


def remedy_for(value: Any, name: str) -> str:
    """Say how a container becomes a list or an array; nothing for what is none of these."""
    if hasattr(value, "toarray"):  # SciPy's sparse matrices
        return f"give {name}.toarray()"
    if isinstance(value, Mapping):
        return f"give list({name}.values())"
    if isinstance(value, AbstractSet):
        return "give a list, because a set has no order"
    if isinstance(value, Iterator):
        return f"give list({name})"
    return ""


def is_column(shape: tuple[int, ...]) -> bool:
    """Tell a table with one column, which counts as a list."""
    return len(shape) == 2 and shape[1] == 1
