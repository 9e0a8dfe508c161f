"""Answers put back into their exercises, kind by kind: what has to hold is written out here."""

from fractions import Fraction
from math import acos, isclose, pi, sqrt

import numpy as np
from sympy import Matrix, eye

from tests.hermite import mean_product


def holds(kind, problem, answers):
    """Tell whether the answers of an exercise, by name, do what the statement asks for."""
    A = Matrix(problem.A)
    b = None if problem.b is None else Matrix(problem.b)
    return CHECKS[kind](A, b, answers, problem)


def _solves(A, b, got, _):
    return A * got["answer"] == b


def _nearest(A, b, got, problem):
    x = got["answer"]
    straight = A.col_join(x.T).rank() == A.rank()  # x is a combination of the rows
    distance = got.get("distance")
    far = distance is None or (distance >= 0 and distance**2 == x.dot(x))
    return _solves(A, b, got, problem) and straight and far


def _fits(A, b, got, _):
    left = b - A * got["answer"]
    return not any(A.T * left) and got.get("left") in (None, left.dot(left))


def _shortest_fit(A, b, got, problem):
    return _fits(A, b, got, problem) and A.col_join(got["answer"].T).rank() == A.rank()


def _projects(A, b, got, _):
    p = got["answer"]
    missed = b - p
    inside = A.row_join(p).rank() == A.rank()
    return inside and not any(A.T * missed) and got.get("left") in (None, missed.dot(missed))


def _recalls(X, x, got, problem):
    return _projects(X.T, x, got, problem)


def _is_pseudoinverse(A, _b, got, _):
    P = got["answer"]
    return A * P * A == A and P * A * P == P and (A * P).T == A * P and (P * A).T == P * A


def _are_squares(A, _b, got, _):
    found = np.linalg.svd(np.array(A.tolist(), dtype=float), compute_uv=False) ** 2
    return np.allclose(found[: len(got["squares"])], [float(s) for s in got["squares"]])


def _is_nearest_matrix(A, _b, got, _):
    u, s, v = np.linalg.svd(np.array(A.tolist(), dtype=float))
    nearest = s[0] * np.outer(u[:, 0], v[0])
    found = np.array(got["answer"].tolist(), dtype=float)
    return np.allclose(found, nearest) and isclose(float(got["left"]), sum(s[1:] ** 2))


def _are_factors(A, _b, got, _):
    Q, R = got["columns"], got["triangle"]
    ones = all(R[k, k] == 1 for k in range(R.rows))
    return Q * R == A and (Q.T * Q).is_diagonal() and R.is_upper and ones


def _are_triangles(A, _b, got, _):
    L, D = got["triangle"], Matrix.diag(*got["pivots"])
    return L * D * L.T == A and L.is_lower and all(L[k, k] == 1 for k in range(L.rows))


def _is_ridge(A, b, got, problem):
    penalty = problem.solution.values["penalty"]
    return (A.T * A + penalty * eye(A.cols)) * got["answer"] == A.T * b


def _are_left_out(A, b, got, _):
    for i in range(A.rows):
        others = [k for k in range(A.rows) if k != i]
        M, c = A.extract(others, range(A.cols)), b.extract(others, [0])
        x = (M.T * M).inv() * M.T * c
        h = (A.row(i) * (A.T * A).inv() * A.row(i).T)[0]
        if got["answer"][i] != b[i] - (A.row(i) * x)[0] or got["leverages"][i] != h:
            return False
    return True


def _is_linear(A, b, got, problem):
    start = problem.solution.answer - problem.solution.values["shift"]
    way = got["answer"] - start
    return _solves(A.row(0), b, got, problem) and A.row(0).col_join(way.T).rank() == 1


def _is_step(A, b, got, problem):
    values = problem.solution.values
    start = values["iterates"].row(0).T
    moved = start - values["step"] * A.T * (A * start - b)
    limit = got["limit"]
    stays = A.col_join((limit - start).T).rank() == A.rank()  # it moved along rows only
    return got["answer"] == moved and not any(A.T * (A * limit - b)) and stays


def _goes_through(A, b, got, _):
    coefficients = list(got["answer"])
    values = [sum(c * x**n for n, c in enumerate(coefficients)) for (x,) in A.tolist()]
    return Matrix(values) == b


def _are_heights(A, y, got, _):
    places = list(A)
    K = Matrix([[(x * z + 1) ** 2 for z in places] for x in places])
    inverse = K.inv()
    left = [got["answer"][i] / inverse[i, i] for i in range(len(places))]
    return K * got["answer"] == y and list(got["left-out"]) == left


def _is_mean(A, _b, got, problem):
    values = problem.solution.values
    p, k, far = values["probabilities"], values["draws"], values["distance"]
    mean = sum(share * x for share, x in zip(p, A, strict=True))
    one = sum(share * (x - mean) ** 2 for share, x in zip(p, A, strict=True))
    right = (mean, one / k, one / k / far**2)
    chance = _far(list(p), list(A), k, mean, far)
    return (got["mean"], got["variance"], got["bound"]) == right and got["tail"] == chance


def _far(p, outcomes, k, mean, far):
    """Add the probabilities of all sums that are far, by one draw after the other."""
    sums = {0: 1}
    for _ in range(k):
        drawn = {}
        for total, share in sums.items():
            for q, x in zip(p, outcomes, strict=True):
                drawn[total + x] = drawn.get(total + x, 0) + share * q
        sums = drawn
    return sum(q for total, q in sums.items() if abs(total / k - mean) >= far)


def _is_conditional(C, y, got, _):
    mean = C[1, 0] / C[0, 0] * y[0]
    return (got["mean"], got["variance"]) == (mean, C[1, 1] - C[1, 0] ** 2 / C[0, 0])


def _is_dual(A, _b, got, _):
    given = [int(c) for c in A]
    at = Fraction(1, 2)
    value = sum(Fraction(int(c.p), int(c.q)) * at**n for n, c in enumerate(got["answer"]))
    return value == mean_product(given, given, at)


def _is_step_kernel(A, _b, got, _):
    x, z = A.row(0), A.row(1)
    cosine = float(x.dot(z)) / sqrt(float(x.dot(x) * z.dot(z)))
    return isclose(float(got["answer"]), 0.5 - acos(max(-1.0, min(1.0, cosine))) / (2 * pi))


CHECKS = {
    "cholesky": _are_triangles,
    "closest-point": _nearest,
    "condition-gaussian": _is_conditional,
    "dual-polynomial": _is_dual,
    "gradient-step": _is_step,
    "kernel-regression": _are_heights,
    "least-norm": _nearest,
    "least-squares": _fits,
    "leave-one-out": _are_left_out,
    "line-fit": _fits,
    "linear-model": _is_linear,
    "low-rank": _is_nearest_matrix,
    "polynomial": _goes_through,
    "project": _projects,
    "pseudoinverse": _is_pseudoinverse,
    "qr": _are_factors,
    "recall": _recalls,
    "redundant-features": _shortest_fit,
    "ridge": _is_ridge,
    "sample-mean": _is_mean,
    "solve": _solves,
    "step-kernel": _is_step_kernel,
    "svd": _are_squares,
}
