"""The least-norm solution, exactly: the theorems of the book over random systems."""

import json
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from sympy import Matrix, zeros

from linalg_book import exact
from linalg_book import examples as ex
from linalg_book.errors import FailedCheckError, InconsistentSystemError
from linalg_book.exact import least_norm
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.reading.conversion import domain_matrix
from linalg_book.exact.reading.systems import read_system
from tests.call import EQUATIONS, HALF, C, Call, D, if_unsolvable
from tests.expected import IDS, SOLVED
from tests.paths import DATA
from tests.strategies import FRACTIONS, column, consistent_systems, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "least_norm": Call(
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ("1 1 1; 1 -1 0", "6 2"), f"{EQUATIONS} b:column",
        exact.least_norm, if_unsolvable, takes_b=True,
        further=[
            ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[2, 1], [1, 3]], [5, 10]),
            ([[1, 2], [2, 4]], [5, 10]),
            ([[0, 0, 0], [1, 2, 2]], [0, 9]), ([[1, 2, 3], [4, 5, 6]], [0, 0]), ([[1, 1, 1]], [3]),
            ([[1, 2], [2, 4], [0, 0], [3, 5], [4, 7], [-1, -2], [1, 1]], [1, 2, 0, 3, 4, -1, 1]),
            ([[1]] * 8, [1] * 8),
            ([[1]] * 5, [1] * 5),
            ([[1, 0], [0, 1], [1, -1], [1, HALF]], [1, 1, 0, "3/2"]),
            ([[1, 0], [0, 1], [-1, 1], [HALF, 0]], [1, 1, 0, HALF]),
            ([[1, 1, 1], [1, -1, 0]], [C, D]), ([[1, 2], [2, 4]], [C, 2 * C]),
            ("u + v + w = 6; u - v = 2",),
        ],
    ),
}  # fmt: skip

_least_norm = import_module("linalg_book.exact.functions.least_norm")

REFERENCE = json.loads((DATA / "pinv_exact.json").read_text())


@pytest.mark.parametrize("solved", SOLVED, ids=IDS)
def test_hand_worked(solved):
    found = least_norm(solved.system.A, solved.system.b)
    assert found.answer == column(solved.point)
    assert found.values["norm"] == solved.distance
    assert all(check.holds for check in found.checks)


def test_dependent_rows_get_no_multiplier():
    values = least_norm(ex.DEPENDENT_ROWS.A, ex.DEPENDENT_ROWS.b).values
    assert values["independent_rows"] == (0,)
    assert values["rank"] == 1
    assert values["multipliers"] == Matrix([1, 0])


def test_all_zero_system_has_the_zero_solution():
    assert least_norm([[0, 0], [0, 0]], [0, 0]).answer == zeros(2, 1)
    assert least_norm([0, 0, 0], 0).answer == zeros(3, 1)


@pytest.mark.parametrize("entry", REFERENCE, ids=lambda entry: entry["name"])
def test_reference_pseudoinverses(entry):
    # For b = A·(1, …, 1) the least-norm solution is A⁺A·(1, …, 1), from the stored A⁺.
    A, inverse = matrix(fractions(entry["A"])), matrix(fractions(entry["pinv"]))
    ones = Matrix([1] * A.cols)
    assert least_norm(entry["A"], A * ones).answer == inverse * (A * ones)


def fractions(rows):
    return [[Fraction(value) for value in row] for row in rows]


@given(consistent_systems())
@example(([[Fraction(0)]], [Fraction(0)]))
def test_solves_the_system(system):
    A, b = system
    assert matrix(A) * least_norm(A, b).answer == column(b)


@given(consistent_systems())
def test_lies_in_the_row_space(system):
    A, b = system
    x = least_norm(A, b).answer
    assert Matrix.vstack(matrix(A), x.T).rank() == matrix(A).rank()


@given(consistent_systems())
def test_multipliers_combine_the_rows(system):
    A, b = system
    found = least_norm(A, b)
    assert matrix(A).T * found.values["multipliers"] == found.answer


@given(consistent_systems(), st.lists(FRACTIONS, min_size=4, max_size=4))
def test_pythagoras_and_no_other_solution_is_shorter(system, coordinates):
    A, b = system
    x = least_norm(A, b).answer
    basis = matrix(A).nullspace()  # SymPy's, not ours
    assume(basis)
    step = sum((c * v for c, v in zip(column(coordinates), basis, strict=False)), zeros(len(x), 1))
    other = x + step
    assert matrix(A) * other == column(b)
    assert other.dot(other) == x.dot(x) + step.dot(step)
    assert other.dot(other) > x.dot(x) or step == zeros(len(x), 1)


@given(consistent_systems())
def test_agrees_with_sympys_pseudoinverse(system):
    A, b = system
    assert least_norm(A, b).answer == matrix(A).pinv() * column(b)


@given(consistent_systems())
def test_the_null_space_basis_is_complete(system):
    A, b = system
    found = least_norm(A, b)
    basis = found.values["null_space"]
    assert matrix(A) * basis == zeros(len(A), basis.cols)
    assert basis.cols == len(A[0]) - matrix(A).rank()
    assert basis.rank() == basis.cols


@given(consistent_systems(), st.data())
def test_scaling_and_permuting_equations_changes_nothing(system, data):
    A, b = system
    factors = [data.draw(FRACTIONS.filter(bool)) for _ in b]
    order = data.draw(st.permutations(range(len(b))))
    changed = least_norm(
        [[factors[i] * entry for entry in A[i]] for i in order], [factors[i] * b[i] for i in order]
    )
    assert changed.answer == least_norm(A, b).answer


@given(consistent_systems())
def test_repeating_an_equation_changes_nothing(system):
    A, b = system
    assert least_norm([*A, A[0]], [*b, b[0]]).answer == least_norm(A, b).answer


@given(matrices(), st.data())
def test_inconsistent_systems_come_with_a_proof(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    assume(Matrix.hstack(matrix(A), column(b)).rank() > matrix(A).rank())
    with pytest.raises(InconsistentSystemError) as caught:
        least_norm(A, b)
    y = Matrix(caught.value.combination)
    assert y.T * matrix(A) == zeros(1, len(A[0]))
    value = (y.T * column(b))[0]
    assert value != 0
    verb = "gives" if sum(map(bool, y)) > 1 else "says"  # primitive: one row stands for itself
    assert f"{verb} 0 = {value}:".replace("-", "−") in str(caught.value)


def test_the_combination_is_shown():
    with pytest.raises(InconsistentSystemError, match="row 1 − 2·row 2 gives 0 = 3") as caught:
        least_norm(ex.INCONSISTENT.A, ex.INCONSISTENT.b)
    assert caught.value.combination == (1, -2)


def test_a_wrong_computation_raises(monkeypatch):
    right = _least_norm._multipliers
    monkeypatch.setattr(_least_norm, "_multipliers", lambda *given: 2 * right(*given))
    with pytest.raises(FailedCheckError, match="x solves the system"):
        least_norm(ex.TWO_PLANES.A, ex.TWO_PLANES.b)


def test_the_checks_see_a_solution_that_is_not_the_shortest():
    # (3, 1, 2) is the shortest solution of the two planes; (1, 1, -2) lies in their null space.
    system = read_system(ex.TWO_PLANES.A, ex.TWO_PLANES.b)
    longer = domain_matrix([[Fraction(4)], [Fraction(2)], [Fraction(0)]], 1)
    checks = _least_norm._checks(system.A, system.b, longer, null_space_rows(system.A), 2)
    assert [check.holds for check in checks] == [True, False, False]
