"""The statements of the chapter on planes, on random exact vectors."""

from operator import mul

import pytest
from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix

from linalg_book.errors import InconsistentSystemError
from linalg_book.exact import least_norm, solve
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, column, numbers, rational

SPACE = st.lists(FRACTIONS, min_size=3, max_size=3)


@st.composite
def pairs(draw, n=None):
    """Draw two vectors of the same length, often parallel ones or zero."""
    size = draw(st.integers(1, 4)) if n is None else n
    vectors = st.lists(FRACTIONS, min_size=size, max_size=size)
    first = draw(vectors)
    parallel = FRACTIONS.map(lambda factor: [factor * entry for entry in first])
    return column(first), column(draw(st.one_of(vectors, vectors, parallel)))


def gram(a1, a2):
    return Matrix([[a1.dot(a1), a1.dot(a2)], [a1.dot(a2), a2.dot(a2)]])


def rank_of(*vectors):
    return Matrix.hstack(*vectors).rank()


def are_dependent(a1, a2):
    return rank_of(a1, a2) < 2


def are_independent(a1, a2):
    return not are_dependent(a1, a2)


def are_nonzero(a1, a2):
    return any(a1) and any(a2)


@given(pairs())
@neighbor(
    "zero only", (Matrix([1]), Matrix([1])), zero_for=lambda a1, a2: not any(a1) or not any(a2)
)
def test_the_gram_determinant(pair, *, zero_for=are_dependent):
    a1, a2 = pair
    determinant = a1.dot(a1) * a2.dot(a2) - a1.dot(a2) ** 2
    assert determinant >= 0
    assert (determinant == 0) is zero_for(a1, a2)
    if len(a1) == 3:
        d = a1.cross(a2)
        assert determinant == d.dot(d)


E1, E2 = Matrix([1, 0, 0]), Matrix([0, 1, 0])


def in_span(a1, a2, v):
    return rank_of(a1, a2, v) == rank_of(a1, a2)


def along_one(a1, a2, v):
    return rank_of(a1, v) == 1 or rank_of(a2, v) == 1


@given(pairs(3), SPACE, FRACTIONS, FRACTIONS)
@neighbor("multiples", (E1, E2), [1, 1, 0], 0, 0, among=along_one)
@neighbor("nonzero", (E1, E1), [0, 0, 0], 0, 0, required=are_nonzero)
def test_the_perpendiculars_are_the_row_space(
    pair, entries, c1, c2, *, among=in_span, required=are_independent
):
    a1, a2 = pair
    assume(required(a1, a2))
    d = Matrix([*a1]).cross(Matrix([*a2]))
    assert any(d)
    null_space = Matrix.vstack(a1.T, a2.T).nullspace()
    assert len(null_space) == 1
    assert rank_of(d, null_space[0]) == 1
    assert (c1 * a1 + c2 * a2).dot(d) == 0
    w = column(entries)
    perpendicular = w - w.dot(d) / d.dot(d) * d
    for vector in (w, perpendicular):
        assert (vector.dot(d) == 0) is among(a1, a2, vector)


def by_both(a1, a2, b1, b2):
    """Return the multipliers of two independent equations, as Cramer's rule gives them."""
    determinant = gram(a1, a2).det()
    c1 = (a2.dot(a2) * b1 - a1.dot(a2) * b2) / determinant
    c2 = (a1.dot(a1) * b2 - a1.dot(a2) * b1) / determinant
    return c1, c2


def one_by_one(a1, a2, b1, b2):
    return b1 / a1.dot(a1), b2 / a2.dot(a2)


@given(pairs(), FRACTIONS, FRACTIONS, numbers(4))
@neighbor("alone", (Matrix([1, 0]), Matrix([1, 1])), 1, 1, [], multipliers=one_by_one)
def test_two_independent_equations(pair, first, second, factors, *, multipliers=by_both):
    a1, a2 = pair
    assume(rank_of(a1, a2) == 2)
    b1, b2 = rational(first), rational(second)
    c1, c2 = multipliers(a1, a2, b1, b2)
    example = least_norm([list(a1), list(a2)], [b1, b2])
    x = example.answer
    assert x == c1 * a1 + c2 * a2
    assert list(example.values["multipliers"]) == [c1, c2]
    assert (a1.dot(x), a2.dot(x)) == (b1, b2)
    assert x.dot(x) == c1 * b1 + c2 * b2
    basis = Matrix.vstack(a1.T, a2.T).nullspace()
    v = sum((rational(c) * step for c, step in zip(factors, basis, strict=False)), x * 0)
    assert (a1.dot(x + v), a2.dot(x + v)) == (b1, b2)
    assert (x + v).dot(x + v) == x.dot(x) + v.dot(v)


def on_the_line(c1, c2, s, c):
    """Whether c₁ + s c₂ = c, which makes c₁ a₁ + c₂ a₂ the right multiple of a₁."""
    return c1 + s * c2 == c


ANY, ROW = FRACTIONS, st.lists(FRACTIONS, min_size=1, max_size=4).filter(any)


@given(ROW, ANY, ANY, ANY, ANY)
@neighbor("only one", [1], 1, 0, 0, 1, right=lambda c1, c2, _, c: (c1, c2) == (c, 0))
@neighbor("same side", [1], 2, 1, -1, 0, needed=lambda _, b: b)
def test_two_dependent_equations(
    entries, factor, first, off, other, *, right=on_the_line, needed=mul
):
    a, s, b = column(entries), rational(factor), rational(first)
    rows = [list(a), list(s * a)]
    multipliers = gram(a, s * a)
    example = least_norm(rows, [b, s * b])
    length = a.dot(a)
    assert example.answer == b / length * a
    c2 = rational(other)
    for c1 in (b / length - s * c2, b / length - s * c2 + 1):
        is_right = right(c1, c2, s, b / length)
        assert (c1 * a + c2 * s * a == example.answer) is is_right
        assert (multipliers * Matrix([c1, c2]) == Matrix([b, s * b])) is is_right
    sides = [b, s * b + rational(off)]
    misses = sides[1] != needed(s, b)
    assert (Matrix(rows).row_join(Matrix(sides)).rank() > 1) is misses
    assert (multipliers.row_join(Matrix(sides)).rank() > multipliers.rank()) is misses
    if misses:
        with pytest.raises(InconsistentSystemError):
            least_norm(rows, sides)


@given(pairs(3), SPACE, st.tuples(FRACTIONS, FRACTIONS, FRACTIONS), st.booleans(), st.booleans())
@neighbor("always a line", (E1, E2), [1, 0, 0], (0, 0, 1), False, False, may_miss=False)
def test_a_third_plane(pair, entries, sides, is_combined, is_met, *, may_miss=True):
    a1, a2 = pair
    assume(rank_of(a1, a2) == 2)
    b1, b2, b3 = map(rational, sides)
    a3 = column(entries)
    if is_combined:
        a3 = a3[0] * a1 + a3[1] * a2
    d, x = a1.cross(a2), least_norm([list(a1), list(a2)], [b1, b2]).answer
    if is_met:
        b3 = a3.dot(x)
    assert (a3.dot(d) == 0) is (rank_of(a1, a2, a3) == 2)
    rows, right = [list(a1), list(a2), list(a3)], [b1, b2, b3]
    A, b = Matrix(rows), Matrix(right)
    misses = a3.dot(d) == 0 and a3.dot(x) != b3 and may_miss
    assert (A.row_join(b).rank() > A.rank()) is misses
    if a3.dot(d) != 0:
        example = solve(rows, right)
        assert example.values["kind"] == "unique"
        assert example.answer == x + (b3 - a3.dot(x)) / a3.dot(d) * d
    elif a3.dot(x) == b3:
        example = solve(rows, right)
        assert example.values["rank"] == 2
        assert rank_of(example.values["null_space"], d) == 1
        assert least_norm(rows, right).answer == x
    else:
        with pytest.raises(InconsistentSystemError):
            least_norm(rows, right)


def test_the_numbers_of_the_chapter():
    # by hand: 3c₁ + 3c₂ = 6 and 3c₁ + 5c₂ = 8 give c₁ = c₂ = 1
    example = least_norm([[1, 1, 1], [0, 1, 2]], [6, 8])
    assert list(example.answer) == [1, 2, 3]
    assert list(example.values["multipliers"]) == [1, 1]
    assert list(least_norm([[1, 1, 1], [1, -1, 0]], [6, 2]).answer) == [3, 1, 2]
