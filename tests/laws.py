"""Random laws of a few outcomes, given by their outcomes and probabilities, exactly."""

from fractions import Fraction
from itertools import product
from math import prod

from hypothesis import strategies as st

from tests.strategies import FRACTIONS

WEIGHTS = st.lists(st.integers(1, 4), min_size=3, max_size=3)
VALUES = st.lists(FRACTIONS, min_size=1, max_size=3)
DRAWS = st.integers(1, 3)
DISTANCES = st.builds(Fraction, st.integers(1, 6), st.integers(1, 4))
WHOLE = st.lists(st.integers(-4, 4), min_size=1, max_size=3)
HALF = Fraction(1, 2)


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


def opposed(law, k):
    """Return the joint law of draws of which each second one is as far on the other side."""
    center = mean(law)
    return [
        (tuple(2 * center - value if i % 2 else value for i in range(k)), share)
        for value, share in law
    ]


def averages(joint):
    return [(sum(drawn, Fraction(0)) / len(drawn), share) for drawn, share in joint]


def tail(law, center, distance):
    return sum((share for value, share in law if abs(value - center) >= distance), Fraction(0))
