"""The rank modulo a prime, and where it is not the rank."""

from fractions import Fraction

import pytest
from hypothesis import given
from sympy import Matrix

from linalg_book.exact.engine.ranks import PRIME, _rank_modulo, rank
from linalg_book.exact.reading.matrices import read_matrix
from tests.strategies import matrices


@given(matrices())
def test_it_is_the_rank(A):
    assert rank(read_matrix(A)) == Matrix(A).rank()


@pytest.mark.parametrize(
    ("A", "modulo", "expected"),
    [
        ([[PRIME]], 0, 1),
        ([[1, 2], [1, 2 + PRIME]], 1, 2),
        ([[Fraction(1, PRIME), 0], [0, 1]], 1, 2),
        ([[0, 0], [0, 0]], 0, 0),
        ([], 0, 0),
        ([[], []], 0, 0),
    ],
)
def test_a_prime_that_divides_minors_is_seen_through(A, modulo, expected):
    assert _rank_modulo(read_matrix(A)) == modulo
    assert rank(read_matrix(A)) == expected
