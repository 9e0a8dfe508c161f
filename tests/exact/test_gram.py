"""Gram matrices, their inverses, and products that are compared by their factors."""

import pytest
from hypothesis import given
from sympy import ZZ, Matrix, Rational
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from linalg_book.exact._gram import Congruence, Gram, inverse
from linalg_book.exact._quotients import Quotient, read_quotient
from tests.strategies import matrices, matrix


def integers(rows):
    return read_quotient(rows).numerator


@given(matrices())
def test_the_gram_matrix_of_independent_columns(rows):
    B = integers(rows)
    expected = B.to_Matrix()
    if expected.rank() < expected.cols or not expected.cols:
        return
    found = Gram.from_columns(B)
    assert found.matrix.to_Matrix() == expected.T * expected
    assert found.inverse.matrix == (expected.T * expected).inv()
    assert found.inverted
    assert found.projection.to_Matrix() == expected * (expected.T * expected).inv() * expected.T


def test_an_inverse_that_is_none_is_noticed():
    B = integers([[1, 0], [1, 1]])
    found = Gram.from_columns(B)
    for wrong in ([[1, -1], [-1, 1]], [[1, 0], [0, 1]], [["1/2", "-1/2"], ["-1/2", 1]]):
        assert not Gram(B, found.matrix, read_quotient(wrong)).inverted
    assert Gram(B, found.matrix, read_quotient([[1, -1], [-1, 2]])).inverted


@pytest.mark.parametrize("rows", [[[0, 1], [1, 0]], [[3, 4], [1, 2]], [[1, 2], [3, 4]], [[-2]],
                                  [[0, 0, 1], [0, -1, 0], [5, 7, 0]]])  # fmt: skip
def test_inverses(rows):
    found = inverse(integers(rows))
    assert found.denominator > 0
    assert found.matrix == matrix(rows).inv()


@pytest.mark.parametrize("rows", [[[0]], [[1, 2], [2, 4]], [[0, 1], [0, 0]], [[0, 0], [0, 1]],
                                  [[1, 2, 3], [4, 5, 6], [7, 8, 9]]])  # fmt: skip
def test_singular_matrices_have_none(rows):
    with pytest.raises(DMNonInvertibleMatrixError):
        inverse(integers(rows))


def test_products_are_compared_by_factors_or_multiplied():
    P, S = integers([[1, 0], [1, 2], [0, 3]]), read_quotient([["1/2", "1/3"], ["1/3", 1]])
    product = Congruence(P, S)
    assert product.transpose == product
    assert "product" not in vars(product)
    skew = Congruence(P, read_quotient([["1/2", "1/3"], [0, 1]]))
    assert skew.transpose != skew
    assert skew.to_Matrix() == Matrix([[1, 0], [1, 2], [0, 3]]) * Matrix(
        [[Rational(1, 2), Rational(1, 3)], [0, 1]]
    ) * Matrix([[1, 1, 0], [0, 2, 3]])  # fmt: skip


def test_equal_products_of_other_factors():
    # (2)(1/4)(2) = (1)(1)(1), and no column at all makes nothing.
    two, one = integers([[2]]), integers([[1]])
    quarter = Quotient(one, ZZ(4))
    assert Congruence(two, quarter) == Congruence(one, Quotient(one))
    assert hash(Congruence(two, quarter)) == hash(Congruence(one, Quotient(one)))
    assert Congruence(two, quarter) != Congruence(one, quarter)
    assert Congruence(two, quarter) != 1
    none = DomainMatrix.zeros((0, 0), ZZ).to_dense()
    assert Congruence(none, Quotient(none)).transpose == Congruence(none, Quotient(none))
