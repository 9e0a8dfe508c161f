"""Matrices, columns and numbers from the words of a command line."""

import json
import re
from typing import Any

from linalg_book.errors import ShapeError


def read_matrix(text: str, name: str) -> Any:
    """Read "1 2; 3 4" or JSON as rows; leave equations as they are."""
    if "=" in text:
        return text.strip()
    if _is_json(text):
        return _json(text, name)
    return [_numbers(row) for row in re.split(r"[;\n]", text.strip().rstrip(";"))]


def read_column(text: str, name: str) -> Any:
    """Read "1 2", "1; 2" or JSON as a list."""
    return _json(text, name) if _is_json(text) else _numbers(text)


def read_word(text: str) -> str:
    """Read a name or one number, which the function itself takes as text."""
    return text.strip()


def _is_json(text: str) -> bool:
    return text.lstrip().startswith(("[", "{"))


def _json(text: str, name: str) -> Any:
    """Read JSON; numbers stay text, so that decimals and long integers stay exact."""
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ShapeError(
            f"{name} begins like JSON, but is none ({error}): "
            'write for example [[1, "1/2"], [3, 4]] or 1 1/2; 3 4.'
        ).about(name) from None


def _numbers(row: str) -> list[str]:
    return re.findall(r"[^\s,;]+", row)
