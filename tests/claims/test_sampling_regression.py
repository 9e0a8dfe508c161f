"""What the chapter on means by sampling states on regression with random features, exactly."""

from hypothesis import settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, sqrt, zeros

from linalg_book.exact import least_norm
from tests.laws import HALF, WHOLE
from tests.neighbors import given, neighbor


def features(frequencies, places):
    """Return the pairs of points at multiples of π/2, one a row, without the factor 1/√k."""
    quarter = (1, 0, -1, 0)
    return Matrix([
        [quarter[(w * x + turn) % 4] for w in frequencies for turn in (0, 3)] for x in places
    ])  # fmt: skip


def phase_features(frequencies, places, turns):
    """Return the features with phases at multiples of π/2, without the factor √(2/k)."""
    quarter = (1, 0, -1, 0)
    return Matrix([
        [quarter[(w * x + turn) % 4] for w, turn in zip(frequencies, turns, strict=True)]
        for x in places
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


@given(WHOLE, CHOSEN, PLACES, st.lists(st.integers(0, 3), min_size=3, max_size=3))
@neighbor("half of them with phases", [1], [0], [0], [0, 0, 0], each=HALF)
@neighbor("the other way round with phases", [0, 1], [0], [0, 2], [0, 0, 0],
          within=lambda inner, outer: (outer, inner))  # fmt: skip
def test_rank_and_null_space_with_phases(
    frequencies, chosen, places, turns, *,
    each=1, within=lambda inner, outer: (inner, outer),
):  # fmt: skip
    drawn = [frequencies[i % len(frequencies)] for i in chosen]
    psi = phase_features(drawn, places, turns[: len(drawn)])
    estimate = 2 * psi * psi.T / len(drawn)
    assert estimate.rank() <= each * len(drawn)
    inner, outer = within(kernel_of(frequencies, places), estimate)
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


@settings(max_examples=40)
@given(
    WHOLE, CHOSEN, PLACES, st.integers(0, 3), st.lists(st.integers(-3, 3), min_size=3, max_size=3)
)
@neighbor("any kernels that tend to the exact one", [1], [0], [0, 0], 0, [1, -1, 0],
          disturbed=lambda K, _estimate, n: K + diag(1, *[0] * (K.rows - 1)) / n)  # fmt: skip
def test_predictions_do_not_jump(
    frequencies, chosen, places, new, targets, *,
    disturbed=lambda K, estimate, n: (n * K + estimate) / (n + 1),
):  # fmt: skip
    drawn = [frequencies[i % len(frequencies)] for i in chosen]
    n, y = Rational(10**6), Matrix(targets[: len(places)])
    all_places = [*places, new]
    K, estimate = kernel_of(frequencies, all_places), kernel_of(drawn, all_places)
    near = disturbed(K, estimate, n)
    assert max(map(abs, near - K)) <= 2 / n
    exact, found = ((kernel[-1, :-1] * kernel[:-1, :-1].pinv() * y)[0, 0] for kernel in (K, near))
    assert abs(found - exact) <= Rational(1, 100)
