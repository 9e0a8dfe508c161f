"""What chapters on projection, regression and kernels will state, on random exact matrices."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import diag, eye, oo

from linalg_book.exact import (
    condition_number,
    least_squares,
    project,
    pseudoinverse,
    ridge,
    row_reduce,
    svd,
)
from tests.strategies import FRACTIONS, INTEGERS, column, matrices, matrix, rational

SMALL = matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 2))


@given(st.lists(FRACTIONS, min_size=1, max_size=4).filter(any), st.data())
def test_projection_onto_a_line(direction, data):
    a = column(direction)
    b = column([data.draw(FRACTIONS) for _ in direction])
    p = project(list(b), onto=direction).answer
    assert p == a * a.dot(b) / a.dot(a)
    other = a * rational(data.draw(FRACTIONS))
    assert (b - p).dot(b - p) <= (b - other).dot(b - other)


@given(matrices(), st.data())
def test_the_normal_equations_with_the_pseudoinverse(rows, data):
    X, y = matrix(rows), [data.draw(FRACTIONS) for _ in rows]
    theta = pseudoinverse(X.T * X).answer * X.T * column(y)
    assert theta == pseudoinverse(rows).answer * column(y) == least_squares(rows, y).answer


@given(matrices(), st.data())
def test_as_many_unknowns_as_examples(rows, data):
    # w = Φᵀα with α = (ΦΦᵀ)⁺ y, and with a penalty α = (ΦΦᵀ + λI)⁻¹ y.
    Phi, y = matrix(rows), [data.draw(FRACTIONS) for _ in rows]
    kernel = Phi * Phi.T
    assert Phi.T * pseudoinverse(kernel).answer * column(y) == least_squares(rows, y).answer
    penalty = data.draw(FRACTIONS.filter(lambda value: value > 0))
    alpha = (kernel + rational(penalty) * eye(len(y))).inv() * column(y)
    assert Phi.T * alpha == ridge(rows, y, penalty).answer


@given(matrices(), FRACTIONS.filter(bool), st.data())
def test_ridge_is_least_squares_for_a_longer_system(rows, root, data):
    y = [data.draw(FRACTIONS) for _ in rows]
    n = len(rows[0])
    below = [[root if i == j else 0 for j in range(n)] for i in range(n)]
    longer = least_squares([*rows, *below], [*y, *([0] * n)])
    assert longer.answer == ridge(rows, y, root * root).answer


@given(matrices())
def test_independent_columns_times_independent_rows(rows):
    A, example = matrix(rows), row_reduce(rows)
    kept = list(example.values["pivots"])
    if kept:
        C, R = A[:, kept], example.answer[: len(kept), :]
        assert C * R == A
        product = pseudoinverse(R).answer * pseudoinverse(C).answer
        assert pseudoinverse(rows).answer == product


@settings(max_examples=15)
@given(SMALL)
def test_the_four_subspaces_in_the_singular_vectors(rows):
    A, example = matrix(rows), svd(rows, full=True)
    U, _, V = example.answer
    r = example.values["rank"]
    assert r == A.rank()
    assert (V.shape, U.shape) == ((A.cols, A.cols), (A.rows, A.rows))
    assert all(entry.equals(0) for entry in (*(A * V[:, r:]), *(A.T * U[:, r:])))


@settings(max_examples=20)
@given(SMALL)
def test_normal_equations_square_the_condition_number(rows):
    A = matrix(rows)
    if A.rank() == A.cols:
        here, there = condition_number(rows).answer, condition_number(A.T * A).answer
        assert (here**2 - there).equals(0)
    else:
        assert condition_number(A.T * A).answer == oo


@settings(max_examples=15)
@given(SMALL, st.integers(1, 3), st.data())
def test_ridge_filters_the_singular_directions(rows, penalty, data):
    y = [data.draw(INTEGERS) for _ in rows]
    example = svd(rows)
    U, _, V = example.answer
    factors = diag(*(s / (s**2 + penalty) for s in example.values["singular_values"]))
    difference = V * factors * U.T * column(y) - ridge(rows, y, penalty).answer
    assert all(entry.equals(0) for entry in difference)
