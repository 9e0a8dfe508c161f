"""Formulas as small immutable trees: the public names of ``linalg_book.writing.formula``."""

from linalg_book.writing.formula import *  # noqa: F403 (the names of the next line)
from linalg_book.writing.formula import __all__  # noqa: F401 (a face has the same names)
