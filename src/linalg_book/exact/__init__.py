"""Exact linear algebra over the rational numbers, with every step shown.

Functions take integers, fractions, finite decimals and text such as "1/3" or "0.25", refuse
floats, and return a ``WorkedExample``: the answer, its derivation and the checks it passes.
"""

from linalg_book.exact import functions
from linalg_book.exact.functions import *  # noqa: F403 (the register of the functions)
from linalg_book.exact.reading.equations import parse_equations
from linalg_book.exact.reading.numbers import rational_from_float

__all__ = ["parse_equations", "rational_from_float"]
__all__ += functions.__all__
