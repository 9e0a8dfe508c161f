"""The statements on cut-offs and errors of pseudoinverses, on random exact matrices.

Sizes of singular values are compared without computing any: those of M that exceed t are as many
as the positive eigenvalues of MᵀM − t²I, and Descartes' rule of signs counts these exactly,
because all eigenvalues of a symmetric matrix are real.
"""

from fractions import Fraction
from itertools import pairwise

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, eye, simplify

from linalg_book.exact import pseudoinverse, svd
from tests.strategies import FRACTIONS, INTEGERS, matrices, matrix, rational

SLACK = 1 + 1e-9


def positive(S):
    """Count the positive eigenvalues of a symmetric matrix of rational numbers."""
    signs = [c > 0 for c in S.charpoly().all_coeffs() if c != 0]
    return sum(one is not other for one, other in pairwise(signs))


def count(M, t):
    """Count the singular values of M that exceed t ≥ 0."""
    return positive(M.T * M - t**2 * eye(M.cols))


def bound(M):
    """Return a rational number a little above the spectral norm, and prove that it is one."""
    norm = np.linalg.norm(np.array(M.tolist(), dtype=float), 2)
    found = rational(Fraction(float(norm) * SLACK).limit_denominator(10**12) + Fraction(1, 10**9))
    assert count(M, found) == 0
    return found


def change(data, A, unit=1):
    """Draw a matrix of the shape of A."""
    entries = [unit * rational(data.draw(FRACTIONS)) for _ in range(A.rows * A.cols)]
    return Matrix(A.rows, A.cols, entries)


def test_counting_by_hand():
    M = Matrix([[3, 0], [4, 5]])  # σ² = 45 and 5
    assert [count(M, t) for t in (0, 2, 3, 6, 7)] == [2, 2, 1, 1, 0]
    assert count(Matrix([[2, 0], [0, 1]]), 1) == 1  # one is not more than one
    assert 2 < bound(Matrix([[2, 0], [0, 1]])) < Rational(200001, 100000)


@given(matrices(entries=INTEGERS, rows=st.integers(1, 2)), st.data())
def test_the_best_worst_stretch(rows, data):
    A = matrix(rows)
    k = data.draw(st.integers(1, A.cols))
    V = svd(rows, full=True).answer[2]
    squares = list(svd(rows).values["squares"])
    # attained: on the span of v₁, …, vₖ the squared stretch is a weighted mean of the σᵢ²
    gram = (A * V).T * (A * V)
    squares += [0] * (A.cols - len(squares))
    assert (gram - diag(*squares)).applyfunc(simplify).is_zero_matrix
    # no better: where σₖ ≤ t, some unit vector of any k-dimensional S is stretched by t at most
    S = Matrix(A.cols, k, [data.draw(INTEGERS) for _ in range(A.cols * k)])
    assume(S.rank() == k)
    t = rational(abs(data.draw(FRACTIONS)))
    if count(A, t) < k:
        assert positive(S.T * (A.T * A - t**2 * eye(A.cols)) * S) < k


@given(matrices(), st.data())
def test_noise_moves_singular_values_little(rows, data):
    A = matrix(rows)
    E = change(data, A, rational(data.draw(st.sampled_from((Fraction(1), Fraction(1, 10))))))
    s, t = bound(E), rational(abs(data.draw(FRACTIONS)))
    # |σₖ(A + E) − σₖ(A)| ≤ s for all k: as many pass t + s after the noise as t before, at most
    assert count(A + E, t + s) <= count(A, t)
    assert count(A, t + s) <= count(A + E, t)


@given(matrices(entries=INTEGERS), st.data())
def test_a_cut_off_in_the_gap_finds_the_rank(rows, data):
    A = matrix(rows)
    E = change(data, A, Rational(1, 1000))
    s, r = bound(E), A.rank()
    tau = s + Rational(data.draw(st.integers(0, 100)), 1000)
    if count(A, tau + s) == r:  # σᵣ − s > τ
        assert count(A + E, tau) == r
    assert r > 0 or count(E, s) == 0


@given(matrices(entries=INTEGERS), st.data())
def test_the_three_terms_of_an_error(rows, data):
    A = matrix(rows)
    other = data.draw(matrices(entries=INTEGERS, rows=st.just(A.rows), columns=st.just(A.cols)))
    B = matrix(other)
    E, X, Y = B - A, pseudoinverse(A).answer, pseudoinverse(B).answer
    terms = (
        -Y * E * X,
        Y * Y.T * E.T * (eye(A.rows) - A * X),
        (eye(A.cols) - Y * B) * E.T * X.T * X,
    )
    assert terms[0] + terms[1] + terms[2] == Y - X


@given(matrices(entries=INTEGERS), st.data())
def test_the_bound_with_the_condition_number(rows, data):
    A = matrix(rows)
    factor = eye(A.cols) + change(data, eye(A.cols), Rational(1, 500))
    B = A * factor  # of the same rank where the factor is invertible
    assume(any(A) and factor.det() != 0)
    E, X = B - A, pseudoinverse(A).answer
    e, a = bound(E), bound(X)
    assume(e * a < 1)  # e·a is at least η·κ, since ‖A⁺‖ = 1/σᵣ
    error = pseudoinverse(B).answer - X
    assert count(error, 3 * e * a**2 / (1 - e * a) ** 2) == 0
