"""What the chapter on feature maps states, on random exact points and features."""

from fractions import Fraction
from math import comb

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Matrix, Poly, diag, eye, itermonomials, symbols

from linalg_book.exact import feature_interpolation
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, column, matrices, matrix, numbers, rational

X = symbols("x1:3")
Z = symbols("z1:3")
POSITIVE = st.builds(Fraction, st.integers(1, 6), st.integers(1, 4))
NOT_NEGATIVE = st.builds(Fraction, st.integers(0, 3), st.integers(1, 3))
POINTS = matrices(rows=st.integers(1, 4), columns=st.integers(1, 2), entries=INTEGERS)
QUICK = settings(max_examples=40)


def monomials(d, degree):
    """List the monomials up to a degree, as SymPy has them."""
    return sorted(itermonomials(X[:d], degree), key=str) if degree >= 0 else []


def feature_rows(points, features):
    """Evaluate features at points."""
    return Matrix(
        [
            [Poly(f, *X)(*row, *[0] * (2 - len(row))) for f in features]
            for row in matrix(points).tolist()
        ]
    )


def shares(parts):
    """Make numbers from 0 on that add up to 1."""
    return [abs(part) / sum(map(abs, parts)) for part in parts]


def above(values):
    """Say whether all are positive."""
    return all(value > 0 for value in values)


@given(numbers(4), numbers(4), numbers(2))
@neighbor("weights of any sign", [1, 3, 1, 1], [2, -1, 0, 0], [1, 0], weigh=lambda t: t)
@neighbor(
    "one of them above", [0, 1, 1, 1], [1, 0, 0, 0], [1, 0],
    premise=lambda values: min(values) >= 0 and any(values),
)  # fmt: skip
def test_a_mean_stays_on_the_side(places, parts, line, *, weigh=shares, premise=above):
    # One coordinate is enough: only a·x enters, and a·z is the same mean of the a·xᵢ.
    assume(any(parts))
    t = weigh([Fraction(part) for part in parts])
    assume(sum(t) == 1)
    z = sum(one * place for one, place in zip(t, places, strict=True))
    for sign in (1, -1):
        a, b = sign * line[0], sign * line[1]
        values = [a * place - b for place in places]
        if premise(values):
            assert a * z - b > 0
        if min(values) >= 0:
            assert a * z - b >= 0
        # No rule has all of them on one side, > b or ≤ b, and z on the other.
        assert {value > 0 for value in values} != {a * z <= b}


@QUICK
@given(POINTS, numbers(4))
@neighbor(
    "as many features as points", [[0, 0], [1, 1], [2, 2]], [1, 2, 4, 0],
    listed=lambda d, N: monomials(d, min(j for j in range(N) if comb(d + j, j) >= N)),
)  # fmt: skip
@neighbor(
    "one degree less", [[0], [1]], [0, 1, 0, 0],
    listed=lambda d, N: monomials(d, N - 2),
)  # fmt: skip
@neighbor("points that are equal", [[1], [1]], [0, 1, 0, 0], allowed=len)
def test_distinct_points_are_interpolated(
    points,
    targets,
    *,
    listed=lambda d, N: monomials(d, N - 1),
    allowed=lambda points: len({tuple(point) for point in points}),
):
    N = len(points)
    assume(allowed(points) == N)
    Phi = feature_rows(points, listed(len(points[0]), N))
    y = column([Fraction(one) for one in targets[:N]])
    assert Phi.row_join(y).rank() == Phi.rank()


@QUICK
@given(
    st.lists(INTEGERS, min_size=2, max_size=4, unique=True),
    numbers(2, INTEGERS),
    numbers(2, INTEGERS),
)
@neighbor(
    "points off a line", [0, 1, 2], [1, 0], [0, 0],
    bend=lambda point, s: [point[0] - s * (s - 1), point[1] + s * (s - 1) // 2],
)  # fmt: skip
def test_points_on_a_line_need_the_degree(places, direction, start, *, bend=lambda point, _: point):
    assume(any(direction))
    points = [bend([u + s * v for u, v in zip(start, direction, strict=True)], s) for s in places]
    N = len(points)
    Phi = feature_rows(points, monomials(2, N - 2))
    y = Matrix([0] * (N - 1) + [1])
    assert Phi.row_join(y).rank() > Phi.rank()


@QUICK
@given(
    matrices(columns=st.integers(1, 4)), numbers(4), numbers(4, POSITIVE), numbers(4), numbers(4)
)
@neighbor(
    "times the weights", [[1, 1, 1]], [1, 0, 1, 0], [1, 2, 1, 1], [1, -1, 0, 0], [0] * 4,
    price=lambda mu: mu,
)  # fmt: skip
@neighbor(
    "equal weights", [[1, 1]], [1, 2, 0, 0], [1, 2, 1, 1], [1, -1, 0, 0], [0] * 4,
    price=lambda _: 1,
)  # fmt: skip
@neighbor(
    "weights may be zero", [[1]], [1, 0, 0, 0], [1] * 4, [0] * 4, [0] * 4,
    weigh=lambda weights: [mu - min(weights) for mu in weights],
)  # fmt: skip
@neighbor(
    "any targets", [[1], [1]], [0, 1, 0, 0], [1] * 4, [0] * 4, [0] * 4,
    meet=lambda Phi, start: column(start[: Phi.rows]),
)  # fmt: skip
def test_the_shortest_for_the_weights(
    rows,
    start,
    weights,
    step,
    fresh,
    *,
    price=lambda mu: Fraction(1) / mu,
    weigh=lambda weights: weights,
    meet=lambda Phi, start: Phi * column(start[: Phi.cols]),
):
    Phi = matrix(rows)
    k = Phi.cols
    weights = weigh(weights[:k])
    M = diag(*column(weights))
    y = meet(Phi, [Fraction(one) for one in start])
    K = Phi * M * Phi.T
    alpha = K.pinv() * y
    assert K * alpha == y
    assume(all(weights))  # for the measure
    w = M * Phi.T * alpha
    assert Phi * w == y
    # The model at a place that has any features, by kernel values alone.
    at = column([Fraction(one) for one in fresh[:k]])
    kernel = [sum(M[j, j] * at[j] * Phi[i, j] for j in range(k)) for i in range(Phi.rows)]
    assert at.dot(w) == sum(a * value for a, value in zip(alpha, kernel, strict=True))
    # Another list of multipliers, and another solution.
    freedom = eye(K.rows) - K.pinv() * K
    assert M * Phi.T * (alpha + freedom * Matrix([1] * K.rows)) == w
    v = (eye(k) - Phi.pinv() * Phi) * column([Fraction(one) for one in step[:k]])

    def size(u):
        return sum(
            column([Fraction(price(mu))])[0] * entry**2
            for mu, entry in zip(weights, u, strict=True)
        )

    # The least of all size(w + t v) is at t = 0, or v costs nothing.
    for t in (1, -1, column([Fraction(1, 8)])[0], column([Fraction(-1, 8)])[0]):
        assert size(w + t * v) > size(w) or not any(v)
    own = sum(entry**2 / M[j, j] for j, entry in enumerate(w))
    assert own == alpha.dot(y)


def multinomials(e, p, c):
    """Count choices with SymPy: the number before a monomial in (x·z + c)^p."""
    d = len(e)
    power = Poly((sum(x * z for x, z in zip(X[:d], Z[:d], strict=True)) + c) ** p, *X[:d], *Z[:d])
    return power.coeff_monomial(tuple(e) + tuple(e))


@QUICK
@given(st.integers(1, 2), st.integers(1, 3), NOT_NEGATIVE, numbers(2), numbers(2))
@neighbor("equal weights", 1, 2, 1, [1, 0], [1, 0], weigh=lambda _: 1)
@neighbor(
    "every degree", 1, 2, 0, [1, 0], [1, 0],
    count=lambda d, p, _c: comb(d + p, p),
)  # fmt: skip
def test_powers_are_sums_of_products(
    d,
    p,
    c,
    x,
    z,
    *,
    weigh=lambda mu: mu,
    count=lambda d, p, c: comb(d + p, p) if c else comb(d + p - 1, p),
):
    x, z, c = x[:d], z[:d], Fraction(c)
    example = feature_interpolation([x], [0], p, c=c)
    features, weights = example.values["features"], example.values["weights"]
    assert len(features) == count(d, p, c)
    assert all(mu > 0 for mu in weights)
    names = symbols("x") if d == 1 else symbols("x_1 x_2")
    names = [names] if d == 1 else list(names)
    total = 0
    for feature, mu in zip(features, weights, strict=True):
        at = [
            feature.subs(dict(zip(names, column([Fraction(v) for v in point]), strict=True)))
            for point in (x, z)
        ]
        total += weigh(mu) * at[0] * at[1]
        exponents = Poly(feature, *names).monoms()[0]
        assert mu == multinomials(exponents, p, rational(c))
    inner = column([sum((Fraction(a) * b for a, b in zip(x, z, strict=True)), Fraction(0))])[0]
    assert total == (inner + rational(c)) ** p


@given(st.integers(1, 6), POSITIVE, st.integers(1, 3), numbers(3))
@neighbor("even powers", 2, Fraction(1), 1, [1, 0, 0], hopeless=lambda p: p % 2)
def test_a_negative_constant_makes_no_kernel(p, size, d, place, *, hopeless=lambda _: True):
    x = [Fraction(one) for one in place[:d]]
    assume(any(x))
    places = [[0] * d, x, [-one for one in x]]
    inner = [[sum(a * b for a, b in zip(s, t, strict=True)) for t in places] for s in places]
    K = [[(one - size) ** p for one in line] for line in inner]
    forms = [K[0][0], K[1][1] - 2 * K[1][2] + K[2][2]]
    # A kernel has no negative form; a negative c always makes one of these negative.
    assert (min(forms) < 0) == bool(hopeless(p))
