"""What the chapter on ridge and its relatives states, on random exact matrices of any rank."""

from fractions import Fraction

from hypothesis import settings
from hypothesis import strategies as st
from sympy import Matrix, diag, exp, eye, symbols, zeros

from linalg_book.exact import least_squares, pseudoinverse, ridge
from tests.algebra import with_singular_values
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, PRICES, block, column, matrices, matrix, numbers, rational

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 4), columns=st.integers(1, 3))


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


def test_the_lamps():
    # by hand: sum and difference of the readings are 18 and 2, the factors 9/10 and 1/10
    assert ridge([[5, 4], [4, 5]], [10, 8], 9).answer == Matrix([1, rational(Fraction(4, 5))])
    assert diag(9, 1).trace() == 10
