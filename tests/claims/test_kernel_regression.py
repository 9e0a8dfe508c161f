"""What the chapter on kernel regression states, on random exact matrices of any rank."""

from itertools import combinations
from math import exp, factorial, sqrt

import pytest
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, ones

from linalg_book.exact import least_squares, pseudoinverse, ridge
from tests.algebra import symmetric
from tests.neighbors import given, neighbor
from tests.strategies import FRACTIONS, INTEGERS, block, column, matrices, matrix, numbers, rational

FEATURES = matrices(entries=INTEGERS)
PRICES = FRACTIONS.filter(lambda value: value > 0)
SIZES = st.integers(1, 3)
PLACES = st.lists(st.integers(-2, 3), min_size=1, max_size=4)
PARTS = st.sampled_from([Rational(1, 2), Rational(9, 10), Rational(1, 3)])


def quadratic(K, alpha):
    """Return αᵀKα."""
    return (alpha.T * K * alpha)[0]


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
    for step, v in zip([0, *steps], [y * 0, *K.nullspace()], strict=False):
        other = alpha + step * v
        assert Phi.T * other == w
        assert between.dot(other) == x.dot(w)
        assert measure(K, other) == w.dot(w)


@given(FEATURES, numbers(4), PRICES)
@neighbor("ridge on α", [[2]], [1] * 4, 1, price=lambda K: eye(K.rows))
def test_ridge_with_as_many_unknowns_as_examples(rows, right, penalty, *, price=lambda K: K):
    Phi, y = matrix(rows), block(right, len(rows), 1)
    K, weight = Phi * Phi.T, rational(penalty)
    # Minimizers of ‖y − Kα‖² + λ αᵀPα with the price P, the theorem's first.
    normal = K * K + weight * price(K)
    alpha = (K + weight * eye(K.rows)).LUsolve(y)
    for found in (alpha, pseudoinverse(normal.tolist()).answer * K * y):
        assert normal * found == K * y
        assert Phi.T * found == ridge(rows, list(y), penalty).answer


def is_semidefinite(K):
    """Tell whether no principal minor is negative, of any rows."""
    chosen = [c for n in range(1, K.rows + 1) for c in combinations(range(K.rows), n)]
    return all(K.extract(list(c), list(c)).det() >= 0 for c in chosen)


def has_no_negative_eigenvalue(K):
    """Tell it from signs: all roots of the characteristic polynomial are real."""
    coefficients = K.charpoly().all_coeffs()
    return all((-1) ** j * c >= 0 for j, c in enumerate(coefficients))


def has_no_negative_entry(K):
    """Tell whether all entries are at least 0."""
    return all(entry >= 0 for entry in K)


def has_no_negative_corner(K):
    """Tell whether no principal minor of the first rows is negative."""
    return all(K[:n, :n].det() >= 0 for n in range(1, K.rows + 1))


@given(numbers(9, INTEGERS), SIZES, numbers(3, INTEGERS), st.booleans())
@neighbor("entries", [1, 0, 2, 1] + [0] * 5, 2, [1, -1, 0], False, says=has_no_negative_entry)
@neighbor("corners", [0, 0, 0, -1] + [0] * 5, 2, [0, 1, 0], False, says=has_no_negative_corner)
def test_gram_matrices(entries, n, given_z, is_gram, *, says=has_no_negative_eigenvalue):
    B, z = block(entries, n, n), block(given_z, n, 1)
    K = B * B.T if is_gram else symmetric(entries, n)
    assert says(K) is is_semidefinite(K)
    if is_semidefinite(K):
        assert quadratic(K, z) >= 0
        is_definite = all(K[:m, :m].det() > 0 for m in range(1, n + 1))
        assert is_definite is (K.det() != 0)
    else:
        assert not is_gram
    if is_gram:
        assert K.rank() == B.rank()


def mirrored(M):
    """Return the symmetric part of a matrix."""
    return (M + M.T) / 2


@given(numbers(9, INTEGERS), SIZES, numbers(9, INTEGERS))
@neighbor("not symmetric", [1, 0, 0, 1] + [0] * 5, 2, [0, 1, 0, 0] + [0] * 5, part=lambda M: M)
def test_a_nonnegative_form_comes_from_vectors(entries, n, others, *, part=mirrored):
    B, C = block(entries, n, n), block(others, n, n)
    K = part(B * B.T + C - C.T)
    assert is_semidefinite(mirrored(K))  # zᵀKz ≥ 0
    assert K == B * B.T


def entrywise(K, L):
    """Multiply entry by entry."""
    return K.multiply_elementwise(L)


PAIR = ([1, 1, 0, 1] + [0] * 5, [1, 0, 1, 1] + [0] * 5, 2)


@given(numbers(9, INTEGERS), numbers(9, INTEGERS), SIZES, st.integers(0, 3), numbers(3, INTEGERS))
@neighbor("differences", [0] * 9, [1] * 9, 1, 1, [1] * 3, add=lambda K, L: K - L)
@neighbor("matrix product", *PAIR, 1, [1] * 3, times=lambda K, L: K * L)
@neighbor("negative factor", [1] * 9, [1] * 9, 1, 1, [1] * 3, factor=lambda s: -s)
def test_new_kernels_from_old_ones(
    first, second, n, s, values, *, add=lambda K, L: K + L, times=entrywise, factor=lambda s: s
):
    A, B = block(first, n, n), block(second, n, n)
    K, L, D = A * A.T, B * B.T, diag(*values[:n])
    small = K / (1 + max(abs(entry) for entry in K))
    limit = small.applyfunc(lambda t: 1 / (1 - t))  # 1 + t + t² + …
    for made in (add(K, L), factor(s) * K, times(K, L), D * K * D, limit):
        assert made == made.T
        assert is_semidefinite(made)


def dot_of_values(K, a, b):
    """Return ⟨f, g⟩ for f = Ka and g = Kb."""
    return (a.T * K * b)[0]


@given(numbers(9, INTEGERS), SIZES, numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor(
    "any symmetric function", [Rational(1, 2), 2, 0, Rational(1, 2)] + [0] * 5, 2,
    [1, -1, 0], [0] * 3, kernel=lambda B: B + B.T,
)  # fmt: skip
@neighbor(
    "products of coefficients", [1, 0, 2, 0] + [0] * 5, 2, [1, 0, 0], [1, 0, 0],
    inner=lambda _, a, b: a.dot(b),
)  # fmt: skip
def test_the_functions_of_a_kernel(
    entries, n, given_a, given_b, *, kernel=lambda B: B * B.T, inner=dot_of_values
):
    K, a, b = kernel(block(entries, n, n)), block(given_a, n, 1), block(given_b, n, 1)
    f, size = K * a, inner(K, a, a)
    assert size >= 0
    assert (size == 0) is (not any(f))
    for v in K.nullspace():  # another way to write f
        assert inner(K, a + v, b) == inner(K, a, b)
    for i in range(n):
        bump = eye(n)[:, i]
        assert inner(K, a, bump) == f[i]
        assert f[i] ** 2 <= size * K[i, i]


def distinct(places):
    """Keep each place once."""
    return list(dict.fromkeys(places))


def bumps(places, q, power=2):
    """Return the matrix of q^|x − z|^power: for the power 2 a Gaussian kernel."""
    return Matrix([[q ** (abs(x - z) ** power) for z in places] for x in places])


@given(PLACES, PARTS)
@neighbor("equal points", [0, 0], Rational(1, 2), kept=list)
@neighbor("fourth powers", [0, 1, 2], Rational(9, 10), power=4)
@neighbor("bumps that grow", [0, 1], Rational(1, 2), base=lambda q: 1 / q)
def test_the_gaussian_kernel_is_strict(places, q, *, kept=distinct, power=2, base=lambda q: q):
    K = bumps(kept(places), base(q), power)
    assert all(K[:n, :n].det() > 0 for n in range(1, K.rows + 1))


def features(x, damping):
    """List many features of a number for the length scale 1."""
    return [exp(-damping * x * x) * x**j / sqrt(factorial(j)) for j in range(60)]


@given(st.floats(-2, 2), st.floats(-2, 2))
@neighbor("without damping", 1.0, 1.0, damping=0)
@neighbor("damped by the kernel itself", 1.0, 1.0, damping=1)
def test_the_features_of_the_gaussian_kernel(x, z, *, damping=0.5):
    pairs = zip(features(x, damping), features(z, damping), strict=True)
    assert sum(p * q for p, q in pairs) == pytest.approx(exp(-((x - z) ** 2) / 2), abs=1e-12)


def straight(places, _):
    """Return the matrix of 1 + xz, whose functions are lines."""
    return Matrix([[1 + x * z for z in places] for x in places])


def fit(K, y, penalty):
    """Return least-norm or ridge coefficients of the points."""
    if penalty:
        return (K + penalty * eye(K.rows)).LUsolve(y)
    return least_squares(K.tolist(), list(y)).answer


@given(PLACES, numbers(4, INTEGERS), PARTS)
@neighbor("lines", [0, 1, 1, 2], [0, 1, 3, 1], Rational(1, 2), kernel=straight)
@neighbor("a penalty", [0, 0], [0, 2, 0, 0], Rational(1, 2), penalty=1)
def test_repeated_points(places, right, q, *, kernel=bumps, penalty=0):
    y, once = column(right[: len(places)]), distinct(places)
    groups = [[y[i] for i, x in enumerate(places) if x == z] for z in once]
    means = Matrix([sum(group) / len(group) for group in groups])
    everywhere = [*places, *once, 4]
    between = kernel(everywhere, q)
    N, new = len(places), range(len(everywhere))
    values = between[:, :N] * fit(between[:N, :N], y, penalty)
    from_means = between[:, N:-1] * fit(kernel(once, q), means, penalty)
    assert [values[i] for i in new] == [from_means[i] for i in new]
    if not penalty:
        assert values[N:-1, 0] == means


def test_ones_are_no_surprise():
    assert is_semidefinite(ones(3, 3))
    assert not is_semidefinite(Matrix([[1, 2], [2, 1]]))
