"""Exact linear algebra over the rational numbers, with every step shown.

Functions take integers, fractions, finite decimals and text such as "1/3" or "0.25", refuse
floats, and return a ``WorkedExample``: the answer, its derivation and the checks it passes.
"""

from typing import TYPE_CHECKING

from linalg_book.exact.functions import *
from linalg_book.exact.reading.equations import *
from linalg_book.exact.reading.numbers import *
from linalg_book.registers import public_names

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = public_names(globals())
