"""The statements of the chapter on similarity, on random exact vectors."""

from fractions import Fraction
from itertools import permutations, product

from hypothesis import assume, example
from hypothesis import strategies as st
from sympy import Matrix, Rational, expand, eye, ones, sqrt

from linalg_book.exact import gram_schmidt, project
from tests.algebra import exchanges, mirrors, squared
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, column, matrix, rational, several

POSITIVE = FRACTIONS.map(abs).filter(bool)


def cosine(a, b):
    return a.dot(b) / sqrt(squared(a) * squared(b))


ONE, TWO = Matrix([1]), Matrix([2])


@given(several(3), FRACTIONS)
@neighbor("no cross term", [ONE, ONE, ONE], 1, cross=0)
def test_rules(vectors, factor, *, cross=2):
    a, b, c = vectors
    s = rational(factor)
    assert a.dot(b) == b.dot(a)
    assert a.dot(b + c) == a.dot(b) + a.dot(c)
    assert (s * a).dot(b) == s * a.dot(b)
    assert squared(a + b) == squared(a) + cross * a.dot(b) + squared(b)
    assert squared(a) >= 0
    assert (squared(a) == 0) is (not any(a))


@given(several(2))
@example([Matrix([3, 4]), Matrix([4, -3])])
@neighbor("lengths", [ONE, ONE], size=lambda v: sqrt(squared(v)))
def test_pythagoras(pair, *, size=squared):
    a, b = pair
    assert (size(a + b) == size(a) + size(b)) is (a.dot(b) == 0)
    if any(a):  # a pair that is orthogonal for certain
        rest = b - a.dot(b) / squared(a) * a
        assert squared(a + rest) == squared(a) + squared(rest)


@given(several(2), FRACTIONS)
@neighbor("length", [TWO, TWO], 0, divide_by=lambda a: sqrt(squared(a)))
def test_the_nearest_point_of_a_line(pair, factor, *, divide_by=squared):
    a, b = pair
    c = rational(factor)
    p = project(list(b), onto=list(a)).answer
    r = b - p
    assert a.dot(r) == 0
    assert squared(b) == squared(p) + squared(r)
    if not any(a):
        assert not any(p)
        return
    best = a.dot(b) / divide_by(a)
    assert p == best * a
    assert squared(b - c * a) == squared(r) + (c - best) ** 2 * squared(a)
    assert (a.dot(b - c * a) == 0) is (c == best)
    assert squared(p) == a.dot(b) ** 2 / squared(a)


def either_is_a_multiple(a, b):
    return a.row_join(b).rank() <= 1


def second_is_a_multiple(a, b):
    return a.row_join(b).rank() == a.rank()


@given(several(2))
@neighbor("of the first", [Matrix([0]), ONE], rare=True, equal=second_is_a_multiple)
def test_cauchy_schwarz_with_equality(pair, *, equal=either_is_a_multiple):
    a, b = pair
    left, right = a.dot(b) ** 2, squared(a) * squared(b)
    assert left <= right
    assert (left == right) is equal(a, b)


def on_one_side(a, b):
    return either_is_a_multiple(a, b) and all(x * y >= 0 for x, y in zip(a, b, strict=True))


@given(several(2))
@example([Matrix([0, 0]), Matrix([1, 2])])
@neighbor("either side", [ONE, -ONE], equal=either_is_a_multiple)
def test_triangle(pair, *, equal=on_one_side):
    a, b = pair
    # ‖a + b‖ ≤ ‖a‖ + ‖b‖ in squares: 2 a·b ≤ 2 ‖a‖‖b‖
    longest = squared(a) + squared(b) + 2 * sqrt(squared(a) * squared(b))
    assert squared(a + b) <= longest
    assert (squared(a + b) == longest) is equal(a, b)


NONZERO = FRACTIONS.filter(bool)


@given(several(2), NONZERO, NONZERO)
@neighbor("any factor", [ONE, ONE], -1, 1, size=lambda factor: factor)
def test_cosine_and_distance(pair, first, second, *, size=abs):
    a, b = pair
    assume(any(a) and any(b))
    s, t = size(rational(first)), size(rational(second))
    assert cosine(s * a, t * b) == cosine(a, b)
    assert -1 <= cosine(a, b) <= 1
    u, v = a / sqrt(squared(a)), b / sqrt(squared(b))
    assert sum(x * y for x, y in zip(u, v, strict=True)).equals(cosine(a, b))
    assert sum((x - y) ** 2 for x, y in zip(u, v, strict=True)).equals(2 - 2 * cosine(a, b))


def is_positive_multiple(x, y):
    return x.row_join(y).rank() == 1 and bool(x.dot(y) > 0)


def is_on_a_line(x, y):
    """Whether y = s x + t 1; neither of both is a multiple of 1."""
    return Matrix.hstack(x, y, ones(len(x), 1)).rank() == 2


def is_on_a_rising_line(x, y):
    i = next(i for i, entry in enumerate(x) if entry != x[0])
    return is_on_a_line(x, y) and bool((y[i] - y[0]) / (x[i] - x[0]) > 0)


@given(several(2), NONZERO, FRACTIONS)
@example([Matrix([9, 8, 4, 3]), Matrix([7, 6, 2, 1])], Fraction(1), Fraction(-2))
@neighbor("any factor", [Matrix([0, 1]), Matrix([0, 1])], -1, 0, size=lambda factor: factor)
@neighbor("no shift", [Matrix([0, 1]), Matrix([1, 2])], 1, 0, straight=is_positive_multiple)
@neighbor("falling", [Matrix([0, 1]), Matrix([0, -1])], 1, 0, straight=is_on_a_line)
def test_centering(pair, factor, shift, *, size=abs, straight=is_on_a_rising_line):
    x, y = pair
    s, t = size(rational(factor)), rational(shift)
    one = ones(len(x), 1)
    mean, other = sum(x) / Rational(len(x)), sum(y) / Rational(len(y))
    worked = project(list(x), onto=list(one))
    assert worked.answer == mean * one
    centered, beside = worked.values["residual"], y - other * one
    assert (not any(centered)) is (len(set(x)) == 1)
    moved = s * x + t * one
    assert moved - sum(moved) / Rational(len(x)) * one == s * centered
    if not any(centered) or not any(beside):
        return
    assert cosine(s * centered, beside) == cosine(centered, beside)
    assert (cosine(centered, beside) == 1) is straight(x, y)
    assert cosine(centered, moved - sum(moved) / Rational(len(x)) * one) == 1


@given(several(2), FRACTIONS)
@neighbor("no root", [Matrix([1, 1]), Matrix([0, 0])], 1, times=lambda _: 1)
def test_three_norms(pair, factor, *, times=int):
    x, y = pair
    n, s = len(x), rational(factor)

    def one(v):
        return sum(abs(entry) for entry in v)

    def largest(v):
        return max(abs(entry) for entry in v)

    assert largest(x) ** 2 <= squared(x) <= one(x) ** 2 <= times(n) * squared(x)
    assert squared(x) <= n * largest(x) ** 2
    even = Matrix([3] * n)  # the last two are equalities where all entries have one size
    assert one(even) ** 2 == n * squared(even) == n**2 * largest(even) ** 2
    for norm in (one, largest):
        assert norm(x + y) <= norm(x) + norm(y)
        assert norm(s * x) == abs(s) * norm(x)
        assert (norm(x) == 0) is (not any(x))


@st.composite
def bases(draw):
    """Draw independent columns, made orthonormal, and two vectors of coordinates."""
    n = draw(st.integers(1, 3))
    k = draw(st.integers(1, n))
    small = st.integers(-3, 3).map(Fraction)
    rows = draw(st.lists(st.lists(small, min_size=k, max_size=k), min_size=n, max_size=n))
    Q = gram_schmidt(rows, normalized=True).answer
    lists = st.lists(small, min_size=Q.cols, max_size=Q.cols)
    assume(Q.cols > 0)
    return Q, column(draw(lists)), column(draw(lists))


def is_identity(gram):
    return gram.applyfunc(expand) == eye(gram.rows)


@given(bases())
@neighbor("orthogonal", (TWO, ONE, ONE), rare=True, required=lambda gram: gram.is_diagonal())
def test_orthonormal_vectors_keep_every_dot_product(data, *, required=is_identity):
    Q, s, t = data
    assume(required(Q.T * Q))
    inside, other = Q * s, Q * t
    assert inside.dot(other).equals(s.dot(t))
    assert squared(inside - other).equals(squared(s - t))
    assert (Q.T * inside - s).applyfunc(lambda entry: entry.simplify()).is_zero_matrix


@st.composite
def symmetric_sets(draw):
    """Draw all signed rearrangements of a nonzero vector, and a fixed nonzero vector."""
    n = draw(st.integers(1, 4))
    lists = st.lists(st.integers(-3, 3).map(Fraction), min_size=n, max_size=n).filter(any)
    start, fixed = draw(lists), draw(lists)
    directions = [
        [sign * entry for sign, entry in zip(signs, order, strict=True)]
        for order in permutations(start)
        for signs in product((1, -1), repeat=n)
    ]
    return directions, fixed


@given(symmetric_sets(), POSITIVE)
@example(([[1, 0], [-1, 0], [0, 1], [0, -1]], [3, 4]), Fraction(1, 2))
@neighbor("one sign", ([[1]], [1]), 1, rare=True, same=[exchanges])
@neighbor("one place", ([[1, 0], [-1, 0]], [1, 0]), 1, rare=True, same=[mirrors])
@neighbor("half", ([[1], [-1]], [1]), 1, share=Fraction(1, 2))
def test_random_directions(data, bound, *, same=(exchanges, mirrors), share=1):
    directions, w = data
    assume(all(stays(directions) for stays in same))
    n, sizes = len(w), sum(x * x for x in directions[0]) * sum(x * x for x in w)
    products = [sum(x * y for x, y in zip(u, w, strict=True)) for u in directions]
    assert sum(products) == 0
    cosines_squared = [Fraction(x * x) / sizes for x in products]
    assert sum(cosines_squared) / len(directions) == Fraction(1, n)
    large = sum(x >= bound**2 for x in cosines_squared)
    assert Fraction(large, len(directions)) <= share / (n * bound**2)


@given(several(3))
def test_gram_schmidt_makes_a_plane_of_a_line_and_a_point(vectors):
    columns = matrix([list(row) for row in zip(*vectors, strict=True)])
    found = gram_schmidt(columns.tolist()).answer
    for i, j in product(range(found.cols), repeat=2):
        assert (found[:, i].dot(found[:, j]) == 0) is (i != j)
    assert found.row_join(columns).rank() == columns.rank() == found.cols
