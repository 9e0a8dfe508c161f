"""The singular value decomposition, exactly."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import CRootOf, ImmutableMatrix, Matrix, Rational, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import (
    AlgebraicDegreeError,
)
from linalg_book.exact import svd
from tests.call import BY_HAND, CUBIC, FULL, Call
from tests.strategies import INTEGERS, SMALL, matrices

# What every suite that runs over all functions takes from here.
CALLS = {
    "svd": Call(
        ([[3, 0], [4, 5]], {"full": True}), ("3 0; 4 5", "--full"), "A:matrix full:flag",
        lambda A, _: exact.svd(A),
        further=[
            ([[1, 2, 3], [2, 4, 6]], FULL), ([[1, 2, 0], [0, 1, 3], [1, 0, 1]],), (BY_HAND, FULL),
            (Matrix(0, 2, []),),
            (BY_HAND,), ([[3, 0], [4, 5]],), ([[1, 2], [2, 4]],), ([[0, 0]],), ([[1, 2, 2]],),
            ([[1, 2], [2, 4]], FULL), ([[1, 2, 2]], FULL), ([[1], [2], [2]], FULL), (CUBIC,),
            ([[0, 0]], FULL), ([[]],), ([[0, -1, 0], [2, 0, 0]],), ([[2, 0], [0, 2]],)],
    ),
}  # fmt: skip

RUNNING = [[-1, 2], [3, -2], [5, 7]]
LARGEST_DIGIT = 1e-12


def decimals(M):
    """Evaluate to floats, through 30 digits."""
    return np.array(M.evalf(30).tolist(), dtype=float).reshape(M.shape)


def close(M, N):
    """Compare, relative to the largest entry."""
    scale = max(1.0, np.abs(N).max(initial=0))
    return np.abs(M - N).max(initial=0) <= LARGEST_DIGIT * scale


def test_the_running_example_in_closed_form():
    # AᵀA = [[35, 27], [27, 57]]: λ² − 92λ + 1266 = 0, λ = 46 ± √850 = 46 ± 5√34.
    # (35 − λ)x + 27y = 0 is solved by (27, λ − 35) = (27, 11 ± 5√34).
    # u₃ ⟂ the columns: (−1, 3, 5) × (2, −2, 7) = (31, 17, −4), of squared length 1266.
    s = sqrt(34)
    example = svd(RUNNING, full=True)
    U, S, V = example.answer
    assert example.values["squares"] == (46 + 5 * s, 46 - 5 * s)
    assert example.values["singular_values"] == (sqrt(46 + 5 * s), sqrt(46 - 5 * s))
    assert example.values["rank"] == 2
    assert Matrix([[sqrt(46 + 5 * s), 0], [0, sqrt(46 - 5 * s)], [0, 0]]) == S
    assert U.col(2) == Matrix([31, 17, -4]) / sqrt(1266)
    for j, sign in enumerate((1, -1)):
        first, second = V.col(j)
        assert (second / first).equals((11 + sign * 5 * s) / 27)
        assert first.is_positive
        assert close(decimals(Matrix(RUNNING) * V.col(j)), decimals(S[j, j] * U.col(j)))
    assert str(example.values["characteristic_polynomial"]) == "lambda**2 - 92*lambda + 1266"


def test_reference_decimals_of_the_running_example():
    # measured with NumPy and with SciPy, to 15 digits
    first, second = svd(RUNNING).values["singular_values"]
    assert abs(first.evalf(20) - Rational("8.66918447572934")) < 1e-14
    assert abs(second.evalf(20) - Rational("4.10429537506421")) < 1e-14
    assert (first**2 * second**2).expand() == 1266


WORKED = {
    # AᵀA = [[25, 20], [20, 25]]: λ = 45, 5; v = (1, ±1)/√2; A v₁ = (3, 9)/√2, A v₂ = (3, −1)/√2.
    "two by two": (
        [[3, 0], [4, 5]],
        Matrix([[1, 3], [3, -1]]) / sqrt(10),
        (3 * sqrt(5), sqrt(5)),
        Matrix([[1, 1], [1, -1]]) / sqrt(2),
    ),
    # A Aᵀ = diag(2, 3): the second row comes first.
    "wide": (
        [[1, 0, -1], [1, 1, 1]],
        Matrix([[0, 1], [1, 0]]),
        (sqrt(3), sqrt(2)),
        Matrix([[1 / sqrt(3), 1 / sqrt(2)], [1 / sqrt(3), 0], [1 / sqrt(3), -1 / sqrt(2)]]),
    ),
    "one row": ([[-3, 4]], Matrix([[-1]]), (5,), Matrix([Rational(3, 5), Rational(-4, 5)])),
    "one column": ([[-3], [4]], Matrix([Rational(-3, 5), Rational(4, 5)]), (5,), Matrix([[1]])),
    "one by one": ([[-2]], Matrix([[-1]]), (2,), Matrix([[1]])),
    # (1, 2)(1, 2)ᵀ: σ = 5 and 0; (2, −1) spans both null spaces.
    "rank one": (
        [[1, 2], [2, 4]],
        Matrix([[1, 2], [2, -1]]) / sqrt(5),
        (5, 0),
        Matrix([[1, 2], [2, -1]]) / sqrt(5),
    ),
    "identity": (eye(3) * Rational(-2, 3), -eye(3), (Rational(2, 3),) * 3, eye(3)),
    # A rotation: AᵀA = I, so V = I and U = A.
    "rotation": (
        [["3/5", "-4/5"], ["4/5", "3/5"]],
        Matrix([[3, -4], [4, 3]]) / 5,
        (1, 1),
        eye(2),
    ),
    "zeros": ([[0, 0, 0], [0, 0, 0]], eye(2), (0, 0), Matrix([[1, 0], [0, 1], [0, 0]])),
    "a zero": ([[0]], eye(1), (0,), eye(1)),
    "descending": ([[0, 2], [7, 0]], Matrix([[0, 1], [1, 0]]), (7, 2), eye(2)),
}


@pytest.mark.parametrize(("A", "U", "sigma", "V"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, U, sigma, V):
    example = svd(A)
    assert example.answer[0] == U
    assert example.answer[1] == Matrix.diag(*sigma)
    assert example.answer[2] == V
    assert example.values["singular_values"] == sigma
    assert example.values["squares"] == tuple(s**2 for s in sigma)
    assert example.values["rank"] == sum(map(bool, sigma))
    assert all(check.holds for check in example.checks)
    assert example.steps


def test_golden_ratio():
    # AᵀA = [[1, 1], [1, 2]]: λ = (3 ± √5)/2 = ((√5 ± 1)/2)².
    phi = (1 + sqrt(5)) / 2
    assert [s.expand() for s in svd([[1, 1], [0, 1]]).values["singular_values"]] == [
        phi.expand(),
        (phi - 1).expand(),
    ]


@pytest.mark.parametrize(("m", "n"), [(0, 0), (0, 3), (3, 0)])
def test_without_entries(m, n):
    U, S, V = svd(zeros(m, n)).answer
    assert (U.shape, S.shape, V.shape) == ((m, 0), (0, 0), (n, 0))
    example = svd(zeros(m, n), full=True)
    assert example.answer == (eye(m), zeros(m, n), eye(n))
    assert example.values["singular_values"] == ()
    assert svd([[]] * m).answer[0].shape == (m, 0)
    assert example.text()


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("shape", [(2, 3), (3, 2), (2, 2), (1, 4), (4, 1)], ids=str)
def test_shapes(shape, full):
    m, n = shape
    k = min(shape)
    U, S, V = svd([[i + 2 * j for j in range(n)] for i in range(m)], full).answer
    assert U.shape == ((m, m) if full else (m, k))
    assert S.shape == ((m, n) if full else (k, k))
    assert V.shape == ((n, n) if full else (n, k))


@settings(max_examples=25)
@given(matrices(entries=INTEGERS, rows=st.integers(1, 3), columns=st.integers(1, 4)), st.booleans())
def test_agrees_with_numpy(A, full):
    U, S, V = (decimals(M) for M in svd(A, full).answer)
    floats = np.array(A, dtype=float)
    sigma = np.linalg.svd(floats, compute_uv=False)
    assert close(np.diag(S), sigma)
    assert close(U @ S @ V.T, floats)
    assert close(U.T @ U, np.eye(U.shape[1]))
    assert close(V.T @ V, np.eye(V.shape[1]))
    for j, column in enumerate(V.T):
        first = column[np.abs(column) > 1e-9][0]
        assert first > 0, f"column {j} of V starts with {first}"


@settings(max_examples=15)
@given(matrices(entries=INTEGERS, rows=st.just(2), columns=st.just(2)))
def test_agrees_with_sympys_singular_values(A):
    expected = sorted((abs(s.evalf(30)) for s in Matrix(A).singular_values()), reverse=True)
    expected += [0] * (2 - len(expected))
    for ours, theirs in zip(svd(A).values["singular_values"], expected, strict=True):
        assert abs(ours.evalf(30) - theirs) < 1e-25


@settings(max_examples=20)
@given(SMALL)
def test_the_transpose_has_the_same_singular_values(A):
    flipped = [list(column) for column in zip(*A, strict=True)]
    here, there = (svd(M).values["singular_values"] for M in (A, flipped))
    assert here == there


def test_a_cubic_that_sympy_does_not_end():
    # A cubic characteristic polynomial, 100 s in SymPy.
    A = [[1, 2, 0], [0, 1, 3], [1, 0, 1]]
    example = svd(A)
    assert example.values["squares"][0].has(CRootOf)
    U, S, V = (decimals(M) for M in example.answer)
    assert close(np.diag(S), np.linalg.svd(np.array(A, dtype=float), compute_uv=False))
    assert close(U @ S @ V.T, np.array(A, dtype=float))


def test_four_by_four_with_an_irreducible_quartic():
    hilbert = [[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)]
    values = svd(hilbert).values["singular_values"]
    exact = np.array([float(s.evalf(30)) for s in values])
    assert close(exact, np.linalg.svd(np.array(hilbert, dtype=float), compute_uv=False))


def test_too_high_a_degree_is_refused_before_any_work():
    A = Matrix(5, 5, lambda i, j: [3, 1, 4, 1, 5, 9, 2, 6, 5][i + j] * (-1) ** (i * j))
    with pytest.raises(AlgebraicDegreeError, match=r"one has degree 5.*numeric\.svd"):
        svd(A)


def test_huge_integers():
    big = 10**200 + 7
    # diag(3, 4) times a huge number, then an upper triangle with huge entries.
    assert svd([[0, 3 * big], [4 * big, 0]]).values["singular_values"] == (4 * big, 3 * big)
    example = svd([[big, 1], [0, big]])
    assert all(check.holds for check in example.checks)


def test_answers_are_immutable():
    assert all(isinstance(M, ImmutableMatrix) for M in svd([[3, 0], [4, 5]]).answer)
