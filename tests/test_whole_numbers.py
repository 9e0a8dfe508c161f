"""One reader of whole numbers: every function that takes one refuses and accepts the same."""

import numpy as np
import pytest
import sympy

from linalg_book import numeric, problems
from linalg_book.errors import InvalidNumberError
from linalg_book.exact import (
    kernel_regression,
    low_rank,
    network_kernel,
    rational_from_float,
    sample_mean,
)
from linalg_book.whole_numbers import whole_number, whole_number_from_text

ROWS, CHANCE = [[3, 0], [4, 5]], np.random.default_rng(1)
WIDE = numeric.init_network(2, [3], np.random.default_rng(1))
# call: (name of the parameter, least, most)
CALLS = {
    "exact.low_rank": (lambda k: low_rank(ROWS, k), "k", 0, None),
    "exact.sample_mean": (lambda k: sample_mean(ROWS, k), "draws", 1, None),
    "exact.kernel_regression": (
        lambda p: kernel_regression([[1]], [2], degree=p), "degree", 0, 100,
    ),
    "exact.network_kernel": (lambda L: network_kernel([1], [1], L), "depth", 0, 3),
    "exact.rational_from_float": (
        lambda d: rational_from_float(0.5, max_denominator=d), "max_denominator", 1, None,
    ),
    "numeric.low_rank": (lambda k: numeric.low_rank(ROWS, k), "k", 0, None),
    "numeric.polynomial_kernel": (
        lambda p: numeric.polynomial_kernel([[1]], degree=p), "degree", 0, None,
    ),
    "numeric.random_fourier_features": (
        lambda k: numeric.random_fourier_features(1, k, CHANCE), "k", 1, None,
    ),
    "numeric.sample_gaussian": (
        lambda n: numeric.sample_gaussian([0], [[1]], CHANCE, n), "count", 0, None,
    ),
    "numeric.pca": (lambda k: numeric.pca(ROWS, k), "k", 1, 2),
    "numeric.ratings": (lambda k: numeric.factorize_ratings(ROWS, k, CHANCE), "k", 1, 2),
    "numeric.ratings, sweeps": (
        lambda sweeps: numeric.factorize_ratings(ROWS, 1, CHANCE, sweeps=sweeps), "sweeps", 1, None,
    ),
    "numeric.train_network, steps": (
        lambda n: numeric.train_network(WIDE, ROWS, [1, 2], step=1e-3, steps=n), "steps", 0, None,
    ),
    "numeric.train_network, every": (
        lambda n: numeric.train_network(WIDE, ROWS, [1, 2], step=1e-3, steps=2, every=n),
        "every", 1, None,
    ),
    "numeric.train_network, batch": (
        lambda n: numeric.train_network(
            WIDE, ROWS, [1, 2], step=1e-3, steps=2, batch=n, rng=CHANCE
        ),
        "batch", 1, 2,
    ),
    "problems.closest_point, seed": (problems.closest_point, "rng", None, None),
    "problems.closest_point": (
        lambda n: problems.closest_point(1, unknowns=n), "unknowns", 1, None,
    ),
    "problems.solve": (lambda n: problems.solve(1, columns=n), "columns", 1, None),
    "problems.svd": (lambda r: problems.svd(1, rank=r), "rank", 0, 2),
    "problems.least_norm": (lambda r: problems.least_norm(1, rank=r), "rank", 0, 2),
    "problems.least_squares": (lambda m: problems.least_squares(1, rows=m), "rows", 2, None),
    "problems.pseudoinverse": (
        lambda largest: problems.pseudoinverse(1, largest=largest), "largest", 1, None,
    ),
}  # fmt: skip
REFUSED = [True, np.True_, sympy.true, 2.0, np.float64(2), sympy.Float(2), "2", None, [2], 1j]
OPTIONAL = {"rank", "max_denominator", "count", "batch"}  # may be None
each = pytest.mark.parametrize("call", CALLS)


@pytest.mark.parametrize(
    ("call", "value"),
    [
        (call, value)
        for call, (_, name, _, _) in CALLS.items()
        for value in REFUSED
        if value is not None or name not in OPTIONAL
    ],
)
def test_what_is_no_whole_number(call, value):
    function, name, _, _ = CALLS[call]
    message = rf"^{name} is expected to be a whole number"
    with pytest.raises(InvalidNumberError, match=message) as caught:
        function(value)
    assert caught.value.field == name


@each
@pytest.mark.parametrize("kind", [int, np.int64, np.uint8, sympy.Integer, np.array])
def test_whole_numbers_of_every_kind(call, kind):
    function, _, least, _ = CALLS[call]
    function(kind(max(2, least or 0)))


@each
def test_bounds(call):
    function, name, least, most = CALLS[call]
    outside = [value for bound, value in ((least, (least or 0) - 1), (most, (most or 0) + 1))
               if bound is not None]  # fmt: skip
    limits = "" if least is None else f" from {least} on" if most is None else (
        f" from {least} to {most}"
    )  # fmt: skip
    for value in outside:
        message = f"{name} is expected to be a whole number{limits}, but is {value}: "
        with pytest.raises(InvalidNumberError, match=rf"^{message}"):
            function(value)


def test_the_remedy_is_a_number_that_will_do():
    with pytest.raises(InvalidNumberError, match=r"but is 1: write for example 2\.$"):
        whole_number(1, "rows", 2)


@pytest.mark.parametrize("text", ["one", "1.0", "", "1/2"])
def test_typed_text(text):
    assert whole_number_from_text(" 12 ", "k") == 12
    with pytest.raises(InvalidNumberError, match=r"^k is expected to be a whole number, but is"):
        whole_number_from_text(text, "k")
