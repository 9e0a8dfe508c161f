"""What the chapter on more features than examples states of memories made of a matrix."""

from hypothesis import settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, ones, zeros

from linalg_book.exact import pseudoinverse
from tests.claims.chance import coins, mean, turned
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, matrix, numbers

SIGNS = st.sampled_from([-1, 1])
THREE, FOUR = numbers(3, INTEGERS), numbers(4, INTEGERS)
SIGMAS = st.lists(st.sampled_from([0, 1, 2, 3]), min_size=3, max_size=3)


@settings(max_examples=40)
@given(SMALL, numbers(3), numbers(3))
@neighbor("everything", [[1, 0]], [0, 1, 0], [0, 0, 0], kept=lambda *_: True)
def test_the_memory_returns_combinations(
    rows, shown, parts, *, kept=lambda X, x: X.col_join(x.T).rank() == X.rank()
):
    X, x = matrix(rows), block(shown, len(rows[0]), 1)
    M = pseudoinverse(X).answer * X
    assert (M * x == x) is kept(X, x)
    # and it is the nearest combination
    other = X.T * block(parts, X.rows, 1)
    assert (x - M * x).norm() ** 2 <= (x - other).norm() ** 2


def with_singular_values(sigma, left, right):
    """Return a rational 3×4 matrix with given singular values."""
    S = zeros(3, 4)
    for i, value in enumerate(sigma):
        S[i, i] = value
    return turned(left) * S * turned(right)


def all_roots(X, sigma):
    """Tell whether every nonzero singular value is the root of the number of pixels."""
    del X
    return all(value in {0, 2} for value in sigma)


def orthogonal(X, _):
    """Tell whether the patterns are orthogonal to each other."""
    return (X * X.T).is_diagonal()


@settings(max_examples=40)
@given(SIGMAS, THREE, FOUR)
@neighbor("orthogonal", [2, 2, 0], [1, 1, 1], [0, 0, 0, 1], exactly=orthogonal)
@neighbor("orthogonal, too long", [3, 3, 3], [0, 0, 1], [0, 0, 0, 1], exactly=orthogonal)
@neighbor("all of them", [2, 2, 0], [0, 0, 1], [0, 0, 0, 1], exactly=lambda _, s: set(s) == {2})
def test_when_hebbs_rule_is_the_projection(sigma, left, right, *, exactly=all_roots):
    X = with_singular_values(sigma, left, right)  # d = 4, its root is 2
    same = pseudoinverse(X).answer * X == X.T * X / 4
    assert same is bool(exactly(X, sigma))


@settings(max_examples=60)
@given(st.lists(st.lists(SIGNS, min_size=4, max_size=4), min_size=1, max_size=4))
@neighbor("independent", [[1, 1, 1, 1], [1, 1, 1, -1]], exactly=lambda X: X.rank() == X.rows)
@neighbor("copies too", [[1, 1, 1, 1], [1, 1, 1, 1]], exactly=lambda X: set(X * X.T) <= {0, 4})
def test_patterns_of_signs(rows, *, exactly=lambda X: (X * X.T).is_diagonal()):
    X = Matrix(rows)
    same = pseudoinverse(X).answer * X == X.T * X / 4
    assert same is bool(exactly(X))


@settings(max_examples=40)
@given(SMALL)
@neighbor("the same in all pixels", [[1, 1]], noises=lambda d: [ones(d, 1), -ones(d, 1)])
@neighbor("in one pixel only", [[1, 0]], noises=lambda d: [eye(d)[:, 0], -eye(d)[:, 0]])
@neighbor("with a mean", [[1, 1]], noises=lambda d: [z + ones(d, 1) for z in coins(d)])
@neighbor("as many as patterns", [[0]], left=lambda X: X.rows)
def test_noise_loses_all_but_the_rank(rows, *, noises=coins, left=lambda X: X.rank()):
    X = matrix(rows)
    M = pseudoinverse(X).answer * X
    kept = mean([(M * z).norm() ** 2 for z in noises(X.cols)])
    assert kept == Rational(left(X), X.cols) * mean([z.norm() ** 2 for z in noises(X.cols)])


@settings(max_examples=40)
@given(SMALL)
@neighbor("the pattern itself", [[1, 1], [0, 1]], new=lambda x, _: x)
def test_one_pattern_after_the_other(rows, *, new=lambda x, P: x - P * x):
    X = matrix(rows)
    P = zeros(X.cols)
    for i in range(X.rows):
        added = new(X[i, :].T, P)
        if any(added):
            P += added * added.T / added.dot(added)
    assert pseudoinverse(X).answer * X == P


def test_three_vectors_at_120_degrees_and_their_rational_kin():
    # by hand: (4, 0), (1, 3), (1, −3), over 3: orthogonal columns of squared length 2
    X = Matrix([[4, 0], [1, 3], [1, -3]]) / 3
    assert X.T * X / 2 == eye(2) == pseudoinverse(X).answer * X
    assert not (X * X.T).is_diagonal()
    long = diag(2, 2)
    assert long.T * long / 2 == 2 * eye(2)
