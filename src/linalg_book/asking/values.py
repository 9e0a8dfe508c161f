"""Matrices, columns and numbers from the words of a command line."""

import re
from typing import Any

from linalg_book.errors import EmptySystemError, ShapeError
from linalg_book.exact.reading.matrix_text import read_rows
from linalg_book.writing.wording import counted

_MATRIX = re.compile(
    r"[\s$]*(?:[A-Za-z]\w*\s*=)?\s*"
    r"(?:[\[{]|\\begin|\\left|\\\[|(?:\w+\.)*(?:array|mat|tensor|Array|\w*[Mm]atrix)\s*\()"
)
"""How matrices begin that are written with an equals sign: A = [1 2; 3 4]."""


def read_matrix(text: str, name: str) -> Any:
    """Read the rows of a matrix; leave equations as they are."""
    if "=" in text and not _MATRIX.match(text):
        return text.strip()
    return _rows(text, name)


def read_column(text: str, name: str) -> Any:
    """Read one column or one row as a list."""
    rows = _rows(text, name)
    if len(rows) > 1 and any(len(row) != 1 for row in rows):
        raise ShapeError(
            f"{name} is expected to be one column, but has {counted(len(rows), 'row')} with more "
            "than one entry: write its numbers with spaces between them."
        ).about(name)
    return [cell for row in rows for cell in row]


def read_word(text: str) -> str:
    """Read a name or one number, which the function itself takes as text."""
    return text.strip()


def _rows(text: str, name: str) -> list[list[str]]:
    if not text.strip():
        raise EmptySystemError(
            f"{name} is expected to be written as numbers, but the text is empty: "
            'write for example "1 2; 3 4", or [] for a matrix without rows.'
        ).about(name)
    try:
        return read_rows(text)
    except ShapeError as error:
        raise ShapeError(f"{name} is not readable: {error}").about(name) from None
