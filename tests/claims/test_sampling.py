"""What the chapter on means by sampling states, on random laws of a few outcomes, exactly."""

from fractions import Fraction
from math import ceil, exp, isclose, log

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st

from linalg_book.numeric import gaussian_kernel, random_fourier_features
from tests.laws import (
    DISTANCES,
    DRAWS,
    HALF,
    VALUES,
    WEIGHTS,
    averages,
    independently,
    law_of,
    mean,
    mixed,
    one_for_all,
    opposed,
    tail,
    variance,
)
from tests.neighbors import given, neighbor

RARE = [Fraction(-1), Fraction(0), Fraction(1)]  # with the weights 1, 6, 1 Chebyshev is sharp


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
@neighbor("never less than independent ones", [Fraction(-1), Fraction(1)], [1, 1, 1], 2,
          least=lambda v, k: v / k)  # fmt: skip
def test_never_more_than_one_draw(
    values, weights, k, *, most=lambda v, _k: v, least=lambda _v, _k: 0
):
    law = law_of(values, weights)
    for jointly in (independently, one_for_all, mixed, opposed):
        found = averages(jointly(law, k))
        assert mean(found) == mean(law)
        assert least(variance(law), k) <= variance(found) <= most(variance(law), k)


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


def by_chebyshev(entries, rare, distance):
    return entries / (4 * rare * distance**2)


def by_hoeffding(entries, rare, distance):
    return 2 / distance**2 * log(entries / rare)


@given(st.integers(2, 1000), st.floats(0.01, 0.9), st.floats(0.01, 1))
def test_the_bounds_of_all_entries_add_up(n, rare, distance):
    others = n * (n - 1) / 2  # each entry above the diagonal has a variance of at most 1/2
    k = by_chebyshev(n * (n - 1), rare, distance)
    assert isclose(others * HALF / (k * distance**2), rare)
    k = by_hoeffding(n * (n - 1), rare, distance)
    # cosines lie in an interval of the length 2
    assert isclose(others * 2 * exp(-2 * k * (distance / 2) ** 2), rare)


@settings(max_examples=4)
@given(st.integers(2, 20))
@neighbor("one entry's, by Chebyshev", 20, rare=True,
          numbers=[lambda _, p, d: by_chebyshev(2, p, d)])  # fmt: skip
@neighbor("one entry's, by Hoeffding", 20, rare=True,
          numbers=[lambda _, p, d: by_hoeffding(2, p, d)])  # fmt: skip
def test_the_whole_matrix(n, *, numbers=(by_chebyshev, by_hoeffding)):
    points = np.random.default_rng(n).uniform(0, 30, (n, 2))
    distance, rare, draws = 0.4, 0.3, 40
    K = gaussian_kernel(points)
    for enough in numbers:
        k = ceil(enough(n * (n - 1), rare, distance))
        far = 0
        for seed in range(draws):
            psi = random_fourier_features(2, k, np.random.default_rng(seed))
            far += np.abs(psi(points) @ psi(points).T - K).max() >= distance
        assert far <= rare * draws  # in truth far fewer
