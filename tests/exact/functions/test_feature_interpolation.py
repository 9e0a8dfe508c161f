"""Polynomials with the shortest coefficients: by hand, and against least norm with roots."""

from importlib import import_module

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import Matrix, Rational, Symbol, diag, expand, ones, sqrt, symbols, zeros

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InconsistentSystemError,
    InexactNumberError,
    InvalidNumberError,
    UndecidedSystemError,
)
from linalg_book.exact import feature_interpolation
from tests.call import C, Call, D, if_empty
from tests.strategies import FRACTIONS, INTEGERS, column, matrices, matrix

CORNERS, SIGNS = [[1, 1], [-1, -1], [1, -1], [-1, 1]], [1, 1, -1, -1]


def if_no_plane(A, b):
    """Refuse points with values that no polynomial of degree 1 has."""
    if empty := if_empty(A, b):
        return empty
    table = ones(A.rows, 1).row_join(A)
    return None if table.row_join(b).rank() == table.rank() else InconsistentSystemError


# What every suite that runs over all functions takes from here.
CALLS = {
    "feature_interpolation": Call(
        (CORNERS, SIGNS, 2), ("1 1; -1 -1; 1 -1; -1 1", "1 1 -1 -1", "--degree", "2"),
        "points:matrix b:column degree:integer c:number equal:flag",
        lambda A, b: exact.feature_interpolation(A, b, 1), if_no_plane, takes_b=True,
        matrix="points",
        further=[
            ([[1]], [2], 2), ([[1]], [2], 2, {"equal": True}), ([[3]], [2], 0),
            ([[0], [1], [2]], [1, 0, 2], 4, {"c": "1/2"}),
            ([[0], [1], [2]], [1, 0, 2], 2, {"equal": True}),
            ([[1, 2], [2, 4]], [3, 12], 2, {"c": 0}), ([[2, 1]], [5], 1, {"c": 0}),
            ([[1], [1], [2]], [3, 3, 5], 2), ([[1], [2]], [C, D], 1),
            ([[1, 0], [0, 1]], [1, 2], 3), ([[0], [0]], [0, 0], 1)],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.feature_interpolation")

F = Rational
x, x1, x2 = symbols("x x_1 x_2")
# points, b, degree, options, polynomial, squared length: worked by hand
WORKED = {
    "exclusive or": (CORNERS, SIGNS, 2, {}, x1 * x2, F(1, 2)),
    # 1, x, x² at 1 with the weights 1, 2, 1: α = 2/4, f = (1 + x)²/2.
    "one point": ([[1]], [2], 2, {}, x**2 / 2 + x + F(1, 2), 1),
    "one point, equal": ([[1]], [2], 2, {"equal": True}, F(2, 3) * (1 + x + x**2), F(4, 3)),
    # (x + c)² with c = 3 at 1 is 16: α = 1/8, f = (x + 3)²/8.
    "another constant": ([[1]], [2], 2, {"c": 3}, (x + 3) ** 2 / 8, F(1, 4)),
    # Only x²: f = x²·2/4.
    "no constant": ([[2]], [2], 2, {"c": 0}, x**2 / 2, F(1, 4)),
    # Three points, degree 2: the only parabola, whatever the weights are.
    "parabola": ([[0], [1], [2]], [1, 0, 2], 2, {}, 1 - F(5, 2) * x + F(3, 2) * x**2, None),
    "parabola, equal": ([[0], [1], [2]], [1, 0, 2], 2, {"equal": True},
                        1 - F(5, 2) * x + F(3, 2) * x**2, 1 + F(25, 4) + F(9, 4)),
    "degree 0": ([[7], [9]], [4, 4], 0, {}, 4, 16),
    "zero": ([[1], [2]], [0, 0], 3, {}, 0, 0),
    "the same point twice": ([[1], [1]], [2, 2], 2, {}, x**2 / 2 + x + F(1, 2), 1),
}  # fmt: skip


@pytest.mark.parametrize(
    ("call", "polynomial", "squared"), [(w[:4], *w[4:]) for w in WORKED.values()], ids=WORKED
)
def test_hand_worked(call, polynomial, squared):
    points, b, p, options = call
    example = feature_interpolation(points, b, p, **options)
    assert expand(example.values["polynomial"] - polynomial) == 0
    assert squared in (None, example.values["length_squared"])
    assert example.steps


def test_the_kernel_matrix_of_the_corners():
    values = feature_interpolation(CORNERS, SIGNS, 2).values
    assert values["kernel_matrix"] == 8 * Matrix.eye(4) + ones(4, 4)
    assert values["multipliers"] == Matrix([1, 1, -1, -1]) / 8
    assert list(values["features"]) == [1, x1, x2, x1**2, x1 * x2, x2**2]
    assert list(values["weights"]) == [1, 2, 2, 1, 2, 1]


CASES = matrices(rows=st.integers(1, 4), columns=st.integers(1, 2), entries=INTEGERS)


@given(CASES, st.integers(0, 3), st.integers(0, 3), st.booleans(), st.data())
def test_least_norm_with_the_roots_of_the_weights(points, p, c, equal, data):
    found = feature_interpolation(points, [0] * len(points), p, c=c, equal=equal).values
    features, weights = found["feature_matrix"], found["weights"]
    w = Matrix([data.draw(INTEGERS) for _ in weights])
    b = features * w
    example = feature_interpolation(points, list(b), p, c=c, equal=equal)
    roots = diag(*map(sqrt, weights))
    # SymPy's pseudoinverse of a matrix with roots, through its Gram matrix.
    scaled = features * roots
    gram = (scaled * scaled.T).applyfunc(expand)
    shortest = (roots * scaled.T * gram.pinv() * b).applyfunc(expand)
    assert example.answer == shortest
    assert example.values["length_squared"] == sum(
        a * a / m for a, m in zip(shortest, weights, strict=True)
    )


@given(CASES, st.integers(0, 3), st.integers(0, 3))
def test_the_kernel_matrix_holds_powers(points, p, c):
    table = matrix(points)
    K = feature_interpolation(points, [0] * len(points), p, c=c).values["kernel_matrix"]
    powers = (table * table.T).applyfunc(lambda entry: (entry + c) ** p)
    assert powers == K


@given(CASES, st.data())
def test_distinct_points_are_always_met(points, data):
    assume(len({tuple(point) for point in points}) == len(points))
    b = [data.draw(FRACTIONS) for _ in points]
    example = feature_interpolation(points, b, len(points) - 1)
    assert example.values["feature_matrix"] * example.answer == column(b)


def test_symbols_on_the_right():
    c, d = Symbol("c"), Symbol("d")
    example = feature_interpolation([[0], [1]], [c, d], 1)
    assert expand(example.values["polynomial"] - (c + (d - c) * x)) == 0
    with pytest.raises(UndecidedSystemError, match="c − d"):
        feature_interpolation([[1], [1]], [c, d], 2)
    with pytest.raises(InvalidNumberError, match="no symbol that names a coordinate"):
        feature_interpolation([[1]], [x], 2)


def test_the_steps():
    text = " ".join(feature_interpolation(CORNERS, SIGNS, 2).text().split())
    assert "when s² with s = x·z + 1 is multiplied out" in text
    assert "so K is invertible" in text
    text = " ".join(feature_interpolation([[1], [1]], [2, 2], 2, equal=True).text().split())
    assert "such a row gets 0" in text
    assert "Each feature counts the same" in text
    text = " ".join(feature_interpolation([[0], [1]], [1, 2], 1, c=2).text().split())
    assert "so there is just one solution" in text
    text = " ".join(feature_interpolation([[2]], [2], 2, c=0).text().split())
    assert "s = x·z is multiplied out" in text


def test_what_is_refused():
    with pytest.raises(EmptySystemError, match="but is 0×0: give one row"):
        feature_interpolation([], [], 1)
    with pytest.raises(EmptySystemError, match="but is 2×0: give one row"):
        feature_interpolation([[], []], [1, 2], 1)
    with pytest.raises(InconsistentSystemError, match="value 1 − 2·value 2 \\+ value 3 is 1"):
        feature_interpolation([[0, 0], [1, 1], [2, 2]], [1, 2, 4], 1)
    with pytest.raises(InvalidNumberError, match="c is -1, which is negative"):
        feature_interpolation([[1]], [1], 2, c=-1)
    with pytest.raises(InvalidNumberError, match="c is s, which is symbolic"):
        feature_interpolation([[1]], [1], 2, c=Symbol("s"))
    with pytest.raises(InexactNumberError, match=r"c is 0\.5"):
        feature_interpolation([[1]], [1], 2, c=0.5)
    with pytest.raises(InvalidNumberError, match="at most 400 features, but 12 makes 455"):
        feature_interpolation([[1, 2, 3]], [1], 12)


def test_a_wrong_computation_raises(monkeypatch):
    right = _module.power_weights

    def wrong(*given):
        return [2 * weight for weight in right(*given)]

    monkeypatch.setattr(_module, "power_weights", wrong)
    with pytest.raises(FailedCheckError, match="every entry of K is a power"):
        feature_interpolation([[1]], [2], 2)


def test_the_checks_see_coefficients_that_are_not_the_shortest(monkeypatch):
    right = _module.Weighted

    class Longer(right):
        @property
        def solution(self):
            basis = self.null_space
            return super().solution + basis.extract([0], list(range(basis.shape[1]))).transpose()

    monkeypatch.setattr(_module, "Weighted", Longer)
    with pytest.raises(FailedCheckError, match="is perpendicular to the columns of N"):
        feature_interpolation([[1]], [2], 2)


def test_zero_targets_have_zero_coefficients():
    assert feature_interpolation([[1, 2]], [0], 2).answer == zeros(6, 1)
