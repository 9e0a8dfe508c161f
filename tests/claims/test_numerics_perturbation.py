"""How far a least-squares solution moves when its data do, on exact matrices."""

from fractions import Fraction

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, eye

from linalg_book.exact import least_squares
from tests.algebra import length, turned, with_singular_values
from tests.neighbors import given, neighbor
from tests.spectra import bound
from tests.strategies import INTEGERS, block, column, numbers, rational

TWO, THREE = numbers(2, INTEGERS), numbers(3, INTEGERS)
SIGMAS = st.lists(st.integers(1, 30), min_size=2, max_size=2)
UNITS = st.sampled_from((Fraction(1, 1000), Fraction(1, 50), Fraction(1, 7)))
LEVER = ([1000, 1], [0, 1], [0, 0, 1], [1000, 0, 1000], [0, 0, 0, 0, 0, 1], Fraction(1, 1000), [0, 0, 1])  # fmt: skip # noqa: E501


@settings(max_examples=40)
@given(SIGMAS, TWO, THREE, THREE, numbers(6, INTEGERS), UNITS, THREE)
@neighbor("kappa alone", *LEVER, rare=True, part=0)
@neighbor("kappa not squared", *LEVER, rare=True, power=1)
@neighbor("half of it", *LEVER, rare=True, part=Rational(1, 2))
@neighbor(
    "a larger change", [1, 1], [0, 1], [0, 0, 1], [1, 1, 0], [0, 0, 0, 1, 0, 0], Fraction(1),
    [0, 0, 1], rare=True, most=2,
)  # fmt: skip
def test_perturbation_of_least_squares(
    sigma, left, right, targets, entries, unit, mirror, *, part=1, power=2, most=1
):
    _, _, wide = with_singular_values(sigma, left, right)
    X, y = wide.T, column(targets)
    E = rational(unit) * block(entries, 3, 2)
    largest, kappa = max(sigma), Rational(max(sigma), min(sigma))
    eta = bound(E) / largest
    f = eta * turned(mirror) * y
    w = least_squares(X, y).answer
    assume(any(w) and eta * kappa < most)
    B = X + E
    assert B.rank() == 2
    change = length(least_squares(B, y + f).answer - w)
    r, rest = y - X * w, 1 - eta * kappa
    if most > 1:
        return
    whole = eta * kappa / rest * (length(w) + length(y) / largest)
    whole += part * eta * kappa**power / rest**2 * length(r) / largest
    assert change <= whole * (1 + Rational(1, 10**30))


@settings(max_examples=60)
@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=2), TWO, TWO,
    st.sampled_from((Fraction(1, 10), Fraction(1, 2), Fraction(9, 10), Fraction(99, 100))),
    st.sampled_from((-1, 0, 1)),
)  # fmt: skip
@neighbor("no denominators", [1], [0, 0], [1, 0], Fraction(9, 10), 0, rest=1)
def test_perturbation_of_an_invertible_matrix(sigma, left, targets, share, sign, *, rest=None):
    """The smallest singular value is nearly taken away: ηκ is the share."""
    sigma, n, share = sorted(sigma)[::-1], len(sigma), rational(share)
    X = turned(left[:n]) * Matrix(n, n, lambda i, j: sigma[i] if i == j else 0)
    E = -share * X[:, n - 1] * eye(n)[n - 1, :]
    y = column(targets[:n])
    assume(any(y))
    w, kappa = X.inv() * y, Rational(sigma[0], sigma[-1])
    eta = share / kappa
    change = length((X + E).inv() * (y + sign * eta * y) - w)
    whole = share / (1 - share if rest is None else rest) * (length(w) + length(y) / sigma[0])
    assert change <= whole * (1 + Rational(1, 10**30))


def test_the_lever():
    # by hand: w₂ = ηρ/(h² + η²)
    h, eta, rho = Rational(1, 10), Rational(1, 1000), 2
    answer = least_squares([[1, 0], [0, h], [0, eta]], [1, 0, rho]).answer
    assert answer == Matrix([1, eta * rho / (h**2 + eta**2)])
    assert answer[1] == Rational(2000, 10001)
