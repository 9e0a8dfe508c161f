"""The mean of several draws: against every sequence of draws, one by one."""

from importlib import import_module
from itertools import product
from math import prod
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    ShapeError,
    TooLargeError,
)
from linalg_book.exact import sample_mean
from tests.call import HALF, C, Call, if_no_row
from tests.strategies import INTEGERS, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "sample_mean": Call(
        ([[1], [HALF], ["-1/2"]], 4, HALF, {"weights": [2, 1, 1]}),
        ("1; 1/2; -1/2", "--draws", "4", "--distance", "1/2", "--weights", "2 1 1"),
        "A:matrix draws:integer distance:number weights:column",
        lambda A, _b: exact.sample_mean(A, 2), if_no_row,
        further=[
            ([[1, 0], [0, 1]], 3), ([[5]], 1), ([[1], [-1]], 1), ([[0, 0]], 2), ([[1], [3]], 2, 9),
            ([[x] for x in range(1, 7)], 2, "5/2"),
        ],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.sample_mean")
F = Rational
# outcomes, draws, distance, weights: mean, variance of the mean, tail, bound, worked by hand
WORKED = {
    "coin": ([[1], [-1]], 1, 1, None, 0, 1, 1, 1),
    # two throws: 2 and 12 only are so far away
    "dice": ([[x] for x in range(1, 7)], 2, F(5, 2), None, F(7, 2), F(35, 24), F(1, 18), F(7, 30)),
    # 4 with probability 1/4: mean 1, variance 3; of two draws only (4, 4) is 2 away: 4 − 1 = 3
    "rare": ([[0], [4]], 2, 2, [3, 1], 1, F(3, 2), F(1, 16), F(3, 8)),
    # three outcomes for which Chebyshev's bound is met
    "sharp": ([[-1], [0], [1]], 1, 1, [1, 6, 1], 0, F(1, 4), F(1, 4), F(1, 4)),
    "certain": ([[7]], 5, 1, None, 7, 0, 0, 0),
}  # fmt: skip
SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(0, 2))


@pytest.mark.parametrize("case", WORKED.values(), ids=WORKED)
def test_worked_by_hand(case):
    A, draws, distance, weights, mean, variance, tail, bound = case
    example = sample_mean(A, draws, distance, weights=weights)
    values = example.values
    assert example.answer == Matrix([mean])
    assert (values["variance"], values["tail"], values["bound"]) == (variance, tail, bound)
    assert values["variance_of_one"] == draws * variance


@settings(max_examples=60)
@given(SMALL, st.integers(1, 3), st.integers(1, 4), st.data())
def test_every_sequence_of_draws(A, draws, distance, data):
    weights = [data.draw(st.integers(1, 3)) for _ in A]
    example, rows = sample_mean(A, draws, distance, weights=weights), matrix(A)
    shares = [F(w, sum(weights)) for w in weights]
    mean, spread, far = Matrix.zeros(rows.cols, 1), 0, 0
    sequences = list(product(range(rows.rows), repeat=draws))
    for drawn in sequences:
        chance = prod(shares[i] for i in drawn)
        point = sum((rows.row(i).T for i in drawn), Matrix.zeros(rows.cols, 1)) / F(draws)
        gap = point - example.answer
        mean += chance * point
        spread += chance * gap.dot(gap)
        far += chance * int(bool(gap.dot(gap) >= distance**2))
    assert example.answer == mean
    assert example.values["variance"] == spread
    assert example.values["tail"] == far <= example.values["bound"]
    assert example.values["covariance_of_one"].trace() == draws * spread


def test_equal_rows_count_as_often_as_they_stand_there():
    twice = sample_mean([[1], [1], [5]], 3).values
    weighed = sample_mean([[1], [5]], 3, weights=[2, 1]).values
    for name in ("variance", "tail", "bound"):
        assert twice[name] == weighed[name]


def test_the_steps():
    text = " ".join(sample_mean([[1], [-1]], 1, HALF).text().split())
    assert "no news: no probability is above 1" in text
    assert "2 different means" in text
    text = " ".join(sample_mean([[1, 0], [0, 1]], 2).text().split())
    assert "no news" not in text
    assert "distances from m" in text


@pytest.mark.parametrize(
    ("given", "named", "error", "words"),
    [
        (([], 1), {}, EmptySystemError, "at least 1 outcome, but A has no row"),
        (([[1]], 1, 0), {}, InvalidNumberError, "distance is 0, but a positive number"),
        (([[1]], 1, C), {}, InvalidNumberError, "distance is c, which is symbolic"),
        (([[1]], 1, 0.1), {}, InexactNumberError, r"distance is 0\.1"),
        (([[1]], 1), {"weights": [0]}, InvalidNumberError, "entry 1 of weights is 0"),
        (([[1]], 1), {"weights": [1, 2]}, ShapeError, "weights has 2 entries"),
    ],
)
def test_what_is_refused(given, named, error, words):
    with pytest.raises(error, match=words):
        sample_mean(*given, **named)


def test_too_many_sums():
    primes = [[F(1, p)] for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29)]
    with pytest.raises(TooLargeError, match="at most 20,000 different sums, but 9 draws from 10"):
        sample_mean(primes, 9)


def test_too_many_draws_are_refused_before_they_are_counted():
    start = process_time()
    with pytest.raises(TooLargeError, match="at most 200,000 additions, but 1,000,000 draws take"):
        sample_mean([[1], [2], [5]], 10**6)
    assert process_time() - start < 5


def test_decimals_say_whether_they_are_all():
    # of 5 draws from two points √8 apart: all five the same, 2/32; of three dice: 2/216
    for outcomes, draws, far, shown in (
        ([[1, 2], [3, 4]], 5, 1, "1/16 = 0.0625 ≤"),
        ([[1], [2], [3], [4], [5], [6]], 3, "5/2", "1/108 ≈ 0.009259 ≤"),
    ):
        assert shown in sample_mean(outcomes, draws, far).text()


def test_a_wrong_computation_raises(monkeypatch):
    right = _module.sampled

    def wrong(*given):
        found = right(*given)
        return type(found)(**{**vars(found), "variance": found.variance + 1})

    monkeypatch.setattr(_module, "sampled", wrong)
    with pytest.raises(FailedCheckError, match="mean square distance"):
        sample_mean([[1], [2]], 2)
