"""Factors with weights of the rows, and triangles of blocks that are joined by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, Symbol, diag, eye, zeros

from linalg_book.errors import FailedCheckError, InvalidNumberError, ShapeError
from linalg_book.exact import qr
from linalg_book.exact.steps import checks
from tests.strategies import FRACTIONS, matrices, matrix, rational

POSITIVE = FRACTIONS.filter(lambda value: value > 0)
F = Rational


def test_hand_worked():
    # Column 1 weighs 2 + 1; column 2 has the share 3/3 of it; (−1, 2) weighs 2 + 4.
    example = qr([[1, 0], [1, 3]], weights=[2, 1])
    assert example.answer == (Matrix([[1, -1], [1, 2]]), Matrix([[1, 1], [0, 1]]))
    assert example.values["lengths_squared"] == (3, 6)
    assert "the columns of Q are perpendicular with these weights" in example.text()


def test_two_blocks_join_to_the_factors_of_the_whole():
    # The line through four points, in two blocks: the Gram matrix is [[4, 8], [8, 26]].
    A = [[1, 0], [1, 1], [1, 3], [1, 4]]
    blocks = [qr(A[:2]), qr(A[2:])]
    stacked = [row for block in blocks for row in block.answer[1].tolist()]
    weights = [w for block in blocks for w in block.values["lengths_squared"]]
    joined, whole = qr(stacked, weights=weights), qr(A)
    shares, squares = joined.answer[1], diag(*joined.values["lengths_squared"])
    assert shares.T * squares * shares == Matrix([[4, 8], [8, 26]])
    assert (shares, joined.values["lengths_squared"]) == (
        whole.answer[1],
        whole.values["lengths_squared"],
    )
    # Without the weights another matrix comes out.
    unweighted = qr(stacked)
    shares, squares = unweighted.answer[1], diag(*unweighted.values["lengths_squared"])
    assert shares.T * squares * shares == Matrix([[2, 4], [4, F(29, 2)]])


@given(matrices(rows=st.integers(2, 5)), st.integers(1, 4))
def test_blocks_of_any_rank_join(A, cut):
    parts = [part for part in (A[:cut], A[cut:]) if part]
    blocks = [qr(part) for part in parts]
    stacked = [row for block in blocks for row in block.answer[1].tolist()]
    weights = [w for block in blocks for w in block.values["lengths_squared"]]
    joined, whole = qr(stacked or zeros(0, len(A[0])), weights=weights), qr(A)
    assert joined.answer[1] == whole.answer[1]
    assert joined.values == whole.values


@given(matrices(), st.data())
def test_the_weighted_products(A, data):
    weights = [data.draw(POSITIVE) for _ in A]
    W = diag(*map(rational, weights))
    example = qr(A, weights=weights)
    basis, shares = example.answer
    squares = diag(*example.values["lengths_squared"]) if basis.cols else zeros(0, 0)
    assert basis * shares == matrix(A)
    assert basis.T * W * basis == squares
    assert shares.T * squares * shares == matrix(A).T * W * matrix(A)


@given(matrices(), st.data())
def test_a_whole_weight_repeats_its_row(A, data):
    counts = [data.draw(st.integers(1, 3)) for _ in A]
    longer = [row for row, count in zip(A, counts, strict=True) for _ in range(count)]
    weighted, plain = qr(A, weights=counts), qr(longer)
    assert weighted.answer[1] == plain.answer[1]
    assert weighted.values == plain.values


@given(matrices(entries=st.integers(-4, 4)), st.data())
def test_normalized_columns_have_weighted_length_1(A, data):
    weights = [data.draw(st.integers(1, 3)) for _ in A]
    basis, shares = qr(A, weights=weights, normalized=True).answer
    assert (basis * shares).expand() == matrix(A)
    assert (basis.T * diag(*weights) * basis).expand() == eye(basis.cols)


@given(matrices())
def test_equal_weights_change_the_lengths_only(A):
    plain, weighted = qr(A), qr(A, weights=[2] * len(A))
    assert weighted.answer == plain.answer
    lengths = plain.values["lengths_squared"]
    assert weighted.values["lengths_squared"] == tuple(2 * square for square in lengths)


def test_the_steps():
    text = " ".join(qr([[1, 0], [1, 3]], weights=[2, 1], normalized=True).text().split())
    assert "Put the weights of the rows into a diagonal matrix W." in text
    assert "(q₁ᵀ W a₂)/(q₁ᵀ W q₁) q₁" in text
    assert "Divide each column of Q by its weighted length" in text
    assert "W" not in qr([[1, 0], [1, 3]]).text()


def test_weights_that_are_refused():
    with pytest.raises(InvalidNumberError, match="entry 2 of weights is 0, but a positive number"):
        qr([[1], [2]], weights=[1, 0])
    with pytest.raises(InvalidNumberError, match="entry 1 of weights is -1/2, but a positive"):
        qr([[1]], weights=["-1/2"])
    with pytest.raises(InvalidNumberError, match="holds symbols, whose sign is not known"):
        qr([[1]], weights=[Symbol("c")])
    with pytest.raises(ShapeError, match="weights has 1 entry, but A has 2 rows: give"):
        qr([[1], [2]], weights=[1])
    with pytest.raises(ShapeError, match="weights is expected to be a list of 2 numbers"):
        qr([[1], [2]], weights=3)


def test_products_without_the_weights_are_noticed(monkeypatch):
    monkeypatch.setattr(checks, "_products", lambda basis, _: basis.transpose() * basis)
    with pytest.raises(FailedCheckError, match="perpendicular with these weights"):
        qr([[1, 0], [1, 3]], weights=[2, 1])
