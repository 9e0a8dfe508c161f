"""The book's drawings: functions that take data and axes, draw, and return the axes."""

from typing import TYPE_CHECKING

from linalg_book.figures.drawings import *
from linalg_book.figures.kit.style import *
from linalg_book.registers import public_names

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = ["COLORS", "DARK_COLORS", *public_names(globals())]
