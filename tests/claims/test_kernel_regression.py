"""What the chapter on kernel regression states, on random exact matrices of any rank."""

from sympy import Rational, eye

from linalg_book.exact import least_squares, pseudoinverse, ridge
from tests.algebra import quadratic
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, PRICES, block, matrices, matrix, numbers, rational

FEATURES = matrices(entries=INTEGERS)
TINY = Rational(1, 10**30)


def plain(_, alpha):
    """Return αᵀα."""
    return alpha.dot(alpha)


@given(FEATURES, numbers(4), numbers(4, INTEGERS), numbers(4, INTEGERS))
@neighbor("length of α", [[2]], [2] * 4, [1] * 4, [1] * 4, measure=plain)
def test_as_many_unknowns_as_examples(rows, right, new, steps, *, measure=quadratic):
    Phi, y = matrix(rows), block(right, len(rows), 1)
    K, x = Phi * Phi.T, block(new, Phi.cols, 1)
    w, alpha = least_squares(rows, list(y)).answer, pseudoinverse(K.tolist()).answer * y
    between = Phi * x  # k(x, X)ᵀ
    assert K.row_join(between).rank() == K.rank()
    some = block(steps, len(rows), 1)
    assert (Phi.T * some == w) is (K * some == K * alpha)  # w for these α and no others
    for step, v in zip([0, *steps], [y * 0, *K.nullspace()], strict=False):
        other = alpha + step * v
        assert Phi.T * other == w
        assert between.dot(other) == x.dot(w)
        assert measure(K, other) == w.dot(w)


def weights(Phi, alpha):
    """Return the weights w of heights."""
    return Phi.T * alpha


def heights(_, alpha):
    """Return the heights themselves."""
    return alpha


@given(FEATURES, numbers(4), PRICES)
@neighbor("ridge on α", [[2]], [1] * 4, 1, price=lambda K: eye(K.rows))
@neighbor("one α", [[1], [1]], [1] * 4, 1, found_once=heights)
def test_ridge_with_as_many_unknowns_as_examples(
    rows, right, penalty, *, price=lambda K: K, found_once=weights
):
    Phi, y = matrix(rows), block(right, len(rows), 1)
    K, weight = Phi * Phi.T, rational(penalty)
    # Minimizers of ‖y − Kα‖² + λ αᵀPα with the price P, the theorem's first.
    normal = K * K + weight * price(K)
    alpha = (K + weight * eye(K.rows)).LUsolve(y)
    for found in (alpha, pseudoinverse(normal.tolist()).answer * K * y):
        assert normal * found == K * y
        assert Phi.T * found == ridge(rows, list(y), penalty).answer
    for v in normal.nullspace():  # the other minimizers
        assert found_once(Phi, alpha + v) == found_once(Phi, alpha)


def predictions(K, alpha, between):
    """Return the fitted values and the prediction at a new place."""
    return [*(K * alpha), between.dot(alpha)]


@given(FEATURES, numbers(4), numbers(4, INTEGERS))
@neighbor("limit of α", [[0]], [1] * 4, [0] * 4, told=lambda _, alpha, __: list(alpha))
def test_the_limit_of_small_penalties(rows, right, new, *, told=predictions):
    Phi, y = matrix(rows), block(right, len(rows), 1)
    K, between = Phi * Phi.T, Phi * block(new, Phi.cols, 1)
    alpha = (K + TINY * eye(K.rows)).LUsolve(y)
    least = pseudoinverse(K.tolist()).answer * y
    pairs = zip(told(K, alpha, between), told(K, least, between), strict=True)
    assert all(abs(found - limit) < Rational(1, 10**15) for found, limit in pairs)
