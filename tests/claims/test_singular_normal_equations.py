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
    "a negative factor", [[1], [1]], [1, 1, 1, 1], factors=lambda given: [given[0], -given[1]]
)
def test_the_gram_matrix_keeps_the_null_space(rows, positive, *, factors=lambda given: given):
    X = matrix(rows)
    gram = X.T * diag(*factors(positive)[: X.rows]) * X
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


def without(X, j):
    """Return the matrix without column j."""
    others = X.copy()
    others.col_del(j)
    return others


def in_row_space(X, c):
    """Tell whether a row is a combination of the rows."""
    return X.col_join(c.T).rank() == X.rank()


def parallel_to_another(X, j):
    """Tell whether column j is a multiple of one single other column, or zero."""
    others = [X[:, k] for k in range(X.cols) if k != j]
    return not any(X[:, j]) or any(X[:, j].row_join(x).rank() < 2 and any(x) for x in others)


def spanned_by_others(X, j):
    """Tell whether column j is a combination of the other columns."""
    return without(X, j).rank() == X.rank()


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


def fits(X, y, penalty=0):
    """Return least-squares solutions, the shortest first, or the ridge fit for a penalty."""
    if penalty:
        return [ridge(X.tolist(), list(y), penalty).answer]
    shortest = least_squares(X.tolist(), list(y)).answer
    return [shortest, *(shortest + v for v in X.nullspace())]


PLACES = st.integers(0, 3)


@given(TABLES, PLACES, numbers(4, INTEGERS), numbers(3, INTEGERS), numbers(4, INTEGERS))
@neighbor("ridge", [[1]], 1, [1] * 4, [1, 0, 0], [1] * 4, penalty=1)
@neighbor("any example", [[1]], 1, [1] * 4, [1, 0, 0], [0, 1, 0, 0], everywhere=True)
@neighbor("any column", [[1, 0], [0, 1]], 0, [1] * 4, [0, 0, 0], [1] * 4, redundant=False)
def test_deleting_a_redundant_column(
    rows, place, right, mix, example, *, penalty=0, everywhere=False, redundant=True
):
    X, j = matrix(rows), place % (len(rows[0]) + redundant)
    if redundant:
        X = X.col_insert(j, X * block([*mix, 0], X.cols, 1))
    kept, y = without(X, j), column(right[: X.rows])
    before, after = fits(X, y, penalty), fits(kept, y, penalty)
    assert {tuple(X * w) for w in before} == {tuple(kept * u) for u in after}
    c = block(example, X.cols, 1) if everywhere else X.T * block(example, X.rows, 1)
    rest = without(c.T, j).T
    assert in_row_space(kept, rest)
    assert len({c.dot(w) for w in before} | {rest.dot(u) for u in after}) == 1


@given(TABLES, numbers(4, INTEGERS), numbers(4, POSITIVE), numbers(4, INTEGERS))
@neighbor("dependent columns", [[1, 1]], [1] * 4, [2, 1, 1, 1], [1] * 4, independent=False)
@neighbor("the same example", [[1]], [1] * 4, [2, 1, 1, 1], [1] * 4, converts=False)
def test_units(rows, right, scales, example, *, independent=True, converts=True):
    X, y = matrix(rows), column(right[: len(rows)])
    D = diag(*scales[: X.cols])
    c = X.T * block(example, X.rows, 1)
    before, after = fits(X, y), fits(X * D, y)
    for w in before:
        assert (X * D).T * (y - X * D * (D.inv() * w)) == zeros(X.cols, 1)
    assert {tuple(X * w) for w in before} == {tuple(X * D * w) for w in after}
    assert {c.dot(w) for w in before} == {(D * c if converts else c).dot(w) for w in after}
    if X.rank() == X.cols or not independent:
        assert D * after[0] == before[0]


@given(TABLES, numbers(4, INTEGERS), INTEGERS)
@neighbor("inversely", [[1]], [1] * 4, 2, ratio=lambda t: 1 / rational(t))
def test_how_two_units_share(rows, right, t, *, ratio=lambda t: t):
    first = matrix(rows)
    X = first.row_join(t * first[:, 0])
    w = pseudoinverse(X.tolist()).answer * column(right[: X.rows])
    assert w[X.cols - 1] == ratio(t) * w[0]
    assert X[:, X.cols - 1] * w[X.cols - 1] == t**2 * X[:, 0] * w[0]


@given(
    matrices(entries=INTEGERS, rows=st.integers(2, 4), columns=st.integers(1, 2)),
    PLACES,
    numbers(4),
)
@neighbor("no intercept", [[1], [2]], 0, [1, 1, 1, 1], intercept=False)
@neighbor("half the square", [[-1], [1]], 0, [1, -1, 0, 0], factor=Rational(1, 2))
def test_inflation(rows, place, change, *, intercept=True, factor=1):
    features, j = matrix(rows), place % len(rows[0])
    X = features.row_join(ones(features.rows, 1)) if intercept else features
    assume(X.rank() == X.cols)
    x, others = X[:, j], without(X, j)
    explained = others * least_squares(others.tolist(), list(x)).answer if others else 0 * x
    left, centered = x - explained, x - ones(x.rows, 1) * (sum(x) / x.rows)
    inflation = centered.dot(centered) / left.dot(left)
    assert inflation >= 1
    # R² as the squared cosine of chapter 11, not by the formula that the theorem uses
    fit = explained - ones(x.rows, 1) * (sum(explained) / x.rows)
    lengths = fit.dot(fit) * centered.dot(centered)
    share = fit.dot(centered) ** 2 / lengths if lengths else 0
    assert inflation * (1 - share) == 1
    assert (inflation == 1) is (not any(others.T * centered))
    row, e = pseudoinverse(X.tolist()).answer.row(j), block(change, X.rows, 1)
    assert row.dot(e) ** 2 * centered.dot(centered) <= factor * inflation * e.dot(e)
    worst = row.dot(left) ** 2 * centered.dot(centered)
    assert worst == inflation * left.dot(left)


def test_the_two_blades():
    # by hand: w1 + w2 = 2, w1 - w2 = 1/h
    for h in (Rational(1), Rational(1, 2), Rational(1, 10)):
        w = least_squares([[2, 2], [h, -h]], [4, 1]).answer
        assert (sum(w), w[0] - w[1]) == (2, 1 / h)
    assert least_squares([[2, 2], [0, 0]], [4, 1]).answer == Matrix([1, 1])
