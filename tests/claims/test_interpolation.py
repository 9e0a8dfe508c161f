"""What the chapter on more features than examples states: exactly where it can be, else by draws.

Means over signs are exact, and so are those over normal numbers that are polynomials or integrals.
For the rest many tables are drawn, with a seed, and the mean has to lie within six of its errors.
"""

from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, permutations, product
from math import prod

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, exp, eye, integrate, ones, oo, symbols, zeros

from linalg_book.exact import least_squares, pseudoinverse
from linalg_book.numeric import interpolation_error
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, block, column, matrices, matrix, numbers

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 3))
TINY = matrices(entries=INTEGERS, rows=st.integers(1, 2), columns=st.integers(1, 2))
SIGNS = st.sampled_from([-1, 1])
THREE, FOUR = numbers(3, INTEGERS), numbers(4, INTEGERS)
SIGMAS = st.lists(st.sampled_from([0, 1, 2, 3]), min_size=3, max_size=3)


def coins(count):
    """Return all equally likely columns of signs."""
    return [Matrix(signs) for signs in product((1, -1), repeat=count)]


def mean(values):
    """Average, exactly."""
    return sum(values, 0 * values[0]) / len(values)


def turned(shares):
    """Make a rational orthogonal matrix of a list of numbers."""
    v = column(shares) if any(shares) else column([1] * len(shares))
    return eye(len(shares)) - 2 * v * v.T / v.dot(v)


# --- standard normal vectors


def normal_moment(power):
    """Return the mean of a power of a standard normal number."""
    return 0 if power % 2 else prod(range(1, power, 2))


def sign_moment(power):
    """Return the mean of a power of a coin."""
    return 0 if power % 2 else 1


def moment(expression, z, law):
    """Return the mean of a polynomial in independent numbers."""
    terms = expression.as_poly(*z).terms()
    return sum(factor * prod(law(k) for k in powers) for powers, factor in terms)


@settings(max_examples=30)
@given(THREE, st.integers(1, 3), THREE)
@neighbor("coins", [1, 1, 0], 2, [0, 0, 0], law=sign_moment)
@neighbor("not orthonormal", [0, 0, 0], 1, [0, 0, 0], stretch=2)
def test_turning_changes_nothing(shares, m, way, *, law=normal_moment, stretch=1):
    # the law of a vector is known by its moments: those up to the fourth are compared
    z, Q = symbols("z:3"), turned(shares)
    if shares == [1, 1, 0]:  # the counterexample: a turn by 45 degrees, times the root of 2
        Q = Matrix([[3, 4, 0], [-4, 3, 0], [0, 0, 5]]) / 5
    u = [stretch * (Q[:, k].T * Matrix(z))[0] for k in range(m)]
    for size in (1, 2, 3, 4):
        for chosen in combinations_with_replacement(range(m), size):
            found = moment(prod(u[k] for k in chosen), z, law)
            assert found == prod(law(chosen.count(k)) for k in set(chosen))
    v = Matrix(way)
    assert moment(v.dot(Matrix(z)) ** 2 + 0 * z[0], z, law) == v.dot(v) if any(way) else True


@cache
def shells(power):
    """Integrate the density of s = r²/2 without its constant: with power k that of k entries."""
    s = symbols("s", positive=True)
    return integrate(s ** (Rational(power, 2) - 1) * exp(-s), (s, 0, oo))


@settings(max_examples=8)
@given(st.integers(1, 8))
@neighbor("one over the mean", 3, expected=lambda k: Rational(1, k))
@neighbor("finite from two on", 2, least=2)
def test_the_mean_of_one_over_the_squared_length(
    k, *, expected=lambda k: Rational(1, k - 2) if k > 2 else oo, least=3
):
    assert shells(k - 2) / shells(k) / 2 == expected(k)
    assert (shells(k - 2) != oo) is (k >= least)
    assert 2 * shells(k + 2) / shells(k) == k


@cache
def signed_permutations(p):
    """Return the matrices that move the axes among themselves: with X, X Q has the same law."""
    moves = product(permutations(range(p)), product((1, -1), repeat=p))
    return [
        Matrix(p, p, lambda i, j, order=order, signs=signs: signs[i] * int(order[i] == j))
        for order, signs in moves
    ]


@settings(max_examples=25)
@given(SMALL, numbers(3))
@neighbor("dependent rows", [[1, 0], [1, 0]], [1, 0, 0], independent=False)
@neighbor("the share of the unseen", [[1, 0, 0]], [1, 0, 0], share=lambda N, p: 1 - Rational(N, p))
def test_a_row_space_sees_its_share(rows, way, *, independent=True, share=Rational):
    X, w = matrix(rows), block(way, len(rows[0]), 1)
    assume(X.rows <= X.cols)
    if independent:
        assume(X.rank() == X.rows)
    P = pseudoinverse(X).answer * X  # of X Q it is Qᵀ P Q
    seen = mean([(Q * w).dot(P * (Q * w)) for Q in signed_permutations(X.cols)])
    assert seen == share(X.rows, X.cols) * w.dot(w)


# --- the peak


def errors_of(X, w, noises):
    """Return the squared errors of the shortest fit for each noise."""
    inverse = pseudoinverse(X).answer
    return [(inverse * (X * w + e) - w).dot(inverse * (X * w + e) - w) for e in noises]


@settings(max_examples=40)
@given(SMALL, numbers(3))
@neighbor(
    "the same noise", [[1], [1]], [0, 0, 0], noises=lambda n: [Matrix([1] * n), Matrix([-1] * n)]
)
def test_the_two_parts(rows, way, *, noises=coins):
    X, w = matrix(rows), block(way, len(rows[0]), 1)
    inverse = pseudoinverse(X).answer
    unseen = w - inverse * X * w
    noise = sum(entry**2 for entry in inverse)
    assert mean(errors_of(X, w, noises(X.rows))) == unseen.dot(unseen) + noise


@settings(max_examples=40)
@given(SMALL)
@neighbor("the columns themselves", [[1, 1], [0, 1]], left=lambda X, _: X)
def test_short_leftovers_make_long_rows(
    rows, *, left=lambda X, j: X[:, j] - fitted_by_others(X, j)
):
    X = matrix(rows)
    X = X if X.rows >= X.cols else X.T
    assume(X.rank() == X.cols)
    inverse = pseudoinverse(X).answer
    for j in range(X.cols):
        rest = left(X, j)
        rest = rest[:, j] if rest.cols > 1 else rest
        assert inverse[j, :].norm() ** 2 == 1 / rest.dot(rest)
    assert pseudoinverse(X.T).answer == inverse.T


def fitted_by_others(X, j):
    """Return what the other columns say of a column."""
    others = X.copy()
    others.col_del(j)
    return others * least_squares(others, X[:, j]).answer if others.cols else zeros(X.rows, 1)


@cache
def drawn(N, p, signal, noise, seed, kind="independent"):
    """Return the mean squared error of 5,000 drawn tables, and the error of this mean."""
    rng, count = np.random.default_rng(seed), 5_000
    X = rng.standard_normal((count, N, p))
    e = X[:, :, :1] if kind == "copied" else rng.standard_normal((count, N, 1))
    w = np.full((p, 1), (signal / p) ** 0.5)
    found = np.linalg.pinv(X) @ (X @ w + noise**0.5 * e) - w
    errors = (found**2).sum(axis=(1, 2))
    return float(errors.mean()), float(errors.std()) / count**0.5


# far enough from the peak for the variance of the squared error to be finite
TABLES = st.sampled_from([(8, 1), (9, 3), (12, 4), (1, 8), (3, 9), (4, 12), (2, 15)])


@settings(max_examples=7)
@given(TABLES, st.sampled_from([(1, 1), (6, 2), (0, 1)]))
@neighbor("no minus one", (9, 3), (1, 1), formula=lambda N, p, _, n: n * p / (N - p))
@neighbor("noise from the table", (9, 3), (1, 1), kind="copied")
@neighbor("nothing unseen", (3, 9), (6, 2), formula=lambda N, p, _, n: n * N / (p - N - 1))
def test_the_mean_error(table, sizes, *, formula=interpolation_error, kind="independent"):
    average, spread = drawn(*table, *sizes, 14, kind)
    assert abs(average - formula(*table, *sizes)) < 6 * spread


@settings(max_examples=12)
@given(st.integers(1, 6), st.integers(-2, 2))
@neighbor("also without noise", 3, 0, noise=0)
@neighbor("only at the peak", 3, 1, beside=0)
def test_where_it_is_infinite(N, away, *, noise=1, beside=1):
    # the leftover, or the part of a row that is new, has |p − N| + 1 normal entries
    p = N + away
    assume(p >= 1)
    inverse = shells(abs(away) + 1 - 2)
    error = noise * inverse if noise else 0
    assert (error == oo) is (abs(away) <= beside)
    assert (interpolation_error(N, p, 1, 1) == np.inf) is (error == oo)


# --- weak features


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


# --- the memory


@settings(max_examples=40)
@given(SMALL, numbers(3), numbers(3))
@neighbor("everything", [[1, 0]], [0, 1, 0], [0, 0, 0], kept=lambda *_: True)
def test_the_memory_returns_combinations(
    rows, shown, parts, *, kept=lambda X, x: X.col_join(x.T).rank() == X.rank()
):
    X, x = matrix(rows), block(shown, len(rows[0]), 1)
    M = pseudoinverse(X).answer * X
    assert (M * x == x) is kept(X, x)
    # and it is the nearest combination
    other = X.T * block(parts, X.rows, 1)
    assert (x - M * x).norm() ** 2 <= (x - other).norm() ** 2


def with_singular_values(sigma, left, right):
    """Return a rational 3×4 matrix with given singular values."""
    S = zeros(3, 4)
    for i, value in enumerate(sigma):
        S[i, i] = value
    return turned(left) * S * turned(right)


def all_roots(X, sigma):
    """Tell whether every nonzero singular value is the root of the number of pixels."""
    del X
    return all(value in {0, 2} for value in sigma)


def orthogonal(X, _):
    """Tell whether the patterns are orthogonal to each other."""
    return (X * X.T).is_diagonal()


@settings(max_examples=40)
@given(SIGMAS, THREE, FOUR)
@neighbor("orthogonal", [2, 2, 0], [1, 1, 1], [0, 0, 0, 1], exactly=orthogonal)
@neighbor("orthogonal, too long", [3, 3, 3], [0, 0, 1], [0, 0, 0, 1], exactly=orthogonal)
@neighbor("all of them", [2, 2, 0], [0, 0, 1], [0, 0, 0, 1], exactly=lambda _, s: set(s) == {2})
def test_when_hebbs_rule_is_the_projection(sigma, left, right, *, exactly=all_roots):
    X = with_singular_values(sigma, left, right)  # d = 4, its root is 2
    same = pseudoinverse(X).answer * X == X.T * X / 4
    assert same is bool(exactly(X, sigma))


@settings(max_examples=60)
@given(st.lists(st.lists(SIGNS, min_size=4, max_size=4), min_size=1, max_size=4))
@neighbor("independent", [[1, 1, 1, 1], [1, 1, 1, -1]], exactly=lambda X: X.rank() == X.rows)
@neighbor("copies too", [[1, 1, 1, 1], [1, 1, 1, 1]], exactly=lambda X: set(X * X.T) <= {0, 4})
def test_patterns_of_signs(rows, *, exactly=lambda X: (X * X.T).is_diagonal()):
    X = Matrix(rows)
    same = pseudoinverse(X).answer * X == X.T * X / 4
    assert same is bool(exactly(X))


@settings(max_examples=40)
@given(SMALL)
@neighbor("the same in all pixels", [[1, 1]], noises=lambda d: [ones(d, 1), -ones(d, 1)])
@neighbor("as many as patterns", [[0]], left=lambda X: X.rows)
def test_noise_loses_all_but_the_rank(rows, *, noises=coins, left=lambda X: X.rank()):
    X = matrix(rows)
    M = pseudoinverse(X).answer * X
    assert mean([(M * z).norm() ** 2 for z in noises(X.cols)]) == left(X)


def test_three_vectors_at_120_degrees_and_their_rational_kin():
    # by hand: (4, 0), (1, 3), (1, −3), over 3: orthogonal columns of squared length 2
    X = Matrix([[4, 0], [1, 3], [1, -3]]) / 3
    assert X.T * X / 2 == eye(2) == pseudoinverse(X).answer * X
    assert not (X * X.T).is_diagonal()
    long = diag(2, 2)
    assert long.T * long / 2 == 2 * eye(2)
