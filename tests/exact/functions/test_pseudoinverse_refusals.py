"""What the pseudoinverse refuses, and what it says then."""

import re

import pytest
from sympy import Matrix, Symbol

from linalg_book.errors import (
    InexactNumberError,
    InvalidNumberError,
    RankError,
    ShapeError,
    UnknownMethodError,
)
from linalg_book.exact import pseudoinverse, rational_from_float

METHODS = ("rank-factorization", "full-column-rank", "full-row-rank", "limit", "svd")


def test_floats_are_refused_and_their_exact_values_taken():
    with pytest.raises(InexactNumberError, match=r"entry 2 of row 1 of A .*rational_from_float"):
        pseudoinverse([[1, 0.1]])
    with pytest.raises(InexactNumberError, match="entry 1 of row 1 of A"):
        pseudoinverse(Matrix([[0.5, 1]]))
    assert pseudoinverse([[rational_from_float(0.5)]]).answer == Matrix([[2]])


def test_symbols_in_a_sympy_matrix_are_refused():
    with pytest.raises(InvalidNumberError, match=r"which is symbolic, .*: put a number in its"):
        pseudoinverse(Matrix([[1, Symbol("s")]]))


@pytest.mark.parametrize("A", [[[1, 2], [3]], [1, 2], 3, "1 2", [[[1]]], [[1], 2]])
@pytest.mark.parametrize("method", METHODS)
def test_what_is_no_matrix_is_refused(A, method):
    with pytest.raises(ShapeError):
        pseudoinverse(A, method=method)


@pytest.mark.parametrize("method", ["", "pinv", None, 3, ["limit"]])
def test_unknown_methods_are_refused(method):
    known = ", ".join(f'"{name}"' for name in METHODS)
    message = f"method is expected to be one of {known}, but is {method!r}: choose one of them."
    with pytest.raises(UnknownMethodError, match=re.escape(message)):
        pseudoinverse([[1]], method=method)


@pytest.mark.parametrize("which", ["column", "row"])
def test_dependence_is_refused_where_it_matters(which):
    message = (
        f"full-{which}-rank needs independent {which}s, but the rank of A is 1 and A has 2 "
        f"{which}s: use the method rank-factorization"
    )
    with pytest.raises(RankError, match=message):
        pseudoinverse([[1, 2], [2, 4]], method=f"full-{which}-rank")
