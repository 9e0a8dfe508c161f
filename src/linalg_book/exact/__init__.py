"""Exact linear algebra over the rational numbers, with every step shown.

Functions take integers, fractions, finite decimals and text such as "1/3" or "0.25", refuse
floats, and return a ``WorkedExample``: the answer, its derivation and the checks it passes.
"""

from linalg_book.exact._closest_point import closest_point
from linalg_book.exact._least_norm import least_norm
from linalg_book.exact._numbers import rational_from_float

__all__ = ["closest_point", "least_norm", "rational_from_float"]
