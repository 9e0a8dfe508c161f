"""The same answers for tables that do not fit into memory, on Dask (``pip install ".[scale]"``).

A table is read in blocks of rows, each block once, by whatever scheduler Dask has: threads,
processes, or the machines of a cluster.  What is kept of a block is a triangle with as many
columns as the table.
"""

from typing import TYPE_CHECKING

from linalg_book.registers import public_names
from linalg_book.scale.gram import *
from linalg_book.scale.kernel_ridge import *
from linalg_book.scale.least_squares import *
from linalg_book.scale.pseudoinverse import *
from linalg_book.scale.randomized import *
from linalg_book.scale.ridge import *
from linalg_book.scale.streaming import *
from linalg_book.scale.svd import *
from linalg_book.scale.tables import *

if not TYPE_CHECKING:  # type checkers follow the stars
    __all__ = public_names(globals())
