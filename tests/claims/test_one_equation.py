"""The statements of the chapter on one equation, on random exact vectors."""

from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, sqrt

from linalg_book.exact import closest_point
from tests.strategies import FRACTIONS, column, equations, rational


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


@given(equations(), st.data())
def test_the_only_nearest_point_is_a_multiple_of_the_normal(equation, data):
    entries, right = equation
    a, b = column(entries), rational(right)
    example = closest_point(entries, right)
    x = example.answer
    assert x == b / length_squared(a) * a
    assert a.dot(x) == b
    assert example.values["distance"] ** 2 == b**2 / length_squared(a)
    other = column(data.draw(st.lists(FRACTIONS, min_size=len(a), max_size=len(a))))
    along = other - a.dot(other) / length_squared(a) * a  # any vector of the null space
    assert a.dot(x + along) == b
    assert length_squared(x + along) == length_squared(x) + length_squared(along)


@given(pairs())
def test_cauchy_schwarz(pair):
    a, x = pair
    left, right = a.dot(x) ** 2, length_squared(a) * length_squared(x)
    assert left <= right
    if any(a):
        parallel = a.row_join(x).rank() == 1
        assert (left == right) is parallel


@given(equations(), FRACTIONS.filter(bool))
def test_scaling(equation, factor):
    a, b = equation
    scaled = closest_point([factor * entry for entry in a], factor * b)
    assert scaled.answer == closest_point(a, b).answer
    assert scaled.values["distance"] == closest_point(a, b).values["distance"]


@given(equations(), st.data())
def test_nearest_to_a_given_point(equation, data):
    entries, right = equation
    point = data.draw(st.lists(FRACTIONS, min_size=len(entries), max_size=len(entries)))
    a, b, p = column(entries), rational(right), column(point)
    missing = b - a.dot(p)
    found = closest_point(entries, right, origin=point).answer
    assert found == p + missing / length_squared(a) * a
    assert length_squared(found - p) == missing**2 / length_squared(a)


@given(equations(), st.data())
def test_an_error_in_the_coefficients(equation, data):
    entries, right = equation
    other = data.draw(st.lists(FRACTIONS, min_size=len(entries), max_size=len(entries)).filter(any))
    a, c, b = column(entries), column(other), rational(right)
    x, moved = closest_point(entries, right).answer, closest_point(other, right).answer
    expected = b**2 * length_squared(c - a) / (length_squared(c) * length_squared(a))
    assert length_squared(moved - x) == expected
    if b:
        relative = length_squared(c - a) / length_squared(c)
        assert length_squared(moved - x) / length_squared(x) == relative


def test_the_numbers_of_the_first_example():
    # 3-4-5: the distance 12/5 = 12/√(3² + 4²).
    assert closest_point([3, 4], 12).values["distance"] == 12 / sqrt(25)
    assert Matrix([3, 4]).dot(closest_point([3, 4], 12).answer) == 12
