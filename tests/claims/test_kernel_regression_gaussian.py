"""What the chapter on kernel regression states of Gaussian bumps and of repeated points."""

from math import exp, factorial

import numpy as np
import pytest
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye

from linalg_book.exact import least_squares
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, column, numbers

PLACES = st.lists(st.integers(-2, 3), min_size=1, max_size=4)
POINTS = st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 2)), min_size=1, max_size=5)
PARTS = st.sampled_from([Rational(1, 2), Rational(9, 10), Rational(1, 3)])
NUMBERS = st.floats(-1.5, 1.5)
SCALES = st.sampled_from([0.7, 1.0, 1.3, 2.0])


def distinct(places):
    """Keep each place once."""
    return list(dict.fromkeys(places))


def squared_distance(x, z):
    """Return ‖x − z‖²."""
    return sum((a - b) ** 2 for a, b in zip(x, z, strict=True))


def largest_square(x, z):
    """Return the largest of the |xᵢ − zᵢ|²."""
    return max((a - b) ** 2 for a, b in zip(x, z, strict=True))


@given(POINTS, PARTS)
@neighbor("equal points", [(0, 0), (0, 0)], Rational(1, 2), kept=list)
@neighbor(
    "fourth powers", [(0, 0), (1, 0), (2, 0)], Rational(9, 10),
    apart=lambda x, z: squared_distance(x, z) ** 2,
)  # fmt: skip
@neighbor("bumps that grow", [(0, 0), (1, 0)], Rational(1, 2), base=lambda q: 1 / q)
@neighbor(
    "largest difference", [(-1, 0), (0, -1), (0, 1), (1, 0)], Rational(9, 10), apart=largest_square
)
def test_the_gaussian_kernel_is_strict(
    points, q, *, kept=distinct, apart=squared_distance, base=lambda q: q
):
    chosen = kept(points)
    K = Matrix([[base(q) ** apart(x, z) for z in chosen] for x in chosen])
    assert all(K[:n, :n].det() > 0 for n in range(1, K.rows + 1))


def each_factorial(e):
    """Return e₁! e₂!."""
    return factorial(e[0]) * factorial(e[1])


EXPONENTS = [(i, j) for i in range(45) for j in range(45)]


def features(x, scale, damping, divisor, power):
    """List many features of a point of the plane."""
    damped = exp(-damping * (x[0] ** 2 + x[1] ** 2) / scale**2)
    tops = np.array([x[0] ** i * x[1] ** j / scale ** power((i, j)) for i, j in EXPONENTS])
    return damped * tops / np.sqrt([float(divisor(e)) for e in EXPONENTS])


ONE = ((1.0, 0.0), (1.0, 0.0), 1.0)
DIAGONAL = ((1.0, 1.0), (1.0, 1.0), 1.0)


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS), SCALES)
@neighbor("without damping", *ONE, damping=0)
@neighbor("damped by the kernel itself", *ONE, damping=1)
@neighbor("factorial of the sum", *DIAGONAL, divisor=lambda e: factorial(sum(e)))
@neighbor("twice the power", (1.0, 0.0), (1.0, 0.0), 2.0, power=lambda e: 2 * sum(e))
def test_the_features_of_the_gaussian_kernel(
    x, z, scale, *, damping=0.5, divisor=each_factorial, power=sum
):
    of_x, of_z = (features(point, scale, damping, divisor, power) for point in (x, z))
    kernel = exp(-squared_distance(x, z) / (2 * scale**2))
    assert of_x @ of_z == pytest.approx(kernel, abs=1e-12)
    assert of_x @ of_x == pytest.approx(1, abs=1e-12)


def bumps(places, q):
    """Return the matrix of q^|x − z|², a Gaussian kernel."""
    return Matrix([[q ** ((x - z) ** 2) for z in places] for x in places])


def straight(places, _):
    """Return the matrix of 1 + xz, whose functions are lines."""
    return Matrix([[1 + x * z for z in places] for x in places])


def fit(K, y, penalty):
    """Return least-norm or ridge coefficients of the points."""
    if penalty:
        return (K + penalty * eye(K.rows)).LUsolve(y)
    return least_squares(K.tolist(), list(y)).answer


def on_two_places(places):
    """Keep the points at the first two distinct places, where lines reach all values."""
    return [x for x in places if x in distinct(places)[:2]]


@given(PLACES, numbers(4, INTEGERS), PARTS, st.booleans())
@neighbor("lines", [0, 1, 1, 2], [0, 1, 3, 1], Rational(1, 2), True, kept=list)
@neighbor("a penalty", [0, 0], [0, 2, 0, 0], Rational(1, 2), False, penalty=1)
def test_repeated_points(places, right, q, lines, *, kept=on_two_places, penalty=0):
    places, kernel = (kept(places), straight) if lines else (places, bumps)
    y, once = column(right[: len(places)]), distinct(places)
    groups = [[y[i] for i, x in enumerate(places) if x == z] for z in once]
    means = Matrix([sum(group) / len(group) for group in groups])
    everywhere = [*places, *once, 4]
    between = kernel(everywhere, q)
    N, new = len(places), range(len(everywhere))
    values = between[:, :N] * fit(between[:N, :N], y, penalty)
    from_means = between[:, N:-1] * fit(kernel(once, q), means, penalty)
    assert [values[i] for i in new] == [from_means[i] for i in new]
    if not penalty:
        assert values[N:-1, 0] == means
