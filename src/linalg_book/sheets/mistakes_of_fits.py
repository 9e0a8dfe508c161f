"""What goes wrong often with fits, kernels and chance."""

from collections.abc import Iterator
from math import factorial
from typing import Any

import sympy
from sympy import Matrix, Rational

from linalg_book.problems import Problem
from linalg_book.sheets.mistakes import Finder, Found


def _system(made: Problem) -> tuple[Any, Any]:
    return Matrix(made.A), Matrix(made.b)


def _solved(A: Any, b: Any) -> Any:
    """Solve a square system; nothing if there is not one solution."""
    return A.inv() * b if A.det() else None


def line_fit(made: Problem) -> Iterator[Found]:
    """Find a line through two points, and roots."""
    A, b = _system(made)
    ends = [0, A.rows - 1]
    line = A.extract(ends, [0, 1]).inv() * b.extract(ends, [0])
    yield "answer", line, "This line goes through the first and the last point, past the others."
    yield "answer", A.T * b, "This is Aᵀb: it is the right-hand side of AᵀA x = Aᵀb."
    left = made.solution.values["residual_squared"]
    yield "left", sympy.sqrt(left), "This is the length of the residual: its square is wanted."
    sizes = sum(abs(x) for x in b - A * made.solution.answer)
    yield "left", sizes, "This is the sum of the sizes: square them before you add."


def ridge(made: Problem) -> Iterator[Found]:
    """Find a penalty that is forgotten, squared or subtracted."""
    A, b = _system(made)
    penalty = made.solution.values["penalty"]
    gram, one = A.T * A, sympy.eye(A.cols)
    for shift, says in (
        (0, "This is the least-squares solution: add λ to the diagonal of AᵀA."),
        (-penalty, "λ is subtracted from the diagonal of AᵀA: add it."),
        (penalty**2, "λ² is added to the diagonal of AᵀA: add λ."),
    ):
        yield "answer", _solved(gram + shift * one, A.T * b), says
    says = "λ is added to all entries of AᵀA: add it to the diagonal only."
    yield "answer", _solved(gram + penalty * sympy.ones(A.cols), A.T * b), says


def leave_one_out(made: Problem) -> Iterator[Found]:
    """Find residuals of the fit to all rows."""
    A, b = _system(made)
    residual = b - A * _solved(A.T * A, A.T * b)
    h = list(made.solution.values["leverages"])
    yield "answer", residual, "These are the residuals of the fit to all rows: divide by 1 − h."
    shrunk = [r * (1 - share) for r, share in zip(residual, h, strict=True)]
    yield "answer", shrunk, "The residuals are multiplied by 1 − h: divide."
    yield "leverages", [1 - share for share in h], "This is 1 − h: the leverages are h."


def linear_model(made: Problem) -> Iterator[Found]:
    """Find a way without its start, and the point nearest to the origin."""
    a, (b,) = Matrix(made.A[0]), made.b or (0,)
    values = made.solution.values
    yield "answer", values["shift"], "This is the way from the start: add the start."
    nearest = a * Rational(b, a.dot(a))
    yield "answer", nearest, "These weights are nearest to the origin, not to the start."


def gradient_step(made: Problem) -> Iterator[Found]:
    """Find a step uphill, one without its length, and one without its start."""
    A, b = _system(made)
    values = made.solution.values
    start, step = values["iterates"].row(0).T, values["step"]
    gradient = A.T * (A * start - b)
    yield "answer", start + step * gradient, "This goes uphill: subtract η times the gradient."
    yield "answer", start - gradient, "This is a step with η = 1: multiply the gradient by η."
    yield "answer", -step * gradient, "This is the step alone: add it to x₀."
    nearest = values["limit"] - start + A.T * _shortest_multiplier(A, A * start)
    says = "This is the shortest solution: the part of x₀ in the null space stays."
    yield "limit", nearest, says


def _shortest_multiplier(A: Any, right: Any) -> Any:
    """Find α with A Aᵀα equal to a vector of the column space."""
    reduced, pivots = (A * A.T).row_join(right).rref()
    alpha = sympy.zeros(A.rows, 1)
    for i, j in enumerate(pivots):
        alpha[j] = reduced[i, A.rows]
    return alpha


def polynomial(made: Problem) -> Iterator[Found]:
    """Find the shortest coefficients without weights."""
    places, b = [x for (x,) in made.A], Matrix(made.b)
    powers = range(len(made.solution.answer))
    features = Matrix([[sympy.Integer(x) ** j for j in powers] for x in places])
    found = features.T * (features * features.T).inv() * b
    yield "answer", found, "These coefficients are shortest without weights."


def kernel_regression(made: Problem) -> Iterator[Found]:
    """Find products in place of solutions, and residuals of the fit."""
    places, y = [x for (x,) in made.A], Matrix(made.b)
    alpha = made.solution.answer
    K = _kernel(places, y, alpha)
    yield "answer", y, "These are the values: solve K α = y for the heights α."
    yield "answer", K * y, "This is K y: solve K α = y."
    yield "left-out", alpha, "These are the heights: divide each by its entry of diag(K⁻¹)."
    diagonal = [a * K[i, i] for i, a in enumerate(alpha)]
    says = "The heights are multiplied by the diagonal of K: divide them by that of K⁻¹."
    yield "left-out", diagonal, says
    says = "The fit itself misses nothing: predict each value from the others alone."
    yield "left-out", [0] * len(places), says


def _kernel(places: list[int], y: Any, alpha: Any) -> Any:
    """Return the kernel matrix (x z + 1)ᵖ of the degree with K α = y."""
    for degree in range(1, 5):
        K = Matrix([[(x * z + 1) ** degree for z in places] for x in places])
        if y == K * alpha:
            return K
    raise AssertionError("no kernel of degree 1 to 4 has these heights")


def sample_mean(made: Problem) -> Iterator[Found]:
    """Find a mean without weights, and a division that is forgotten."""
    drawn, values = [x for (x,) in made.A], made.solution.values
    k, far, p = values["draws"], values["distance"], values["probabilities"]
    says = "This is the plain mean of the outcomes: weigh them by their probabilities."
    yield "mean", Rational(sum(drawn), len(drawn)), says
    variance = values["variance"]
    yield "variance", k * variance, "This is the variance of one draw: divide it by their number."
    moment = sum(share * x**2 for share, x in zip(p, drawn, strict=True))
    yield "variance", moment / k, "Subtract the square of the mean from the mean of the squares."
    yield "bound", variance / far, "Divide the variance by the square of the distance."
    yield "bound", k * variance / far**2, "This is the bound for one draw, not for their mean."
    yield "tail", values["bound"], "This is Chebyshev's bound: count the cases."
    yield "tail", 1 - values["tail"], "This is the probability to be near."


def condition_gaussian(made: Problem) -> Iterator[Found]:
    """Find an inverse that is forgotten, and a variance that is not reduced."""
    C, y = _system(made)
    known = y.rows
    cross, before = C[known:, :known], C[known, known]
    left = made.solution.values["variances"][0]
    says = "The inverse of the covariance of what is known is missing."
    yield "mean", (cross * y)[0], says
    inverse = C[:known, :known].inv() if C[:known, :known].det() else None
    if inverse is not None:
        yield "mean", (cross * inverse * y)[0], "The noise is missing."
        noiseless = before - (cross * inverse * cross.T)[0]
        yield "variance", noiseless, "The noise is missing."
    yield "variance", before, "This is the variance before anything is known: it gets smaller."
    yield "variance", before - left, "This is what is taken away from the variance."
    yield "variance", 2 * before - left, "What is known makes the variance smaller: subtract."


def dual_polynomial(made: Problem) -> Iterator[Found]:
    """Find squares of other coefficients."""
    (given,) = made.A
    dual = sympy.Poly(made.solution.values["normalized"], sympy.Symbol("rho"))
    right = dual.all_coeffs()[::-1]
    says = "These are squares of the coefficients of tⁿ: write the polynomial in Hermite's first."
    yield "answer", [c * c for c in given], says
    parts = [c / factorial(n) for n, c in enumerate(right)]
    yield "answer", parts, "Multiply the square of coefficient n by n!."


def step_kernel(made: Problem) -> Iterator[Found]:
    """Find the share of directions between the inputs."""
    right = made.solution.values["nngp"]
    says = "This is θ/(2π), the share where the first input alone is on: subtract it from 1/2."
    yield "answer", Rational(1, 2) - right, says
    yield "answer", 2 * right, "This is 1 − θ/π: halve it."


FINDERS: dict[str, Finder] = {
    "condition-gaussian": condition_gaussian,
    "dual-polynomial": dual_polynomial,
    "gradient-step": gradient_step,
    "kernel-regression": kernel_regression,
    "leave-one-out": leave_one_out,
    "line-fit": line_fit,
    "linear-model": linear_model,
    "polynomial": polynomial,
    "ridge": ridge,
    "sample-mean": sample_mean,
    "step-kernel": step_kernel,
}
