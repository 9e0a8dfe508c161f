"""Exercises on fits: shape, rank and size of numbers, and answers found in another way."""

from fractions import Fraction
from math import acos, comb, pi

import numpy as np
import pytest
from sympy import Matrix, Poly, Rational, diag, expand, eye, ones, sqrt

from linalg_book import problems
from linalg_book.errors import NoSuchProblemError
from tests.hermite import mean_product
from tests.problems.agreement import agrees, largest

SEEDS = range(8)
seeded = pytest.mark.parametrize("seed", SEEDS)


@seeded
@pytest.mark.parametrize(("rows", "columns"), [(3, 2), (2, 2), (3, 3), (4, 3), (3, 1)])
def test_qr(seed, rows, columns):
    problem = problems.qr(seed, rows=rows, columns=columns, largest=4, entries=8)
    A = agrees(problem, (rows, columns), columns, 8)
    basis, triangle = problem.solution.answer
    assert basis * triangle == A
    assert (basis.T * basis).is_diagonal()
    assert triangle.is_upper
    assert all(triangle[j, j] == 1 for j in range(columns))
    assert all(x.is_integer for x in (*basis, *triangle))
    assert largest(basis) <= 4


@seeded
@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_cholesky(seed, size):
    problem = problems.cholesky(seed, size=size, largest=5, entries=30)
    A = agrees(problem, (size, size), size, 30)
    triangle, pivots = problem.solution.answer
    assert triangle * pivots * triangle.T == A
    assert all(x.is_integer for x in (*triangle, *pivots))
    assert all(0 < pivots[k, k] <= 5 for k in range(size))


@seeded
@pytest.mark.parametrize(("patterns", "pixels"), [(2, 4), (1, 2), (3, 6)])
def test_recall(seed, patterns, pixels):
    problem = problems.recall(seed, patterns=patterns, pixels=pixels, largest=9)
    X = agrees(problem, (patterns, pixels), patterns, 1)
    assert {*X, *problem.b} <= {1, -1}
    assert problem.b not in problem.A
    answer = problem.solution.answer
    assert answer == X.T * (X * X.T).inv() * X * Matrix(problem.b)
    assert any(answer)
    assert largest(answer) <= 9


@seeded
@pytest.mark.parametrize(("rows", "columns"), [(3, 2), (1, 2), (2, 3), (4, 1)])
def test_ridge(seed, rows, columns):
    problem = problems.ridge(seed, rows=rows, columns=columns, largest=9)
    A = agrees(problem, (rows, columns), min(rows, columns), 3)
    penalty = problem.solution.values["penalty"]
    assert penalty > 0
    system = A.T * A + penalty * eye(columns)
    assert problem.solution.answer == system.inv() * A.T * Matrix(problem.b)
    assert largest(problem.solution.answer) <= 9


@seeded
@pytest.mark.parametrize(("rows", "columns"), [(3, 2), (4, 1), (4, 2)])
def test_leave_one_out(seed, rows, columns):
    problem = problems.leave_one_out(seed, rows=rows, columns=columns, largest=20)
    A, b = agrees(problem, (rows, columns), columns, 3), Matrix(problem.b)
    for i, left in enumerate(problem.solution.answer):
        others = [k for k in range(rows) if k != i]
        M = A.extract(others, range(columns))
        x = (M.T * M).inv() * M.T * b.extract(others, [0])
        assert left == b[i] - (A.row(i) * x)[0, 0]
    assert largest(problem.solution.answer) <= 20


@seeded
@pytest.mark.parametrize(
    ("rows", "columns", "rank"), [(2, 2, 2), (1, 2, 1), (3, 2, 2), (3, 3, 2), (2, 1, 1)]
)
def test_gradient_step(seed, rows, columns, rank):
    problem = problems.gradient_step(seed, rows=rows, columns=columns, rank=rank, largest=15)
    A, b = agrees(problem, (rows, columns), rank, 3), Matrix(problem.b)
    values = problem.solution.values
    start = values["iterates"].row(0).T
    moved = start - values["step"] * A.T * (A * start - b)
    assert moved == problem.solution.answer != start
    assert values["limit"] == start + A.pinv() * (b - A * start)
    assert max(largest(moved), largest(values["limit"])) <= 15
    assert (1 / values["step"]).is_integer


@seeded
@pytest.mark.parametrize(("points", "degree"), [(3, 2), (1, 2), (2, 3), (1, 4), (2, 1)])
def test_polynomial(seed, points, degree):
    problem = problems.polynomial(seed, points=points, degree=degree, largest=20)
    places, b = [x for (x,) in problem.A], Matrix(problem.b)
    assert places == sorted(set(places))
    features = Matrix([[x**j for j in range(degree + 1)] for x in places])
    roots = diag(*(sqrt(comb(degree, j)) for j in range(degree + 1)))
    scaled = features * roots
    shortest = roots * scaled.T * (scaled * scaled.T).applyfunc(expand).inv() * b
    assert problem.solution.answer == shortest.applyfunc(expand)
    assert all(x.is_integer and abs(x) <= 20 for x in problem.solution.answer)
    assert any(problem.solution.answer[1:])


@seeded
@pytest.mark.parametrize(("points", "degree"), [(2, 2), (1, 3), (2, 1)])
def test_kernel_regression(seed, points, degree):
    problem = problems.kernel_regression(seed, points=points, degree=degree, largest=40)
    places, y = [x for (x,) in problem.A], Matrix(problem.b)
    assert places == sorted(set(places))
    K = Matrix([[(x * z + 1) ** degree for z in places] for x in places])
    assert K.rank() == points
    alpha, inverse = problem.solution.answer, K.inv()
    assert all(a.is_integer and 0 < abs(a) <= 3 for a in alpha)
    assert K * alpha == y
    expected = [alpha[i] / inverse[i, i] for i in range(points)]
    assert list(problem.solution.values["left_out"]) == expected
    assert all(max(abs(r.p), r.q) <= 40 for r in expected)


@seeded
@pytest.mark.parametrize("points", [3, 4, 5])
def test_line_fit(seed, points):
    problem = problems.line_fit(seed, points=points, largest=15)
    A, b = agrees(problem, (points, 2), 2, 5), Matrix(problem.b)
    assert A.col(0) == ones(points, 1)
    assert list(A.col(1)) == sorted(set(A.col(1)))
    residual = b - A * problem.solution.answer
    assert any(residual)
    assert not any(A.T * residual)
    assert all(x.is_integer and abs(x) <= 15 for x in (*problem.solution.answer, *residual))


@seeded
@pytest.mark.parametrize(("rows", "columns", "rank"), [(4, 3, 2), (3, 2, 1), (4, 3, 1), (3, 4, 2)])
def test_redundant_features(seed, rows, columns, rank):
    problem = problems.redundant_features(seed, rows=rows, columns=columns, rank=rank)
    A = agrees(problem, (rows, columns), rank, 5)
    basis = problem.solution.values["null_space"]
    assert basis.cols == columns - rank > 0
    assert not any(basis.T * problem.solution.answer)
    assert problem.solution.answer == A.pinv() * Matrix(problem.b)


@seeded
@pytest.mark.parametrize(("outcomes", "draws"), [(2, 2), (3, None), (4, 3)])
def test_sample_mean(seed, outcomes, draws):
    problem = problems.sample_mean(seed, outcomes=outcomes, draws=draws, largest=90)
    values, drawn = problem.solution.values, [x for (x,) in problem.A]
    assert drawn == sorted(set(drawn))
    assert len(drawn) == outcomes
    assert max(map(abs, drawn)) <= 6
    p = values["probabilities"]
    mean = sum(share * x for share, x in zip(p, drawn, strict=True))
    one = sum(share * (x - mean) ** 2 for share, x in zip(p, drawn, strict=True))
    k, far = values["draws"], values["distance"]
    assert k == draws or draws is None
    assert problem.solution.answer == Matrix([mean])
    assert (values["variance"], values["bound"]) == (one / k, one / k / far**2)
    assert values["tail"] <= values["bound"] <= 1
    assert largest(Matrix([mean, one / k, values["bound"]])) <= 90


@seeded
@pytest.mark.parametrize(("known", "noise"), [(1, 0), (2, 0), (1, 2), (3, 1)])
def test_condition_gaussian(seed, known, noise):
    problem = problems.condition_gaussian(seed, known=known, noise=noise)
    covariance, y = Matrix(problem.A), Matrix(problem.b)
    assert (covariance.shape, y.shape) == ((known + 1, known + 1), (known, 1))
    inverse = (covariance[:known, :known] + noise * eye(known)).inv()
    cross = covariance[known:, :known]
    mean, left = (cross * inverse * y)[0], (covariance[-1, -1] - (cross * inverse * cross.T)[0])
    assert list(problem.solution.answer) == [mean]
    assert list(problem.solution.values["variances"]) == [left]
    assert left > 0
    assert largest(Matrix([mean, left])) <= 30
    assert ("noise" in str(problem.statement)) is bool(noise)


@seeded
@pytest.mark.parametrize("dimension", [2, 3, 5])
def test_step_kernel(seed, dimension):
    problem = problems.step_kernel(seed, dimension=dimension, entries=4)
    x, z = (Matrix(point) for point in problem.A)
    assert len(x) == len(z) == dimension
    angle = acos(x.dot(z) / sqrt(x.dot(x) * z.dot(z)))
    found = problem.solution.values["nngp"]
    assert found.is_Rational
    assert found.q <= 24
    assert float(found) == pytest.approx(0.5 - angle / (2 * pi))


@seeded
@pytest.mark.parametrize("degree", [1, 3, 4])
def test_dual_polynomial(seed, degree):
    problem = problems.dual_polynomial(seed, degree=degree, largest=400)
    ((*given,),) = problem.A
    assert len(given) == degree + 1
    assert given[-1]
    dual = problem.solution.values["normalized"]
    assert max(Poly(dual).coeffs()) <= 400
    mean = mean_product(given, given, Fraction(1, 2))
    assert dual.subs("rho", Rational(1, 2)) == Rational(mean)


@seeded
@pytest.mark.parametrize("options", [{}, {"entries": 3, "largest": 60}])
def test_linear_model(seed, options):
    problem = problems.linear_model(seed, **options)
    a, (b,), found = Matrix(problem.A[0]), problem.b, problem.solution
    way = found.values["shift"]
    assert a.dot(found.answer) == b
    assert way.norm() > 0
    assert a[0] * way[1] == a[1] * way[0]  # straight across the line
    start = found.answer - way
    assert all(entry.is_integer and 1 <= entry <= options.get("entries", 5) for entry in start)
    assert largest(found.answer) <= options.get("largest", 200)


@seeded
@pytest.mark.parametrize(("rows", "columns"), [(3, 1), (2, 1), (3, 2), (4, 2)])
def test_project(seed, rows, columns):
    problem = problems.project(seed, rows=rows, columns=columns, largest=9)
    A, b = agrees(problem, (rows, columns), columns, 5), Matrix(problem.b)
    p = problem.solution.answer
    assert not any(A.T * (b - p))
    assert any(b - p)
    assert A.row_join(p).rank() == columns
    assert all(x.is_integer for x in p)
    assert ("line" in str(problem.statement)) is (columns == 1)


@seeded
@pytest.mark.parametrize(("rows", "columns", "k"), [(2, 2, 1), (3, 2, 1), (3, 3, 2)])
def test_low_rank(seed, rows, columns, k):
    problem = problems.low_rank(seed, rows=rows, columns=columns, k=k, entries=12)
    A = agrees(problem, (rows, columns), min(rows, columns), 12)
    u, s, v = np.linalg.svd(np.array(A.tolist(), dtype=float))
    nearest = u[:, :k] * s[:k] @ v[:k]
    assert np.allclose(np.array(problem.solution.answer.tolist(), dtype=float), nearest)
    assert all(x.is_integer for x in problem.solution.answer)
    assert s[k - 1] > s[k] + 0.01


def test_statements():
    assert str(problems.sample_mean(0).statement).startswith("Draw 6 times, independently, from")
    assert str(problems.line_fit(1).statement) == (
        "Fit the line y = c + d t to the points (0, 1), (1, −9) and (4, −13) by least squares."
    )
    assert str(problems.ridge(1).statement).startswith(
        "Find the ridge solution of A x = b with the penalty λ = 4, A = ["
    )
    step = str(problems.gradient_step(1).statement)
    assert step.startswith("Take one step of gradient descent on 1/2 ‖A x − b‖² from x₀ = (")
    assert "with η = 1/" in step


@pytest.mark.parametrize(
    "call",
    [
        lambda: problems.qr(1, rows=2, columns=3),
        lambda: problems.leave_one_out(1, rows=2, columns=2),
        lambda: problems.line_fit(1, points=9),
        lambda: problems.gradient_step(1, rank=0),
        lambda: problems.sample_mean(1, outcomes=4, entries=1),
    ],
)
def test_impossible_exercises_are_refused(call):
    with pytest.raises(NoSuchProblemError, match="found none"):
        call()
