"""What the chapter on means by sampling states, on random laws of a few outcomes, exactly."""

from fractions import Fraction
from itertools import product
from math import ceil, exp, prod

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, cos, eye, pi, sin, sqrt, zeros

from linalg_book.exact import least_norm
from linalg_book.numeric import gaussian_kernel, random_fourier_features
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, rational

WEIGHTS = st.lists(st.integers(1, 4), min_size=3, max_size=3)
VALUES = st.lists(FRACTIONS, min_size=1, max_size=3)
DRAWS = st.integers(1, 3)
DISTANCES = st.builds(Fraction, st.integers(1, 6), st.integers(1, 4))
WHOLE = st.lists(st.integers(-4, 4), min_size=1, max_size=3)
HALF = Fraction(1, 2)
RARE = [Fraction(-1), Fraction(0), Fraction(1)]  # with the weights 1, 6, 1 Chebyshev is sharp


def law_of(values, weights):
    """Return outcomes with their probabilities."""
    shares = weights[: len(values)]
    return [(value, Fraction(w, sum(shares))) for value, w in zip(values, shares, strict=True)]


def mean(law, of=lambda value: value):
    return sum((share * of(value) for value, share in law), Fraction(0))


def variance(law):
    center = mean(law)
    return mean(law, lambda value: (value - center) ** 2)


def independently(law, k):
    """Return the joint law of k independent draws."""
    return [
        (tuple(value for value, _ in drawn), prod(share for _, share in drawn))
        for drawn in product(law, repeat=k)
    ]


def one_for_all(law, k):
    """Return the joint law of one draw that is written down k times."""
    return [((value,) * k, share) for value, share in law]


def mixed(law, k):
    """Return a joint law between the two."""
    return [(drawn, share / 2) for drawn, share in (*independently(law, k), *one_for_all(law, k))]


def averages(joint):
    return [(sum(drawn, Fraction(0)) / len(drawn), share) for drawn, share in joint]


def tail(law, center, distance):
    return sum((share for value, share in law if abs(value - center) >= distance), Fraction(0))


@given(VALUES, WEIGHTS, DRAWS)
@neighbor("one draw, written down twice", [Fraction(-1), Fraction(1)], [1, 1, 1], 2,
          jointly=one_for_all)  # fmt: skip
@neighbor("divided by the square", [Fraction(-1), Fraction(1)], [1, 1, 1], 2, power=2)
def test_mean_and_variance(values, weights, k, *, jointly=independently, power=1):
    law = law_of(values, weights)
    found = averages(jointly(law, k))
    assert mean(found) == mean(law)
    assert variance(found) == variance(law) / k**power


@given(VALUES, WEIGHTS)
def test_uncorrelated_is_enough(values, weights):
    # a sign that nobody knows, and a size that both draws share
    sizes = law_of(values, weights)
    joint = [((s * x, t * x), share / 4) for x, share in sizes for s in (1, -1) for t in (1, -1)]
    one = [(s * x, share / 2) for x, share in sizes for s in (1, -1)]
    assert variance(averages(joint)) == variance(one) / 2


@given(VALUES, WEIGHTS, DRAWS)
@neighbor("less than one draw's", [Fraction(-1), Fraction(1)], [1, 1, 1], 2,
          most=lambda v, k: v / k)  # fmt: skip
def test_never_more_than_one_draw(values, weights, k, *, most=lambda v, _k: v):
    law = law_of(values, weights)
    for jointly in (independently, one_for_all, mixed):
        found = averages(jointly(law, k))
        assert mean(found) == mean(law)
        assert variance(found) <= most(variance(law), k)


@given(VALUES, WEIGHTS, DRAWS, DISTANCES)
@neighbor("a smaller constant", RARE, [1, 6, 1], 1, Fraction(1), constant=Fraction(9, 10))
@neighbor("not squared", [-HALF, Fraction(0), HALF], [1, 6, 1], 1, HALF, power=1)
@neighbor("faster than 1/k", RARE, [1, 6, 1], 2, HALF, slower=2)
@neighbor("whatever the draws", RARE, [1, 6, 1], 2, Fraction(1), jointly=one_for_all)
def test_chebyshev(
    values, weights, k, distance, *, constant=1, power=2, slower=1, jointly=independently
):  # fmt: skip
    law = law_of(values, weights)
    found = tail(averages(jointly(law, k)), mean(law), distance)
    assert found <= constant * variance(law) / (k**slower * distance**power)


@settings(max_examples=30)
@given(VALUES, WEIGHTS, st.builds(Fraction, st.integers(2, 6), st.just(2)))
@neighbor("one draw for all", RARE, [1, 2, 1], Fraction(1), jointly=one_for_all)
def test_the_weak_law(values, weights, distance, *, jointly=independently):
    law = law_of(values, weights)
    rare = Fraction(1, 3)
    k = max(1, ceil(variance(law) / (rare * distance**2)))
    assume(k <= 6)
    assert tail(averages(jointly(law, k)), mean(law), distance) <= rare


@given(VALUES, WEIGHTS, DRAWS, DISTANCES)
@neighbor("with twice the exponent", [Fraction(-1), Fraction(1)], [1, 1, 1], 1, Fraction(1),
          exponent=4)  # fmt: skip
def test_hoeffding_as_it_is_cited(values, weights, k, distance, *, exponent=2):
    law = law_of(values, weights)
    width = max(values) - min(values)
    assume(width)
    bound = 2 * exp(-exponent * k * float(distance / width) ** 2)
    assert float(tail(averages(independently(law, k)), mean(law), distance)) <= bound + 1e-12


def cosine(sixths):
    """Return the cosine of so many times π/3."""
    return (Fraction(1), HALF, -HALF, Fraction(-1), -HALF, HALF)[sixths % 6]


def pair_term(frequency, x, z, _phase):
    return cosine(frequency * (x - z))


def phase_term(frequency, x, z, phase):
    """Return a term with a phase; six equidistant ones have the moments of all of them."""
    return 2 * cosine(frequency * x + phase) * cosine(frequency * z + phase)


@given(WHOLE, WEIGHTS, st.integers(-5, 5), st.integers(-5, 5))
@neighbor("phases like pairs", [1], [1, 1, 1], 0, 0, extra=0)
@neighbor("pairs like phases", [1], [1, 1, 1], 0, 0, pairs=phase_term)
@neighbor("without the second kernel", [0, 1], [1, 1, 1], 0, 1, second=lambda kappa, _: kappa**4)
def test_mean_and_variance_of_fourier_features(
    frequencies, weights, x, z, *, extra=HALF, pairs=pair_term, second=lambda _, kappa: kappa
):  # fmt: skip
    law = law_of(frequencies, weights)
    kappa = mean(law, lambda w: cosine(w * (x - z)))
    one = (1 + second(kappa, mean(law, lambda w: cosine(2 * w * (x - z))))) / 2 - kappa**2
    for term, expected in ((pairs, one), (phase_term, one + extra)):
        terms = [(term(w, x, z, phase), share / 6) for w, share in law for phase in range(6)]
        assert mean(terms) == kappa
        assert variance(terms) == expected


@settings(max_examples=20)
@given(WHOLE, st.integers(-5, 5), st.integers(-5, 5))
def test_pairs_are_an_inner_product(frequencies, x, z):
    def psi(place):
        angles = [pi * w * place / 3 for w in frequencies]
        return Matrix([*map(cos, angles), *map(sin, angles)]) / sqrt(len(frequencies))

    found = (psi(x).T * psi(z))[0, 0].expand()
    expected = sum((pair_term(w, x, z, 0) for w in frequencies), Fraction(0)) / len(frequencies)
    assert found == rational(expected)
    assert (psi(x).T * psi(x))[0, 0].expand() == 1


@given(st.floats(0.1, 3), st.floats(0.5, 3))
@neighbor("half the variance", 1.0, 1.0, deviation=lambda length: 1 / (np.sqrt(2) * length))
@neighbor("not squared", 1.0, 1.0, spread=lambda kappa: (1 - kappa) ** 2 / 2)
def test_the_gaussian_kernel(
    distance, length, *, deviation=lambda length: 1 / length,
    spread=lambda kappa: (1 - kappa**2) ** 2 / 2,
):  # fmt: skip
    nodes, shares = np.polynomial.hermite_e.hermegauss(90)
    shares = shares / shares.sum()
    terms = np.cos(nodes * deviation(length) * distance)
    kappa = np.exp(-(distance**2) / (2 * length**2))
    # 90 nodes integrate cosines of these distances to all digits
    assume(distance / length <= 6)
    assert abs(shares @ terms - kappa) < 1e-9
    assert abs(shares @ terms**2 - kappa**2 - spread(kappa)) < 1e-9


@given(
    st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=1, max_size=4),
    st.integers(1, 2),
    DISTANCES,
)
@neighbor("the bound for one entry", [(1, 0), (-1, 0), (0, 1), (0, -1), *[(0, 0)] * 4], 1,
          Fraction(1), entries=max)  # fmt: skip
def test_several_entries_at_once(outcomes, k, distance, *, entries=sum):
    law = [(point, Fraction(1, len(outcomes))) for point in outcomes]
    single = [[(point[j], share) for point, share in law] for j in (0, 1)]
    centers = [mean(one) for one in single]
    far = Fraction(0)
    for drawn, share in independently(law, k):
        means = [sum((Fraction(p[j]) for p in drawn), Fraction(0)) / k for j in (0, 1)]
        far += share * any(abs(m - c) >= distance for m, c in zip(means, centers, strict=True))
    assert far <= entries([variance(one) / (k * distance**2) for one in single])


def test_the_whole_matrix():
    points, distance, rare = [[0, 0], [1, 0], [0, 2], [3, 1]], 0.4, 0.3
    n = len(points) * (len(points) - 1)
    K = gaussian_kernel(points)
    enough = (ceil(n / (4 * rare * distance**2)), ceil(2 / distance**2 * np.log(n / rare)))
    for k in enough:
        far = 0
        for seed in range(200):
            psi = random_fourier_features(2, k, np.random.default_rng(seed))
            far += np.abs(psi(points) @ psi(points).T - K).max() >= distance
        assert far <= rare * 200  # in truth far fewer


def features(frequencies, places):
    """Return the pairs of points at multiples of π/2, one a row, without the factor 1/√k."""
    quarter = (1, 0, -1, 0)
    return Matrix([
        [quarter[(w * x + turn) % 4] for w in frequencies for turn in (0, 3)] for x in places
    ])  # fmt: skip


def kernel_of(frequencies, places):
    psi = features(frequencies, places)
    return psi * psi.T / Rational(len(frequencies))


PLACES = st.lists(st.integers(0, 3), min_size=1, max_size=3)
CHOSEN = st.lists(st.integers(0, 2), min_size=1, max_size=3)


@given(WHOLE, CHOSEN, PLACES)
@neighbor("no more than the frequencies", [1], [0], [0, 1], each=1)
@neighbor("the other way round", [0, 1], [0], [0, 2], within=lambda inner, outer: (outer, inner))
def test_rank_and_null_space(
    frequencies, chosen, places, *, each=2, within=lambda inner, outer: (inner, outer)
):
    drawn = [frequencies[i % len(frequencies)] for i in chosen]
    K, estimate = kernel_of(frequencies, places), kernel_of(drawn, places)
    assert estimate.rank() <= each * len(drawn)
    inner, outer = within(K, estimate)
    for vector in inner.nullspace():
        assert outer * vector == zeros(len(places), 1)


@given(WHOLE, PLACES, st.lists(st.integers(-3, 3), min_size=3, max_size=3), st.integers(0, 3))
def test_least_norm_with_features_is_kernel_regression(frequencies, places, targets, new):
    psi = features(frequencies, places) / sqrt(len(frequencies))
    at = features(frequencies, [new]) / sqrt(len(frequencies))
    y = Matrix(targets[: len(places)])
    K = psi * psi.T
    by_kernel = (at * psi.T * K.pinv() * y)[0, 0]
    reached = K * K.pinv() * y
    rows = (features(frequencies, places)).tolist()
    w = least_norm(rows, list(reached)).answer * sqrt(len(frequencies))
    assert (at * w)[0, 0] == by_kernel


@settings(max_examples=40)
@given(WHOLE, CHOSEN, PLACES)
@neighbor("any matrices that tend to K", [1], [0], [0, 0],
          disturbed=lambda K, _estimate, n: K + eye(K.rows) / n)  # fmt: skip
def test_the_pseudoinverses_do_not_jump(
    frequencies, chosen, places, *,
    disturbed=lambda K, estimate, n: (n * K + estimate) / (n + 1),
):  # fmt: skip
    # n times all frequencies, and a few draws more: an estimate that is off by at most 2/n
    drawn = [frequencies[i % len(frequencies)] for i in chosen]
    n = Rational(10**6)
    K, estimate = kernel_of(frequencies, places), kernel_of(drawn, places)
    near = disturbed(K, estimate, n)
    assert max(map(abs, near - K)) <= 2 / n
    assert max(map(abs, near.pinv() - K.pinv())) <= Rational(1, 1000)
