"""The same answers in floating point (float64), as NumPy arrays.

Functions take what NumPy can turn into finite real numbers, and refuse the rest.
"""

from linalg_book.numeric._closest_point import closest_point
from linalg_book.numeric._least_norm import least_norm
from linalg_book.numeric._least_squares import least_squares
from linalg_book.numeric._pseudoinverse import pseudoinverse

__all__ = ["closest_point", "least_norm", "least_squares", "pseudoinverse"]
