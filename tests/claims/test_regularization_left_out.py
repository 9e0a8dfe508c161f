"""What the chapter on ridge states of leverages and left-out rows, on random exact matrices."""

from fractions import Fraction

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import eye, ones, symbols, zeros

from linalg_book.exact import leave_one_out, pseudoinverse, ridge
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, PRICES, block, column, matrices, matrix, numbers, rational

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 4), columns=st.integers(1, 3))


def hat(X, price):
    """Return the hat matrix; a price of 0 stands for least squares."""
    if not price:
        return X * pseudoinverse(X).answer
    return X * (X.T * X + price * eye(X.cols)).inv() * X.T


@settings(max_examples=40)
@given(SMALL, st.just(0) | PRICES)
@neighbor("always below one", [[1]], 0, reaches=lambda *_: False)
def test_leverages(
    rows, price, *, reaches=lambda X, i, price: not price and loses_rank(X, i)
):  # fmt: skip
    X, price = matrix(rows), rational(Fraction(price))
    H = hat(X, price)
    for i in range(X.rows):
        assert 0 <= H[i, i] <= 1
        assert (H[i, i] == 1) is reaches(X, i, price)
        same = sum(X[i, :] == X[j, :] for j in range(X.rows))
        assert H[i, i] * same <= 1
    if not price:
        assert H.trace() == X.rank()
    else:
        z = symbols("z")
        det = (X.T * X + z * eye(X.cols)).det()
        assert H.trace() == X.cols - price * (det.diff(z) / det).subs(z, price)


def loses_rank(X, i):
    """Tell whether a row is no combination of the others."""
    others = X.copy()
    others[i, :] = zeros(1, X.cols)
    return others.rank() < X.rank()


@settings(max_examples=40)
@given(SMALL, st.lists(st.integers(0, 3), min_size=4, max_size=4), st.just(0) | PRICES)
def test_equal_rows_share(rows, places, price):
    chosen = [rows[k % len(rows)] for k in places]
    H = hat(matrix(chosen), rational(Fraction(price)))
    for i, row in enumerate(chosen):
        assert H[i, i] * chosen.count(row) <= 1


@settings(max_examples=40)
@given(SMALL, PRICES)
@neighbor("without ones", [[1], [0]], Fraction(1), has_ones=False)
@neighbor("with a penalty", [[0]], Fraction(1), priced=True)
def test_a_column_of_ones_holds_every_leverage_up(rows, price, *, has_ones=True, priced=False):
    X = ones(len(rows), 1).row_join(matrix(rows)) if has_ones else matrix(rows)
    H = hat(X, rational(price) if priced else 0)
    assert all(H[i, i] * X.rows >= 1 for i in range(X.rows))


@settings(max_examples=40)
@given(SMALL, numbers(4), st.just(Fraction(0)) | PRICES)
@neighbor("undivided", [[1], [1]], [1, -1], Fraction(0), divided=False)
@neighbor("residual 0", [[1]], [1], Fraction(0), alone=lambda *_: 0)
@neighbor(
    "scaled", [[1], [1]], [1, 1], Fraction(2), again=lambda price, n: price * Fraction(n - 1, n)
)  # fmt: skip
def test_leaving_a_row_out(
    rows, targets, price, *, divided=True, again=lambda price, _: price,
    alone=lambda G, y, i: (G * y)[i] / G[i, i],
):  # fmt: skip
    X, y = matrix(rows), column(targets[: len(rows)])
    H, gram = hat(X, rational(price)), pseudoinverse(X * X.T).answer
    residual = y - H * y
    found = leave_one_out(X, y, penalty=price).answer
    for i in range(X.rows):
        others = [k for k in range(X.rows) if k != i]
        w = zeros(X.cols, 1)
        if others:
            b = [y[k] for k in others]
            w = ridge(X[others, :], b, again(price, X.rows)).answer
        honest = y[i] - (X[i, :] * w)[0]
        if H[i, i] == 1:
            assert alone(gram, y, i) == honest
        else:
            assert residual[i] / (1 - H[i, i] if divided else 1) == honest
        if again(price, X.rows) == price:
            assert found[i] == honest


SQUARE = st.integers(1, 3)


@settings(max_examples=40)
@given(SQUARE, numbers(9), numbers(3), numbers(3))
@neighbor("for all vectors", 1, [1], [1], [-1], needed=False)
@neighbor("plus", 1, [1], [1], [1], sign=1)
def test_sherman_and_morrison(n, entries, first, second, *, needed=True, sign=-1):
    S, u, v = block(entries, n, n), block(first, n, 1), block(second, n, 1)
    assume(S.det() != 0)
    inverse = S.inv()
    denominator = 1 + v.dot(inverse * u)
    changed = S + u * v.T
    assert (changed.det() != 0) is (denominator != 0 if needed else True)
    if denominator:
        assert changed * (inverse + sign * inverse * u * v.T * inverse / denominator) == eye(n)


@settings(max_examples=40)
@given(SMALL, numbers(4), PRICES)
def test_the_coefficients_without_a_row(rows, targets, price):
    X, y, paid = matrix(rows), column(targets[: len(rows)]), rational(price)
    S = (X.T * X + paid * eye(X.cols)).inv()
    w = S * X.T * y
    for i in range(X.rows):
        x = X[i, :].T
        without = (X.T * X - x * x.T + paid * eye(X.cols)).inv() * (X.T * y - y[i] * x)
        assert without == w - (y[i] - x.dot(w)) / (1 - x.dot(S * x)) * S * x


def test_the_case_of_a_pull_request():
    # by hand, for four corners: public values, as fractions
    X, y = [[0, 0], [0, 1], [1, 0], [1, 1]], [0, -1, 1, 3]
    wanted = {
        Fraction(1, 1000): Fraction(9018035, 1006009),
        Fraction(1, 10): Fraction(1115, 169),
        Fraction(1): Fraction(31, 8),
        Fraction(10): Fraction(119, 31),
        Fraction(1000): Fraction(35018009, 9006001),
    }
    for price, value in wanted.items():
        found = leave_one_out(X, y, penalty=price, intercept=True).values["mean_square"]
        assert found == rational(value)


def test_columns_scaled_anew_are_missed_by_something_else():
    # The far one of five points: a line of price 1 for a column of variance 1, by its formula.
    times, heights = [0, 1, 2, 3, 14], [0, 1, 2, 3, 7]

    def predicted(scaled_by):
        mean = Fraction(sum(scaled_by), len(scaled_by))
        variance = sum((t - mean) ** 2 for t in scaled_by) / len(scaled_by)
        near = Fraction(sum(times[:4]), 4)
        products = sum((t - near) * y for t, y in zip(times[:4], heights[:4], strict=True))
        slope = products / (sum((t - near) ** 2 for t in times[:4]) + variance)
        return Fraction(sum(heights[:4]), 4) + slope * (14 - near)

    rows = [[t] for t in times]
    for scaled_by, price, error in (
        (times, 26, Fraction(108, 31)),
        (times[:4], Fraction(5, 4), Fraction(-9, 2)),
    ):
        assert 7 - predicted(scaled_by) == error
        found = leave_one_out(rows, heights, penalty=price, intercept=True).answer
        assert found[4] == rational(error)
