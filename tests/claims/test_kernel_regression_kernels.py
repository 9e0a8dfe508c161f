"""Which functions are kernels, and what makes new ones of old ones, on random exact matrices."""

from itertools import combinations

from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, ones

from linalg_book.exact import pseudoinverse
from tests.algebra import quadratic, symmetric
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, block, numbers

SIZES = st.integers(1, 3)


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


def squares(K):
    """Take squares d(cᵀz)² out of zᵀKz, pivot by pivot; return the d, the c and what is left."""
    pivots, columns = [], []
    for j in range(K.rows):
        if K[j, j] != 0:
            pivots.append(K[j, j])
            columns.append(K[:, j] / K[j, j])
            K -= K[j, j] * columns[-1] * columns[-1].T
    return pivots, columns, K


@given(numbers(9, INTEGERS), SIZES, numbers(3, INTEGERS), st.booleans())
@neighbor("one dimension less", [1] + [0] * 8, 1, [1] * 3, True, dimension=lambda K: K.rank() - 1)
@neighbor("entries", [1, 0, 2, 1] + [0] * 5, 2, [1, -1, 0], False, says=has_no_negative_entry)
@neighbor("corners", [0, 0, 0, -1] + [0] * 5, 2, [0, 1, 0], False, says=has_no_negative_corner)
def test_gram_matrices(
    entries, n, given_z, is_gram, *, says=has_no_negative_eigenvalue, dimension=Matrix.rank
):
    B, z = block(entries, n, n), block(given_z, n, 1)
    K = B * B.T if is_gram else symmetric(entries, n)
    assert says(K) is is_semidefinite(K)
    if is_semidefinite(K):
        assert quadratic(K, z) >= 0
        is_definite = all(K[:m, :m].det() > 0 for m in range(1, n + 1))
        assert is_definite is (K.det() != 0)
        pivots, columns, left = squares(K)
        # The vectors with the entries √d cᵢ are in as many dimensions as there are pivots.
        assert left.is_zero_matrix
        assert all(d > 0 for d in pivots)
        parts = [d * c * c.T for d, c in zip(pivots, columns, strict=True)]
        assert sum(parts, K * 0) == K
        assert len(pivots) == dimension(K)
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


def both_sides(K, D):
    """Return the matrix of g(x) k(x, z) g(z)."""
    return D * K * D


PAIR = ([1, 1, 0, 1] + [0] * 5, [1, 0, 1, 1] + [0] * 5, 2)


@given(numbers(9, INTEGERS), numbers(9, INTEGERS), SIZES, st.integers(0, 3), numbers(3, INTEGERS))
@neighbor("differences", [0] * 9, [1] * 9, 1, 1, [1] * 3, add=lambda K, L: K - L)
@neighbor("matrix product", *PAIR, 1, [1] * 3, times=lambda K, L: K * L)
@neighbor("negative factor", [1] * 9, [1] * 9, 1, 1, [1] * 3, factor=lambda s: -s)
@neighbor("weights on one side", *PAIR, 1, [1, 2, 1], weighted=lambda K, D: D * K)
def test_new_kernels_from_old_ones(
    first, second, n, s, values, *,
    add=lambda K, L: K + L, times=entrywise, factor=lambda s: s, weighted=both_sides,
):  # fmt: skip
    A, B = block(first, n, n), block(second, n, n)
    K, L, D = A * A.T, B * B.T, diag(*values[:n])
    small = K / (1 + max(abs(entry) for entry in K))
    limit = small.applyfunc(lambda t: 1 / (1 - t))  # 1 + t + t² + …
    for made in (add(K, L), factor(s) * K, times(K, L), weighted(K, D), limit):
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


def reproduces(K, M):
    """Tell whether fᵀMg is an inner product with ⟨f, k(x, ·)⟩ = f(x) for all f = Ka."""
    return K * M * K == K


def is_inner_product(K, M):
    """Tell whether fᵀMg is an inner product of the functions Ka."""
    lengths = K * M * K
    return is_semidefinite(lengths) and lengths.rank() == K.rank()


@given(
    numbers(9, INTEGERS), SIZES, numbers(6, INTEGERS), numbers(3, INTEGERS), numbers(3, INTEGERS)
)
@neighbor(
    "any inner product", [1] + [0] * 8, 1, [1] + [0] * 5, [1] * 3, [1] * 3, asked=is_inner_product
)
def test_one_inner_product_reproduces(entries, n, others, given_a, given_b, *, asked=reproduces):
    B, a, b = block(entries, n, n), block(given_a, n, 1), block(given_b, n, 1)
    K = B * B.T
    inverse, C = pseudoinverse(K.tolist()).answer, symmetric([*others, *others], n)
    unseen = eye(n) - K * inverse
    # Two forms on the values: the second has C where no function of the kernel goes.
    for M in (inverse + C, inverse + C * unseen + unseen * C - unseen * C * unseen):
        if asked(K, M):
            assert (K * a).dot(M * K * b) == dot_of_values(K, a, b)


def test_ones_are_no_surprise():
    assert is_semidefinite(ones(3, 3))
    assert not is_semidefinite(Matrix([[1, 2], [2, 1]]))
