"""Leaving one row out: every formula against fits that have not seen the row."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, Symbol, expand, eye, ones, zeros

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
)
from linalg_book.exact import least_squares, leave_one_out
from tests.call import HALF, LINE_FIT, RIGHT_SIDES, WIDE_AND_DEPENDENT, C, Call, D, if_no_row
from tests.numeric import refits as numeric_refits
from tests.numeric.reference import NIST
from tests.strategies import FRACTIONS, column, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "leave_one_out": Call(
        (LINE_FIT, [6, 0, 0]), ("1 0; 1 1; 1 2", "6 0 0"),
        "A:matrix b:column penalty:number intercept:flag", exact.leave_one_out, if_no_row,
        takes_b=True,
        further=[
            *zip(WIDE_AND_DEPENDENT[:-1], RIGHT_SIDES[:-1], strict=True),
            ([[0, 0], [0, 1], [1, 0], [1, 1]], [0, -1, 1, 3], {"penalty": 1, "intercept": True}),
            ([[1, 2, 2], [2, 1, 0]], [3, 1], {"penalty": HALF}), ([[1]], [2]), ([[0, 0]], [1]),
            ([[1, 0], [0, 1], [0, 2]], [1, 2, 3], {"intercept": True}),
            ([[1, 0, 0], [0, 1, 1], [0, 1, 1]], [C, D, 1]),
            ([[1], [2], [3]], [C, 0, 1], {"penalty": 2, "intercept": True}),
            ([[1], [2], [3], [4], [5], [6], [7], [8]], [1] * 8, {"intercept": True})],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.leave_one_out")

F = Rational
SQUARE, TARGETS = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, -1, 1, 3]
PENALTIES = FRACTIONS.filter(lambda value: value > 0)
# A, b, options, left-out residuals, leverages: worked by hand
WORKED = {
    # Lines through two of (0, 6), (1, 0), (2, 0): they miss the third by 6, −3, 6.
    "line": (LINE_FIT, [6, 0, 0], {}, [6, -3, 6], [F(5, 6), F(1, 3), F(5, 6)]),
    # The mean of the other three: 1 − 11/3, 2 − 10/3, 3 − 3, 6 − 2.
    "mean": ([[1]] * 4, [1, 2, 3, 6], {}, [F(-8, 3), F(-4, 3), 0, 4], [F(1, 4)] * 4),
    # Two perpendicular rows of leverage 1: without one of them its prediction is 0.
    "unit": ([[1, 0], [0, 1]], [2, 3], {}, [2, 3], [1, 1]),
    # x = y = 1 without the first row gives 1 + 0 for it; without the second (4/2, 0): 2.
    "two rows of leverage 1": ([[1, 0], [1, 1]], [4, 2], {}, [3, -2], [1, 1]),
    # Rows 2 and 3 are equal and predict each other; row 1 alone has leverage 1.
    "mixed": ([[1, 0], [0, 1], [0, 1]], [5, 2, 4], {}, [5, -2, 2], [1, F(1, 2), F(1, 2)]),
    "zero row": ([[0], [2]], [3, 4], {}, [3, 4], [0, 1]),
    "one row": ([[1, 2]], [5], {}, [5], [1]),
    # 1·x with (1 + 1)x = b of the other row: 3 − 1/2, 1 − 3/2.
    "penalty": ([[1], [1]], [3, 1], {"penalty": 1}, [F(5, 2), F(-1, 2)], [F(1, 3)] * 2),
    # No column: the means of the other two.
    "intercept alone": ([[], [], []], [1, 2, 6], {"intercept": True}, [-3, F(-3, 2), F(9, 2)],
                        [F(1, 3)] * 3),
    # Without the last row both others are 0 apart: x = 0, and the mean 2 is predicted.
    "intercept, leverage 1": ([[0], [0], [1]], [1, 3, 7], {"intercept": True}, [-2, 2, 5],
                              [F(1, 2), F(1, 2), 1]),
}  # fmt: skip


def fit(A, b, penalty, intercept):
    """Minimize ‖b − c − A x‖² + λ‖x‖² with SymPy alone; return c and x, the shortest for λ = 0."""
    m, n = A.shape
    c, mean = zeros(1, n), 0
    if intercept:
        c, mean = ones(1, m) * A / m, sum(b) / Rational(m)
    A, b = A - ones(m, 1) * c, b - ones(m, 1) * mean
    inverse = (A.T * A + penalty * eye(n)).inv() * A.T if penalty and n else A.pinv()
    x = inverse * b
    return mean - (c * x)[0, 0], x


def refits(A, b, penalty=0, *, intercept=False):
    """Leave each row out, fit to the others, and subtract what that predicts for the row."""
    m, found = A.rows, []
    for i in range(m):
        others = [k for k in range(m) if k != i]
        c, x = fit(A.extract(others, range(A.cols)), b.extract(others, [0]), penalty, intercept)
        found.append(expand(b[i] - c - (A.row(i) * x)[0, 0]))
    return Matrix(m, 1, found)


@pytest.mark.parametrize(("A", "b", "options", "left", "leverages"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, b, options, left, leverages):
    example = leave_one_out(A, b, **options)
    assert example.answer == Matrix(left)
    assert example.values["leverages"] == Matrix(leverages)
    assert example.values["mean_square"] == sum(x * x for x in left) / F(len(left))
    assert example.values["predictions"] == Matrix(b) - Matrix(left)
    assert example.steps


@pytest.mark.parametrize(
    ("penalty", "mean_square"),
    [("1/1000", F(9018035, 1006009)), ("0.1", F(1115, 169)), (1, F(31, 8)), (10, F(119, 31)),
     (1000, F(35018009, 9006001))],
)  # fmt: skip
def test_the_mean_squares_of_a_public_report(penalty, mean_square):
    # scikit-learn's pull request 33020; computed there by refits.
    example = leave_one_out(SQUARE, TARGETS, penalty=penalty, intercept=True)
    assert example.values["mean_square"] == mean_square


def test_a_wide_table_has_leverages_1_and_can_leave_rows_out():
    A = [[1, 2, 0, -1, 3, 1, 2], [0, 1, 1, 2, -1, 0, 4], [2, 0, 3, 1, 1, -2, 1],
         [1, 1, -1, 0, 2, 5, 0]]  # fmt: skip
    b = [4, -1, 2, 7]
    example, M = leave_one_out(A, b), Matrix(A)
    inverse = (M * M.T).inv()
    alpha = inverse * Matrix(b)
    assert example.values["leverages"] == ones(4, 1)
    assert not any(example.values["residuals"])
    assert list(example.answer) == [alpha[i] / inverse[i, i] for i in range(4)]
    assert example.answer == refits(M, Matrix(b))


def test_equal_rows_of_a_wide_table_need_both_formulas():
    A = [[1, 0, 2, 1, 0, 3, 1, 1], [0, 1, 1, 0, 2, 1, 0, 1], [2, 1, 0, 1, 1, 0, 1, 3],
         [1, 1, 1, 2, 0, 0, 1, 0], [1, 1, 1, 2, 0, 0, 1, 0]]  # fmt: skip
    b = [1, 5, 2, 3, 7]
    example = leave_one_out(A, b)
    assert example.values["leverages"] == Matrix([1, 1, 1, F(1, 2), F(1, 2)])
    assert list(example.answer[3:]) == [-4, 4]  # each predicts the other
    assert example.answer == refits(Matrix(A), Matrix(b))


def test_symbols_on_the_right():
    c, d = Symbol("c"), Symbol("d")
    A, b = [[1, 0, 0], [0, 1, 1], [0, 1, 1]], [c, d, 1]
    example = leave_one_out(A, b)
    assert example.answer == Matrix([c, d - 1, 1 - d])
    assert example.values["mean_square"] == expand((c**2 + 2 * (d - 1) ** 2) / 3)
    assert leave_one_out(A, b, penalty=1, intercept=True).answer == refits(
        Matrix(A), Matrix(b), 1, intercept=True
    )


@given(matrices(), st.data())
def test_without_a_penalty_each_equals_a_least_norm_refit(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    assert leave_one_out(A, b).answer == refits(matrix(A), column(b))


@given(matrices(), PENALTIES, st.data())
def test_with_a_penalty_each_equals_a_refit(A, penalty, data):
    b = [data.draw(FRACTIONS) for _ in A]
    weight = Rational(penalty.numerator, penalty.denominator)
    found = leave_one_out(A, b, penalty=penalty)
    assert found.answer == refits(matrix(A), column(b), weight)
    assert all(0 <= h < 1 for h in found.values["leverages"])


@given(matrices(rows=st.integers(2, 5)), st.one_of(st.just(0), PENALTIES), st.data())
def test_with_an_intercept_each_equals_a_refit(A, penalty, data):
    b = [data.draw(FRACTIONS) for _ in A]
    weight = Rational(penalty.numerator, penalty.denominator)
    found = leave_one_out(A, b, penalty=penalty, intercept=True)
    assert found.answer == refits(matrix(A), column(b), weight, intercept=True)
    assert all(h >= Rational(1, len(A)) for h in found.values["leverages"])


@given(matrices(), st.data())
def test_the_parts_of_the_whole_fit(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    example, M = leave_one_out(A, b), matrix(A)
    left, values = example.answer, example.values
    assert values["residuals"] == least_squares(A, b).values["residual"]
    assert list(values["leverages"]) == [(M * M.pinv())[i, i] for i in range(M.rows)]
    assert values["degrees_of_freedom"] == M.rank()
    assert values["predictions"] == column(b) - left
    for r, d, h in zip(values["residuals"], left, values["leverages"], strict=True):
        assert abs(r) <= abs(d)
        assert h != 1 or r == 0


@given(matrices(), st.data())
def test_the_limit_of_small_penalties(A, data):
    # Every entry of a refit is a rational function of λ that is finite at 0.
    b = [data.draw(FRACTIONS) for _ in A]
    limit = leave_one_out(A, b).answer
    near = leave_one_out(A, b, penalty=F(1, 10**30)).answer
    assert max(map(abs, near - limit)) <= F(1, 10**12)


def test_huge_integers():
    big = 10**200
    A, b = [[big * x for x in row] for row in LINE_FIT], [6 * big, 0, 0]
    assert leave_one_out(A, b).answer == Matrix([6 * big, -3 * big, 6 * big])


@pytest.mark.parametrize("options", [{"penalty": 1}, {"intercept": True}], ids=str)
def test_filip(options):
    # A polynomial of degree 10 through 82 rows: numbers of thousands of digits.
    X, y = (NIST["Filip"][part] for part in "Xy")
    X = [row[1:] for row in X] if options.get("intercept") else X
    found = leave_one_out(X, y, **options).answer
    rows, penalty = [0, 81], options.get("penalty", 0)
    intercept = options.get("intercept", False)
    expected = numeric_refits.left_out(X, y, penalty, intercept=intercept, which=rows)
    assert [found[i] for i in rows] == [F(e.numerator, e.denominator) for e in expected]


def test_the_steps():
    text = " ".join(leave_one_out(*WORKED["mixed"][:2]).text().split())
    assert "Divide each residual by 1 − hᵢ in rows 2 and 3." in text
    assert "column i of A⁺ in row 1. With leverage 1" in text
    assert "perpendicular to every other row" in text
    text = " ".join(leave_one_out(*WORKED["line"][:2]).text().split())
    assert "Divide each residual by 1 − hᵢ. Put" in text
    assert "With leverage 1" not in text
    text = " ".join(leave_one_out([[0], [0], [1]], [1, 3, 7], intercept=True).text().split())
    assert "Take the mean from each column of A" in text
    assert "the difference of any two other rows" in text
    assert "with the penalty λ = 2 and an intercept" in str(
        leave_one_out([[1], [2]], [1, 2], penalty=2, intercept=True).title
    )
    many = leave_one_out([[int(i == j) for j in range(8)] for i in range(9)], [1] * 9).text()
    assert "in row 9" in many
    assert "in rows 1, 2, 3, 4, 5, 6 and 2 more" in " ".join(many.split())


def test_no_more_is_said_than_is_shown():
    assert "frac{1}{1}" not in leave_one_out([[5]], [1]).latex(full=True)
    for rows, said in ((3, False), (4, True)):
        text = leave_one_out([[1]] * rows, list(range(rows))).text()
        assert ("The first 3 are written out." in " ".join(text.split())) is said


def test_what_is_refused():
    with pytest.raises(EmptySystemError, match="at least 1 row, but A has 0 rows: give"):
        leave_one_out([], [])
    with pytest.raises(EmptySystemError, match=r"at least 2 rows with an intercept.*has 1 row:"):
        leave_one_out([[1]], [2], intercept=True)
    with pytest.raises(InvalidNumberError, match="penalty is -1, which is negative"):
        leave_one_out([[1]], [1], penalty=-1)
    with pytest.raises(InexactNumberError, match=r"penalty is 0\.1"):
        leave_one_out([[1]], [1], penalty=0.1)


def test_a_wrong_computation_raises(monkeypatch):
    right = _module.left_out

    def wrong(*given, **options):
        found = right(*given, **options)
        return type(found)(**{**vars(found), "answer": found.residuals})

    monkeypatch.setattr(_module, "left_out", wrong)
    with pytest.raises(FailedCheckError, match="without the row misses"):
        leave_one_out(LINE_FIT, [6, 0, 0])
