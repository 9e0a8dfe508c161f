"""What the chapter on singular normal equations states, on random exact matrices of any rank."""

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, ones, zeros

from linalg_book.exact import least_squares, pseudoinverse, ridge
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, block, column, matrices, matrix, numbers, rational

TABLES = matrices(entries=INTEGERS)
POSITIVE = st.integers(1, 5)


@given(TABLES, numbers(4, POSITIVE))
@neighbor(
    "a negative weight", [[1], [1]], [1, 1, 1, 1], weights=lambda given: [given[0], -given[1]]
)
def test_the_gram_matrix_keeps_the_null_space(rows, given_weights, *, weights=lambda given: given):
    X = matrix(rows)
    gram = X.T * diag(*weights(given_weights)[: X.rows]) * X
    assert gram.rank() == X.rank()
    assert all(not any(X * v) for v in gram.nullspace())
    assert (gram.rank() == X.cols) is (not X.nullspace())


@given(TABLES, numbers(4, INTEGERS), numbers(16, INTEGERS))
@neighbor("any weak inverse", [[1, 1]], [1, 0, 0, 0], [1] + [0] * 15, weak_is_shortest=True)
def test_the_normal_equations_with_a_weak_inverse(rows, right, entries, *, weak_is_shortest=False):
    X, y = matrix(rows), block(right, len(rows), 1)
    gram, Z = X.T * X, block(entries, len(rows[0]), len(rows[0]))
    back = pseudoinverse(gram.tolist()).answer
    weak = back + Z - back * gram * Z * gram * back
    assert gram * weak * gram == gram
    assert gram * (weak * X.T * y) == X.T * y
    assert back * X.T == pseudoinverse(rows).answer
    if weak_is_shortest:
        assert weak * X.T == back * X.T


def in_row_space(X, c):
    """Tell whether a row is a combination of the rows."""
    return X.col_join(c.T).rank() == X.rank()


def parallel_to_another(X, j):
    """Tell whether column j is a multiple of one single other column, or zero."""
    others = [X[:, k] for k in range(X.cols) if k != j]
    return not any(X[:, j]) or any(X[:, j].row_join(x).rank() < 2 and any(x) for x in others)


def spanned_by_others(X, j):
    """Tell whether column j is a combination of the other columns."""
    others = X.copy()
    others.col_del(j)
    return others.rank() == X.rank()


@given(TABLES, numbers(4, INTEGERS), numbers(4, INTEGERS), st.booleans())
@neighbor("every example", [[1, 1]], [1] * 4, [1, 0, 0, 0], False, settled=lambda *_: True)
def test_what_is_settled(rows, right, entries, is_inside, *, settled=in_row_space):
    X, y = matrix(rows), column(right[: len(rows)])
    c = block(entries, X.cols, 1)
    if is_inside:
        c = X.T * block(entries, X.rows, 1)
    w = least_squares(rows, list(y)).answer
    others = [w + v for v in X.nullspace()]
    assert all((X.T * (y - X * other)) == zeros(X.cols, 1) for other in others)
    values = {c.dot(other) for other in [w, *others]}
    assert (len(values) == 1) is settled(X, c)


@given(TABLES)
@neighbor("no parallel column", [[1, 0, 1], [0, 1, 1]], redundant=parallel_to_another)
def test_which_weights_are_settled(rows, *, redundant=spanned_by_others):
    X = matrix(rows)
    for j in range(X.cols):
        is_settled = all(v[j] == 0 for v in X.nullspace())
        assert is_settled is not redundant(X, j)


def fit(rows, y, penalty):
    """Return the shortest least-squares solution, or the ridge fit for a penalty."""
    found = ridge(rows, y, penalty) if penalty else least_squares(rows, y)
    return found.answer


@given(TABLES, numbers(4, INTEGERS), numbers(3, INTEGERS), numbers(4, INTEGERS))
@neighbor("ridge", [[1]], [1] * 4, [1, 0, 0], [1] * 4, penalty=1)
@neighbor("any example", [[1]], [1] * 4, [1, 0, 0], [0, 1, 0, 0], everywhere=True)
def test_deleting_a_redundant_column(rows, right, mix, example, *, penalty=0, everywhere=False):
    kept = matrix(rows)
    assume(kept.cols < 4)
    X = kept.row_join(kept * column([*mix, 0][: kept.cols]))
    y = right[: kept.rows]
    before, after = fit(X.tolist(), y, penalty), fit(kept.tolist(), y, penalty)
    c = block(example, X.cols, 1) if everywhere else X.T * block(example, X.rows, 1)
    assert X * before == kept * after
    assert c.dot(before) == c[:-1, :].dot(after)


@given(TABLES, numbers(4, INTEGERS), numbers(4, POSITIVE))
@neighbor("dependent columns", [[1, 1]], [1] * 4, [2, 1, 1, 1], independent=False)
def test_units(rows, right, scales, *, independent=True):
    X, y = matrix(rows), column(right[: len(rows)])
    D = diag(*scales[: X.cols])
    before, after = (pseudoinverse(Z.tolist()).answer * y for Z in (X, X * D))
    assert X * before == X * D * after
    if X.rank() == X.cols or not independent:
        assert D * after == before


@given(TABLES, numbers(4, INTEGERS), INTEGERS)
@neighbor("inversely", [[1]], [1] * 4, 2, ratio=lambda t: 1 / rational(t))
def test_how_two_units_share(rows, right, t, *, ratio=lambda t: t):
    assume(t)
    first = matrix(rows)
    X = first.row_join(t * first[:, 0])
    w = pseudoinverse(X.tolist()).answer * column(right[: X.rows])
    assert w[X.cols - 1] == ratio(t) * w[0]
    assert X[:, X.cols - 1] * w[X.cols - 1] == t**2 * X[:, 0] * w[0]


@given(matrices(entries=INTEGERS, rows=st.integers(2, 4), columns=st.integers(1, 2)), numbers(4))
@neighbor("no intercept", [[1], [2]], [1, 1, 1, 1], intercept=False)
@neighbor("half the square", [[-1], [1]], [1, -1, 0, 0], factor=Rational(1, 2))
def test_inflation(rows, change, *, intercept=True, factor=1):
    features = matrix(rows)
    X = ones(features.rows, 1).row_join(features) if intercept else features
    assume(X.rank() == X.cols)
    j = X.cols - 1
    x, others = X[:, j], X[:, :j]
    left = x - others * pseudoinverse(others.tolist()).answer * x if j else x
    centered = x - ones(x.rows, 1) * (sum(x) / x.rows)
    inflation = centered.dot(centered) / left.dot(left)
    row = pseudoinverse(X.tolist()).answer.row(j)
    assert row == left.T / left.dot(left)
    assert (X.T * X).inv()[j, j] == 1 / left.dot(left)
    assert inflation >= 1
    if not any(others.T * centered):
        assert inflation == 1
    e = block(change, X.rows, 1)
    assert row.dot(e) ** 2 * centered.dot(centered) <= factor * inflation * e.dot(e)
    worst = row.dot(left) ** 2 * centered.dot(centered)
    assert worst == inflation * left.dot(left)


def test_the_two_blades():
    # by hand: w1 + w2 = 2, w1 - w2 = 1/h
    for h in (Rational(1), Rational(1, 2), Rational(1, 10)):
        w = least_squares([[2, 2], [h, -h]], [4, 1]).answer
        assert (sum(w), w[0] - w[1]) == (2, 1 / h)
    assert least_squares([[2, 2], [0, 0]], [4, 1]).answer == Matrix([1, 1])
