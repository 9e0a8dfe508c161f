"""Regression by polynomial kernels: against monomials that are written down, and refits."""

from importlib import import_module
from itertools import combinations_with_replacement
from math import comb, factorial, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Poly, Rational, Symbol, diag, expand, eye, zeros

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    ShapeError,
)
from linalg_book.exact import kernel_regression, leave_one_out
from tests.call import HALF, C, Call, D, if_empty
from tests.strategies import FRACTIONS, INTEGERS, column, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "kernel_regression": Call(
        ([[0], [1], [2]], [1, 0, 1], [[3]]), ("0; 1; 2", "1 0 1", "3"),
        "X:matrix y:column Z:matrix degree:integer c:number penalty:number",
        exact.kernel_regression, if_empty, takes_b=True, matrix="X", column="y",
        further=[
            ([[0], [1], [1], [2]], [0, 1, 3, 1], {"degree": 1}),
            ([[0], [1], [1], [2]], [0, 1, 3, 1], {"degree": 1, "c": 0}),
            ([[0], [1], [1]], [C, D, 1], {"penalty": HALF}),
            ([[1, 2], [3, 4], [0, 0]], [1, C, 2], [[0, 1], [HALF, 2]], {"degree": 3}),
            ([[1, 2], [0, 0]], [1, 2], [[1, 1]], {"degree": 4, "c": 0, "penalty": 2}),
            ([[0]], [5], {"c": 0}), ([[2]], [3]), ([[1], [2]], [3, 4], {"degree": 0}),
            ([[0], [0], [1], [1], [2], [2], [3], [3]], [1, 2, 3, 4, 5, 6, 7, 8], {"degree": 3}),
            ([[1, 2, 3, 4]], [2], [[1, 0, 0, 0]], {"degree": 6})],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.kernel_regression")

F = Rational
DEGREES, CONSTANTS = st.integers(0, 3), st.sampled_from([0, F(1, 2), 1, 3])
PENALTIES = FRACTIONS.filter(lambda value: value > 0)
# X, y, Z, options, then α, the fit, left-out residuals and predictions at Z: worked by hand
WORKED = {
    # y = 2x: α = 2 (1, 2)/5, and each point predicts the other.
    "line through 0": (([[1], [2]], [2, 4], [[3]]), {"degree": 1, "c": 0},
                       ([F(2, 5), F(4, 5)], [2, 4], [0, 0], [6])),
    # K is all ones: the mean 3, by the shortest α; each value is predicted by the other.
    "constants": (([[5], [7]], [2, 4], [[9]]), {"degree": 0},
                  ([F(3, 2), F(3, 2)], [3, 3], [-2, 2], [3])),
    # K = (4): 4α = 8; nothing predicts the one point, so 0 does.
    "one point": (([[1]], [8], [[0]]), {}, ([2], [8], [8], [2])),
    # (4 + 4)α = 8.
    "a price": (([[1]], [8], [[0]]), {"penalty": 4}, ([1], [4], [8], [1])),
    # K = [[1, 1], [1, 1]], and 2I: α = (1/4, 5/4); each is predicted as a third of the other.
    "equal, a price": (([[0], [0]], [2, 4], [[0]]), {"penalty": 2},
                       ([F(1, 4), F(5, 4)], [F(3, 2)] * 2, [F(2, 3), F(10, 3)], [F(3, 2)])),
    "nothing to fit with": (([[0], [0]], [1, 2], [[4]]), {"c": 0},
                            ([0, 0], [0, 0], [1, 2], [0])),
}  # fmt: skip


def features(X, degree, c):
    """List exponents and weights of all monomials by choosing factors, one after the other."""
    d = X.cols
    found = {}
    for chosen in combinations_with_replacement(range(d + 1), degree):
        counts = [chosen.count(j) for j in range(d + 1)]
        weight = F(factorial(degree), prod(map(factorial, counts))) * F(c) ** counts[d]
        if weight:
            found[tuple(counts[:d])] = weight
    exponents = list(found)
    M = Matrix(X.rows, len(exponents),
               lambda i, k: prod(X[i, j] ** e for j, e in enumerate(exponents[k])))  # fmt: skip
    return M, diag(*found.values())


def refits(K, y, penalty):
    """Leave each point out in fact."""
    found = []
    for i in range(K.rows):
        others = [j for j in range(K.rows) if j != i]
        inside = K.extract(others, others) + penalty * eye(len(others))
        alpha = inside.pinv() * y.extract(others, [0]) if others else zeros(0, 1)
        found.append(expand(y[i] - (K.extract([i], others) * alpha)[0, 0] if others else y[i]))
    return Matrix(found)


@pytest.mark.parametrize(("given", "options", "expected"), WORKED.values(), ids=WORKED)
def test_hand_worked(given, options, expected):
    example = kernel_regression(*given, **options)
    alpha, fit, left, predictions = map(Matrix, expected)
    assert example.answer == alpha
    assert example.values["fit"] == fit
    assert example.values["left_out"] == left
    assert example.values["mean_square"] == sum(x * x for x in left) / F(left.rows)
    assert example.values["predictions"] == predictions
    assert example.steps


def test_a_parabola():
    x = Symbol("x")
    values = kernel_regression([[0], [1], [2]], [1, 0, 1], [[3], [-1]]).values
    assert values["function"] == expand((x - 1) ** 2)
    assert values["predictions"] == Matrix([4, 4])
    assert (values["rank"], values["features"], values["penalty"]) == (3, 3, 0)
    # A degree higher than two changes it: the least norm measured by another kernel.
    other = kernel_regression([[0], [1], [2]], [1, 0, 1], [[3]], degree=3).values
    assert other["fit"] == Matrix([1, 0, 1])
    assert other["predictions"] != Matrix([4])
    assert Poly(other["function"], x).degree() == 3


def test_repeated_points_are_averaged_only_where_the_others_leave_it_open():
    # A line through 0 has the slope 6/6; any line passes through the mean (1, 5/4).
    X, y = [[0], [1], [1], [2]], [0, 1, 3, 1]
    assert kernel_regression(X, y, degree=1, c=0).values["fit"][1] == 1
    assert kernel_regression(X, y, degree=1).values["fit"][1] == F(5, 4)
    assert "mean of their values" not in kernel_regression(X, y, degree=1).text()
    example = kernel_regression(X, y, degree=2)
    assert example.values["fit"] == Matrix([0, 2, 2, 1])
    assert "See what equal points get, here points 2 and 3: the mean" in flat(example)
    assert any(str(check.name).startswith("equal points") for check in example.checks)
    priced = kernel_regression(X, y, penalty=1)
    assert not any(str(check.name).startswith("equal points") for check in priced.checks)


@given(matrices(entries=INTEGERS), DEGREES, CONSTANTS, st.data())
def test_the_least_norm_of_weighted_monomials(rows, degree, c, data):
    X, y = matrix(rows), column([data.draw(FRACTIONS) for _ in rows])
    Z = matrix([[data.draw(FRACTIONS) for _ in rows[0]] for _ in range(2)])
    example = kernel_regression(X, y, Z, degree=degree, c=c)
    M, G = features(X, degree, c)
    K = M * G * M.T
    assert example.values["kernel"] == K
    assert example.values["rank"] == M.rank()
    assert example.values["features"] == M.cols
    if c:
        assert M.cols == comb(X.cols + degree, degree)
    assert example.answer == K.pinv() * y
    # Least norm with units in which all weights are 1 would need roots: G in their place.
    w = G * M.T * K.pinv() * y
    assert example.values["fit"] == M * w
    assert example.values["predictions"] == features(Z, degree, c)[0] * w


@given(matrices(entries=INTEGERS), DEGREES, CONSTANTS, st.one_of(st.just(0), PENALTIES), st.data())
def test_left_out_points(rows, degree, c, penalty, data):
    X, y = matrix(rows), column([data.draw(FRACTIONS) for _ in rows])
    weight = F(penalty.numerator, penalty.denominator) if penalty else 0
    values = kernel_regression(X, y, degree=degree, c=c, penalty=weight).values
    K = values["kernel"]
    assert values["left_out"] == refits(K, y, weight)
    hat = K * (K + weight * eye(K.rows)).pinv()
    assert list(values["leverages"]) == [hat[i, i] for i in range(K.rows)]


@given(matrices(), st.one_of(st.just(0), PENALTIES), st.data())
def test_the_linear_kernel_is_regression_in_the_coordinates(rows, penalty, data):
    y = [data.draw(FRACTIONS) for _ in rows]
    values = kernel_regression(rows, y, degree=1, c=0, penalty=penalty).values
    other = leave_one_out(rows, y, penalty=penalty)
    assert values["left_out"] == other.answer
    assert values["leverages"] == other.values["leverages"]
    assert values["fit"] == column(y) - other.values["residuals"]


def test_shortest_weights():
    # (xz + 1)² = 1 + 2xz + x²z²: the monomials 1, x, x² have the weights 1, 2, 1.
    x = Symbol("x")
    fit = kernel_regression([[1], [3]], [2, 6]).values["function"]

    def length(function):
        w = [function.coeff(x, k) for k in range(3)]
        return w[0] ** 2 + w[1] ** 2 / 2 + w[2] ** 2

    # Any other parabola through the two points is longer.
    for t in (F(1, 7), F(-1, 100), -2, F(5, 3)):
        assert length(expand(fit + t * (x - 1) * (x - 3))) > length(fit)


def test_symbols():
    c, d = Symbol("c"), Symbol("d")
    values = kernel_regression([[0], [1], [1]], [c, d, 1], [[1]]).values
    assert values["fit"] == Matrix([c, d / 2 + F(1, 2), d / 2 + F(1, 2)])
    assert values["left_out"][1:] == [d - 1, 1 - d]
    with pytest.raises(InvalidNumberError, match="no symbol that names a coordinate, but holds x"):
        kernel_regression([[0]], [Symbol("x")])


def test_many_monomials_are_not_written_down():
    # C(10, 4) = 210 of them are more than are compared one by one; 13 are not multiplied out.
    example = kernel_regression([[1, 0, 2, 1, 0, 1], [0, 1, 1, 1, 2, 0]], [1, 2], degree=4)
    assert example.values["features"] == 210
    assert example.values["function"] is None
    assert not any("monomials" in str(check.name) for check in example.checks)
    assert kernel_regression([[1], [2]], [1, 2], degree=12).values["function"] is None
    assert kernel_regression([[1], [2]], [1, 2], degree=11).values["function"] is not None


def test_no_new_points():
    for Z in (None, [], zeros(0, 1)):
        assert kernel_regression([[1]], [2], Z).values["predictions"] == zeros(0, 1)


def flat(example):
    """Return the text of an example in one line."""
    return " ".join(example.text().split())


def test_the_steps_of_degree_0():
    text = flat(kernel_regression([[1], [2]], [2, 4], degree=0))
    assert "k (x, z) = 1 " in text
    assert "1 feature, which is 1 at every point" in text
    assert "s =" not in text


def test_the_steps():
    text = flat(kernel_regression([[0], [1], [2]], [1, 0, 1]))
    assert "3 features, the monomials up to degree 2 with suitable weights" in text
    assert "9 numbers, however many features there are" in text
    assert "The rows of K are independent" in text
    assert "dᵢ = ── gᵢ" in text
    assert "1 − hᵢ" not in text
    text = flat(kernel_regression([[1], [1]], [2, 4], degree=1, c=0))
    assert "1 feature, the coordinate itself" in text
    assert "The rank of K is 1, less than its 2 rows" in text
    assert "K α = y" not in text.partition("Checks")[0]
    assert "gᵢ" not in text
    text = flat(kernel_regression([[0], [1], [1]], [1, 2, 3]))
    assert "gᵢ" in text
    assert "1 − hᵢ" in text
    assert "K is zero" in flat(kernel_regression([[0]], [1], c=0))
    text = flat(kernel_regression([[1]], [2], penalty=3, c=0))
    assert "and the penalty λ = 3" in text
    assert "the monomial of degree 2" in text
    assert "has one solution, because K has no negative eigenvalue" in text
    groups = [[i // 2] for i in range(8)]
    text = flat(kernel_regression(groups, range(8), degree=3))
    assert "here points 1 and 2; 3 and 4; 5 and 6; and 1 more group: the mean" in text


def test_what_is_refused():
    with pytest.raises(EmptySystemError, match=r"X is expected .* has 0 rows and 0 columns: give"):
        kernel_regression([], [])
    with pytest.raises(ShapeError, match="Z has 2 columns, but X has 1 column: give new points"):
        kernel_regression([[1]], [2], [[1, 2]])
    with pytest.raises(InvalidNumberError, match=r"c is -1, which is negative.* only then"):
        kernel_regression([[1]], [2], c=-1)
    with pytest.raises(InvalidNumberError, match="c is s, which is symbolic"):
        kernel_regression([[1]], [2], c=Symbol("s"))
    with pytest.raises(InvalidNumberError, match="degree is expected to be a whole number from 0"):
        kernel_regression([[1]], [2], degree=101)
    with pytest.raises(InexactNumberError, match=r"c is 0\.5"):
        kernel_regression([[1]], [2], c=0.5)
    with pytest.raises(InvalidNumberError, match="penalty is -1"):
        kernel_regression([[1]], [2], penalty=-1)


@pytest.mark.parametrize("part", ["alpha", "fit", "left_out"])
def test_a_wrong_computation_raises(monkeypatch, part):
    right = _module.fit_kernel

    def wrong(*given):
        found = right(*given)
        return type(found)(**{**vars(found), part: getattr(found, part) * 2})

    monkeypatch.setattr(_module, "fit_kernel", wrong)
    with pytest.raises(FailedCheckError):
        kernel_regression([[0], [1], [1]], [1, 2, 3], [[4]])
