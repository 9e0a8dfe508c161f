"""Random systems and penalties for the functions in floating point."""

from fractions import Fraction

from hypothesis import strategies as st

from tests.strategies import INTEGERS, matrices

PENALTIES = st.sampled_from(
    [Fraction(0), Fraction(1, 4), Fraction(1), Fraction(7), Fraction(2**40)]
)


def systems(**options):
    """Draw a matrix of any rank and any right-hand side."""
    return matrices(**options).flatmap(
        lambda A: st.tuples(st.just(A), st.lists(INTEGERS, min_size=len(A), max_size=len(A)))
    )
