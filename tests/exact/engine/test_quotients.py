"""Rational matrices over one denominator."""

from fractions import Fraction

import pytest
from hypothesis import given
from sympy import QQ, ZZ, ImmutableMatrix, Matrix, Rational
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.quotients import Quotient, read_quotient
from tests.strategies import matrices, matrix

F = Fraction


@given(matrices())
def test_there_and_back(rows):
    found = read_quotient(rows)
    assert found.numerator.domain == ZZ
    assert found.to_rational().domain == QQ
    assert found.to_Matrix() == found.matrix == matrix(rows)
    assert found.transpose.matrix == matrix(rows).T
    assert isinstance(found.matrix, ImmutableMatrix)


@given(matrices())
def test_the_denominator_is_the_least(rows):
    found = read_quotient(rows)
    least = 1
    while not all((x * least).denominator == 1 for row in rows for x in row):
        least += 1
    assert found.denominator == least


@given(matrices())
def test_products(rows):
    A = read_quotient(rows)
    assert (A @ A.transpose).matrix == matrix(rows) * matrix(rows).T


def test_equal_in_other_terms():
    half = Quotient(DomainMatrix([[ZZ(1)]], (1, 1), ZZ), ZZ(2))
    same = Quotient(DomainMatrix([[ZZ(3)]], (1, 1), ZZ), ZZ(6))
    assert half == same
    assert half != Quotient(DomainMatrix([[ZZ(1)]], (1, 1), ZZ), ZZ(3))
    assert half != Quotient(DomainMatrix([[ZZ(3)]], (1, 1), ZZ), ZZ(2))
    assert half != Rational(1, 2)


@pytest.mark.parametrize(
    ("entries", "denominator", "reduced", "by"),
    [([4, 6], 8, [2, 3], 4), ([4, 6], -8, [-2, -3], 4), ([3, 0], 1, [3, 0], 1),
     ([0, 0], 5, [0, 0], 1), ([3, 4], 7, [3, 4], 7), ([3, 4], -7, [-3, -4], 7)],
)  # fmt: skip
def test_lowest_terms(entries, denominator, reduced, by):
    numerator = DomainMatrix([list(map(ZZ, entries))], (1, 2), ZZ)
    found = Quotient.reduced(numerator, ZZ(denominator))
    assert found.numerator.to_list() == [reduced]
    assert found.denominator == by


@pytest.mark.parametrize(
    "given_as",
    [[[1, 2], [3, 4]], ((1, 2), (3, 4)), Matrix([[1, 2], [3, 4]]),
     ImmutableMatrix([[1, 2], [3, 4]]),
     [["1", F(2)], [Rational(3), 4]]],
)  # fmt: skip
def test_short_ways_read_the_same(given_as):
    found = read_quotient(given_as)
    assert found == Quotient(DomainMatrix([[ZZ(1), ZZ(2)], [ZZ(3), ZZ(4)]], (2, 2), ZZ))
    assert found.denominator == 1
