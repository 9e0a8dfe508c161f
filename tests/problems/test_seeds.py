"""A seed makes the same exercise in every version, so that links and solutions keep their sense.

``tests/data/transcripts/exercises_….txt`` hold them; ``tests/transcripts.py`` tells how to write
these files anew.
"""

import inspect
from random import Random

import numpy as np
import pytest

from linalg_book import problems
from linalg_book.errors import InvalidNumberError, NoSuchProblemError
from linalg_book.problems import _parts
from tests.transcripts import compare

SEEDS = range(16)
OPTIONS = {
    "cholesky": [{}, {"size": 2}, {"size": 4, "largest": 4}, {"entries": 6}],
    "closest_point": [{}, {"unknowns": 1}, {"unknowns": 4}, {"largest": 4}, {"entries": 2}],
    "condition_gaussian": [{}, {"known": 2}, {"known": 3, "noise": 1}, {"largest": 6}],
    "least_norm": [{}, {"rows": 3, "columns": 4, "rank": 2}, {"rank": 1, "largest": 3},
                   {"rows": 1, "columns": 2, "entries": 2},
                   {"rows": 4, "columns": 5, "rank": 3}],
    "least_squares": [{}, {"rows": 4, "columns": 3, "rank": 2}, {"rank": 1, "largest": 3},
                      {"rows": 2, "columns": 1, "entries": 2}],
    "gradient_step": [{}, {"rows": 1}, {"rows": 3, "columns": 2, "rank": 1}, {"largest": 6}],
    "leave_one_out": [{}, {"rows": 4, "columns": 1}, {"largest": 6}],
    "line_fit": [{}, {"points": 4}, {"largest": 8, "entries": 3}],
    "linear_model": [{}, {"entries": 3}, {"largest": 60}],
    "low_rank": [{}, {"rows": 3, "columns": 2}, {"rows": 3, "columns": 3, "k": 2, "entries": 12}],
    "project": [{}, {"columns": 2}, {"rows": 2, "largest": 6, "entries": 3}],
    "qr": [{}, {"rows": 3, "columns": 3}, {"rows": 2, "entries": 4}],
    "recall": [{}, {"patterns": 1, "pixels": 3}, {"patterns": 3, "pixels": 5, "largest": 6}],
    "redundant_features": [{}, {"rows": 3, "columns": 2}, {"rank": 1, "largest": 6}],
    "ridge": [{}, {"rows": 1, "columns": 2}, {"rows": 3, "columns": 1, "largest": 6}],
    "kernel_regression": [{}, {"points": 1}, {"degree": 1, "entries": 2}, {"points": 3}],
    "sample_mean": [{}, {"outcomes": 2, "draws": 2}, {"outcomes": 4, "largest": 90}],
    "polynomial": [{}, {"points": 1}, {"points": 2, "degree": 3}, {"points": 2, "degree": 1}],
    "pseudoinverse": [{}, {"rows": 3, "columns": 3, "rank": 2}, {"rank": 1, "largest": 12},
                      {"rows": 2, "columns": 5, "entries": 2}, {"rank": 0}],
    "solve": [{}, {"kind": "infinite"}, {"kind": "none"}, {"rows": 2, "columns": 2, "entries": 3},
              {"kind": "infinite", "rows": 2, "columns": 4, "largest": 4},
              {"kind": "none", "rows": 4, "columns": 2, "rank": 1, "largest": 4}],
    "step_kernel": [{}, {"dimension": 2}, {"dimension": 4, "entries": 2}],
    "dual_polynomial": [{}, {"degree": 1}, {"degree": 4, "largest": 300}],
    "svd": [{}, {"whole": True}, {"rows": 3, "columns": 4, "rank": 2}, {"rank": 1, "largest": 20},
            {"rows": 5, "columns": 2, "entries": 4}],
}  # fmt: skip
DEFAULTS = {
    "cholesky": {"size": 3, "largest": 9, "entries": 20},
    "closest_point": {"unknowns": 2, "largest": 50, "entries": 5},
    "condition_gaussian": {"known": 1, "noise": 0, "largest": 30, "entries": 2},
    "least_norm": {"rows": 2, "columns": 3, "rank": None, "largest": 12, "entries": 5},
    "least_squares": {"rows": 3, "columns": 2, "rank": None, "largest": 12, "entries": 5},
    "gradient_step": {"rows": 2, "columns": 2, "rank": None, "largest": 12, "entries": 3},
    "leave_one_out": {"rows": 3, "columns": 2, "largest": 12, "entries": 3},
    "line_fit": {"points": 3, "largest": 12, "entries": 5},
    "linear_model": {"largest": 200, "entries": 5},
    "low_rank": {"rows": 2, "columns": 2, "k": 1, "largest": 100, "entries": 9},
    "project": {"rows": 3, "columns": 1, "largest": 12, "entries": 5},
    "qr": {"rows": 3, "columns": 2, "largest": 12, "entries": 6},
    "recall": {"patterns": 2, "pixels": 4, "largest": 12},
    "redundant_features": {"rows": 4, "columns": 3, "rank": None, "largest": 12, "entries": 5},
    "ridge": {"rows": 3, "columns": 2, "largest": 12, "entries": 3},
    "kernel_regression": {"points": 2, "degree": 2, "largest": 100, "entries": 3},
    "sample_mean": {"outcomes": 3, "draws": None, "largest": 60, "entries": 6},
    "polynomial": {"points": 3, "degree": 2, "largest": 12, "entries": 3},
    "pseudoinverse": {"rows": 3, "columns": 2, "rank": None, "largest": 30, "entries": 5},
    "solve": {"kind": "unique", "rows": 3, "columns": 3, "rank": None, "largest": 12, "entries": 9},
    "step_kernel": {"dimension": 3, "entries": 3},
    "dual_polynomial": {"degree": 3, "largest": 100, "entries": 2},
    "svd": {"rows": 2, "columns": 2, "rank": None, "largest": 100, "entries": 9, "whole": False},
}
each = pytest.mark.parametrize("name", OPTIONS)


def written(name, seed, options):
    """Write a call and the exercise that it makes."""
    words = "".join(f", {key}={value!r}" for key, value in options.items())
    return f"{name}({seed}{words}): {getattr(problems, name)(seed, **options).statement}"


@each
def test_a_seed_makes_the_same_exercise(name):
    lines = [written(name, seed, options) for options in OPTIONS[name] for seed in SEEDS]
    compare(f"exercises_{name}", "\n".join(lines) + "\n")


@each
def test_defaults(name):
    parameters = inspect.signature(getattr(problems, name)).parameters
    assert {p.name: p.default for p in parameters.values() if p.name != "rng"} == DEFAULTS[name]


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("least_norm", {"columns": 0}, "columns is expected to be a whole number from 1 on"),
        ("least_squares", {"rows": 1}, "rows is expected to be a whole number from 2 on"),
        (
            "svd",
            {"rng": 0.5},
            (
                "rng is expected to be a whole number, but is 0.5: write for example "
                "random.Random(1) or numpy.random.default_rng(1)."
            ),
        ),
    ],
)  # fmt: skip
def test_options_that_make_no_sense(name, options, message):
    with pytest.raises(InvalidNumberError) as caught:
        getattr(problems, name)(**{"rng": 1, **options})
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("rng", [Random(1), np.random.default_rng(1)], ids=["stdlib", "numpy"])  # noqa: S311
def test_seeds_have_32_bits(rng):
    seeds = [problems.closest_point(rng).seed for _ in range(30)]
    assert all(0 <= seed < 2**32 for seed in seeds)
    assert max(seeds) > 2**31


@pytest.mark.parametrize(
    ("name", "options", "wanted"),
    [
        ("closest_point", {"unknowns": 30, "largest": 1}, "numbers up to 1 in the answer"),
        ("least_norm", {"rank": 0}, "a 2×3 matrix of rank 0 and an answer of numbers up to 12"),
        ("least_squares", {"rank": 0}, "a 3×2 matrix of rank 0 and an answer of numbers up to 12"),
        ("pseudoinverse", {"rows": 6, "columns": 6, "largest": 1},
         "a 6×6 matrix of rank 6 and an answer of numbers up to 1"),
        ("solve", {"kind": "infinite", "rank": 9, "rows": 9, "columns": 12, "largest": 1},
         "a 9×12 matrix of rank 9, the kind “infinite” and numbers up to 1"),
        ("svd", {"largest": 1},
         "a 2×2 matrix of rank 2 and singular values whose squares are up to 1"),
        ("svd", {"largest": 3, "whole": True},
         "a 2×2 matrix of rank 2 and whole singular values whose squares are up to 3"),
    ],
)  # fmt: skip
def test_what_was_not_found_is_said(name, options, wanted, monkeypatch):
    monkeypatch.setattr(_parts, "TRIES", 20)
    with pytest.raises(NoSuchProblemError) as caught:
        getattr(problems, name)(1, **options)
    assert str(caught.value) == (
        f"expected an exercise with {wanted}, but found none in 20 tries: "
        "allow larger numbers, or another shape or rank."
    )
