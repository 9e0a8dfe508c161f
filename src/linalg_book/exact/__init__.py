"""Exact linear algebra over the rational numbers, with every step shown.

Functions take integers, fractions, finite decimals and text such as "1/3" or "0.25", refuse
floats, and return a ``WorkedExample``: the answer, its derivation and the checks it passes.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from linalg_book.exact._closest_point import closest_point
from linalg_book.exact._condition_number import condition_number
from linalg_book.exact._eigen import eigen
from linalg_book.exact._equations import parse_equations
from linalg_book.exact._four_subspaces import four_subspaces
from linalg_book.exact._gram_schmidt import gram_schmidt
from linalg_book.exact._least_norm import least_norm
from linalg_book.exact._least_squares import least_squares
from linalg_book.exact._low_rank import low_rank
from linalg_book.exact._numbers import rational_from_float
from linalg_book.exact._project import project
from linalg_book.exact._pseudoinverse import pseudoinverse
from linalg_book.exact._qr import qr
from linalg_book.exact._ridge import ridge
from linalg_book.exact._row_reduce import row_reduce
from linalg_book.exact._solve import solve
from linalg_book.exact._svd import svd

if TYPE_CHECKING:
    from types import ModuleType

    from linalg_book.exact import problems

__all__ = [
    "closest_point",
    "condition_number",
    "eigen",
    "four_subspaces",
    "gram_schmidt",
    "least_norm",
    "least_squares",
    "low_rank",
    "parse_equations",
    "problems",
    "project",
    "pseudoinverse",
    "qr",
    "rational_from_float",
    "ridge",
    "row_reduce",
    "solve",
    "svd",
]


def __getattr__(name: str) -> "ModuleType":
    """Import the exercises when they are first used."""
    if name == "problems":
        return import_module(f"{__name__}.problems")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
