"""Random Fourier features, from the chapter on means by sampling, exactly and as floats."""

from fractions import Fraction

import numpy as np
from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, cos, pi, sin, sqrt

from tests.laws import (
    HALF,
    WEIGHTS,
    WHOLE,
    independently,
    law_of,
    mean,
    variance,
)
from tests.neighbors import given, neighbor
from tests.strategies import rational


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


def own_phases(law, k):
    """Return the joint law of k frequencies, each with a phase of its own."""
    return independently([((w, turn), share / 6) for w, share in law for turn in range(6)], k)


def one_phase(law, k):
    """Return the joint law of k frequencies with one phase for all of them."""
    return [
        (tuple((w, turn) for w in drawn), share / 6)
        for drawn, share in independently(law, k)
        for turn in range(6)
    ]


@settings(max_examples=20)
@given(WHOLE, WEIGHTS, st.integers(-5, 5), st.integers(-5, 5))
@neighbor("one phase for all", [1], [1, 1, 1], 0, 0, jointly=one_phase)
def test_two_frequencies_with_phases(frequencies, weights, x, z, *, jointly=own_phases):
    law = law_of(frequencies, weights)
    kappa, second = (mean(law, lambda w, n=n: cosine(n * w * (x - z))) for n in (1, 2))
    found = [
        (sum(phase_term(w, x, z, turn) for w, turn in drawn) / 2, share)
        for drawn, share in jointly(law, 2)
    ]
    assert mean(found) == kappa
    assert variance(found) == ((1 + second) / 2 - kappa**2 + HALF) / 2


@given(WHOLE, WEIGHTS, st.integers(-5, 5))
@neighbor("whatever the law", [0, 1], [1, 1, 1], 3, if_at_most=lambda _kappa: 1)
def test_when_pairs_are_at_least_as_good(
    frequencies, weights, x, *, if_at_most=lambda kappa: 2 * kappa**2
):
    law = law_of(frequencies, weights)
    kappa, second = (mean(law, lambda w, n=n: cosine(n * w * x)) for n in (1, 2))
    # one frequency as a pair has as many features as two of them with phases
    pairs = variance([(pair_term(w, x, 0, 0), share) for w, share in law])
    phases = variance([
        (phase_term(w, x, 0, turn), share / 6) for w, share in law for turn in range(6)
    ]) / 2  # fmt: skip
    assert (pairs <= phases) == (second <= if_at_most(kappa))


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
