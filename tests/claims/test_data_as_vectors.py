"""The statements of the chapter on data as vectors, on random exact numbers and texts."""

from collections import Counter
from itertools import permutations
from math import factorial, prod
from operator import le, lt

from hypothesis import assume, example
from hypothesis import strategies as st
from sympy import Matrix, Rational, ones, sqrt, zeros

from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, column, rational

VECTORS = st.lists(FRACTIONS, min_size=1, max_size=5)
SHAPES = st.tuples(st.integers(1, 4), st.integers(1, 4))
TEXTS = st.lists(st.sampled_from(["a", "b", "not"]), min_size=1, max_size=6)


def flat(image):
    """Read the rows of an image one after the other."""
    m, n = image.shape
    long = Matrix.zeros(m * n, 1)
    for i in range(1, m + 1):
        for j in range(1, n + 1):
            long[(i - 1) * n + j - 1] = image[i - 1, j - 1]
    return long


@st.composite
def images(draw, count):
    """Draw images of one shape, zero ones and single pixels among them."""
    m, n = draw(SHAPES)
    entries = st.lists(FRACTIONS, min_size=m * n, max_size=m * n)
    return [Matrix(m, n, [rational(x) for x in draw(entries)]) for _ in range(count)]


@given(VECTORS, FRACTIONS)
@neighbor("any sign", [1], -1, size=lambda number: number)
def test_length_and_direction(entries, other, *, size=abs):
    x = column(entries)
    squared = x.dot(x)
    if not any(entries):
        assert squared == 0
        return
    r = sqrt(squared)
    u = x / r
    assert r > 0
    assert sum(entry**2 for entry in u) == 1
    assert r * u == x
    # another positive number would leave a vector that is not of length 1
    s = size(rational(other))
    assume(s not in (0, r))
    assert sum(entry**2 for entry in x / s) != 1


@given(SHAPES)
def test_every_position_belongs_to_one_pixel(shape):
    m, n = shape
    places = [(i - 1) * n + j for i in range(1, m + 1) for j in range(1, n + 1)]
    assert places == list(range(1, m * n + 1))
    for k in places:
        q, r = divmod(k - 1, n)
        assert (1 <= q + 1 <= m, 1 <= r + 1 <= n) == (True, True)
        assert q * n + (r + 1) == k


def own_shape(X):
    return X.shape


@given(images(2), FRACTIONS, FRACTIONS)
@neighbor("without shape", [Matrix([[1, 2]])] * 2, 0, 0, shape=lambda X: X.T.shape)
def test_flattening_keeps_sums_and_inner_products(pair, s, t, *, shape=own_shape):
    X, Y = pair
    s, t = rational(s), rational(t)
    assert flat(s * X + t * Y) == s * flat(X) + t * flat(Y)
    assert flat(X).dot(flat(Y)) == (X.T * Y).trace()
    assert flat(X - Y).dot(flat(X - Y)) == sum(entry**2 for entry in X - Y)
    assert flat(X).reshape(*shape(X)) == X


@given(TEXTS, TEXTS)
@example(["not", "a"], ["a", "not"])
@neighbor("all orders", ["a", "a"], ["a"], alike=lambda _: 1)
@neighbor("same words", ["a"], ["a", "a"], counted=set)
def test_counts_forget_the_order_only(first, second, *, alike=factorial, counted=Counter):
    arrangements = set(permutations(first))
    assert (counted(first) == counted(second)) is (tuple(second) in arrangements)
    repeated = prod(alike(count) for count in Counter(first).values())
    assert len(arrangements) * repeated == factorial(len(first))


def up(entry):
    """Round to the nearest whole number, and halves up."""
    return (entry + Rational(1, 2)) // 1


def down(entry):
    """Round to the nearest whole number, and halves down."""
    return -up(-entry)


@given(VECTORS, FRACTIONS.filter(bool), st.sampled_from([up, down]))
@neighbor("no root", [Rational(1, 2)] * 2, 1, up, times=lambda _: 1)
@neighbor("less", [Rational(1, 2)], 1, up, within=lt)
def test_rounding_to_levels(entries, step, nearest, *, times=int, within=le):
    q = abs(rational(step))
    x = column(entries)
    rounded = x.applyfunc(lambda entry: q * nearest(entry / q))
    change = rounded - x
    assert all(entry / q == int(entry / q) for entry in rounded)
    assert all(within(abs(entry), q / 2) for entry in change)
    assert change.dot(change) <= q**2 * times(len(entries)) / 4
    halves = x.applyfunc(lambda entry: q * (up(entry) + Rational(1, 2)))
    worst = halves.applyfunc(lambda entry: q * nearest(entry / q)) - halves
    assert all(abs(entry) == q / 2 for entry in worst)
    assert worst.dot(worst) == q**2 * len(entries) / 4


@given(images(3), st.integers(1, 3), st.data())
def test_every_linear_map_is_one_matrix(three, p, data):
    X, Y, units = three
    m, n = units.shape
    size = m * n
    entries = st.lists(FRACTIONS, min_size=p * size, max_size=p * size)
    M = Matrix(p, size, [rational(x) for x in data.draw(entries)])

    def f(image):
        """Weigh the pixels and add them up, without the matrix."""
        return Matrix(
            [
                sum(M[r, i * n + j] * image[i, j] for i in range(m) for j in range(n))
                for r in range(p)
            ]
        )

    s, t = rational(data.draw(FRACTIONS)), rational(data.draw(FRACTIONS))
    assert f(s * X + t * Y) == s * f(X) + t * f(Y)
    found = Matrix.zeros(p, size)
    for k in range(size):
        unit = Matrix.zeros(m, n)
        unit[k // n, k % n] = 1
        found[:, k] = f(unit)
    assert f(X) == found * flat(X)
    assert found == M


LINEAR = (
    lambda X: X[: (X.rows + 1) // 2, : (X.cols + 1) // 2],  # a corner, cut out
    lambda X: X.row_insert(0, zeros(1, X.cols))[: X.rows, :],  # down by one row
    lambda X: X.T,
    lambda X: X * ones(X.cols, 1),  # sums of the rows
    lambda X: X - ones(*X.shape) * sum(X) / len(X),  # without the mean
)


@given(images(1), st.integers(0, 4))
@neighbor("pixel by pixel", [Matrix([[2]])], 0, maps=[lambda X: X.applyfunc(lambda x: x**2)])
@neighbor("a constant more", [Matrix([[0]])], 0, maps=[lambda X: ones(*X.shape) * 16 - X])
def test_maps_that_are_given_without_a_matrix(one, number, *, maps=LINEAR):
    (X,) = one
    f = maps[number % len(maps)]
    units = [Matrix(*X.shape, lambda i, j, k=k: int(i * X.cols + j == k)) for k in range(len(X))]
    M = Matrix.hstack(*(flat(f(unit)) for unit in units))
    assert M * flat(X) == flat(f(X))


@given(images(1))
def test_the_matrix_of_the_mirror_image(one):
    (X,) = one
    m, n = X.shape
    M = Matrix.zeros(m * n, m * n)
    for i in range(m):
        for j in range(n):
            M[i * n + j, i * n + n - 1 - j] = 1
    mirrored = Matrix(m, n, lambda i, j: X[i, n - 1 - j])
    assert M * flat(X) == flat(mirrored)
