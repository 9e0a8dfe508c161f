"""What the chapter on more features than examples states: exactly where it can be, else by draws.

Means over signs are exact, and so are those over normal numbers that are polynomials or integrals.
For the rest many tables are drawn, with a seed, and the mean has to lie within six of its errors.
"""

from functools import cache
from itertools import combinations_with_replacement, permutations, product
from math import prod

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, exp, integrate, oo, symbols, zeros

from linalg_book.exact import least_squares, pseudoinverse
from linalg_book.numeric import interpolation_error
from tests.claims.chance import coins, mean, turned
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, matrix, numbers

THREE = numbers(3, INTEGERS)


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
    if shares == [1, 1, 0]:  # the counterexample: a turn with the sides 3, 4 and 5
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
@neighbor("more rows than columns", [[1], [0]], [1, 0, 0], independent=False, tall=True)
def test_a_row_space_sees_its_share(rows, way, *, independent=True, share=Rational, tall=False):
    X, w = matrix(rows), block(way, len(rows[0]), 1)
    assume(X.rows <= X.cols or (tall and X.rank() == X.cols))
    if independent:
        assume(X.rank() == X.rows)
    P = pseudoinverse(X).answer * X  # of X Q it is Qᵀ P Q
    seen = mean([(Q * w).dot(P * (Q * w)) for Q in signed_permutations(X.cols)])
    assert seen == share(X.rows, X.cols) * w.dot(w)


def normal(rng, shape):
    """Draw standard normal numbers."""
    return rng.standard_normal(shape)


def signs(rng, shape):
    """Draw coins."""
    return rng.choice([-1.0, 1.0], shape)


@settings(max_examples=12)
@given(st.integers(1, 4), st.integers(0, 3))
@neighbor("of any law", 2, 0, law=signs)
def test_rows_are_independent(N, more, *, law=normal):
    X = law(np.random.default_rng(14), (1000, N, N + more))
    assert (np.linalg.svd(X, compute_uv=False)[:, -1] > 1e-9).all()


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
    X = (signs if kind == "coins" else normal)(rng, (count, N, p))
    if kind == "correlated":
        X[:, :, 1:2] = 0.6 * X[:, :, :1] + 0.8 * X[:, :, 1:2]
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
@neighbor("entries of any law", (1, 8), (0, 1), kind="coins")
@neighbor("correlated columns", (9, 3), (0, 1), kind="correlated")
@neighbor("nothing unseen", (3, 9), (6, 2), formula=lambda N, p, _, n: n * N / (p - N - 1))
def test_the_mean_error(table, sizes, *, formula=interpolation_error, kind="independent"):
    average, spread = drawn(*table, *sizes, 14, kind)
    assert abs(average - formula(*table, *sizes)) < 6 * spread


@cache
def noise_parts(N, p):
    """Return the sums of squares of the pseudoinverses of 40,000 drawn tables, in order."""
    X = np.random.default_rng(14).standard_normal((40_000, N, p))
    return np.sort((1 / np.linalg.svd(X, compute_uv=False) ** 2).sum(axis=1))


def decay(values):
    """Estimate k of the tail P(s > t) ~ t^(−k) from the largest tenth; the mean needs k > 1."""
    bound = values[-len(values) // 10]
    far = (values > 30 * bound).sum()
    return np.log(len(values) / 10 / max(far, 0.5)) / np.log(30) if bound else np.inf


@settings(max_examples=12)
@given(st.integers(1, 6), st.integers(-2, 2))
@neighbor("also without noise", 3, 0, noise=0)
@neighbor("only at the peak", 3, 1, beside=0)
@neighbor("two beside it, too", 3, 2, beside=2)
def test_where_it_is_infinite(N, away, *, noise=1, beside=1):
    # the tails of drawn tables; exactly, the leftover has |p − N| + 1 normal entries
    p = N + away
    assume(p >= 1)
    infinite = abs(away) <= beside
    assert bool(decay(noise * noise_parts(N, p)) < 1.2) is infinite
    assert (shells(abs(away) + 1 - 2) == oo) is infinite
    assert (interpolation_error(N, p, 1, 1) == np.inf) is infinite
