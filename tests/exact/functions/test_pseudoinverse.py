"""The pseudoinverse: hand-worked and reference values, and methods that agree."""

import json
import random
from fractions import Fraction

import pytest
import sympy
from hypothesis import example, given
from sympy import Matrix, Rational, Symbol, eye, zeros

from linalg_book import exact
from linalg_book.errors import RankError
from linalg_book.exact import pseudoinverse
from linalg_book.exact.engine.pinv import integer as _integer_pseudoinverse
from linalg_book.exact.engine.pinv import minors as _minors
from linalg_book.exact.engine.pinv.minors import Minor
from linalg_book.exact.engine.quotients import read_quotient
from tests.call import BY_HAND, FIVE, HALF, NINE, Call
from tests.paths import DATA
from tests.strategies import matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "pseudoinverse": Call(
        (BY_HAND,), ("-1 2; 3 -2; 5 7",), "A:matrix method:choice",
        lambda A, _: exact.pseudoinverse(A),
        further=[
            *((A, {"method": method}) for method in ("rank-factorization", "limit", "svd")
            for A in (NINE, [[HALF, 1], [1, 2]], [[3, 4]], [[0]])),
            (BY_HAND,), (NINE,), ([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 0]],),
            ([[1, 2], [2, 4]],), ([[1, 2, 2]],), ([[0, 0]],),
            ([[1, 2], [3, 4]],), *(
            (A, {"method": method}) for method, given in {
            "limit": (BY_HAND, NINE, [[1, 2, 2]], [[0, 0]], [[]], [[HALF]], FIVE),
            "svd": (BY_HAND, [[1, 2], [2, 4]], [[0, 0]], [[2, 0], [0, 1]]),
            "full-column-rank": (BY_HAND, [[2], [1]], [[], []]),
            "full-row-rank": ([[1, 2, 2], [0, 1, 1]], [[1, 2]], []),
            }.items() for A in given)],
    ),
}  # fmt: skip

F = Fraction
REFERENCE = json.loads((DATA / "pinv_exact.json").read_text())
ANY_RANK = ("rank-factorization", "limit")
BIG = 10**200 + 7

WORKED = [
    # rank 1: A⁺ = Aᵀ/‖A‖² with ‖A‖² = 1 + 4 + 4 + 16.
    ([[1, 2], [2, 4]], [[F(1, 25), F(2, 25)], [F(2, 25), F(4, 25)]]),
    # AᵀA = [[2, 1], [1, 2]], inverse [[2, −1], [−1, 2]]/3.
    (
        [[1, 0], [0, 1], [1, 1]],
        [[F(2, 3), F(-1, 3), F(1, 3)], [F(-1, 3), F(2, 3), F(1, 3)]],
    ),
    # One row: a/‖a‖².
    ([[3, 4]], [[F(3, 25)], [F(4, 25)]]),
    ([[2, 1], [1, 1]], [[1, -1], [-1, 2]]),
    ([[0]], [[0]]),
    ([[F(2, 3)]], [[F(3, 2)]]),
    ([[BIG]], [[F(1, BIG)]]),
    ([[BIG, 0], [0, 0]], [[F(1, BIG), 0], [0, 0]]),
    # tricky-cases.md, 5.
    (
        [[1, 2, 3], [4, 5, 6], [7, 8, 9]],
        [[F(-23, 36), F(-1, 6), F(11, 36)], [F(-1, 18), 0, F(1, 18)],
         [F(19, 36), F(1, 6), F(-7, 36)]],
    ),
    # measured.md.
    (
        [[-1, 2], [3, -2], [5, 7]],
        [[F(-111, 1266), F(225, 1266), F(96, 1266)], [F(97, 1266), F(-151, 1266), F(110, 1266)]],
    ),
    # tricky-cases.md, 9: graded columns, as the exact rationals that were meant.
    ([[1, F(1, 10**20)], [1, F(2, 10**20)]], [[2, -1], [-(10**20), 10**20]]),
]  # fmt: skip


@pytest.mark.parametrize(("A", "expected"), WORKED)
@pytest.mark.parametrize("method", ANY_RANK)
def test_hand_worked(A, expected, method):
    found = pseudoinverse(A, method=method)
    assert found.answer == matrix(expected)
    assert found.values["rank"] == matrix(A).rank()
    assert len(found.checks) == 4
    assert all(check.holds for check in found.checks)
    assert found.steps[-1].after == found.answer


@pytest.mark.parametrize("entry", REFERENCE, ids=lambda entry: entry["name"])
def test_reference_values(entry):
    found = pseudoinverse(entry["A"])
    assert found.answer == matrix([[F(x) for x in row] for row in entry["pinv"]])
    assert found.values["rank"] == entry["rank"]


def test_magic_square():
    # tricky-cases.md, 5: the first six columns of MATLAB's magic(8).
    (entry,) = (entry for entry in REFERENCE if entry["name"].startswith("magic(8)"))
    x = pseudoinverse(entry["A"]).answer * Matrix([260] * 8)
    assert list(x) == [Rational(k, 13) for k in (15, 19, 18, 18, 19, 15)]


@pytest.mark.parametrize("m", range(4))
@pytest.mark.parametrize("n", range(4))
@pytest.mark.parametrize("method", [*ANY_RANK, "svd"])
def test_zero_matrices_of_any_size(m, n, method):
    found = pseudoinverse(zeros(m, n), method=method)
    assert found.answer == zeros(n, m)
    assert found.values["rank"] == 0
    assert len(found.steps) == 1
    assert all((found.text(), found.html(), found.latex(), found.to_json()))


def test_sizes_without_rows_as_lists():
    assert pseudoinverse([]).answer.shape == (0, 0)
    assert pseudoinverse([[], []]).answer.shape == (0, 2)
    assert pseudoinverse(Matrix(0, 3, []), method="full-row-rank").answer.shape == (3, 0)
    assert pseudoinverse([[], []], method="full-column-rank").answer.shape == (0, 2)


@given(matrices())
@example([[F(0)]])
def test_the_methods_agree_with_sympy(rows):
    A = matrix(rows)
    expected = A.pinv()
    rank = A.rank()
    for method in ANY_RANK:
        assert pseudoinverse(rows, method=method).answer == expected
    for method, full in (("full-column-rank", A.cols), ("full-row-rank", A.rows)):
        if rank == full:
            assert pseudoinverse(rows, method=method).answer == expected
        else:
            with pytest.raises(RankError):
                pseudoinverse(rows, method=method)


@given(matrices())
def test_the_steps_end_at_the_answer(rows):
    for method in ANY_RANK:
        found = pseudoinverse(rows, method=method)
        assert found.steps[-1].after == found.answer


@pytest.mark.parametrize("A", [[[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[3, 4]], [[2], [F(1, 2)]],
                               [[1, 2], [2, 4]], [[-1, 2], [3, -2], [5, 7]],
                               [[0, 1, 0], [1, 0, 0]]])  # fmt: skip
def test_by_the_svd(A):
    found = pseudoinverse(A, method="svd")
    assert found.answer == matrix(A).pinv()
    assert found.steps[-1].after == found.answer


def test_the_limit_is_one():
    # SymPy's own limit of its own inverse, entry by entry.
    A, delta = Matrix([[1, 2], [2, 4], [0, 0]]), Symbol("delta")
    path = (A.T * A + delta * eye(2)).inv() * A.T
    assert path.applyfunc(lambda x: sympy.limit(x, delta, 0, "+")) == pseudoinverse(A).answer


def test_the_limit_shows_the_polynomials():
    delta = Symbol("delta", positive=True)
    _, divide, last = pseudoinverse([[F(1, 2)], [1]], method="limit").steps
    # (5/4 + δ)⁻¹ (1/2, 1).
    assert divide.formulas[0].latex() == (
        r"{\left( {A}^{\top} A + \delta I \right)}^{-1} {A}^{\top} = "
        r"\frac{1}{\delta + \frac{5}{4}} \begin{bmatrix}\frac{1}{2} & 1\end{bmatrix}"
    )
    assert last.after == Matrix([[F(2, 5), F(4, 5)]]).applyfunc(sympy.nsimplify)
    assert delta.is_positive


def test_not_the_product_of_the_pseudoinverses():
    # tricky-cases.md, 10: (AB)⁺ = 1, but B⁺A⁺ = (1/2, 1/2)·(1, 0)ᵀ = 1/2.
    A, B = Matrix([[1, 0]]), Matrix([[1], [1]])
    assert pseudoinverse(A * B).answer == Matrix([[1]])
    assert pseudoinverse(B).answer * pseudoinverse(A).answer == Matrix([[Rational(1, 2)]])


@pytest.mark.parametrize("size", [(12, 12, 5), (9, 14, 9), (14, 9, 9), (13, 8, 3), (11, 11, 11)])
def test_larger_ones(size):
    m, n, rank = size
    rng = random.Random(7)  # noqa: S311
    left = Matrix(m, rank, lambda *_: rng.randint(-9, 9))
    A = left * Matrix(rank, n, lambda *_: rng.randint(-9, 9))
    X = pseudoinverse(A).answer
    assert A * X * A == A
    assert X * A * X == X
    assert (A * X).T == A * X
    assert (X * A).T == X * A
    found = pseudoinverse(A / 6)
    assert found.answer == 6 * X
    rows, columns = found.values["independent_rows"], found.values["independent_columns"]
    assert A.extract(rows, columns).det() != 0


def test_a_prime_that_hides_the_rank_does_no_harm():
    p = _minors.PRIME
    for A in ([[p, 0], [0, p]], [[1, 1], [1, 1 + p]], [[1, 0, 0], [0, p, p], [0, p, p]]):
        assert _minors.minor_modulo(read_quotient(A).numerator, p).rank < matrix(A).rank()
        assert pseudoinverse(A).answer == matrix(A).pinv()


def test_a_minor_that_is_too_small_is_noticed(monkeypatch):
    monkeypatch.setattr(
        _integer_pseudoinverse, "probable_minor", lambda _: Minor((0,), (0,), proved=False)
    )
    A = [[1, 2, 0], [0, 1, 1], [1, 3, 1]]
    assert pseudoinverse(A).answer == matrix(A).pinv()
    # The first candidate is (1, −1)ᵀ(1, 1)/4, of rank 1.
    assert pseudoinverse([[1, -1], [1, 1]]).answer == matrix([[1, -1], [1, 1]]).inv()


def test_the_input_is_never_changed():
    rows = [[1, 2], [2, 4]]
    A = Matrix(rows)
    for method in (*ANY_RANK, "svd"):
        found = pseudoinverse(A, method=method)
        found.answer[0, 0] = 9  # the answer is the caller's own
        assert found.steps[-1].after == matrix([[F(1, 25), F(2, 25)], [F(2, 25), F(4, 25)]])
        assert all(check.holds for check in found.checks)
        pseudoinverse(rows, method=method)
    assert rows == [[1, 2], [2, 4]]
    assert Matrix([[1, 2], [2, 4]]) == A


def test_each_rank_has_its_own_story():
    def told(rows):
        return [str(step.what) for step in pseudoinverse(rows).steps]

    assert told([[0, 0]]) == ["Notice that A is the zero matrix."]
    assert told([[2, 1], [1, 1]])[1:] == ["Take the inverse: A⁺ = A⁻¹."]
    assert told([[1], [2]])[2] == "Multiply by Aᵀ: A⁺ = (Aᵀ A)⁻¹ Aᵀ."
    assert told([[1, 2]])[2] == "Multiply Aᵀ by it: A⁺ = Aᵀ (A Aᵀ)⁻¹."
    assert told([[1, 2], [2, 4]])[1:] == [
        ("Write A = C R: the pivot column of A makes C, the nonzero row of the reduced form R."),
        "Invert Cᵀ C and R Rᵀ.",
        "Multiply: A⁺ = Rᵀ (R Rᵀ)⁻¹ (Cᵀ C)⁻¹ Cᵀ.",
    ]
