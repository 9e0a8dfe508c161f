"""Exercises keep to the bounds that were asked for, over many seeds, and say what they ask."""

import pytest
from sympy import Matrix

from linalg_book import problems
from tests.problems.agreement import agrees, largest

SEEDS = range(1000, 1040)
SHAPES = [
    # rows, columns, rank: square, wide, tall, dependent rows and columns, one row, one column
    (2, 2, 2), (2, 4, 2), (3, 2, 2), (3, 4, 2), (1, 3, 1), (3, 1, 1),
]  # fmt: skip
shaped = pytest.mark.parametrize(("rows", "columns", "rank"), SHAPES)


def made(make, rows, columns, rank, **options):
    """Yield an exercise for each seed, and its matrix, of the shape and rank asked for."""
    for seed in SEEDS:
        problem = make(seed, rows=rows, columns=columns, rank=rank, **options)
        A = agrees(problem, (rows, columns), rank, options["entries"])
        yield problem, A


def has_zero_line(A):
    return not all(map(any, [*A.tolist(), *A.T.tolist()]))


@shaped
def test_least_norm(rows, columns, rank):
    for problem, A in made(problems.least_norm, rows, columns, rank, largest=6, entries=4):
        assert not has_zero_line(A)
        assert largest(problem.solution.answer) <= 6
        assert A.row_join(Matrix(problem.b)).rank() == rank


@pytest.mark.parametrize(("rows", "columns", "rank"), [s for s in SHAPES if s[2] < s[0]])
def test_least_squares(rows, columns, rank):
    for problem, A in made(problems.least_squares, rows, columns, rank, largest=5, entries=4):
        residual = Matrix(problem.b) - A * problem.solution.answer
        assert largest([*problem.solution.answer, *residual]) <= 5
        assert A.row_join(Matrix(problem.b)).rank() == rank + 1


@shaped
def test_pseudoinverse(rows, columns, rank):
    for problem, A in made(problems.pseudoinverse, rows, columns, rank, largest=24, entries=4):
        assert not has_zero_line(A)
        assert largest(problem.solution.answer) <= 24


@pytest.mark.parametrize("kind", ["unique", "infinite", "none"])
@shaped
def test_solve(kind, rows, columns, rank):
    if not {"unique": rank == columns, "infinite": rank < columns, "none": rank < rows}[kind]:
        return
    options = {"kind": kind, "largest": 8, "entries": 6}
    for problem, _ in made(problems.solve, rows, columns, rank, **options):
        values = problem.solution.values
        shown = [problem.solution.answer, values["null_space"], values["certificate"]]
        assert all(largest(part) <= 8 for part in shown if part is not None)
        assert values["kind"] == kind


@pytest.mark.parametrize("unknowns", [1, 2, 3])
@pytest.mark.parametrize("bound", [3, 20])
def test_closest_point(unknowns, bound):
    for seed in SEEDS:
        problem = problems.closest_point(seed, unknowns=unknowns, largest=bound, entries=4)
        agrees(problem, (1, unknowns), 1, 4)
        assert largest(problem.solution.answer) <= bound


def test_svd():
    for problem, A in made(problems.svd, 2, 3, 2, largest=30, entries=6):
        squares = (A * A.T).eigenvals(multiple=True)
        assert all(s.is_integer and 0 < s <= 30 for s in squares)
        assert squares[0] != squares[1]
        assert str(problem.statement).startswith("Find the singular value decomposition of A = [")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (problems.least_norm, "Find the least-norm solution of A x = b with A = {A} and b = {b}."),
        (
            problems.least_squares,
            "Find the least-squares solution of A x = b with A = {A} and b = {b}.",
        ),
        (problems.solve, "Find all solutions of A x = b with A = {A} and b = {b}."),
        (problems.pseudoinverse, "Find the pseudoinverse of A = {A}."),
        (problems.svd, "Find the singular value decomposition of A = {A}."),
    ],
)
def test_statements(make, words):
    problem = make(7)
    lines = "; ".join(", ".join(map(str, row)) for row in problem.A)
    b = ", ".join(map(str, problem.b or ()))
    expected = words.format(A=f"[{lines}]", b=f"({b})").replace("-", "−")
    assert str(problem.statement).replace("-", "−") == expected
