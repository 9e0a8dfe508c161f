"""The statements on cut-offs and errors of pseudoinverses, on random exact matrices.

Sizes of singular values are compared without computing any: those of M that exceed t are as many
as the positive eigenvalues of MᵀM − t²I, and Descartes' rule of signs counts these exactly,
because all eigenvalues of a symmetric matrix are real.
"""

from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, simplify, zeros

from linalg_book.exact import pseudoinverse, svd
from tests.neighbors import given, neighbor
from tests.spectra import bound, count, positive
from tests.strategies import FRACTIONS, INTEGERS, SIZES, block, matrices, matrix, numbers, rational


def test_counting_by_hand():
    M = Matrix([[3, 0], [4, 5]])  # σ² = 45 and 5
    assert [count(M, t) for t in (0, 2, 3, 6, 7)] == [2, 2, 1, 1, 0]
    assert count(Matrix([[2, 0], [0, 1]]), 1) == 1  # one is not more than one
    assert 2 < bound(Matrix([[2, 0], [0, 1]])) < Rational(200001, 100000)


@given(matrices(entries=INTEGERS, rows=st.integers(1, 2)), SIZES, numbers(16, INTEGERS), FRACTIONS)
@neighbor("next", [[1]], 1, [1], 0, later=1)
def test_the_best_worst_stretch(rows, size, entries, level, *, later=0):
    A, t = matrix(rows), rational(abs(level))
    k = min(size, A.cols)
    V = svd(rows, full=True).answer[2]
    squares = list(svd(rows).values["squares"])
    # attained: on the span of v₁, …, vₖ the squared stretch is a weighted mean of the σᵢ²
    gram = (A * V).T * (A * V)
    squares += [0] * (A.cols - len(squares))
    assert (gram - diag(*squares)).applyfunc(simplify).is_zero_matrix
    # no better: where σₖ ≤ t, some unit vector of any k-dimensional S is stretched by t at most
    S = block(entries, A.cols, k)
    assume(S.rank() == k)
    if count(A, t) < k + later:
        assert positive(S.T * (A.T * A - t**2 * eye(A.cols)) * S) < k


@given(matrices(), numbers(4), FRACTIONS)
@neighbor("two rows", [[0, 0]], [1, 0, 0, 1], 0, more=2)
def test_singular_values_take_turns_when_a_row_comes(rows, entries, level, *, more=1):
    A, t = matrix(rows), rational(abs(level))
    longer = A.col_join(block(entries, more, A.cols))
    # as many singular values pass t as before, or one more
    assert count(A, t) <= count(longer, t) <= count(A, t) + 1


@given(matrices(), numbers(16), st.sampled_from((Fraction(1), Fraction(1, 10))), FRACTIONS)
@neighbor("nine tenths", [[0]], [1], 1, 0, constant=Rational(9, 10))
def test_noise_moves_singular_values_little(rows, entries, unit, level, *, constant=1):
    A = matrix(rows)
    E = rational(unit) * block(entries, *A.shape)
    s, t = constant * bound(E), rational(abs(level))
    # |σₖ(A + E) − σₖ(A)| ≤ s for all k: as many pass t + s after the noise as t before, at most
    assert count(A + E, t + s) <= count(A, t)
    assert count(A, t + s) <= count(A + E, t)


UNITS = st.sampled_from((Fraction(1, 1000), Fraction(1, 4)))


@given(matrices(entries=INTEGERS), numbers(16), UNITS, st.integers(0, 100))
@neighbor("no floor", [[0]], [1], 1, 0, least=0)
@neighbor("no margin", [[1]], [-1], Fraction(1, 2), 0, rare=True, margin=0)
def test_a_cut_off_in_the_gap_finds_the_rank(rows, entries, unit, more, *, least=1, margin=1):
    A = matrix(rows)
    E = rational(unit) * block(entries, *A.shape)
    s, r = bound(E), A.rank()
    tau = least * s + Rational(more, 1000)
    if r == 0 or count(A, tau + margin * s) == r:  # σᵣ − s > τ
        assert count(A + E, tau) == r


@given(matrices(entries=INTEGERS), numbers(16, INTEGERS))
@neighbor("first", [[0]], [1], terms=1)
def test_the_three_terms_of_an_error(rows, entries, *, terms=3):
    A = matrix(rows)
    B = block(entries, *A.shape)
    E, X, Y = B - A, pseudoinverse(A).answer, pseudoinverse(B).answer
    all_terms = (
        -Y * E * X,
        Y * Y.T * E.T * (eye(A.rows) - A * X),
        (eye(A.cols) - Y * B) * E.T * X.T * X,
    )
    assert sum(all_terms[:terms], zeros(*X.shape)) == Y - X


# ‖B⁺ − A⁺‖ = 1.618 η, the golden ratio, for t = 1/100 and B = (1, t, 0; 0, 1, t; t, 0, −t³)
GOLDEN = (
    [[1, 0, 0], [0, 1, 0], [0, 0, 0]],
    [0, 0, 0, 0, 0, 0, 5, Fraction(-1, 20), 0],
    [0, 5, 0, 0, 0, 5, 0, 0, 0],
    None,
)


@given(matrices(entries=INTEGERS), numbers(16), numbers(16), st.none() | numbers(16))
@neighbor("three halves", *GOLDEN, rare=True, constant=Rational(3, 2))
@neighbor("one", *GOLDEN, rare=True, constant=1)
@neighbor("any rank", [[1, 0], [0, 0]], [0] * 4, [0] * 4, [0, 0, 0, 1], same_rank=False)
def test_the_bound_with_the_condition_number(
    rows, left, right, more, *, constant=3, same_rank=True
):
    A, unit = matrix(rows), Rational(1, 500)
    F, G = unit * block(left, A.rows, A.rows), unit * block(right, A.cols, A.cols)
    B = (eye(A.rows) + F) * A * (eye(A.cols) + G)  # moves all four subspaces
    if more:
        B += unit * block(more, *A.shape)
    assume(any(A) and (A.rank() == B.rank() or not same_rank))
    E, X = B - A, pseudoinverse(A).answer
    e, a = bound(E), bound(X)
    assume(e * a < 1)  # e·a is at least η·κ, since ‖A⁺‖ = 1/σᵣ
    error = pseudoinverse(B).answer - X
    assert count(error, constant * e * a**2 / (1 - e * a) ** 2) == 0
