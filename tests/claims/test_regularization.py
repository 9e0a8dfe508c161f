"""What the chapter on ridge and its relatives states, on random exact matrices of any rank."""

from fractions import Fraction
from itertools import product

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, diag, exp, eye, ones, symbols, zeros

from linalg_book.exact import least_squares, leave_one_out, pseudoinverse, ridge
from tests.neighbors import given, neighbor
from tests.strategies import (
    INTEGERS,
    block,
    column,
    matrices,
    matrix,
    numbers,
    rational,
)

PRICES = st.builds(Fraction, st.integers(1, 9), st.integers(1, 4))
SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 4), columns=st.integers(1, 3))


def hat(X, price):
    """Return the hat matrix; a price of 0 stands for least squares."""
    if not price:
        return X * pseudoinverse(X).answer
    return X * (X.T * X + price * eye(X.cols)).inv() * X.T


@settings(max_examples=40)
@given(SMALL, numbers(4), numbers(3), PRICES)
@neighbor("without a price", [[0]], [0], [1], Fraction(1), priced=False)
def test_ridge_has_one_minimizer(rows, targets, step, price, *, priced=True):
    X, y, u = matrix(rows), column(targets[: len(rows)]), block(step, len(rows[0]), 1)
    paid = rational(price) if priced else 0
    w = ridge(X, y, paid).answer

    def cost(v):
        return (y - X * v).dot(y - X * v) + paid * v.dot(v)

    assert cost(w + u) - cost(w) == (X * u).dot(X * u) + paid * u.dot(u)
    assert cost(w + u) > cost(w) or not any(u)
    if priced:
        assert w == X.T * (X * X.T + paid * eye(X.rows)).inv() * y


@settings(max_examples=40)
@given(SMALL, numbers(4), PRICES, PRICES)
@neighbor(
    "every coefficient", [[5, 4], [4, 5]], [10, 8], Fraction(1), Fraction(8),
    sizes=lambda w: map(abs, w),
)  # fmt: skip
def test_a_larger_price_gives_a_shorter_answer(
    rows, targets, one, more, *, sizes=lambda w: [w.dot(w)]
):
    X, y = matrix(rows), column(targets[: len(rows)])
    near, far = (ridge(X, y, price).answer for price in (one, one + more))
    if not any(X.T * y):
        assert not any(near)
        return
    assert all(f <= n for f, n in zip(sizes(far), sizes(near), strict=True))
    assert far.dot(far) < near.dot(near)
    missed = [(y - X * w).dot(y - X * w) for w in (near, far)]
    assert missed[0] < missed[1]
    assert far.dot(far) * rational(one + more) <= y.dot(y)


@settings(max_examples=40)
@given(SMALL, numbers(4), numbers(3), PRICES)
@neighbor("longer ones", [[1]], [1], [1], Fraction(1), stretch=2)
def test_nothing_as_short_fits_better(rows, targets, other, price, *, stretch=1):
    X, y, u = matrix(rows), column(targets[: len(rows)]), block(other, len(rows[0]), 1)
    w = ridge(X, y, price).answer
    if not any(u) or not any(w):
        return
    # not longer than w: a·b is at most half of a² + b²
    v = 2 * stretch * w.dot(w) / (u.dot(u) + w.dot(w)) * u
    assert (y - X * v).dot(y - X * v) > (y - X * w).dot(y - X * w) or v == w


def turned(shares):
    """Make a rational orthogonal 2×2 matrix of one number, a 3×3 one of three numbers."""
    v = column(shares) if any(shares) else column([1] * len(shares))
    return eye(len(shares)) - 2 * v * v.T / v.dot(v)


def with_singular_values(sigma, left, right):
    """Return U, V and the 2×3 matrix with two singular values, all rational."""
    U, V = turned(left), turned(right)
    S = zeros(2, 3)
    S[0, 0], S[1, 1] = sigma
    return U, V, U * S * V.T


def descent(X, y, eta, steps, start):
    """Descend on half the squared error."""
    w = start
    for _ in range(steps):
        w += eta * X.T * (y - X * w)
    return w


SIGMAS = st.lists(st.integers(0, 4), min_size=2, max_size=2)
TWO, THREE = numbers(2, INTEGERS), numbers(3, INTEGERS)


@settings(max_examples=40)
@given(SIGMAS, TWO, THREE, TWO, THREE, PRICES, st.integers(0, 4))
@neighbor(
    "from anywhere", [1, 0], [0, 1], [0, 0, 1], [1, 0], [0, 1, 0], Fraction(1), 2, is_zero=False
)  # fmt: skip
@neighbor(
    "stopping is ridge", [1, 2], [0, 1], [0, 0, 1], [1, 1], [0, 0, 0], Fraction(8), 1,
    stopped=lambda s2, eta, k: s2 / (s2 + 1 / (eta * k)) if k else 0,
)  # fmt: skip
@neighbor(
    "not squared", [2, 1], [0, 1], [0, 0, 1], [1, 1], [0, 0, 0], Fraction(1), 1,
    shrunk=lambda s2, price: s2**Fraction(1, 2) / (s2**Fraction(1, 2) + price),
)  # fmt: skip
def test_filter_factors(
    sigma, left, right, targets, start, price, steps, *, is_zero=True,
    stopped=lambda s2, eta, k: 1 - (1 - eta * s2) ** k,
    shrunk=lambda s2, price: s2 / (s2 + price),
):  # fmt: skip
    U, V, X = with_singular_values(sigma, left, right)
    y, price, cut = column(targets), rational(price), Fraction(max(sigma), 2)
    eta = price / 16
    kept = zeros(2, 3)
    for i, s in enumerate(sigma):
        kept[i, i] = s if s > cut else 0
    found = {
        "least": (least_squares(X, y).answer, lambda _: 1),
        "ridge": (ridge(X, y, price).answer, lambda s: shrunk(s * s, price)),
        "cut": (pseudoinverse(U * kept * V.T).answer * y, lambda s: int(bool(s > cut))),
        "descent": (
            descent(X, y, eta, steps, zeros(3, 1) if is_zero else column(start)),
            lambda s: stopped(s * s, eta, steps),
        ),
    }
    for answer, factor in found.values():
        parts = [factor(rational(Fraction(s))) * U[:, i].dot(y) for i, s in enumerate(sigma)]
        whole = sum((p / s * V[:, i] for i, (p, s) in enumerate(zip(parts, sigma, strict=True)) if s), zeros(3, 1))  # fmt: skip # noqa: E501
        assert answer == whole
        assert X * answer == sum((p * U[:, i] for i, p in enumerate(parts) if sigma[i]), zeros(2, 1))  # fmt: skip # noqa: E501


def test_the_flow_solves_its_equation_in_each_direction():
    t, s, beta = symbols("t sigma beta", positive=True)
    c = beta / s * (1 - exp(-t * s**2))
    assert (c.diff(t) - s * (beta - s * c)).simplify() == 0
    assert c.subs(t, 0) == 0


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


def signs(noise):
    """Return equally likely errors of variance 1: of two meters, or one error for both."""
    pairs = {"uncorrelated": product((1, -1), repeat=2), "the same": [(1, 1), (-1, -1)]}
    return [Matrix(pair) for pair in pairs[noise]]


def mean(values):
    """Average, exactly."""
    return sum(values) / len(values)


def errors_by_direction(X, V, w, price, noise="uncorrelated"):
    """Return the mean squared error of ridge along each column of V, and of its whole length."""
    misses = [ridge(X, X * w + e, price).answer - w for e in signs(noise)]
    along = [mean([V[:, i].dot(miss) ** 2 for miss in misses]) for i in range(V.cols)]
    return along, mean([miss.dot(miss) for miss in misses])


@settings(max_examples=30)
@given(SIGMAS, TWO, THREE, THREE, st.just(Fraction(0)) | PRICES)
@neighbor(
    "the same noise", [1, 1], [1, 0], [0, 0, 1], [0, 0, 0], Fraction(0),
    noise="the same", seen=[1, 1],
)  # fmt: skip
def test_the_mean_error_of_ridge(
    sigma, left, right, truth, price, *, noise="uncorrelated", seen=None
):
    _, V, X = with_singular_values(sigma, left, right)
    if seen:  # the direction in which both errors add up
        X = Matrix([seen]).T.row_join(zeros(2, 2)) / 1
        V, sigma2 = eye(3), [2, 0, 0]
    else:
        sigma2 = [s * s for s in sigma] + [0]
    w, paid = column(truth), rational(price)
    along, whole = errors_by_direction(X, V, w, paid, noise)
    expected = [
        (paid**2 * V[:, i].dot(w) ** 2 + s2) / (s2 + paid) ** 2 if s2 else V[:, i].dot(w) ** 2
        for i, s2 in enumerate(sigma2)
    ]
    assert along == expected
    assert whole == sum(expected)


@settings(max_examples=30)
@given(SIGMAS, TWO, THREE, THREE, st.builds(Fraction, st.integers(1, 4), st.just(4)))
@neighbor("three", [1, 0], [0, 1], [0, 0, 1], [2, 0, 0], Fraction(1), constant=3)
@neighbor("one penalty for all", [1, 0], [0, 1], [0, 0, 1], [2, 0, 0], Fraction(1), constant=None)
@neighbor(
    "every combination", [2, 3], [0, 1], [0, 0, 1], [1, 1, 0], Fraction(1), combined=True
)  # fmt: skip
def test_a_little_ridge_helps(sigma, left, right, truth, share, *, constant=2, combined=False):
    _, V, X = with_singular_values(sigma, left, right)
    w = column(truth)
    seen = [V[:, i].dot(w) ** 2 for i, s in enumerate(sigma) if s]
    assume(seen)
    bound = 1 if constant is None or not max(seen) else constant / max(seen)
    price = rational(share) * bound
    without, _ = errors_by_direction(X, V, w, 0)
    helped, _ = errors_by_direction(X, V, w, price)
    for i, s in enumerate(sigma):
        if s:
            assert helped[i] < without[i]
    if combined:
        both = V[:, 0] + V[:, 1]
        assert errors_by_direction(X, both, w, price)[0] < errors_by_direction(X, both, w, 0)[0]


@settings(max_examples=30)
@given(st.lists(st.integers(1, 4), min_size=2, max_size=2), TWO, TWO, TWO, TWO)
def test_the_bound_of_the_whole_length_helps_every_combination(sigma, left, right, truth, way):
    X = turned(left) * diag(*sigma) * turned(right).T
    w, u = column(truth), column(way)
    assume(any(w) and any(u))
    price = 2 / w.dot(w)
    assert errors_by_direction(X, u, w, price)[0] < errors_by_direction(X, u, w, 0)[0]


@settings(max_examples=30)
@given(PRICES, st.integers(1, 5), st.integers(0, 2))
def test_no_constant_above_two_will_do(excess, c, further):
    price = (2 + rational(excess)) / c**2
    sigma = 1 + further
    while sigma**2 * rational(excess) < price:
        sigma += 1
    X, w = Matrix([sigma, 0]), Matrix([c])
    assert errors_by_direction(X, eye(1), w, price)[1] >= errors_by_direction(X, eye(1), w, 0)[1]


@settings(max_examples=30)
@given(SIGMAS.filter(any), TWO, THREE, PRICES)
def test_too_much_ridge_harms_some_truth(sigma, left, right, price):
    _, V, X = with_singular_values(sigma, left, right)
    i = sigma.index(max(sigma))
    s2, paid = max(sigma) ** 2, rational(price)
    far = V[:, i] * 2 * (s2 + paid) ** 2 / paid  # so that its bias is larger than all variances
    _, without = errors_by_direction(X, V, far, 0)
    _, harmed = errors_by_direction(X, V, far, paid)
    assert harmed > without


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


def test_the_lamps():
    # by hand: sum and difference of the readings are 18 and 2, the factors 9/10 and 1/10
    assert ridge([[5, 4], [4, 5]], [10, 8], 9).answer == Matrix([1, rational(Fraction(4, 5))])
    assert diag(9, 1).trace() == 10
