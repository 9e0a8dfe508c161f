"""What the chapter on ridge states of noisy data, on random exact matrices and all their errors."""

from fractions import Fraction
from itertools import product

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, diag, eye, zeros

from linalg_book.exact import ridge
from tests.algebra import turned, with_singular_values
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, PRICES, column, numbers, rational

SIGMAS = st.lists(st.integers(0, 4), min_size=2, max_size=2)
TWO, THREE = numbers(2, INTEGERS), numbers(3, INTEGERS)


def signs(noise):
    """Return equally likely errors of variance 1: of two meters, or one error for both."""
    pairs = {"uncorrelated": product((1, -1), repeat=2), "the same": [(1, 1), (-1, -1)]}
    return [Matrix(pair) for pair in pairs[noise]]


def mean(values):
    """Average, exactly."""
    return sum(values) / len(values)


def errors_by_direction(X, V, w, price, noise="uncorrelated"):
    """Return the mean squared error of ridge along each column of V, and of its whole length."""
    misses = [ridge(X, X * w + e, price).answer - w for e in signs(noise)]
    along = [mean([V[:, i].dot(miss) ** 2 for miss in misses]) for i in range(V.cols)]
    return along, mean([miss.dot(miss) for miss in misses])


@settings(max_examples=30)
@given(SIGMAS, TWO, THREE, THREE, st.just(Fraction(0)) | PRICES)
@neighbor(
    "the same noise", [1, 1], [1, 0], [0, 0, 1], [0, 0, 0], Fraction(0),
    noise="the same", seen=[1, 1],
)  # fmt: skip
def test_the_mean_error_of_ridge(
    sigma, left, right, truth, price, *, noise="uncorrelated", seen=None
):
    _, V, X = with_singular_values(sigma, left, right)
    if seen:  # the direction in which both errors add up
        X = Matrix([seen]).T.row_join(zeros(2, 2)) / 1
        V, sigma2 = eye(3), [2, 0, 0]
    else:
        sigma2 = [s * s for s in sigma] + [0]
    w, paid = column(truth), rational(price)
    along, whole = errors_by_direction(X, V, w, paid, noise)
    expected = [
        (paid**2 * V[:, i].dot(w) ** 2 + s2) / (s2 + paid) ** 2 if s2 else V[:, i].dot(w) ** 2
        for i, s2 in enumerate(sigma2)
    ]
    assert along == expected
    assert whole == sum(expected)


@settings(max_examples=30)
@given(SIGMAS, TWO, THREE, THREE, st.builds(Fraction, st.integers(1, 4), st.just(4)))
@neighbor("three", [1, 0], [0, 1], [0, 0, 1], [2, 0, 0], Fraction(1), constant=3)
@neighbor("one penalty for all", [1, 0], [0, 1], [0, 0, 1], [2, 0, 0], Fraction(1), constant=None)
@neighbor(
    "every combination", [2, 3], [0, 1], [0, 0, 1], [1, 1, 0], Fraction(1), combined=True
)  # fmt: skip
def test_a_little_ridge_helps(sigma, left, right, truth, share, *, constant=2, combined=False):
    _, V, X = with_singular_values(sigma, left, right)
    w = column(truth)
    seen = [V[:, i].dot(w) ** 2 for i, s in enumerate(sigma) if s]
    assume(seen)
    bound = 1 if constant is None or not max(seen) else constant / max(seen)
    price = rational(share) * bound
    without, _ = errors_by_direction(X, V, w, 0)
    helped, _ = errors_by_direction(X, V, w, price)
    for i, s in enumerate(sigma):
        if s:
            assert helped[i] < without[i]
    if combined:
        both = V[:, 0] + V[:, 1]
        assert errors_by_direction(X, both, w, price)[0] < errors_by_direction(X, both, w, 0)[0]


@settings(max_examples=30)
@given(st.lists(st.integers(1, 4), min_size=2, max_size=2), TWO, TWO, TWO, TWO)
def test_the_bound_of_the_whole_length_helps_every_combination(sigma, left, right, truth, way):
    X = turned(left) * diag(*sigma) * turned(right).T
    w, u = column(truth), column(way)
    assume(any(w) and any(u))
    price = 2 / w.dot(w)
    assert errors_by_direction(X, u, w, price)[0] < errors_by_direction(X, u, w, 0)[0]


@settings(max_examples=30)
@given(PRICES, st.integers(1, 5), st.integers(0, 2))
def test_no_constant_above_two_will_do(excess, c, further):
    price = (2 + rational(excess)) / c**2
    sigma = 1 + further
    while sigma**2 * rational(excess) < price:
        sigma += 1
    X, w = Matrix([sigma, 0]), Matrix([c])
    assert errors_by_direction(X, eye(1), w, price)[1] >= errors_by_direction(X, eye(1), w, 0)[1]


@settings(max_examples=30)
@given(SIGMAS.filter(any), TWO, THREE, PRICES)
def test_too_much_ridge_harms_some_truth(sigma, left, right, price):
    _, V, X = with_singular_values(sigma, left, right)
    i = sigma.index(max(sigma))
    s2, paid = max(sigma) ** 2, rational(price)
    far = V[:, i] * 2 * (s2 + paid) ** 2 / paid  # so that its bias is larger than all variances
    _, without = errors_by_direction(X, V, far, 0)
    _, harmed = errors_by_direction(X, V, far, paid)
    assert harmed > without
