"""The statements of the chapter on the singular value decomposition, on random exact matrices.

Square roots are compared to 30 digits where an exact comparison would take long.
"""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, prod, zeros

from linalg_book.exact import eigen, svd
from tests.strategies import INTEGERS, column, matrices, matrix

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 3))
TWO = st.integers(1, 2)
NARROW = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=TWO) | matrices(
    entries=INTEGERS, rows=TWO, columns=st.integers(1, 3)
)
TINY = Rational(1, 10**30)


def digits(expression):
    """Return a number or a matrix to 40 digits."""
    return expression.evalf(40)


def near(first, second):
    """Whether two numbers or matrices agree to 30 digits."""
    gap = digits(first) - digits(second)
    entries = list(gap) if hasattr(gap, "shape") else [gap]
    return all(abs(entry) < TINY for entry in entries)


def draw_column(data, size, entries=INTEGERS):
    return column(data.draw(st.lists(entries, min_size=size, max_size=size)))


def draw_symmetric(data, n):
    lower = [[data.draw(INTEGERS) for _ in range(i + 1)] for i in range(n)]
    return Matrix(n, n, lambda i, j: lower[max(i, j)][min(i, j)])


def draw_unit(data, n):
    """Draw a unit vector with rational entries: a unit vector, mirrored."""
    normal = draw_column(data, n)
    first = eye(n)[:, 0]
    if not any(normal):
        return first
    return first - 2 * normal[0] / normal.dot(normal) * normal


@settings(max_examples=25)
@given(st.integers(1, 2), st.data())
def test_the_spectral_theorem(size, data):
    S = diag(draw_symmetric(data, size), data.draw(INTEGERS))
    n = size + 1
    normal, x = draw_column(data, n), draw_column(data, n)
    mirror = eye(n) - 2 * normal * normal.T / max(normal.dot(normal), 1)
    S = mirror * S * mirror
    example = eigen(S, normalized=True)
    V, _ = example.answer
    found = example.values["eigenvalues"]
    assert near(V.T * V, eye(n))
    assert all(near(S * V[:, i], found[i] * V[:, i]) for i in range(n))
    assert all(digits(first) >= digits(second) for first, second in pairwise(found))
    for value in set(found):
        if value.is_rational:
            assert len((S - value * eye(n)).nullspace()) == found.count(value)
    form, size = x.dot(S * x), x.dot(x)
    assert digits(found[-1]) * size - TINY <= form <= digits(found[0]) * size + TINY


@settings(max_examples=25)
@given(matrices(entries=INTEGERS, rows=st.integers(1, 2), columns=st.integers(1, 3)), st.data())
def test_eigenvectors_inside_a_subspace(rows, data):
    n, W = len(rows[0]), matrix(rows).T
    P = W * W.pinv() if any(W) else zeros(n, n)  # SymPy's projector onto the subspace
    S = P * draw_symmetric(data, n) * P + (eye(n) - P) * draw_symmetric(data, n) * (eye(n) - P)
    assert S * P == P * S  # the subspace goes into itself
    far = 1 + sum(entry**2 for entry in S)  # no eigenvalue of S
    Q, values = eigen(P * S * P + far * (eye(n) - P), normalized=True).answer
    inside = [i for i in range(n) if values[i, i] != far]
    assert len(inside) == W.rank()
    for i in inside:
        assert near(S * Q[:, i], values[i, i] * Q[:, i])
        assert near(P * Q[:, i], Q[:, i])


@settings(max_examples=25)
@given(SMALL)
def test_every_matrix_has_pairs_of_singular_vectors(rows):
    A, example = matrix(rows), svd(rows, full=True)
    U, S, V = example.answer
    r, sigma = A.rank(), example.values["singular_values"]
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
@given(SMALL, st.data())
def test_the_image_of_the_unit_sphere(rows, data):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    r, n, sigma = A.rank(), A.cols, example.values["singular_values"]
    assume(r > 0)
    y = digits(U).T * digits(A * draw_unit(data, n))
    total = sum((y[i] / digits(sigma[i])) ** 2 for i in range(r))
    assert total <= 1 + TINY
    assert abs(total - 1) < TINY or r < n
    assert all(abs(y[i]) < TINY for i in range(r, A.rows))
    # The other way: a point of the ellipsoid, filled if r < n, is the image of a unit vector.
    c = draw_unit(data, r)
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


@given(st.data())
def test_any_orthonormal_basis_will_do_for_a_repeated_value(data):
    A = Matrix([[2, 1], [1, 2], [2, -2]])  # AᵀA = 9 I, by hand
    first = draw_unit(data, 2)
    V = Matrix.hstack(first, Matrix([first[1], -first[0]]))
    U = A * V / 3
    assert V.T * V == eye(2) == U.T * U
    assert U * (3 * eye(2)) * V.T == A


@settings(max_examples=25)
@given(SMALL, st.data())
def test_bases_of_the_row_space_and_the_column_space(rows, data):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    r, sigma = example.values["rank"], example.values["singular_values"]
    x = A.T * draw_column(data, A.rows)
    y = A * draw_column(data, A.cols)
    assert near(V[:, :r] * V[:, :r].T * x, x)
    assert near(U[:, :r] * U[:, :r].T * y, y)
    c = V.T * x
    image = sum((sigma[i] * c[i] * U[:, i] for i in range(r)), zeros(A.rows, 1))
    assert near(image, A * x)


@settings(max_examples=30)
@given(SMALL, st.data())
def test_stretching_and_the_sum_of_squares(rows, data):
    A, example = matrix(rows), svd(rows)
    squares, r = example.values["squares"], example.values["rank"]
    assert near(sum(squares, Rational(0)), sum((entry**2 for entry in A), Rational(0)))
    x = draw_column(data, A.cols)
    assert (A * x).dot(A * x) <= digits(squares[0]) * x.dot(x) + TINY
    if r:
        inside = A.T * draw_column(data, A.rows)
        least = digits(squares[r - 1]) * inside.dot(inside)
        assert (A * inside).dot(A * inside) >= least - TINY * 10**9


@settings(max_examples=30)
@given(NARROW, st.data())
def test_how_errors_grow(rows, data):
    A, example = matrix(rows), svd(rows)
    V, r = example.answer[2], example.values["rank"]
    x, other = A.T * draw_column(data, A.rows), A.T * draw_column(data, A.rows)
    assume(any(x))
    squares = example.values["squares"]
    factor = digits(squares[0] / squares[r - 1])
    b, error = A * x, A * (other - x)
    assert any(b)
    grown = (other - x).dot(other - x) / x.dot(x)
    assert grown <= factor * error.dot(error) / b.dot(b) + TINY * 10**9
    b, error = A * V[:, 0], A * V[:, r - 1]
    assert near(factor * error.dot(error) / b.dot(b), Rational(1))


@settings(max_examples=25)
@given(NARROW)
def test_the_gram_matrix_squares_the_singular_values(rows):
    A = matrix(rows)
    gram = A.T * A if A.rows >= A.cols else A * A.T
    squares = svd(rows).values["squares"]
    here = svd(gram).values["singular_values"]
    assert len(here) == len(squares)
    assert all(near(s, t) for s, t in zip(here, squares, strict=True))
