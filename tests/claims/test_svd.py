"""The statements of the chapter on the singular value decomposition, on random exact matrices.

Square roots are compared to 30 digits where an exact comparison would take long.
"""

from itertools import accumulate

from hypothesis import assume, settings
from hypothesis import strategies as st
from sympy import Rational, diag, eye, prod, symbols, zeros

from linalg_book.exact import svd
from tests.algebra import TINY, digits, mirror, near, turn, unit
from tests.neighbors import given, neighbor
from tests.strategies import INTEGERS, SMALL, block, matrices, matrix, numbers

TWO = st.integers(1, 2)
NARROW = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=TWO) | matrices(
    entries=INTEGERS, rows=TWO, columns=st.integers(1, 3)
)


def rank(A):
    return A.rank()


@settings(max_examples=25)
@given(SMALL)
@neighbor("all positive", [[0]], positive=lambda A: min(A.shape))
def test_every_matrix_has_pairs_of_singular_vectors(rows, *, positive=rank):
    A, example = matrix(rows), svd(rows, full=True)
    U, S, V = example.answer
    r, sigma = positive(A), example.values["singular_values"]
    assert near(U * S * V.T, A)
    assert near(U.T * U, eye(A.rows))
    assert near(V.T * V, eye(A.cols))
    for i in range(A.cols):
        assert near(A * V[:, i], sigma[i] * U[:, i] if i < r else zeros(A.rows, 1))
    for i in range(A.rows):
        assert near(A.T * U[:, i], sigma[i] * V[:, i] if i < r else zeros(A.cols, 1))
    assert all(digits(s) > TINY for s in sigma[:r])
    assert all(s == 0 for s in sigma[r:])


@settings(max_examples=25)
@given(SMALL)
@neighbor("zeros too", [[1, 0]], zeros=False)
def test_the_transpose(rows, *, zeros=True):
    A, t = matrix(rows), symbols("t")
    U, S, V = svd(rows, full=True).answer
    assert near(V * S.T * U.T, A.T)
    here, there = svd(rows), svd(A.T)
    assert here.values["singular_values"] == there.values["singular_values"]
    # by SymPy: the positive eigenvalues are the same, each as often; 0 has what is left
    first, second = ((B.T * B).charpoly(t).as_expr() for B in (A, A.T))
    if zeros:
        first, second = first * t**A.rows, second * t**A.cols
    assert (first - second).expand() == 0


@settings(max_examples=25)
@given(SMALL, numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor("hollow", [[1, 0]], [1, 1], [0], filled=False)
def test_the_image_of_the_unit_sphere(rows, before, after, *, filled=True):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    r, n, sigma = A.rank(), A.cols, example.values["singular_values"]
    assume(r > 0)
    y = digits(U).T * digits(A * unit(before, n))
    total = sum((y[i] / digits(sigma[i])) ** 2 for i in range(r))
    assert total <= 1 + TINY
    assert abs(total - 1) < TINY or (r < n and filled)
    assert all(abs(y[i]) < TINY for i in range(r, A.rows))
    # The other way: a point of the ellipsoid, filled if r < n, is the image of a unit vector.
    c = unit(after, r)
    share = Rational(3, 5) if r < n else Rational(1)
    x = share * V[:, :r] * c + (Rational(4, 5) * V[:, r] if r < n else zeros(n, 1))
    assert near(x.dot(x), Rational(1))
    image = sum((share * c[i] * sigma[i] * U[:, i] for i in range(r)), zeros(A.rows, 1))
    assert near(A * x, image)


@settings(max_examples=25)
@given(NARROW)
def test_what_a_decomposition_determines(rows):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    S, n = A.T * A, A.cols
    sigma = example.values["singular_values"]
    squares = [*example.values["squares"], *([0] * n)][:n]
    for value in {s for s in squares if s != 0}:
        here = [i for i in range(n) if squares[i] == value]
        others = set(squares) - {value}
        # A polynomial in AᵀA: it knows nothing of the basis that was chosen.
        P = prod([(S - other * eye(n)) / (value - other) for other in others], eye(n))
        assert near(sum((V[:, i] * V[:, i].T for i in here), zeros(n, n)), P)
        pairs = sum((U[:, i] * V[:, i].T for i in here), zeros(A.rows, n))
        assert near(pairs, A * P / sigma[here[0]])
        left = sum((U[:, i] * U[:, i].T for i in here), zeros(A.rows, A.rows))
        assert near(left, A * P * A.T / value)


def how_often(sigma):
    """Count each of some values, the largest first."""
    return [sigma.count(value) for value in sorted(set(sigma), reverse=True)]


FIVE = numbers(5, INTEGERS)
SIGMA = st.lists(st.integers(1, 2), min_size=1, max_size=3).map(lambda s: sorted(s, reverse=True))


@given(SIGMA, st.integers(0, 2), st.integers(0, 2), FIVE, FIVE, FIVE, FIVE)
@neighbor("untied", [1], 0, 0, [0], [0], [0], [1], tied=False)
@neighbor("up to sign", [1, 1], 0, 0, [0, 0], [0, 0], [1, 2], [1, 2], fixed=lambda s: [1] * len(s))
def test_any_orthonormal_bases_will_do(
    sigma, below, beside, left, right, here, there, *, tied=True, fixed=how_often
):
    """Of the space of each value, of the null space, and of the left null space."""
    r, (m, n) = len(sigma), (len(sigma) + below, len(sigma) + beside)
    S = diag(*sigma).row_join(zeros(r, beside)).col_join(zeros(below, n))
    U, V = mirror(block(left, m, 1)), mirror(block(right, n, 1))
    A = U * S * V.T
    X = V * turn([*how_often(sigma), beside], here)
    Y = U * turn([*how_often(sigma), below], [*here[:r], *there[r:]] if tied else there)
    assert eye(n) == X.T * X
    assert eye(m) == Y.T * Y
    assert Y * S * X.T == A
    assert not any(A * X[:, r:])
    assert not any(A.T * Y[:, r:])
    sizes = fixed(sigma)
    for end, size in zip(accumulate(sizes), sizes, strict=True):  # what spans the same in both
        new, old = X[:, end - size : end], V[:, end - size : end]
        assert new * new.T == old * old.T


def positive_ones(sigma):
    return [value for value in sigma if value != 0]


@settings(max_examples=25)
@given(SMALL, numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor("different ones", [[1, 0], [0, 1]], [0, 0], [0, 0], rare=True, counted=set)
def test_bases_of_the_row_space_and_the_column_space(rows, out, into, *, counted=positive_ones):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    r, sigma = example.values["rank"], example.values["singular_values"]
    assert len(counted(positive_ones(sigma))) == r == A.rank()
    x = A.T * block(out, A.rows, 1)
    y = A * block(into, A.cols, 1)
    assert near(V[:, :r] * V[:, :r].T * x, x)
    assert near(U[:, :r] * U[:, :r].T * y, y)
    c = V.T * x
    image = sum((sigma[i] * c[i] * U[:, i] for i in range(r)), zeros(A.rows, 1))
    assert near(image, A * x)


@settings(max_examples=30)
@given(SMALL, numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor("everywhere", [[1, 0]], [0], [0, 1], inside=False)
def test_stretching_and_the_sum_of_squares(rows, out, into, *, inside=True):
    A, example = matrix(rows), svd(rows)
    squares, r = example.values["squares"], example.values["rank"]
    assert near(sum(squares, Rational(0)), sum((entry**2 for entry in A), Rational(0)))
    x = block(into, A.cols, 1)
    assert (A * x).dot(A * x) <= digits(squares[0]) * x.dot(x) + TINY
    if r:
        z = A.T * block(out, A.rows, 1) if inside else x
        least = digits(squares[r - 1]) * z.dot(z)
        assert (A * z).dot(A * z) >= least - TINY * 10**9


@settings(max_examples=30)
@given(NARROW, numbers(3, INTEGERS), numbers(3, INTEGERS), numbers(3, INTEGERS))
@neighbor("any error", [[1, 0]], [1], [1], [1, 1], inside=False)
@neighbor("nine tenths", [[1]], [1], [2], [0], share=Rational(81, 100))
def test_how_errors_grow(rows, right, other, anything, *, inside=True, share=1):
    A, example = matrix(rows), svd(rows)
    V, r = example.answer[2], example.values["rank"]
    x, moved = A.T * block(right, A.rows, 1), A.T * block(other, A.rows, 1)
    moved = moved if inside else block(anything, A.cols, 1)
    assume(any(x))
    squares = example.values["squares"]
    factor = share * digits(squares[0] / squares[r - 1])
    b, error = A * x, A * (moved - x)
    assert any(b)
    grown = (moved - x).dot(moved - x) / x.dot(x)
    assert grown <= factor * error.dot(error) / b.dot(b) + TINY * 10**9
    b, error = A * V[:, 0], A * V[:, r - 1]
    assert near(factor * error.dot(error) / b.dot(b), Rational(1))


def smaller_gram(A):
    return A.T * A if A.rows >= A.cols else A * A.T


@settings(max_examples=25)
@given(NARROW)
@neighbor("wider", [[1], [0]], gram_of=lambda A: A * A.T)
def test_the_gram_matrix_squares_the_singular_values(rows, *, gram_of=smaller_gram):
    A = matrix(rows)
    gram = gram_of(A)
    squares = svd(rows).values["squares"]
    here = svd(gram).values["singular_values"]
    assert len(here) == len(squares)
    assert all(near(s, t) for s, t in zip(here, squares, strict=True))
