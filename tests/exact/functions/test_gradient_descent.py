"""Gradient descent: every point, the bound on the step, and the limit from any start."""

from fractions import Fraction
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, Symbol, expand, eye, oo, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import (
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    LinalgBookError,
    ShapeError,
)
from linalg_book.exact import gradient_descent
from linalg_book.exact.reading.matrices import read_matrix
from tests.call import CUBIC, FIVE, LINE_FIT, RIGHT_SIDES, WIDE_AND_DEPENDENT, C, Call, D, H
from tests.strategies import FRACTIONS, column, matrices, matrix


def small_step(A):
    """Choose a step that is short enough for a matrix: 1/(1 + ‖A‖²), with Frobenius' norm."""
    try:
        entries = read_matrix(A).to_list_flat()
    except LinalgBookError:
        return 1
    total = 1 + sum(x * x for x in entries)
    return Rational(int(total.denominator), int(total.numerator))


SEVEN = [[1 + int(i == j) * i for j in range(7)] for i in range(7)]
# What every suite that runs over all functions takes from here.
CALLS = {
    "gradient_descent": Call(
        (LINE_FIT, [6, 0, 0], "1/4"), ("1 0; 1 1; 1 2", "6 0 0", "--step", "1/4"),
        "A:matrix b:column step:number steps:integer start:column",
        lambda A, b: exact.gradient_descent(A, b, small_step(A)), takes_b=True,
        further=[
            *((A, b, small_step(A), {"steps": 1})
              for A, b in zip(WIDE_AND_DEPENDENT, RIGHT_SIDES, strict=True)),
            ([[3, 4]], [12], "1/20", {"start": [1, 1], "steps": 5}),
            ([[3, 4]], [12], "1/25", {"start": [3, 4], "steps": 0}), ([[2]], [1], "1/3"),
            ([[1, 0]], [0], 1), ([[0, 0]], [1], 1, {"start": [1, 2]}),
            (CUBIC, [1, 0, 1], "1/4"), (SEVEN, [1] * 7, "1/100", {"steps": 1}),
            (FIVE, [1, 2, 3, 4, 5], 1, {"steps": 1}), ([[1, 0], [0, 2]], [C, D], "1/4"),
            ([[1, 2]], [C], "1/10", {"start": [D, H], "steps": 1})],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.gradient_descent")

F = Rational
# The call (A, b, step, start), the points after the start, the limit: worked by hand
WORKED = {
    # The gradient at (1, 1) is −5 (3, 4): 1/25 of it leads to the line, and there it is zero.
    "line from elsewhere": (([[3, 4]], [12], "1/25", [1, 1]), [[F(8, 5), F(9, 5)]] * 2,
                            [F(8, 5), F(9, 5)]),
    # (3, 4) and (6, 8) lie in the row space: the gradients are 13 (3, 4) and 38 (3, 4).
    "line from its normal": (([[3, 4]], [12], "1/50", [3, 4]),
                             [[3 - F(39, 50), 4 - F(52, 50)]], [F(36, 25), F(48, 25)]),
    "line from farther": (([[3, 4]], [12], "1/50", [6, 8]),
                          [[6 - F(114, 50), 8 - F(152, 50)]], [F(36, 25), F(48, 25)]),
    # One unknown: the distance to 3/2 is multiplied by 1 − 4/3.
    "overshoot": (([[2]], [3], "1/3", [0]), [[2], [F(4, 3)]], [F(3, 2)]),
    # The gradient at 0 is −(6, 0), then (−6 + 9/2, 9/2).
    "fit": ((LINE_FIT, [6, 0, 0], "1/4", [0, 0]), [[F(3, 2), 0], [F(15, 8), F(-9, 8)]], [5, -3]),
    "zero matrix": (([[0, 0]], [5], 7, [1, 2]), [[1, 2]] * 3, [1, 2]),
    "start at the end": (([[1, 0], [0, 2]], [3, 4], "1/4", [3, 2]), [[3, 2]] * 2, [3, 2]),
}  # fmt: skip


@pytest.mark.parametrize(("call", "points", "limit"), WORKED.values(), ids=WORKED)
def test_hand_worked(call, points, limit):
    *given, start = call
    example = gradient_descent(*given, steps=len(points), start=start)
    assert example.values["iterates"] == Matrix([start, *points])
    assert example.answer == Matrix(points[-1])
    assert example.values["limit"] == Matrix(limit)
    assert example.steps


def test_by_products():
    # AᵀA = [[3, 3], [3, 5]] has the eigenvalues 4 ± √10.
    values = gradient_descent(LINE_FIT, [6, 0, 0], "1/4").values
    assert values["squares"] == (4 + sqrt(10), 4 - sqrt(10))
    assert expand(values["step_bound"] * (4 + sqrt(10))) == 2
    assert values["factors"] == (-sqrt(10) / 4, sqrt(10) / 4)
    assert (values["rank"], values["step"]) == (2, F(1, 4))
    values = gradient_descent([[3, 4, 0]], [12], "1/50").values
    assert (values["squares"], values["factors"]) == ((25,), (F(1, 2), 1, 1))
    assert values["step_bound"] == F(2, 25)
    assert gradient_descent([[0]], [1], 9).values["step_bound"] == oo


def test_steps_and_start_that_are_left_out():
    assert gradient_descent([[2]], [3], "1/3").values["iterates"].shape == (4, 1)
    assert gradient_descent([[2]], [3], "1/3", steps=0, start=[5]).answer == Matrix([5])


@pytest.mark.parametrize(
    ("A", "b", "n"), [([], [], 0), ([[], []], [1, 2], 0), (zeros(0, 3), [], 3)]
)
def test_without_rows_or_columns(A, b, n):
    example = gradient_descent(A, b, 1)
    assert example.answer == zeros(n, 1)
    assert example.text()


@given(matrices(), st.integers(0, 4), st.data())
def test_every_point_follows_from_the_one_before(A, steps, data):
    b, start = ([data.draw(FRACTIONS) for _ in part] for part in (A, A[0]))
    step, M = small_step(A), matrix(A)
    example = gradient_descent(A, b, step, steps=steps, start=start)
    x = column(start)
    for k in range(steps + 1):
        assert x == example.values["iterates"].row(k).T
        x = x - step * M.T * (M * x - column(b))


@given(matrices(), st.data())
def test_the_limit_is_the_minimizer_nearest_to_the_start(A, data):
    b, start = ([data.draw(FRACTIONS) for _ in part] for part in (A, A[0]))
    M, inverse = matrix(A), matrix(A).pinv()
    values = gradient_descent(A, b, small_step(A), start=start).values
    kept = (eye(M.cols) - inverse * M) * column(start)
    assert values["shortest"] == inverse * column(b)
    assert values["limit"] == inverse * column(b) + kept
    # Equal to the shortest one if and only if the start is in the row space.
    in_row_space = M.T.row_join(column(start)).rank() == M.rank()
    assert (values["limit"] == values["shortest"]) == in_row_space


def bound_of(A):
    """Find 2/σ₁² in floating point, or 1 for a zero matrix."""
    return Fraction(float(2 / (np.linalg.norm(np.array(A, dtype=float), 2) ** 2 or 2)))


@given(matrices(), st.integers(1, 9), st.data())
def test_the_error_shrinks_by_the_factors(A, tenths, data):
    # Along each right singular vector, in floating point: v·(x − limit) times its factor.
    b, start = ([data.draw(FRACTIONS) for _ in part] for part in (A, A[0]))
    step = bound_of(A) * tenths / 10
    values = gradient_descent(A, b, step, steps=2, start=start).values
    moved = [values["iterates"].row(k).T - values["limit"] for k in range(3)]
    errors = np.array([[float(x) for x in error] for error in moved])
    directions = np.linalg.svd(np.array(A, dtype=float))[2]
    factors = [float(x) for x in values["factors"]]
    parts = errors @ directions.T
    assert np.allclose(parts[1:], parts[:-1] * factors, atol=1e-9 * (1 + np.abs(errors).max()))


@given(matrices().filter(lambda A: any(map(any, A))))
def test_a_step_is_taken_if_and_only_if_it_is_below_the_bound(A):
    bound, tiny = bound_of(A), Fraction(1, 10**6)
    assert gradient_descent(A, [1] * len(A), bound * (1 - tiny), steps=1).steps
    with pytest.raises(InvalidNumberError, match=r"below 2/σ₁² = "):
        gradient_descent(A, [1] * len(A), bound * (1 + tiny), steps=1)


@pytest.mark.parametrize(("A", "bound"), [([[3, 4]], F(2, 25)), ([[1, 1], [1, -1]], 1),
                                          ([["1/3"]], 18)])  # fmt: skip
def test_the_bound_itself_is_refused(A, bound):
    with pytest.raises(InvalidNumberError, match=f"2/σ₁² = {bound} is expected"):
        gradient_descent(A, [1] * len(A), bound)
    assert gradient_descent(A, [1] * len(A), bound * F(999, 1000)).steps


def test_singular_values_of_a_high_degree():
    # The characteristic polynomial is irreducible of degree 7: exact roots, no closed form.
    example = gradient_descent(SEVEN, [1] * 7, "1/100", steps=1)
    expected = np.linalg.svd(np.array(SEVEN, dtype=float), compute_uv=False) ** 2
    assert np.allclose([float(x) for x in example.values["squares"]], expected)
    assert "CRootOf" not in example.text()


def test_symbols_on_the_right_and_in_the_start():
    c, d = Symbol("c"), Symbol("d")
    example = gradient_descent([[1, 0], [0, 2]], [c, d], "1/4", steps=1)
    assert example.answer == Matrix([c / 4, d / 2])
    example = gradient_descent([[1, 2]], [c], "1/10", steps=1, start=[d, 0])
    assert example.answer == Matrix([d + (c - d) / 10, (c - d) / 5]).expand()
    assert example.values["limit"] == Matrix([d + (c - d) / 5, 2 * (c - d) / 5]).expand()


def test_huge_integers():
    big = 10**200
    A, b = [[3 * big, 4 * big]], [12 * big]
    example = gradient_descent(A, b, F(1, 25 * big**2), start=[1, 1])
    assert example.answer == Matrix([F(8, 5), F(9, 5)])


def test_the_steps():
    text = " ".join(gradient_descent([[3, 4]], [12], "1/20", start=[1, 1], steps=5).text().split())
    assert "Take step 1, from x₀." in text
    assert "Take step 3, from x₂." in text
    assert "Take step 4" not in text
    assert "Go on in the same way up to x₅." in text
    assert "it stays: the limit is the minimizer nearest to the start" in text
    text = " ".join(gradient_descent([[3, 4]], [12], "1/20").text().split())
    assert "The start has no part there, so the limit is A⁺ b" in text
    text = " ".join(gradient_descent(LINE_FIT, [6, 0, 0], "1/4").text().split())
    assert "the one minimizer there is" in text
    assert "Stay at x₀" in gradient_descent([[1]], [2], 1, start=[2]).text()
    assert "Take step" not in gradient_descent([[1]], [2], 1, steps=0).text()
    assert len(gradient_descent([[1]], [2], "1/2", steps=9).steps) == 7


def test_what_is_refused():
    with pytest.raises(InvalidNumberError, match=r"step is -1, but a positive number is expected"):
        gradient_descent([[1]], [1], -1)
    with pytest.raises(InvalidNumberError, match="step is 0, but a positive number"):
        gradient_descent([[0]], [1], 0)
    with pytest.raises(InexactNumberError, match=r"step is 0\.1"):
        gradient_descent([[1]], [1], 0.1)
    with pytest.raises(InvalidNumberError, match="step is s, which is symbolic"):
        gradient_descent([[1]], [1], Symbol("s"))
    # 2/(4 + √10) = 0.27924…, rounded down, so that the number shown is taken.
    with pytest.raises(InvalidNumberError, match=r"2/σ₁² = 0\.2792 is expected") as caught:
        gradient_descent(LINE_FIT, [6, 0, 0], "0.2793")
    assert caught.value.field == "step"
    assert gradient_descent(LINE_FIT, [6, 0, 0], "0.2792").steps
    with pytest.raises(InvalidNumberError, match=r"steps is expected .* from 0 to 100"):
        gradient_descent([[1]], [1], 1, steps=101)
    with pytest.raises(ShapeError, match="start has 1 entry, but there are 2 unknowns"):
        gradient_descent([[3, 4]], [12], "1/25", start=[1])


def test_a_wrong_computation_raises(monkeypatch):
    right = _module.descend

    def wrong(*given):
        found = right(*given)
        return type(found)(**{**vars(found), "points": (*found.points[:-1], found.points[0])})

    monkeypatch.setattr(_module, "descend", wrong)
    with pytest.raises(FailedCheckError, match="each step multiplies the error"):
        gradient_descent(LINE_FIT, [6, 0, 0], "1/4")
