"""The public functions that work an example: each reads, computes and checks its answer.

Each module lists what it makes public. These lines are the one register of the functions: the
command line, the forms of the pages, the reference and every test that runs over all functions
take them from here.
"""

from typing import TYPE_CHECKING

from linalg_book.exact.functions.cholesky import *
from linalg_book.exact.functions.closest_point import *
from linalg_book.exact.functions.condition_gaussian import *
from linalg_book.exact.functions.condition_number import *
from linalg_book.exact.functions.dual_activation import *
from linalg_book.exact.functions.eigen import *
from linalg_book.exact.functions.feature_interpolation import *
from linalg_book.exact.functions.four_subspaces import *
from linalg_book.exact.functions.gradient_descent import *
from linalg_book.exact.functions.gram_schmidt import *
from linalg_book.exact.functions.kernel_regression import *
from linalg_book.exact.functions.least_norm import *
from linalg_book.exact.functions.least_squares import *
from linalg_book.exact.functions.leave_one_out import *
from linalg_book.exact.functions.linearize import *
from linalg_book.exact.functions.low_rank import *
from linalg_book.exact.functions.network_kernel import *
from linalg_book.exact.functions.project import *
from linalg_book.exact.functions.pseudoinverse import *
from linalg_book.exact.functions.qr import *
from linalg_book.exact.functions.ridge import *
from linalg_book.exact.functions.row_reduce import *
from linalg_book.exact.functions.sample_mean import *
from linalg_book.exact.functions.solve import *
from linalg_book.exact.functions.svd import *
from linalg_book.exact.functions.tall_skinny_qr import *
from linalg_book.registers import public_names

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = public_names(globals())
