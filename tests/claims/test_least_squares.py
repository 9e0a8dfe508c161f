"""What the chapter on least squares states, on random exact matrices of any rank."""

from hypothesis import assume
from hypothesis import strategies as st
from sympy import diag, eye, ones, zeros

from linalg_book.exact import pseudoinverse, qr
from tests.algebra import regression
from tests.neighbors import given, neighbor
from tests.strategies import (
    INTEGERS,
    block,
    matrices,
    matrix,
    numbers,
)

TWO_COLUMNS = matrices(columns=st.integers(2, 4))
TURNS = st.sampled_from([(1, 0, 1), (0, 1, 1), (3, 4, 5), (5, 12, 13)])


def left_by(X, Y):
    """Return what the columns of X leave of the columns of Y."""
    return Y - X * pseudoinverse(X).answer * Y


def is_regression(X, y, w):
    """Compare the length of the residual with the least one."""
    miss, least = y - X * w, left_by(X, y)
    return miss.dot(miss) == least.dot(least)


@given(matrices(), numbers(4), numbers(4), st.booleans())
@neighbor("first column", [[0, 1]], [1], [0, 0], False, products=lambda found: found[:1])
@neighbor("only", [[0]], [0], [1], True, only=True)
def test_normal_equations(rows, right, entries, is_best, *, products=list, only=False):
    X, y, w = matrix(rows), block(right, len(rows), 1), block(entries, len(rows[0]), 1)
    best = regression(X, y, zeros(X.cols, 1))
    if is_best:
        w = regression(X, y, w)
    is_least = is_regression(X, y, w)
    assert is_least is (not any(products(X.T * (y - X * w))))
    assert is_regression(X, y, best)
    if is_least:
        assert X * w == X * best
        assert not any(X * (w - best))
    if is_least and (only or X.rank() == X.cols):
        assert w == best


@given(matrices(), numbers(4), numbers(4), st.booleans())
@neighbor("not normalized", [[2]], [2], [0], True, weights=lambda D: eye(D.rows))
def test_the_triangle(rows, right, entries, is_best, *, weights=lambda D: D.inv()):
    # Q has perpendicular columns and R begins its rows with 1: divide and multiply by lengths
    X, y, w = matrix(rows), block(right, len(rows), 1), block(entries, len(rows[0]), 1)
    assume(any(X))
    Q, R = qr(rows).answer
    D = Q.T * Q
    assert D.is_diagonal()
    assert Q * R == X
    assert R.T * D * R == X.T * X
    leads = [next(j for j in range(R.cols) if R[k, j]) for k in range(R.rows)]
    assert leads == sorted(set(leads))
    assert all(D[k, k] > 0 and R[k, lead] == 1 for k, lead in enumerate(leads))
    if is_best:
        w = regression(X, y, w)
    assert is_regression(X, y, w) is (R * w == weights(D) * Q.T * y)


SIGNS = st.lists(st.sampled_from([1, -1]), min_size=4, max_size=4)


def first_entries(R):
    """Return the columns of the first nonzero entries of the rows, and these entries."""
    places = [next(j for j in range(R.cols) if R[k, j]) for k in range(R.rows)]
    return places, [R[k, j] for k, j in enumerate(places)]


@given(matrices(entries=INTEGERS), SIGNS, st.permutations(range(4)))
@neighbor("any signs", [[1]], [-1] * 4, range(4), positive=False)
@neighbor("any order", [[1, 0], [0, 1]], [1] * 4, [1, 0, 2, 3], rising=False)
def test_only_one_pair_of_factors(rows, signs, order, *, positive=True, rising=True):
    assume(any(any(row) for row in rows))
    Q, R = qr(rows).answer  # before the columns are divided by their lengths
    r = Q.cols
    S = diag(*signs[:r]).extract(list(range(r)), [k for k in order if k < r])
    other_Q, other_R = Q * S, S.T * R
    assert other_Q * other_R == matrix(rows)
    assert (other_Q.T * other_Q).is_diagonal()
    places, leads = first_entries(other_R)
    in_order = not rising or places == sorted(set(places))
    if in_order and (not positive or min(leads) > 0):
        assert (other_Q, other_R) == (Q, R)


@given(TWO_COLUMNS, st.integers(1, 3), numbers(4), numbers(4), st.booleans())
@neighbor("targets only", [[0, 1], [1, 1]], 1, [0, 1], [0, 0], True, cleared=lambda _, X_1: X_1)
def test_what_the_others_leave(rows, split, right, entries, is_best, *, cleared=left_by):
    X, y, w = matrix(rows), block(right, len(rows), 1), block(entries, len(rows[0]), 1)
    assume(split < X.cols)
    if is_best:
        w = regression(X, y, w)
    X_1, X_2, w_1, w_2 = X[:, :split], X[:, split:], w[:split, :], w[split:, :]
    rest, targets = cleared(X_2, X_1), left_by(X_2, y)
    parts = is_regression(rest, targets, w_1), is_regression(X_2, y - X_1 * w_1, w_2)
    assert is_regression(X, y, w) is all(parts)
    if all(parts):
        assert y - X * w == targets - rest * w_1


@given(TWO_COLUMNS, numbers(4), numbers(4))
@neighbor("nothing left", [[1, 1]], [1], [0, 0], needed=lambda _: True)
def test_one_coefficient(rows, right, entries, *, needed=any):
    X, y = matrix(rows), block(right, len(rows), 1)
    w = regression(X, y, block(entries, X.cols, 1))
    rest = left_by(X[:, 1:], X[:, :1])
    if needed(rest):
        assert w[0] == (pseudoinverse(rest).answer * y)[0]


def through_the_mean(y, Z, v):
    """Return the intercept of the fit through the mean point."""
    m = len(y)
    return (sum(y) - sum(Z * v)) / m


@given(matrices(columns=st.integers(1, 3)), numbers(4), numbers(4), st.booleans())
@neighbor("mean", [[1]], [1], [0, 0], True, intercept=lambda y, _Z, _v: sum(y) / len(y))
def test_centering(rows, right, entries, is_best, *, intercept=through_the_mean):
    Z, y = matrix(rows), block(right, len(rows), 1)
    one = ones(Z.rows, 1)
    X, w = one.row_join(Z), block(entries, Z.cols + 1, 1)
    if is_best:
        w = regression(X, y, w)
    centered = Z - one * (one.T * Z) / Z.rows, y - one * sum(y) / Z.rows
    found = is_regression(*centered, w[1:, :]), w[0] == intercept(y, Z, w[1:, :])
    assert is_regression(X, y, w) is all(found)


def left_by_one(others, x):
    """Return what one of the others leaves of a column."""
    first = next((k for k in range(others.cols) if any(others[:, k])), 0)
    return left_by(others[:, first], x)


@given(matrices(rows=st.integers(3, 4), columns=st.integers(1, 3)), st.integers(0, 2))
@neighbor("whole column", [[1, 1], [0, 1]], 1, left=lambda _, x: x)
@neighbor("one of the others", [[1, 0, 1], [0, 1, 1], [0, 0, 1]], 2, left=left_by_one)
def test_the_inverse_of_the_gram_matrix(rows, j, *, left=left_by):
    X = matrix(rows)
    assume(X.rank() == X.cols)
    j %= X.cols
    others = X.copy()
    others[:, j] = zeros(X.rows, 1)
    rest = left(others, X[:, j])
    square = rest.dot(rest)
    assert (X.T * X).inv()[j, j] == 1 / square
    assert pseudoinverse(rows).answer[j, :] == rest.T / square


def least(Z, y):
    """Return the fit with an intercept."""
    X = ones(Z.rows, 1).row_join(Z)
    return X * pseudoinverse(X).answer * y


def without_ones(Z, y):
    """Return the fit without an intercept."""
    return Z * pseudoinverse(Z).answer * y


def with_a_penalty(Z, y):
    """Return the ridge fit for the penalty 1, with an intercept that is not penalized."""
    one = ones(Z.rows, 1)
    centered = Z - one * (one.T * Z) / Z.rows
    v = (centered.T * centered + eye(Z.cols)).inv() * centered.T * y
    return centered * v + one * sum(y) / Z.rows


@given(matrices(rows=st.integers(2, 4), columns=st.integers(1, 2)), numbers(4), numbers(4))
@neighbor("no ones", [[1], [2]], [2, 1], [0, 0], fit=without_ones)
@neighbor("ridge", [[0], [1]], [0, 1], [0, 0], fit=with_a_penalty)
@neighbor("other data", [[0], [1]], [0, 1], [1, 0], judged=lambda _, other: other)
def test_r_squared(rows, right, others, *, fit=least, judged=lambda y, _: y):
    Z, y, other = matrix(rows), block(right, len(rows), 1), block(others, len(rows), 1)
    fitted, targets = fit(Z, y), judged(y, other)
    one = ones(Z.rows, 1)
    y_c, fit_c = (v - one * sum(v) / Z.rows for v in (targets, fitted))
    assume(any(y_c))
    r = targets - fitted
    r_squared = 1 - r.dot(r) / y_c.dot(y_c)
    assert y_c.dot(y_c) == fit_c.dot(fit_c) + r.dot(r)
    assert sum(fitted) == sum(targets)
    assert 0 <= r_squared <= 1
    assert r_squared == fit_c.dot(fit_c) / y_c.dot(y_c)
    if any(fit_c):
        assert r_squared == y_c.dot(fit_c) ** 2 / (y_c.dot(y_c) * fit_c.dot(fit_c))
    else:
        assert r_squared == 0
