"""The statements of the chapter on one equation, on random exact vectors."""

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, sqrt

from linalg_book.exact import closest_point
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, block, column, equations, numbers, rational


def length_squared(v):
    return v.dot(v)


@st.composite
def pairs(draw):
    """Draw two vectors of the same length, often parallel ones or zero."""
    n = draw(st.integers(1, 4))
    vectors = st.lists(FRACTIONS, min_size=n, max_size=n)
    a = draw(vectors)
    parallel = FRACTIONS.map(lambda factor: [factor * entry for entry in a])
    return column(a), column(draw(st.one_of(vectors, parallel)))


def is_multiple(a, x):
    """Whether x is a multiple of a."""
    return a.row_join(x).rank() == a.rank()


@given(equations(), numbers(5))
@neighbor("length", ([2], 2), [0], divide_by=lambda a: sqrt(length_squared(a)))
@neighbor("only", ([1, 0], 0), [0, 1], among=lambda _a, _y: True)
def test_the_only_nearest_point_is_a_multiple_of_the_normal(
    equation, entries, *, divide_by=length_squared, among=is_multiple
):
    row, right = equation
    a, b = column(row), rational(right)
    example = closest_point(row, right)
    x = example.answer
    assert x == b / divide_by(a) * a
    assert a.dot(x) == b
    assert example.values["distance"] ** 2 == b**2 / length_squared(a)
    other = block(entries, a.rows, 1)
    y = other + (b - a.dot(other)) / length_squared(a) * a  # any solution
    assert a.dot(y) == b
    assert a.dot(y - x) == 0
    assert length_squared(y) == length_squared(x) + length_squared(y - x)
    assert among(a, y) is (y == x)


@given(pairs())
@neighbor("zero", (Matrix([0]), Matrix([1])), nonzero=False)
def test_cauchy_schwarz(pair, *, nonzero=True):
    a, x = pair
    left, right = a.dot(x) ** 2, length_squared(a) * length_squared(x)
    assert left <= right
    if any(a) or not nonzero:
        assert (left == right) is is_multiple(a, x)


def scaled(b, factor):
    return factor * b


@given(equations(), FRACTIONS, numbers(5))
@neighbor("left side only", ([1], 1), 2, [0], right=lambda b, _: b)
@neighbor("zero", ([1], 1), 0, [0], nonzero=False)
def test_scaling(equation, factor, entries, *, right=scaled, nonzero=True):
    a, b = equation
    assume(factor or not nonzero)
    row, side = [factor * entry for entry in a], right(b, factor)
    found, any_point = closest_point(a, b).answer, block(entries, len(a), 1)
    for x in (found, found + column(a), any_point):  # the second is no solution
        assert (column(row).dot(x) == side) is (column(a).dot(x) == b)
    other = closest_point(row, side)
    assert other.answer == found
    assert other.values["distance"] == closest_point(a, b).values["distance"]


def lacking(a, b, p):
    """Return what the equation misses at p."""
    return b - a.dot(p)


@given(equations(), numbers(5))
@neighbor("right side", ([1], 0), [1], missing=lambda _a, b, _p: b)
def test_nearest_to_a_given_point(equation, entries, *, missing=lacking):
    row, right = equation
    point = entries[: len(row)]
    a, b, p = column(row), rational(right), column(point)
    found = closest_point(row, right, origin=point).answer
    assert found == p + missing(a, b, p) / length_squared(a) * a
    assert length_squared(found - p) == missing(a, b, p) ** 2 / length_squared(a)


@given(equations(), numbers(5))
@neighbor("old length", ([1], 1), [2], relative_to=lambda a, _: a)
def test_an_error_in_the_coefficients(equation, entries, *, relative_to=lambda _, changed: changed):
    row, right = equation
    other = entries[: len(row)]
    assume(any(other))
    a, c, b = column(row), column(other), rational(right)
    x, moved = closest_point(row, right).answer, closest_point(other, right).answer
    expected = b**2 * length_squared(c - a) / (length_squared(c) * length_squared(a))
    assert length_squared(moved - x) == expected
    if b:
        relative = length_squared(c - a) / length_squared(relative_to(a, c))
        assert length_squared(moved - x) / length_squared(x) == relative


def test_the_numbers_of_the_first_example():
    # 3-4-5: the distance 12/5 = 12/√(3² + 4²).
    assert closest_point([3, 4], 12).values["distance"] == 12 / sqrt(25)
    assert Matrix([3, 4]).dot(closest_point([3, 4], 12).answer) == 12
