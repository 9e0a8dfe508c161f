"""What the chapter on Gaussian processes states about Gaussian vectors: laws by moments."""

from fractions import Fraction
from itertools import product
from math import comb, factorial, prod

from hypothesis import assume
from sympy import Matrix, Rational, sqrt

from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, matrix, numbers

NUMBERS = numbers(12, INTEGERS)


@given(SMALL, NUMBERS)
@neighbor("coins instead of normal numbers", [[Fraction(3), Fraction(4)]], [1] * 12, fourth=1)
def test_the_law_knows_the_covariance_only(rows, values, *, fourth=3):
    B = matrix(rows)
    c = block(values, B.rows, 1)
    w = list(B.T * c)  # c·a is the sum of wᵢ zᵢ, and E zᵢ⁴ the fourth moment
    pairs = [(i, j) for i in range(len(w)) for j in range(len(w)) if i != j]
    found = fourth * sum(x**4 for x in w) + 3 * sum(w[i] ** 2 * w[j] ** 2 for i, j in pairs)
    assert found == 3 * (c.T * B * B.T * c)[0] ** 2


@given(SMALL, NUMBERS)
@neighbor("the transposes the other way round", [[Fraction(1)], [Fraction(0)]],
          [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], of=lambda F, C: F.T * C * F)  # fmt: skip
def test_maps_of_gaussian_vectors(rows, values, *, of=lambda F, C: F * C * F.T):
    B = matrix(rows)
    F = block(values, B.rows, B.rows)
    assert of(F, B * B.T) == (F * B) * (F * B).T


def paired(count):
    """Return the mean of the count-th power of a standard normal number."""
    return 0 if count % 2 else prod(range(1, count, 2))


def gaussian_moment(u, v, i, j):
    """Return E (u·z)ⁱ (v·z)ʲ for a standard normal z: pair the factors, k of them across."""
    a, b, c = u.dot(u), v.dot(v), u.dot(v)
    return sum(
        comb(i, k) * comb(j, k) * factorial(k) * c**k
        * paired(i - k) * a ** ((i - k) // 2) * paired(j - k) * b ** ((j - k) // 2)
        for k in range(min(i, j) + 1)
        if not (i - k) % 2 and not (j - k) % 2
    )  # fmt: skip


def with_a_coin(u, v, i, j):
    """Return the mean for one normal number, and the same with a random sign, scaled."""
    return 0 if i % 2 or j % 2 else u.dot(u) ** (i // 2) * v.dot(v) ** (j // 2) * paired(i + j)


def with_two_coins(_u, _v, i, j):
    """Return the mean for roots of X in {0, 1, 2} and of (X − 1)², each with its own sign."""
    if i % 2 or j % 2:
        return 0
    return sum(Rational(x ** (i // 2) * (x - 1) ** j, 3) for x in (0, 1, 2))


@given(numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor("each Gaussian, not jointly", [1, 0, 0], [0, 1, 0], moment=with_a_coin)
@neighbor("squares without covariance, not Gaussian", [1, 0, 0], [0, 1, 0], moment=with_two_coins)
def test_uncorrelated_parts_are_independent(first, second, *, moment=gaussian_moment):
    u, v = Matrix(first), Matrix(second)
    assume(any(u))
    v -= u * v.dot(u) / u.dot(u)
    assert moment(u, v, 1, 1) == 0
    for i, j in product(range(5), repeat=2):
        assert moment(u, v, i, j) == moment(u, v, i, 0) * moment(u, v, 0, j)


def semidefinite(S):
    return S.is_positive_semidefinite


def root_of_two(S):
    """Return a triangle L with L Lᵀ = S, for a positive semidefinite 2 × 2 matrix."""
    a, b, d = S[0, 0], S[0, 1], S[1, 1]
    if not a:
        return Matrix([[0, 0], [0, sqrt(d)]])
    return Matrix([[sqrt(a), 0], [b / sqrt(a), sqrt(d - b**2 / a)]])


@given(INTEGERS, INTEGERS, INTEGERS)
@neighbor("a diagonal without negative numbers", 1, 2, 1,
          enough=lambda S: all(x >= 0 for x in S.diagonal()))  # fmt: skip
@neighbor("positive definite", 9, 12, 16, enough=lambda S: S.is_positive_definite)
def test_covariance_matrices_are_the_semidefinite_ones(a, b, d, *, enough=semidefinite):
    S = Matrix([[a, b], [b, d]])
    tried = [(1, 0), (0, 1), (-b, a), (d, -b), (1, 1), (1, -1)]
    variances = [(Matrix([c]) * S * Matrix(c))[0] for c in tried]
    assert enough(S) is all(found >= 0 for found in variances)
    if enough(S):
        L = root_of_two(S)
        assert L * L.T == S
        assert all(x.is_real for x in L)


@given(SMALL, NUMBERS)
@neighbor("all of the space", [[Fraction(3)], [Fraction(4)]], [1] * 12,
          rank=lambda C: C.rows)  # fmt: skip
def test_draws_stay_in_the_column_space(rows, values, *, rank=lambda C: C.rank()):
    B = matrix(rows)
    C, draw = B * B.T, B * block(values, B.cols, 1)
    assert C.row_join(draw).rank() == rank(C)
    assert C.is_positive_semidefinite
