"""The same answers in floating point (float64), as NumPy arrays.

Functions take what NumPy can turn into finite real numbers, and refuse the rest.
"""

from typing import TYPE_CHECKING

from linalg_book.numeric.solving.backward_error import *
from linalg_book.numeric.solving.cholesky import *
from linalg_book.numeric.solving.closest_point import *
from linalg_book.numeric.solving.condition_number import *
from linalg_book.numeric.solving.descent import *
from linalg_book.numeric.solving.difference_network import *
from linalg_book.numeric.solving.dual_activations import *
from linalg_book.numeric.solving.empirical_kernels import *
from linalg_book.numeric.solving.fourier_features import *
from linalg_book.numeric.solving.gaussian_process import *
from linalg_book.numeric.solving.interpolation_error import *
from linalg_book.numeric.solving.kernel_regression import *
from linalg_book.numeric.solving.kernel_slopes import *
from linalg_book.numeric.solving.least_norm import *
from linalg_book.numeric.solving.least_squares import *
from linalg_book.numeric.solving.leave_one_out import *
from linalg_book.numeric.solving.linearized_training import *
from linalg_book.numeric.solving.low_rank import *
from linalg_book.numeric.solving.network_kernels import *
from linalg_book.numeric.solving.networks import *
from linalg_book.numeric.solving.pca import *
from linalg_book.numeric.solving.polynomial_features import *
from linalg_book.numeric.solving.product_kernels import *
from linalg_book.numeric.solving.pseudoinverse import *
from linalg_book.numeric.solving.radial_kernels import *
from linalg_book.numeric.solving.ratings import *
from linalg_book.numeric.solving.recall import *
from linalg_book.numeric.solving.ridge import *
from linalg_book.numeric.solving.sample_gaussian import *
from linalg_book.numeric.solving.scikit_learn import *
from linalg_book.numeric.solving.svd import *
from linalg_book.numeric.solving.training import *
from linalg_book.numeric.solving.truncated import *
from linalg_book.registers import public_names

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = public_names(globals())
