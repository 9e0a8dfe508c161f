"""Algebraic numbers: zero tests, signs and short roots."""

import pytest
from sympy import CRootOf, Poly, Symbol, sqrt

from linalg_book.exact.engine.algebraic import Numbers, split_square

LAMBDA, R5 = Symbol("lambda"), sqrt(5)


@pytest.mark.parametrize(
    ("d", "q", "rest"), [(12, 2, 3), (34, 1, 34), (850, 5, 34), (5**401, 1, 5**401)]
)
def test_square_factors_are_taken_out(d, q, rest):
    assert split_square(d) == (q, rest)


def test_roots_of_quadratic_numbers():
    numbers = Numbers([5], [])
    (r,) = numbers.ring.gens
    # ((1 + √5)/2)² = (3 + √5)/2, and (√5 − 2)² = 9 − 4√5; 10 + 2√5 has no shorter root.
    half = numbers.ring.domain(1) / 2
    assert numbers.root((r + 3) * half).equals((1 + R5) / 2)
    assert numbers.root(9 - 4 * r) == R5 - 2
    assert numbers.root(2 * r + 10) == sqrt(2 * R5 + 10)
    assert numbers.root(8 * r + 40) == 2 * sqrt(2 * R5 + 10)
    assert [numbers.sign(x) for x in (r - 2, 2 - r, r - 3, 3 - r, r + 1, -r - 1)] == [
        1, -1, -1, 1, 1, -1,
    ]  # fmt: skip
    assert numbers.is_zero(r**2 - 5)
    assert not numbers.is_zero(r**2 - 4)


def test_relations_between_the_roots_of_a_cubic():
    f = Poly(LAMBDA**3 - 8 * LAMBDA**2 + 15 * LAMBDA - 4, LAMBDA)
    numbers = Numbers([], [(f, [CRootOf(f, i) for i in range(3)])])
    x, y, z = numbers.roots[0]
    # Vieta: the sums of products are 8, 15 and 4.
    assert numbers.is_zero(x + y + z - 8)
    assert numbers.is_zero(x * y + y * z + z * x - 15)
    assert numbers.is_zero(x * y * z - 4)
    assert not numbers.is_zero(x - y)
    assert numbers.short(x**3 + y**3 + z**3) == 8**3 - 3 * 8 * 15 + 3 * 4
    assert float(numbers.expr(x)) < float(numbers.expr(y)) < float(numbers.expr(z))
