"""The statements of the chapter on low rank, on random exact matrices."""

from fractions import Fraction
from itertools import pairwise

from hypothesis import assume, example, settings
from hypothesis import strategies as st
from sympy import Matrix, N, Rational, diag, eye, ones, zeros

from linalg_book.exact import low_rank, pseudoinverse, ridge, svd
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, INTEGERS, block, column, matrices, matrix, numbers

SMALL = st.integers(-3, 3)
SLACK = Rational(1, 10**25)  # values of roots are compared at 40 digits


def squares(A):
    """Add up the squares of the entries."""
    return sum((x**2 for x in A), start=Rational(0))


def at_most(low, high):
    return N(high - low, 40) >= -SLACK


def largest(A):
    """Return the spectral norm."""
    return max(
        svd(A).values["singular_values"], default=Rational(0), key=lambda value: N(value, 40)
    )


def draw_matrix(data, m, n, entries=SMALL):
    return Matrix(m, n, [matrix([[data.draw(entries)]])[0] for _ in range(m * n)])


def projector(W):
    """Return the projector onto the span of the columns."""
    return W * pseudoinverse(W).answer if W.cols else zeros(W.rows)


def ties(p, q):
    """Return a matrix with two equal singular values, whose squares are p² + q²."""
    return [[p, q], [-q, p]]


def is_unique(found):
    return found.values["unique"]


@settings(deadline=None)
@given(
    matrices(entries=SMALL, rows=st.integers(1, 3), columns=st.integers(1, 2))
    | st.builds(ties, SMALL, SMALL),
    st.integers(0, 2),
    numbers(6, SMALL),
    st.none() | numbers(6, SMALL),
)
@example([[2, 0, 0], [0, 1, 0], [0, 0, 1]], 2, [1, 0, 0, 1, 0, 1], None)
@neighbor("always", [[1, 0], [0, 1]], 1, [0, 1], None, only=lambda _: True)
def test_no_matrix_of_rank_at_most_k_is_nearer(rows, k, right, left, *, only=is_unique):
    A = matrix(rows)
    found, Q = low_rank(rows, k), block(right, A.cols, min(k, A.cols))
    # of all matrices whose rows are combinations of the columns of Q, the nearest, or another
    B = A * projector(Q) if left is None else block(left, A.rows, Q.cols) * Q.T
    assert found.answer.rank() <= k
    assert at_most(found.values["frobenius_error"] ** 2, squares(A - B))
    assert at_most(found.values["error"], largest(A - B))
    if only(found) and at_most(squares(A - B), found.values["frobenius_error"] ** 2):
        assert N(squares(B - found.answer), 40) < SLACK


@given(st.integers(1, 5), st.integers(-4, 4), SMALL, SMALL)
def test_a_tie_has_many_nearest_matrices(p, q, a, b):
    # p² + q² is the square of both singular values: every line keeps as much.
    assume(a or b)
    A, w = Matrix([[p, q], [-q, p]]), Matrix([a, b])
    found = low_rank(A, 1)
    assert not found.values["unique"]
    assert squares(A - A * projector(w)) == found.values["frobenius_error"] ** 2 == p**2 + q**2


@given(st.integers(1, 9), st.integers(1, 9), st.integers(-1, 1))
@neighbor("spectral", 2, 1, 1, measured=largest)
def test_the_spectral_norm_sees_the_largest_part_only(first, second, sign, *, measured=squares):
    sizes = sorted((first, second), reverse=True)
    other = diag(sizes[0] + Rational(sign * sizes[1], 2), 0)
    found = low_rank(diag(*sizes), 1)
    assert largest(diag(*sizes) - other) == sizes[1] == found.values["error"]
    if first != second and measured(diag(*sizes) - other) <= measured(diag(*sizes) - found.answer):
        assert other == found.answer


def centered(X):
    return X - ones(X.rows, X.rows) * X / X.rows


@given(matrices(rows=st.integers(1, 4), columns=st.integers(1, 3)), st.data())
def test_the_nearest_flat_passes_through_the_mean(rows, data):
    X = matrix(rows)
    W = draw_matrix(data, X.cols, data.draw(st.integers(0, X.cols)))
    p = draw_matrix(data, 1, X.cols, FRACTIONS)
    Q = eye(X.cols) - projector(W)
    mean = ones(1, X.rows) * X / X.rows
    moved = (X - ones(X.rows, 1) * p) * Q
    assert squares(moved) == squares(centered(X) * Q) + X.rows * squares((mean - p) * Q)


@settings(max_examples=30, deadline=None)
@given(
    matrices(entries=SMALL, rows=st.integers(1, 4), columns=st.integers(1, 2)),
    st.integers(0, 2),
    numbers(4, SMALL),
    numbers(2),
)
@neighbor("uncentered", [[1]], 0, [], [1], center=lambda X: X)
@neighbor("a fifth more", [[0], [1]], 0, [], [Fraction(1, 2)], factor=Rational(6, 5))
def test_no_flat_is_nearer(rows, size, directions, point, *, center=centered, factor=1):
    X = matrix(rows)
    k, p = min(size, X.cols), block(point, 1, X.cols)
    lost = factor * low_rank(center(X), k).values["frobenius_error"] ** 2
    Q = eye(X.cols) - projector(block(directions, X.cols, k))
    assert at_most(lost, squares((X - ones(X.rows, 1) * p) * Q))
    V = svd(centered(X), full=True).answer[2][:, :k]
    best = N(squares(centered(X) * (eye(X.cols) - V * V.T)), 40)
    assert abs(N(lost, 40) - best) < SLACK


@settings(max_examples=30, deadline=None)
@given(matrices(entries=SMALL, rows=st.integers(2, 4), columns=st.just(2)), SMALL, SMALL)
@neighbor("origin", [[0, 1], [0, 1]], 1, 0, start=lambda X: X)
def test_kept_and_lost_have_a_constant_sum(rows, a, b, *, start=centered):
    assume(a or b)
    X, w = matrix(rows), Matrix([a, b])
    Xc, kept = centered(X), squares(centered(X) * w) / w.dot(w)
    assert kept + squares(start(X) * (eye(2) - projector(w))) == squares(Xc)
    assert at_most(kept, largest(Xc) ** 2)


def inverse(T):
    return T.inv()


@given(matrices(entries=INTEGERS), numbers(32, SMALL), numbers(16, SMALL))
@neighbor("both turned", [[1]], [0] * 17, [2], back=lambda T: T.T)
def test_rank_at_most_k_is_a_product(rows, entries, change, *, back=inverse):
    A = matrix(rows)
    pivots = A.rref()[1]
    P, Qt = A[:, list(pivots)], A.rref()[0][: len(pivots), :]
    k = A.rank()
    assert P * Qt == A or k == 0
    assert (block(entries, A.rows, k) * block(entries[16:], k, A.cols)).rank() <= k
    T = block(change, k, k)
    assume(k and T.det() != 0)
    found, rest = P * T, back(T) * Qt
    assert found * rest == A
    # and T is found again from the two factors
    assert (P.T * P).inv() * P.T * found == T


@st.composite
def tables(draw):
    """Draw a table with gaps, films, and a root of the penalty."""
    m, n, k = draw(st.integers(1, 3)), draw(st.integers(1, 3)), draw(st.integers(1, 2))
    table = [[draw(st.one_of(st.integers(0, 5), st.none())) for _ in range(n)] for _ in range(m)]
    films = Matrix(n, k, [draw(SMALL) for _ in range(n * k)])
    return table, films, draw(st.sampled_from([0, 1, Fraction(1, 2), 2]))


def half_step(table, films, root):
    """Return the users that the theorem names: a pseudoinverse for each."""
    k = films.cols
    users = []
    for ratings in table:
        known = [j for j, rating in enumerate(ratings) if rating is not None]
        stacked = Matrix.vstack(films.extract(known, range(k)), Rational(root) * eye(k))
        right = column([*[ratings[j] for j in known], *[0] * k])
        users.append((pseudoinverse(stacked).answer * right).T)
    return Matrix.vstack(*users)


def objective(table, users, films, root):
    errors = [
        rating - users.row(i).dot(films.row(j))
        for i, ratings in enumerate(table)
        for j, rating in enumerate(ratings)
        if rating is not None
    ]
    penalty = Rational(root) ** 2 * (squares(users) + squares(films))
    return sum((e**2 for e in errors), start=Rational(0)) + penalty


@settings(deadline=None)
@given(tables(), numbers(6, SMALL))
@neighbor("only", ([[None]], Matrix([0]), 0), [1], only=True)
def test_each_half_step_is_a_pseudoinverse_problem(drawn, entries, *, only=False):
    table, films, root = drawn
    users = half_step(table, films, root)
    step = block(entries, *users.shape)
    least = objective(table, users, films, root)
    other = objective(table, users + step, films, root)
    assert least < other if (root or only) and any(step) else least <= other
    if other == least:
        assert squares(users) <= squares(users + step)
    for i, ratings in enumerate(table):
        known = [j for j, rating in enumerate(ratings) if rating is not None]
        if not known:
            assert not any(users.row(i))
        elif root:
            rows, right = films.extract(known, range(films.cols)), [ratings[j] for j in known]
            assert ridge(rows, right, Rational(root) ** 2).answer == users.row(i).T


@settings(deadline=None, max_examples=50)
@given(tables(), numbers(6, SMALL), numbers(6, SMALL))
@neighbor("least", ([[1]], Matrix([0]), 0), [1], [1], rare=True, to_the_least=True)
def test_the_objective_never_grows(drawn, first, second, *, to_the_least=False):
    table, films, root = drawn
    other = block(first, len(table), films.cols), block(second, *films.shape)
    turned = [list(ratings) for ratings in zip(*table, strict=True)]
    users = half_step(table, films, root)
    values = [objective(table, users, films, root)]
    for _ in range(2):
        films = half_step(turned, users, root)
        values.append(objective(table, users, films, root))
        users = half_step(table, films, root)
        values.append(objective(table, users, films, root))
    assert all(after <= before for before, after in pairwise(values))
    assert values[-1] >= 0
    if to_the_least and values[0] == values[-1]:  # they have come to their end
        assert values[-1] <= objective(table, *other, root)


def test_the_numbers_of_the_chapter():
    # by hand: feet on (2, 1) cost 20 and keep 50
    found = low_rank([[-5, 0], [-1, -3], [0, 0], [3, -1], [3, 4]], 1)
    assert found.answer == Matrix([[-4, -2], [-2, -1], [0, 0], [2, 1], [4, 2]])
    assert [value**2 for value in found.values["singular_values"]] == [50, 20]
    # by hand: the images of (2, 1) and (1, −2) have the squares 225 and 125, over 5
    found = low_rank([[5, 0], [0, 5], [4, 2]], 1)
    assert found.answer == Matrix([[4, 2], [2, 1], [4, 2]])
    assert found.values["frobenius_error"] == 5
