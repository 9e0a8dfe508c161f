"""The same answers in floating point (float64), as NumPy arrays.

Functions take what NumPy can turn into finite real numbers, and refuse the rest.
"""

from linalg_book.numeric.solving.closest_point import closest_point
from linalg_book.numeric.solving.condition_number import condition_number
from linalg_book.numeric.solving.least_norm import least_norm
from linalg_book.numeric.solving.least_squares import least_squares
from linalg_book.numeric.solving.low_rank import low_rank
from linalg_book.numeric.solving.pca import PCA, pca
from linalg_book.numeric.solving.pseudoinverse import pseudoinverse
from linalg_book.numeric.solving.ratings import RatingFactors, factorize_ratings
from linalg_book.numeric.solving.svd import SVD, svd

__all__ = [
    "PCA",
    "SVD",
    "RatingFactors",
    "closest_point",
    "condition_number",
    "factorize_ratings",
    "least_norm",
    "least_squares",
    "low_rank",
    "pca",
    "pseudoinverse",
    "svd",
]
