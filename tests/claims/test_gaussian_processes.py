"""What the chapter on Gaussian processes states, exactly: projections, variances, likelihoods."""

from fractions import Fraction
from math import log

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, ones, zeros

from linalg_book.exact import closest_point, condition_gaussian, project
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, matrix, numbers

NUMBERS = numbers(12, INTEGERS)
NOISES = st.sampled_from([Fraction(1, 2), Fraction(1), Fraction(2)])
LINE = [[Fraction(3), Fraction(4)]]
TWICE = [[Fraction(1)], [Fraction(1)]]


def unit(n):
    return eye(n)


def projected(Phi, y, a0):
    return a0 + Phi.pinv() * (y - Phi * a0)


@given(SMALL, NUMBERS, NUMBERS)
@neighbor("the shortest solution, plus the origin", LINE, [4, 0] + [0] * 10, [2, -1] + [0] * 10,
          moved=lambda Phi, y, a0: Phi.pinv() * y + a0)  # fmt: skip
@neighbor("the origin, stretched", LINE, [4, 0] + [0] * 10, [2, -1] + [0] * 10,
          moved=lambda Phi, y, a0: a0 * y[0] / (Phi * a0)[0] if (Phi * a0)[0] else a0)  # fmt: skip
def test_the_solution_nearest_to_the_origin(rows, solution, start, *, moved=projected):
    Phi = matrix(rows)
    assume(any(Phi))
    y = Phi * block(solution, Phi.cols, 1)
    a0 = block(start, Phi.cols, 1)
    assert moved(Phi, y, a0) == closest_point(Phi, list(y), list(a0)).answer


@given(SMALL, NUMBERS)
@neighbor(
    "origins that are not standard", LINE, [4] + [0] * 11, scales=lambda n: diag(1, 2)[:n, :n]
)
@neighbor("no chance left", LINE, [4] + [0] * 11, kept=lambda P: zeros(*P.shape))
def test_conditioning_is_projection(
    rows, solution, *, scales=unit, kept=lambda P: eye(P.rows) - P
):  # fmt: skip
    Phi = matrix(rows)
    y, D = Phi * block(solution, Phi.cols, 1), scales(Phi.cols)
    V = D * D.T  # the covariance of the origin
    joint = (Phi * V * Phi.T).row_join(Phi * V).col_join((V * Phi.T).row_join(V))
    known = condition_gaussian(joint, list(y))
    left = kept(Phi.pinv() * Phi)
    assert known.answer == Phi.pinv() * y
    assert known.values["covariance"] == left * V * left.T


@given(SMALL, NUMBERS, NUMBERS)
@neighbor("each example for itself", [[Fraction(1), Fraction(0)], [Fraction(1), Fraction(1)]],
          [1, 0] + [0] * 10, [0, 1] + [0] * 10,
          inverse=lambda K: diag(*[1 / x if x else 0 for x in K.diagonal()]))  # fmt: skip
def test_predictions(rows, solution, features, *, inverse=lambda K: K.pinv()):
    Phi = matrix(rows)
    psi, y = block(features, 2, Phi.cols), Phi * block(solution, Phi.cols, 1)
    whole = Phi.col_join(psi)
    known = condition_gaussian(whole * whole.T, list(y))
    back = psi * Phi.T * inverse(Phi * Phi.T)
    assert known.answer == back * y
    assert known.values["covariance"] == psi * psi.T - back * Phi * psi.T


@given(SMALL, NUMBERS, NUMBERS)
@neighbor("any values", TWICE, [0, 2] + [0] * 10, [1] * 12, values=lambda _Phi, v: v)
def test_values_are_met(rows, numbers_, features, *, values=lambda Phi, v: Phi * Phi.T * v):
    Phi = matrix(rows)
    K, column = Phi * Phi.T, Phi * block(features, Phi.cols, 1)
    y = values(Phi, block(numbers_, Phi.rows, 1))
    assert K.row_join(column).rank() == K.rank()
    assert K * K.pinv() * y == y


@given(SMALL, NUMBERS, NUMBERS, NOISES)
@neighbor("the deviation instead of the variance", [[Fraction(1)]], [1] * 12, [1] * 12,
          Fraction(1, 2), added=lambda tau: tau)  # fmt: skip
@neighbor("no noise in the covariance", [[Fraction(1)]], [1] * 12, [1] * 12,
          Fraction(1, 2), added=lambda _tau: 0)  # fmt: skip
def test_noise_is_one_more_feature_for_each_example(
    rows, targets, features, tau, *, added=lambda tau: tau**2
):  # fmt: skip
    Phi = matrix(rows)
    N, t, s = Phi.rows, Rational(tau), Rational(added(tau))
    y = block(targets, N, 1)
    psi = block(features, 1, Phi.cols)
    wide = Phi.row_join(t * eye(N))
    new = psi.row_join(zeros(1, N))
    weights = wide.pinv() * y  # the nearest solution to 0
    K = Phi * Phi.T
    inverse = (K + s * eye(N)).inv() if s else K.pinv()
    assert new * weights == psi * Phi.T * inverse * y
    left = eye(wide.cols) - wide.pinv() * wide
    assert new * left * new.T == psi * psi.T - psi * Phi.T * inverse * Phi * psi.T


def noisy(K, squared):
    return K + squared * eye(K.rows)


@given(SMALL, NUMBERS, NUMBERS)
@neighbor("noise and nothing else", [[Fraction(2)]], [1] * 12, [1] * 12,
          matrix_of=lambda K, squared: (1 + squared) * eye(K.rows))  # fmt: skip
def test_without_noise_is_the_limit(rows, solution, features, *, matrix_of=noisy):
    Phi = matrix(rows)
    psi, y = block(features, 2, Phi.cols), Phi * block(solution, Phi.cols, 1)
    K = Phi * Phi.T
    gap = psi * Phi.T * (matrix_of(K, Rational(1, 10**40)).inv() - K.pinv())
    assert all(abs(x) < Rational(1, 1000) for x in gap * y)  # of the means
    assert all(abs(x) < Rational(1, 1000) for x in gap * Phi * psi.T)  # of the covariances


def variance(Phi, psi):
    return (psi * psi.T - psi * Phi.T * (Phi * Phi.T).pinv() * Phi * psi.T)[0]


def from_their_span(Phi, psi):
    return project(list(psi), Phi.T).values["distance_squared"]


@given(SMALL, NUMBERS)
@neighbor("the distance to the nearest example", [[Fraction(1)]], [2] * 12,
          squared=lambda Phi, psi: min((Phi.row(i) - psi).dot(Phi.row(i) - psi)
                                       for i in range(Phi.rows)))  # fmt: skip
@neighbor("the distance, not squared", [[Fraction(0)]], [2] * 12,
          squared=lambda _Phi, psi: abs(psi[0]))  # fmt: skip
def test_variance_is_a_squared_distance(rows, features, *, squared=from_their_span):
    Phi = matrix(rows)
    psi = block(features, 1, Phi.cols)
    found = variance(Phi, psi)
    assert found == squared(Phi, psi)
    assert 0 <= found <= psi.dot(psi)
    assert (found == 0) is (Phi.col_join(psi).rank() == Phi.rank())


@given(SMALL, NUMBERS)
@neighbor("with a plus", [[Fraction(1)]], [1] * 12, sign=1)
def test_what_is_left_is_a_covariance(rows, features, *, sign=-1):
    Phi = matrix(rows)
    psi = block(features, 2, Phi.cols)
    K = Phi * Phi.T
    left = psi * psi.T + sign * psi * Phi.T * K.pinv() * Phi * psi.T
    assert left.is_positive_semidefinite
    assert left == psi * (eye(Phi.cols) - Phi.pinv() * Phi) * psi.T


@given(SMALL, NUMBERS, NUMBERS)
@neighbor("every value makes it smaller", [[Fraction(1)]], [1] * 12, [1] * 12, smaller=True)
@neighbor("by the covariance before", [[Fraction(1), Fraction(0)]], [1, 1] + [0] * 10,
          [1, 1] + [0] * 10, given_others=False)  # fmt: skip
def test_one_more_place(rows, features, place, *, smaller=False, given_others=True):
    Phi = matrix(rows)
    psi, new = block(features, 1, Phi.cols), block(place, 1, Phi.cols)
    before, after = variance(Phi, psi), variance(Phi.col_join(new), psi)
    left = eye(Phi.cols) - Phi.pinv() * Phi if given_others else eye(Phi.cols)
    c, there = (psi * left * new.T)[0], variance(Phi, new)
    assert before - after == (c**2 / there if there else 0)
    assert after < before if smaller else after <= before


def with_noise(Phi, psi, other, t):
    """Return the covariance of two values of f, given measurements with noise."""
    inverse = (Phi * Phi.T + t**2 * eye(Phi.rows)).inv()
    return (psi * other.T - psi * Phi.T * inverse * Phi * other.T)[0]


@given(SMALL, NUMBERS, NUMBERS, NOISES)
@neighbor("the denominator of no noise", [[Fraction(1)]], [1] * 12, [1] * 12, Fraction(1),
          added=0)  # fmt: skip
@neighbor("measured already changes nothing, with noise too", [[Fraction(1)]], [1] * 12,
          [1] * 12, Fraction(1), stays=True)  # fmt: skip
def test_one_more_place_with_noise(rows, features, place, tau, *, added=1, stays=False):
    Phi, t = matrix(rows), Rational(tau)
    psi = block(features, 1, Phi.cols)
    for new in (block(place, 1, Phi.cols), Phi.row(0)):  # the last was measured already
        before, c = with_noise(Phi, psi, psi, t), with_noise(Phi, psi, new, t)
        after = with_noise(Phi.col_join(new), psi, psi, t)
        there = with_noise(Phi, new, new, t) + added * t**2
        assert before - after == (c**2 / there if there else 0)
        assert before > 0 or not any(psi)
    assert after == before or not stays


def earlier(i, _n):
    return list(range(i))


def others(i, n):
    return [j for j in range(n) if j != i]


HALF = [[Fraction(1), Fraction(0)], [Fraction(1, 2), Fraction(1)]]


@given(SMALL, NUMBERS, NOISES)
@neighbor("predicted by all others", HALF, [1, 0] + [0] * 10, Fraction(1), by=others)
@neighbor("the variance without noise", HALF, [1, 0] + [0] * 10, Fraction(1),
          squared=lambda _t: 0)  # fmt: skip
@neighbor("the deviation of the noise", HALF, [1, 0] + [0] * 10, Fraction(2),
          squared=lambda t: t)  # fmt: skip
def test_the_likelihood_judges_each_value_by_those_before(
    rows, values, tau, *, by=earlier, squared=lambda t: t**2
):  # fmt: skip
    B, t = matrix(rows), Rational(tau)
    n, noise = B.rows, squared(t)
    K, y = B * B.T, block(values, n, 1)
    wide = B.row_join(t * eye(n))  # the weights, then the errors in units of τ
    S = wide * wide.T
    squares, product = Rational(0), Rational(1)
    for i in range(n):
        seen = by(i, n)
        back = (S.extract([i], seen) * S.extract(seen, seen).inv()) if seen else zeros(1, 0)
        mean = (back * y.extract(seen, [0]))[0] if seen else 0
        spread = K[i, i] + noise - ((back * S.extract(seen, [i]))[0] if seen else 0)
        assume(noise or spread)
        squares += (y[i] - mean) ** 2 / spread
        product *= spread
    assert squares == (y.T * S.inv() * y)[0]
    assert product == S.det()


@given(SMALL, NUMBERS, NOISES, st.sampled_from([0.5, 0.9, 1.1, 2]))
@neighbor("divided by one less", HALF, [1, 0] + [0] * 10, Fraction(1), 0.5,
          count=lambda n: n - 1)  # fmt: skip
def test_the_best_factor(rows, values, tau, other, *, count=lambda n: n):
    B = matrix(rows)
    n = B.rows
    S, y = B * B.T + Rational(tau) ** 2 * eye(n), block(values, n, 1)
    square = float((y.T * S.inv() * y)[0])
    assume(square > 0)

    def log_density(s):
        return -square / (2 * s) - n / 2 * log(s)

    best = square / count(n)
    assert log_density(best) > log_density(other * best)


def test_two_values_at_one_place_have_no_density_in_the_limit():
    for tau in (Rational(1), Rational(1, 10)):
        S = ones(2, 2) + tau**2 * eye(2)
        y = Matrix([0, 2])
        # along (1, −1) the variance is 2τ², and the difference 2: e^(−1/τ²)
        split = (y.T * S.inv() * y)[0] / 2 - (1 / tau**2 + Rational(1) / (2 + tau**2))
        assert split == 0
        known = condition_gaussian(ones(3, 3), [0, 2], tau**2)
        assert known.answer[0] == 2 / (2 + tau**2)
        assert known.values["variances"][0] == tau**2 / (2 + tau**2)
