"""Exercises have the wanted shape, rank and size of numbers."""

import inspect
from random import Random

import numpy as np
import pytest
from sympy import Matrix

from linalg_book import problems
from linalg_book.errors import InvalidNumberError, NoSuchProblemError
from tests.problems.agreement import agrees, largest

SEEDS = range(12)
seeded = pytest.mark.parametrize("seed", SEEDS)


@seeded
@pytest.mark.parametrize("options", [{}, {"unknowns": 1}, {"unknowns": 5}, {"largest": 5}])
def test_closest_point(seed, options):
    problem = problems.closest_point(seed, **options)
    A = agrees(problem, (1, options.get("unknowns", 2)), 1, 5)
    assert A * problem.solution.answer == Matrix(problem.b)
    assert largest(problem.solution.answer) <= options.get("largest", 50)


@seeded
@pytest.mark.parametrize(
    ("rows", "columns", "rank"), [(2, 3, 2), (1, 3, 1), (3, 2, 1), (4, 6, 3), (3, 3, 3)]
)
def test_least_norm(seed, rows, columns, rank):
    problem = problems.least_norm(seed, rows=rows, columns=columns, rank=rank, largest=9)
    A = agrees(problem, (rows, columns), rank, 5)
    x = problem.solution.answer
    assert A * x == Matrix(problem.b)
    assert all(entry.is_integer and abs(entry) <= 9 for entry in x)
    assert any(x)


@seeded
@pytest.mark.parametrize(("rows", "columns", "rank"), [(3, 2, 2), (4, 3, 2), (5, 1, 1), (2, 3, 1)])
def test_least_squares(seed, rows, columns, rank):
    problem = problems.least_squares(seed, rows=rows, columns=columns, rank=rank, largest=10)
    A = agrees(problem, (rows, columns), rank, 5)
    x, residual = problem.solution.answer, Matrix(problem.b) - A * problem.solution.answer
    assert not any(A.T * residual)
    assert any(residual)
    assert max(map(abs, [*x, *residual])) <= 10
    assert all(entry.is_integer for entry in (*x, *residual))


@seeded
@pytest.mark.parametrize(
    ("kind", "rows", "columns", "rank"),
    [("unique", 3, 3, None), ("unique", 4, 2, None), ("infinite", 3, 5, None),
     ("infinite", 3, 3, 1), ("none", 4, 3, None), ("none", 3, 3, 2), ("none", 2, 4, 1)],
)  # fmt: skip
def test_solve(seed, kind, rows, columns, rank):
    problem = problems.solve(seed, kind=kind, rows=rows, columns=columns, rank=rank)
    free = {"unique": 0, "infinite": 1, "none": 1}[kind]
    expected = rank or (min(rows - 1, columns) if kind == "none" else min(rows, columns - free))
    A = agrees(problem, (rows, columns), expected, 9)
    wider = A.row_join(Matrix(problem.b)).rank()
    found = "none" if wider > expected else "unique" if expected == columns else "infinite"
    assert found == problem.solution.values["kind"] == kind
    shown = [problem.solution.answer or [], problem.solution.values["null_space"]]
    assert largest(shown) <= 12


@seeded
@pytest.mark.parametrize(
    ("rows", "columns", "rank", "bound"),
    [(3, 2, 2, 30), (2, 2, 1, 10), (3, 3, 2, 18), (4, 4, 3, 40), (1, 3, 1, 20), (2, 3, 0, 1),
     (2, 2, 2, 1)],
)  # fmt: skip
def test_pseudoinverse(seed, rows, columns, rank, bound):
    problem = problems.pseudoinverse(seed, rows=rows, columns=columns, rank=rank, largest=bound)
    A = agrees(problem, (rows, columns), rank, 5)
    assert problem.solution.answer == A.pinv()
    assert largest(problem.solution.answer) <= bound


@seeded
@pytest.mark.parametrize(
    ("rows", "columns", "rank", "whole"),
    [(2, 2, 2, False), (3, 2, 2, False), (2, 3, 1, True), (3, 3, 2, True), (4, 3, 3, False)],
)
def test_svd(seed, rows, columns, rank, whole):
    problem = problems.svd(seed, rows=rows, columns=columns, rank=rank, whole=whole)
    A = agrees(problem, (rows, columns), rank, 9)
    found = np.linalg.svd(np.array(A.tolist(), dtype=float), compute_uv=False)
    squares = [round(float(s * s)) for s in found[:rank]]
    assert np.allclose(found[:rank] ** 2, squares)
    assert len(set(squares)) == rank
    assert max(squares, default=0) <= 100
    assert not whole or np.allclose(found, np.round(found))
    assert np.allclose([float(s) for s in problem.solution.values["singular_values"]], found)


SOURCES = [Random(5), np.random.default_rng(5), 5]  # noqa: S311 (no secret)
GENERATORS = [getattr(problems, name) for name in problems.__all__ if name != "Problem"]
each = pytest.mark.parametrize("make", GENERATORS, ids=lambda make: make.__name__)


@each
@pytest.mark.parametrize("rng", SOURCES, ids=["stdlib", "numpy", "seed"])
def test_every_source_of_chance_and_the_seed_makes_it_again(make, rng):
    problem = make(rng)
    again = make(problem.seed)
    assert (again.A, again.b, again.seed) == (problem.A, problem.b, problem.seed)
    assert again == problem
    assert problem.seed == 5 or rng != 5


@each
def test_exercises_differ(make):
    rng = Random(0)  # noqa: S311 (no secret)
    assert len({make(rng).A for _ in range(10)}) > 5


@each
@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"rng": "five"}, "rng is expected to be a whole number, but is 'five'"),
        ({"largest": 0}, "largest is expected to be a whole number from 1 on, but is 0"),
        ({"largest": 2.5}, "largest is expected to be a whole number from 1 on, but is 2.5"),
        ({"entries": True}, "entries is expected to be a whole number from 1 on, but is True"),
    ],
)
def test_options_are_checked(make, options, message):
    if not options.keys() <= {"rng", *inspect.signature(make).parameters}:
        pytest.skip("this kind has no such option")
    with pytest.raises(InvalidNumberError, match=message):
        make(**{"rng": 1, **options})


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: problems.svd(1, largest=1), "2×2 matrix of rank 2 .* found none in 2000 tries"),
        (lambda: problems.least_norm(1, rows=0), "rows is expected .* from 1 on"),
        (
            lambda: problems.least_norm(1, rank=3),
            "rank is expected .* from 0 to 2",
        ),
        (lambda: problems.least_norm(1, rank=0), "found none"),
        (lambda: problems.least_squares(1, rows=2, columns=2, rank=2), "from 0 to 1"),
        (lambda: problems.solve(1, kind="some"), "one of unique, infinite, none is expected"),
        (lambda: problems.solve(1, rows=2), "rank equal to the number of columns"),
        (lambda: problems.solve(1, kind="none", rows=1), "a shape that allows the kind “none”"),
        (lambda: problems.solve(1, kind="infinite", columns=1), "add a row or a column"),
    ],
)
def test_impossible_exercises_are_refused(call, message):
    with pytest.raises((NoSuchProblemError, InvalidNumberError), match=message):
        call()
