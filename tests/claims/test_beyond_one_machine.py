"""What the chapter on long tables states about summaries, answers and rows, on exact matrices."""

from itertools import pairwise

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, zeros

from linalg_book.exact import four_subspaces, least_squares, pseudoinverse, qr, ridge
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, INTEGERS, PRICES, block, matrices, matrix, numbers, rational

TABLES = matrices(entries=INTEGERS)
CUTS = st.lists(st.integers(0, 4), max_size=3)
ONES = [[1, 1]]


def pinv(A):
    """Return the pseudoinverse, exactly."""
    return pseudoinverse(A.tolist()).answer


def rooted(A):
    """Return the triangle of A with roots, and rows of zeros if columns depend on others."""
    found = qr(A.tolist(), normalized=True).answer[1]
    return found.col_join(zeros(min(A.shape) - found.rows, A.cols))


def weighted(A, weights=None):
    """Return the triangle of A without roots, and the weights with which its rows count."""
    found = qr(A.tolist(), weights=weights)
    return found.answer[1], list(found.values["lengths_squared"])


def products(R, weights):
    """Return the products of the columns of rows with weights."""
    return R.T * diag(*weights) * R if R.rows else zeros(R.cols)


def blocks_of(A, cuts):
    """Cut a matrix into blocks of rows, none of them empty."""
    places = sorted({0, A.rows, *(cut for cut in cuts if cut < A.rows)})
    return [A[top:end, :] for top, end in pairwise(places)]


def as_found(weights):
    """Let the rows of a triangle count as the lengths say."""
    return weights


def once(weights):
    """Let each row count once."""
    return [1] * len(weights)


@given(TABLES, CUTS, st.permutations(range(4)))
@neighbor("triangles with ones on the diagonal", [[1, 0], [1, 1], [1, 3], [1, 4]], [2],
          [0, 1, 2, 3], count=once)  # fmt: skip
def test_summaries_add(rows, cuts, order, *, count=as_found):
    X = matrix(rows)
    parts = blocks_of(X, cuts)
    found = [weighted(parts[i]) for i in order if i < len(parts)]  # in any order
    R = Matrix.vstack(*(triangle for triangle, _ in found))
    weights = [weight for _, given_weights in found for weight in count(given_weights)]
    assert products(R, weights) == X.T * X
    if R.rows:  # and a summary of the summary
        assert products(*weighted(R, weights)) == X.T * X


def reflected(X):
    """Return another summary: the rows mirrored, with a row of zeros below."""
    return mirrored(X, 1)


def larger(X):
    """Return a matrix with the same null space, but other lengths."""
    return 2 * X


@given(TABLES, numbers(4))
@neighbor("the same null space is enough", [[1]], [1, 0, 0, 0], other=larger)
def test_what_a_summary_shares(rows, direction, *, other=reflected):
    X = matrix(rows)
    S, v = other(X), block(direction, X.cols, 1)
    assert (S * v).dot(S * v) == (X * v).dot(X * v)
    spaces = [four_subspaces(A.tolist()).answer for A in (X, S)]
    assert spaces[0].null_space == spaces[1].null_space
    assert spaces[0].row_space == spaces[1].row_space
    assert S.rank() == X.rank()
    if X.cols <= 2:  # of larger ones the characteristic polynomial is compared
        assert (S.T * S).eigenvals() == (X.T * X).eigenvals()
    assert (S.T * S).charpoly() == (X.T * X).charpoly()


def full(rows):
    """Make a matrix with independent columns: the unit vectors are added where they are needed."""
    X = matrix(rows)
    return X if X.rank() == X.cols else X.col_join(eye(X.cols))


def mirrored(X, extra):
    """Put rows of zeros below a matrix, and mirror the rows."""
    tall = X.col_join(zeros(extra, X.cols)) if extra else X
    ones = Matrix([1] * tall.rows)
    return (eye(tall.rows) - ones * ones.T * Rational(2, tall.rows)) * tall


@given(TABLES)
def test_there_is_a_triangle(rows):
    X = matrix(rows)
    R = rooted(X)
    assert R.shape == (min(X.shape), X.cols)
    assert R.is_upper
    assert all(R[i, i] >= 0 for i in range(R.rows))
    assert (R.T * R - X.T * X).expand() == zeros(X.cols)


@given(st.integers(1, 3), numbers(9, INTEGERS), st.integers(0, 2))
@neighbor("dependent columns", 2, [0, 0, 0, 1, 0, 0, 0, 0, 0], 0, least=0)
def test_one_triangle(d, entries, extra, *, least=1):
    T = block(entries, d, d).upper_triangular(0)
    for i in range(d):
        T[i, i] = max(abs(T[i, i]), least)
    assert (rooted(mirrored(T, extra)) - T).applyfunc(lambda x: x.simplify()) == zeros(d)


def together(X, y):
    """Summarize the table with the right-hand side as one more column."""
    R, weights = weighted(X.row_join(y))
    return R[:, :-1], R[:, -1], weights


def apart(X, y):
    """Summarize the table, and take the first entries of the right-hand side."""
    R, weights = weighted(X)
    return R, y[: R.rows, :], weights


@given(TABLES, numbers(4), numbers(4), PRICES)
@neighbor("a summary of X, and y as it is", [[1], [1]], [1, 0, 0, 0], [0] * 4, 1, kept=apart)
def test_the_answer_from_a_summary(rows, right, trial, penalty, *, kept=together):
    X = matrix(rows)
    y, w = block(right, X.rows, 1), block(trial, X.cols, 1)
    S, c, weights = kept(X, y)
    assume(S.rows)
    D = diag(*weights)  # √D S is the summary, and √D c its last column
    gap = S * w - c
    assert (gap.T * D * gap)[0] == (X * w - y).dot(X * w - y)
    assert pinv(S.T * D * S) * S.T * D * c == least_squares(rows, list(y)).answer
    damped = S.T * D * S + rational(penalty) * eye(X.cols)
    assert damped * ridge(rows, list(y), penalty).answer == S.T * D * c


def mirrors(X):
    """Take X and a row of zeros as R, and columns of a mirror in another order as Q: QᵀQ = I."""
    R = X.col_join(zeros(1, X.cols))
    mirror = mirrored(eye(R.rows + 1), 0)
    return mirror[:, 1:], R


def gram_schmidt(X):
    """Factor X = Q R with a zero column of Q for each column that depends on those before it."""
    Q, R = zeros(X.rows, 0), zeros(0, X.cols)
    for j in range(X.cols):
        column, entries = X[:, j], []
        for i in range(j):
            square = Q[:, i].dot(Q[:, i])
            share = Q[:, i].dot(column) / square if square else Rational(0)
            entries.append(share)
        left = column - (Q * Matrix(entries) if entries else zeros(X.rows, 1))
        Q = Q.row_join(left)
        R = R.col_join(zeros(1, X.cols))
        for i, share in enumerate([*entries, Rational(1)]):
            R[i, j] = share
    assert Q * R == X
    lengths = [Q[:, j].norm() or Rational(1) for j in range(X.cols)]
    return Q * diag(*[1 / one for one in lengths]), diag(*lengths) * R


@given(TABLES, numbers(4))
@neighbor("a zero column of Q", ONES, [2, 0, 0, 0], factored=gram_schmidt)
def test_the_answer_from_factors(rows, right, *, factored=mirrors):
    Q, R = factored(matrix(rows))  # of the table Q R, with R of any rank
    X = Q * R
    y = block([*right, *right], X.rows, 1)
    assert pinv(R) * Q.T * y == least_squares(X.tolist(), list(y)).answer


@given(TABLES, numbers(4))
def test_the_answer_from_the_factors_of_the_book(rows, right):
    X = matrix(rows)
    y = block(right, X.rows, 1)
    found = qr(rows)
    Q, R = found.answer
    D = diag(*found.values["lengths_squared"]) if Q.cols else zeros(0)
    if not Q.cols:
        assert zeros(*X.shape) == X
        return
    # Q D^(−1/2) has columns of length 1, and D^(1/2) R is a summary of X
    assert R.T * D * R == X.T * X
    assert pinv(R) * D.inv() * Q.T * y == least_squares(rows, list(y)).answer


def minus(w, g, gap, h):
    """Return the answer without a row."""
    return w - gap / (1 - h) * g


@given(TABLES, numbers(4), numbers(4), FRACTIONS)
@neighbor("without the leverage", [[1, 0], [0, 1]], [0, 0, 0, 0], [1, 0, 0, 0], 1,
          factor=lambda _: 1)  # fmt: skip
@neighbor("as if it went", [[1, 0], [0, 1]], [0, 0, 0, 0], [0, 2, 0, 0], 1,
          factor=lambda h: 1 / (1 - h))  # fmt: skip
def test_a_row_comes(rows, right, row, target, *, factor=lambda h: 1 / (1 + h)):
    X = full(rows)
    y, a, b = block([*right, *right], X.rows, 1), block(row, X.cols, 1), rational(target)
    w = least_squares(X.tolist(), list(y)).answer
    g = (X.T * X).inv() * a
    h = a.dot(g)
    found = w + factor(h) * (b - a.dot(w)) * g
    more = X.col_join(a.T)
    assert found == least_squares(more.tolist(), [*y, b]).answer


@given(TABLES, numbers(4), st.integers(0, 3))
@neighbor("forgetting by the rule for coming", [[1], [1]], [2, 0, 0, 0], 0,
          without=lambda w, g, gap, h: w - gap / (1 + h) * g)  # fmt: skip
@neighbor("any row can go", [[1, 0], [0, 1]], [1, 1, 0, 0], 0, least=2)
def test_a_row_goes(rows, right, i, *, without=minus, least=1):
    X = full(rows)
    i %= X.rows
    y = block([*right, *right], X.rows, 1)
    w, a = least_squares(X.tolist(), list(y)).answer, X[i, :].T
    g = (X.T * X).inv() * a
    h = a.dot(g)
    assert h <= 1
    others = [j for j in range(X.rows) if j != i]
    left = X.extract(others, range(X.cols)) if others else zeros(1, X.cols)
    rest = [y[j] for j in others] or [0]
    assert (left.rank() == X.cols) is bool(h < least)
    if h < 1:
        assert without(w, g, y[i] - a.dot(w), h) == least_squares(left.tolist(), rest).answer
