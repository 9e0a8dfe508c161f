"""What the chapter on more features than examples states of features that are not used.

Means over signs are exact.
"""

from fractions import Fraction
from itertools import product

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, oo

from linalg_book.exact import pseudoinverse
from linalg_book.numeric import interpolation_error
from tests.claims.chance import coins, mean
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, column, matrices, matrix, numbers

TINY = matrices(entries=INTEGERS, rows=st.integers(1, 2), columns=st.integers(1, 2))


@settings(max_examples=15)
@given(TINY, numbers(3), st.integers(0, 2))
@neighbor("a copy is left out", [[1], [1]], [0, 1, 0], 0, unused=lambda X, _: X)
@neighbor("only their own noise", [[1]], [0, 1, 0], 1, counted=0)
def test_unused_features_are_noise(rows, coefficients, tau, *, unused=lambda _, V: V, counted=1):
    # exactly: the unused features and the noise are signs, the features that are used stand still
    U = matrix(rows)
    N, p = U.shape
    used, left = column(coefficients[:p]), column(coefficients[p : p + 1])
    inverse = pseudoinverse(U).answer
    errors = []
    for V, e in product([Matrix(signs) for signs in product((1, -1), repeat=N)], coins(N)):
        y = U * used + unused(U[:, 0], V) * left + tau * e
        errors.append((inverse * y - used).dot(inverse * y - used))
    noise = tau**2 + counted * left.dot(left)
    unseen = used - inverse * U * used
    assert mean(errors) == unseen.dot(unseen) + noise * sum(entry**2 for entry in inverse)


@settings(max_examples=25)
@given(numbers(2), numbers(2), numbers(2))
@neighbor("the unused ones cost nothing", [0, 0], [0, 0], [1, 0], counted=0)
def test_what_a_prediction_misses(found, used, left, *, counted=1):
    # a new example of signs: uncorrelated, with mean 0 and variance 1
    off, v = column(used) - column(found), column(left)
    missed = [x[:2, 0].dot(off) + x[2:, 0].dot(v) for x in coins(4)]
    assert mean([m**2 for m in missed]) == off.dot(off) + counted * v.dot(v)


def another(U, V):
    """Return all new examples of signs, as rows: those used and the one that is not."""
    del V
    return [(x[:-1, 0].T, x[-1]) for x in coins(U.cols + 1)]


@settings(max_examples=12)
@given(TINY, numbers(3), st.integers(0, 1))
@neighbor("an example of the table", [[1]], [0, 1, 0], 1, shown=lambda U, V: [(U[0, :], V[0])])
def test_a_new_example(rows, coefficients, tau, *, shown=another):
    U = matrix(rows)
    used, left = column(coefficients[: U.cols]), column(coefficients[U.cols : U.cols + 1])
    inverse = pseudoinverse(U).answer
    missed, off = [], []
    for V, e in product(coins(U.rows), coins(U.rows)):
        w = inverse * (U * used + V * left + tau * e)
        off.append((w - used).dot(w - used))
        missed += [(x.dot(used - w) + v * left[0]) ** 2 for x, v in shown(U, V)]
    assert mean(missed) == left.dot(left) + mean(off)


@settings(max_examples=25)
@given(SMALL, numbers(3))
@neighbor("infinite also here", [[1]], [1, 0, 0], expected=lambda N, p: 0 if N - p > 1 else oo)
def test_without_noise_nothing_is_missed(rows, way, *, expected=lambda *_: 0):
    X, w = matrix(rows), block(way, len(rows[0]), 1)
    assume(X.rank() == X.cols)
    missed = pseudoinverse(X).answer * X * w - w
    assert missed.dot(missed) == expected(*X.shape) == interpolation_error(*X.shape, w.dot(w), 0)


def exact_error(N, p, signal):
    """Return the mean error for τ = 1, where it is finite, as a fraction."""
    if p <= N - 2:
        return Fraction(p, N - p - 1)
    return (1 - Fraction(N, p)) * signal + Fraction(N, p - N - 1)


@settings(max_examples=60)
@given(st.integers(3, 60), st.integers(2, 6000), st.fractions(0, 3))
@neighbor("a small signal, too", 20, 4980, Fraction(1, 100), least=lambda _: 0)
def test_one_strong_feature_wins(N, more, signal, *, least=lambda N: Fraction(1, N - 2)):
    # the first feature has all of w, and the others nothing
    assume(signal >= least(N))
    found = exact_error(N, N + more, signal)
    assert found >= exact_error(N, 1, signal)
    assert abs(float(found) - interpolation_error(N, N + more, float(signal), 1)) < 1e-9


def test_the_seven_errors_of_the_chapter():
    # by hand, for 100 features of 1/25 each, τ² = 1/4 and 20 examples
    expected = {
        1: Fraction(99, 25) + Fraction(421, 1800),
        10: Fraction(709, 90),
        18: Fraction(3341, 50),
        40: Fraction(569, 95),
        100: Fraction(1289, 395),
    }
    for p, value in expected.items():
        unused = 4 * (100 - p) / 100
        found = unused + interpolation_error(20, p, 4 - unused, 0.25 + unused)
        assert abs(found - float(value)) < 1e-9
