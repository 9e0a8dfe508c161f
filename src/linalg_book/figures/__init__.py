"""The book's drawings: functions that take data and axes, draw, and return the axes."""

from linalg_book.figures import drawings
from linalg_book.figures.drawings import *  # noqa: F403 (each drawing is named in its own module)
from linalg_book.figures.kit.style import COLORS, DARK_COLORS, axes, svg, use_book_style

__all__ = ["COLORS", "DARK_COLORS", "axes", "svg", "use_book_style"]
__all__ += drawings.__all__
