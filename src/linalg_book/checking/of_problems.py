"""What a page asks about an exercise of each kind, and what it needs to know to judge answers."""

from collections.abc import Callable, Iterator
from typing import Any

import sympy

from linalg_book import exact
from linalg_book.checking.expected import expected
from linalg_book.errors import RequestError
from linalg_book.problems import Problem
from linalg_book.writing.formula import unknowns

Check = tuple[str, dict[str, Any]]


def _point(n: int) -> str:
    return f"({', '.join(map(str, unknowns(n)))})"


def _null_space(A: Any) -> Iterator[tuple[str, Check]]:
    if len(A[0]) > sympy.Matrix(A).rank():
        yield "null-space", ("A basis of the null space", expected("basis", A=A, space="null"))


def _closest_point(made: Problem) -> Iterator[tuple[str, Check]]:
    wanted = {"A": made.A, "b": made.b, "wanted": "the nearest solution"}
    answer = expected("vector", answer=made.solution.answer, **wanted)
    yield "answer", (f"Nearest point {_point(len(made.A[0]))}", answer)
    distance = made.solution.values["distance"]
    if distance.is_rational:
        yield "distance", ("Its distance from the origin", expected("number", answer=distance))
    yield from _null_space(made.A)


def _least_norm(made: Problem) -> Iterator[tuple[str, Check]]:
    wanted = {"A": made.A, "b": made.b, "wanted": "the shortest solution"}
    answer = expected("vector", answer=made.solution.answer, **wanted)
    yield "answer", (f"The shortest solution {_point(len(made.A[0]))}", answer)
    yield from _null_space(made.A)


def _least_squares(made: Problem) -> Iterator[tuple[str, Check]]:
    A, b = sympy.Matrix(made.A), sympy.Matrix(made.b)
    normal = expected("solution", A=(A.T * A).tolist(), b=list(A.T * b))
    yield "answer", (f"A least-squares solution {_point(len(made.A[0]))}", normal)


def _pseudoinverse(made: Problem) -> Iterator[tuple[str, Check]]:
    yield "answer", ("The pseudoinverse", expected("matrix", answer=made.solution.answer))


def _solve(made: Problem) -> Iterator[tuple[str, Check]]:
    if made.solution.values["kind"] == "none":
        raise RequestError("an exercise of the kind none has no answer to check: choose another.")
    point = _point(len(made.A[0]))
    yield "answer", (f"A solution {point}", expected("solution", A=made.A, b=made.b))
    yield from _null_space(made.A)


def _svd(made: Problem) -> Iterator[tuple[str, Check]]:
    squares = made.solution.values["squares"]
    first = "The squares of the singular values, the largest first"
    yield "squares", (first, expected("vector", answer=squares))
    A = sympy.Matrix(made.A)
    vectors, _ = exact.eigen(A.T * A).answer
    yield "right", ("A multiple of v₁", expected("multiple", of=list(vectors[:, 0])))


def _line_fit(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", ("Intercept and slope (c, d)", answer)
    left = expected("number", answer=made.solution.values["residual_squared"])
    yield "left", ("The sum of squares that is left", left)


def _recall(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", ("What the projection recalls", answer)


def _redundant_features(made: Problem) -> Iterator[tuple[str, Check]]:
    A, b = sympy.Matrix(made.A), sympy.Matrix(made.b)
    normal = {"A": (A.T * A).tolist(), "b": list(A.T * b)}
    wanted = "the shortest least-squares solution"
    answer = expected("vector", answer=made.solution.answer, wanted=wanted, **normal)
    yield "answer", (f"The shortest least-squares solution {_point(A.cols)}", answer)
    yield from _null_space(made.A)
    basis = made.solution.values["null_space"]
    settled = expected("orthogonal", to=[list(basis.col(k)) for k in range(basis.cols)])
    yield "settled", ("Coefficients of a combination that is settled", settled)


def _qr(made: Problem) -> Iterator[tuple[str, Check]]:
    columns, triangle = made.solution.answer
    yield "columns", ("Q", expected("matrix", answer=columns))
    yield "triangle", ("R", expected("matrix", answer=triangle))


def _cholesky(made: Problem) -> Iterator[tuple[str, Check]]:
    triangle, _ = made.solution.answer
    yield "triangle", ("L", expected("matrix", answer=triangle))
    pivots = expected("vector", answer=made.solution.values["pivots"])
    yield "pivots", ("The pivots, from the first on", pivots)


def _gradient_step(made: Problem) -> Iterator[tuple[str, Check]]:
    point = _point(len(made.A[0]))
    yield "answer", (f"The next point {point}", expected("vector", answer=made.solution.answer))
    limit = expected("vector", answer=made.solution.values["limit"])
    yield "limit", (f"The point to which many steps lead {point}", limit)


def _ridge(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", (f"The ridge solution {_point(len(made.A[0]))}", answer)


def _leave_one_out(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", ("The left-out residuals, from the first row on", answer)
    leverages = expected("vector", answer=made.solution.values["leverages"])
    yield "leverages", ("The leverages, from the first row on", leverages)


def _linear_model(made: Problem) -> Iterator[tuple[str, Check]]:
    wanted = {"A": made.A, "b": made.b, "wanted": "the nearest solution"}
    answer = expected("vector", answer=made.solution.answer, **wanted)
    yield "answer", ("The nearest weights (w₁, w₂)", answer)


def _kernel_regression(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", ("The heights, from the first place on", answer)
    residuals = expected("vector", answer=made.solution.values["left_out"])
    yield "left-out", ("The left-out residuals, from the first place on", residuals)


def _sample_mean(made: Problem) -> Iterator[tuple[str, Check]]:
    values = made.solution.values
    for name, words, answer in (
        ("mean", "Its mean", made.solution.answer[0]),
        ("variance", "Its variance", values["variance"]),
        ("bound", "Chebyshev's bound on the probability to be far", values["bound"]),
        ("tail", "The exact probability to be far", values["tail"]),
    ):
        yield name, (words, expected("fraction", answer=answer))


def _condition_gaussian(made: Problem) -> Iterator[tuple[str, Check]]:
    yield "mean", ("The mean", expected("fraction", answer=made.solution.answer[0]))
    variance = made.solution.values["variances"][0]
    yield "variance", ("The variance", expected("fraction", answer=variance))


def _polynomial(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("vector", answer=made.solution.answer)
    yield "answer", ("The coefficients, from the constant on", answer)


def _dual_polynomial(made: Problem) -> Iterator[tuple[str, Check]]:
    dual = sympy.Poly(made.solution.values["normalized"], sympy.Symbol("rho"))
    answer = expected("vector", answer=dual.all_coeffs()[::-1])
    yield "answer", ("The coefficients of the dual, from the constant on", answer)


def _project(made: Problem) -> Iterator[tuple[str, Check]]:
    yield "answer", ("The projection", expected("vector", answer=made.solution.answer))
    left = expected("number", answer=made.solution.values["distance_squared"])
    yield "left", ("The square of the distance", left)


def _low_rank(made: Problem) -> Iterator[tuple[str, Check]]:
    yield "answer", ("The nearest matrix", expected("matrix", answer=made.solution.answer))
    error = made.solution.values["frobenius_error"]
    left = expected("number", answer=error**2)
    yield "left", ("The sum of the squares of what is missing", left)


def _step_kernel(made: Problem) -> Iterator[tuple[str, Check]]:
    answer = expected("fraction", answer=made.solution.values["nngp"])
    yield "answer", ("The value of the kernel", answer)


CHECKS: dict[str, Callable[[Problem], Iterator[tuple[str, Check]]]] = {
    "cholesky": _cholesky,
    "closest-point": _closest_point,
    "condition-gaussian": _condition_gaussian,
    "dual-polynomial": _dual_polynomial,
    "gradient-step": _gradient_step,
    "least-norm": _least_norm,
    "kernel-regression": _kernel_regression,
    "least-squares": _least_squares,
    "leave-one-out": _leave_one_out,
    "line-fit": _line_fit,
    "linear-model": _linear_model,
    "low-rank": _low_rank,
    "polynomial": _polynomial,
    "project": _project,
    "pseudoinverse": _pseudoinverse,
    "qr": _qr,
    "recall": _recall,
    "redundant-features": _redundant_features,
    "ridge": _ridge,
    "sample-mean": _sample_mean,
    "solve": _solve,
    "step-kernel": _step_kernel,
    "svd": _svd,
}
NAMES = {
    "cholesky": ("triangle", "pivots"),
    "closest-point": ("answer", "distance", "null-space"),
    "condition-gaussian": ("mean", "variance"),
    "dual-polynomial": ("answer",),
    "gradient-step": ("answer", "limit"),
    "least-norm": ("answer", "null-space"),
    "kernel-regression": ("answer", "left-out"),
    "least-squares": ("answer",),
    "leave-one-out": ("answer", "leverages"),
    "line-fit": ("answer", "left"),
    "linear-model": ("answer",),
    "low-rank": ("answer", "left"),
    "polynomial": ("answer",),
    "project": ("answer", "left"),
    "pseudoinverse": ("answer",),
    "qr": ("columns", "triangle"),
    "recall": ("answer",),
    "redundant-features": ("answer", "null-space", "settled"),
    "ridge": ("answer",),
    "sample-mean": ("mean", "variance", "bound", "tail"),
    "solve": ("answer", "null-space"),
    "step-kernel": ("answer",),
    "svd": ("squares", "right"),
}
