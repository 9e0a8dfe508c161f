"""The public functions that work an example: each reads, computes and checks its answer.

This list is their one register: the command line, the forms of the pages, the reference and every
test that runs over all functions take it from here.
"""

from linalg_book.exact.functions.closest_point import closest_point
from linalg_book.exact.functions.condition_number import condition_number
from linalg_book.exact.functions.eigen import eigen
from linalg_book.exact.functions.four_subspaces import four_subspaces
from linalg_book.exact.functions.gram_schmidt import gram_schmidt
from linalg_book.exact.functions.least_norm import least_norm
from linalg_book.exact.functions.least_squares import least_squares
from linalg_book.exact.functions.low_rank import low_rank
from linalg_book.exact.functions.project import project
from linalg_book.exact.functions.pseudoinverse import pseudoinverse
from linalg_book.exact.functions.qr import qr
from linalg_book.exact.functions.ridge import ridge
from linalg_book.exact.functions.row_reduce import row_reduce
from linalg_book.exact.functions.solve import solve
from linalg_book.exact.functions.svd import svd

__all__ = [
    "closest_point",
    "condition_number",
    "eigen",
    "four_subspaces",
    "gram_schmidt",
    "least_norm",
    "least_squares",
    "low_rank",
    "project",
    "pseudoinverse",
    "qr",
    "ridge",
    "row_reduce",
    "solve",
    "svd",
]
