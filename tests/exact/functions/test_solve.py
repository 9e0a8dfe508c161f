"""All solutions of a system, or the proof that there is none."""

from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sympy import ImmutableMatrix, Matrix, zeros

from linalg_book import exact
from linalg_book import examples as ex
from linalg_book.errors import FailedCheckError, ShapeError
from linalg_book.exact import solve
from linalg_book.exact.reading.matrices import read_matrix
from tests.call import EQUATIONS, C, Call, D
from tests.strategies import FRACTIONS, column, consistent_systems, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "solve": Call(
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ("x + y + z = 6; x - y = 2",), f"{EQUATIONS} b:column",
        exact.solve, takes_b=True,
        further=[
            ([[1, 0], [0, 1], [1, 1]], [1, 2, 3]), ([[2, 4], [1, 2]], [9, 3]), ([[0, 0]], [5]),
            ([[1, 1], [1, 1], [1, 1]], [1, 2, 2]), ([[4]], [6]),
            ([[10**200, 0], [0, 3]], [10**201, 0]),
            ([[1, 0, 2, 0, 3], [0, 1, 4, 0, 5]], [1, 2]), ([[1, 2, 3], [4, 5, 6]], [0, 0]),
            ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[2, 1], [1, 3]], [5, 10]),
            ([[1, 2], [2, 4]], [1, 3]), ([[0, 0]], [0]), ([[1, 2, 3, 4]], [5]),
            ([[1, 1, 1], [1, -1, 0]], [C, D]), ([[1, 2], [2, 4]], [C, 2 * C + 1]),
            ([[1, 1], [-1, -1]], [1, 1])],
    ),
}  # fmt: skip

_solve = import_module("linalg_book.exact.functions.solve")

# name: (A, b, kind, a solution with 0 for the free unknowns or None, null space), by hand
HAND_WORKED = {
    "unique": ([[2, 1], [1, 3]], [5, 10], "unique", [1, 3], []),
    "two planes": ([[1, 1, 1], [1, -1, 0]], [6, 2], "infinite", [4, 2, 0], [[1, 1, -2]]),
    "dependent rows": ([[1, 2], [2, 4]], [5, 10], "infinite", [5, 0], [[2, -1]]),
    "overdetermined": ([[1, 0], [0, 1], [1, 1]], [1, 2, 3], "unique", [1, 2], []),
    "inconsistent": ([[2, 4], [1, 2]], [9, 3], "none", None, [[2, -1]]),
    "0 = 5": ([[0, 0]], [5], "none", None, [[1, 0], [0, 1]]),
    "0 = 0": ([[0, 0]], [0], "infinite", [0, 0], [[1, 0], [0, 1]]),
    "homogeneous": ([[1, 2, 3], [4, 5, 6]], [0, 0], "infinite", [0, 0, 0], [[1, -2, 1]]),
    "3 too many": ([[1, 1], [1, 1], [1, 1]], [1, 2, 2], "none", None, [[1, -1]]),
    "one unknown": ([[4]], [6], "unique", ["3/2"], []),
    "fractions": ([["1/2", "1/3"]], ["13/6"], "infinite", ["13/3", 0], [[2, -3]]),
    "huge": ([[10**200, 0], [0, 3]], [10**201, 0], "unique", [10, 0], []),
    "five unknowns": (
        [[1, 0, 2, 0, 3], [0, 1, 4, 0, 5]], [1, 2], "infinite", [1, 2, 0, 0, 0],
        [[2, 4, -1, 0, 0], [0, 0, 0, 1, 0], [3, 5, 0, 0, -1]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HAND_WORKED)
def test_hand_worked(name):
    A, b, kind, x, null_space = HAND_WORKED[name]
    found = solve(A, b)
    assert found.values["kind"] == kind
    assert found.answer == (None if x is None else column(map(Fraction, x)))
    assert found.values["null_space"].T.tolist() == null_space
    assert found.values["rank"] == len(found.values["pivots"]) == len(A[0]) - len(null_space)
    assert all(check.holds for check in found.checks)


def test_the_certificate_of_the_inconsistent_example():
    # row 1 − 2·row 2: the left-hand sides cancel, 9 − 2·3 = 3 remains.
    values = solve(ex.INCONSISTENT.A, ex.INCONSISTENT.b).values
    assert values["certificate"] == Matrix([1, -2])
    assert values["contradiction"] == 3
    assert isinstance(values["certificate"], ImmutableMatrix)


def test_there_is_no_certificate_where_there_is_a_solution():
    values = solve([[1]], [1]).values
    assert values["certificate"] is None
    assert values["contradiction"] is None


def test_one_equation_and_text():
    assert solve([3, 4], 12).answer == Matrix([4, 0])
    found = solve("p + q = 2; p - q = 0")
    assert found.answer == Matrix([1, 1])
    assert "p leaves the second equation" in str(found.steps[1].what)


@pytest.mark.parametrize(
    ("A", "b", "kind"),
    [
        ([], [], "unique"),
        ([[], []], [0, 0], "unique"),
        ([[], []], [0, 2], "none"),
        (Matrix(0, 3, []), [], "infinite"),
    ],
    ids=repr,
)
def test_without_equations_or_unknowns(A, b, kind):
    found = solve(A, b)
    assert found.values["kind"] == kind
    for shown in (found.text(), found.markdown(), found.html(), found.latex(), found.to_json()):
        assert shown
    if kind == "infinite":
        assert found.values["null_space"] == Matrix.eye(3)


def test_a_matrix_needs_a_right_hand_side():
    with pytest.raises(ShapeError, match="b is expected to be a list of 1 number"):
        solve([[1]])


@given(consistent_systems())
@example(([[0]], [0]))
def test_solves_the_system_with_zero_for_the_free_unknowns(system):
    A, b = system
    found = solve(A, b)
    assert matrix(A) * found.answer == column(b)
    assert all(found.answer[j] == 0 for j in found.values["free"])
    assert sorted(found.values["free"] + found.values["pivots"]) == list(range(len(A[0])))


@given(consistent_systems(), st.lists(FRACTIONS, min_size=4, max_size=4))
def test_every_solution_and_only_solutions(system, coordinates):
    """The null space is SymPy's, so a particular solution reaches every other one."""
    A, b = system
    found = solve(A, b)
    basis = found.values["null_space"]
    move = column(coordinates[: basis.cols]) if basis.cols else zeros(0, 1)
    assert matrix(A) * (found.answer + basis * move) == column(b)
    theirs = matrix(A).nullspace()
    assert basis.cols == len(theirs) == basis.rank()
    assert Matrix.hstack(basis, *theirs).rank() == basis.cols
    assert (found.values["kind"] == "unique") == (not theirs)


@given(matrices(), st.data())
def test_one_and_only_one_of_solution_and_certificate(A, data):
    b = [data.draw(FRACTIONS) for _ in A]
    solvable = Matrix.hstack(matrix(A), column(b)).rank() == matrix(A).rank()  # SymPy's ranks
    found = solve(A, b)
    assert (found.answer is not None) == solvable
    assert (found.values["kind"] != "none") == solvable
    if not solvable:
        y = found.values["certificate"]
        assert y.T * matrix(A) == zeros(1, len(A[0]))
        assert (y.T * column(b))[0] == found.values["contradiction"] != 0
        assert all(entry.is_Integer for entry in y)


@given(consistent_systems(), st.data())
def test_scaling_permuting_and_repeating_equations_changes_nothing(system, data):
    A, b = system
    factors = [data.draw(FRACTIONS.filter(bool)) for _ in b]
    order = data.draw(st.permutations(range(len(b))))
    changed = solve(
        [[factors[i] * entry for entry in A[i]] for i in order] + [A[0]],
        [factors[i] * b[i] for i in order] + [b[0]],
    )
    assert changed.answer == solve(A, b).answer
    assert changed.values["null_space"] == solve(A, b).values["null_space"]


def test_wrong_computations_raise(monkeypatch):
    right = _solve._particular
    monkeypatch.setattr(_solve, "_particular", lambda *given: 2 * right(*given))
    with pytest.raises(FailedCheckError, match="x solves the system"):
        solve([[1]], [1])
    monkeypatch.setattr(_solve, "null_space_rows", lambda A: A.nullspace()[:0, :])
    with pytest.raises(FailedCheckError, match="no other x does"):
        solve([[1, 1]], [0])


def test_a_wrong_certificate_raises(monkeypatch):
    # (1, 2) combines the left-hand sides to 4x + 8y, not to 0.
    monkeypatch.setattr(_solve, "contradiction", lambda *_: read_matrix([[1], [2]]))
    with pytest.raises(FailedCheckError, match="cancel"):
        solve([[2, 4], [1, 2]], [9, 3])


def sentences(example):
    return [(str(step.what), str(step.why)) for step in example.steps]


def test_the_sentences_of_no_solution():
    *_, read, prove = sentences(solve([[1, 2], [2, 4], [1, 1]], [1, 3, 1]))
    assert read == (
        "Read row 3: 0 = 1.",
        "No x can make this true, so the system has no solution.",
    )
    assert prove[0] == (
        "Prove it with the equations as they were given: 2·equation 1 − equation 2 has 0 on the "
        "left and −1 on the right."
    )


def test_elimination_stops_at_the_contradiction():
    told = sentences(solve([[2, 2], [2, 2]], [1, 2]))
    assert [what for what, _ in told[1:3]] == [
        "Subtract row 1 from row 2, so that x leaves the second equation.",
        "Read row 2: 0 = 1.",
    ]


def test_the_solved_equations():
    found = solve([[1, 2, 2, 2], [2, 4, 6, 8], [3, 6, 8, 10]], [1, 5, 6])
    free, collect = found.steps[-2:]
    assert str(free.what) == "Let x₂ and x₄ be any numbers."
    assert [item.line() for item in free.formulas] == [
        "x₁ = −2 − 2x₂ + 2x₄",
        "x₃ = 3/2 − 2x₄",
    ]
    (collected,) = collect.formulas
    assert collected.line() == "x = (−2, 0, 3/2, 0) + t₁ (2, −1, 0, 0) + t₂ (2, 0, −2, 1)"


def test_solved_equations_without_constants_or_without_parameters():
    free = solve([[1, 0, 1], [0, 1, 0]], [0, 7]).steps[-2]
    assert [item.line() for item in free.formulas] == ["x = −z", "y = 7"]
    free = solve([[1, -1]], [0]).steps[-2]
    assert [item.line() for item in free.formulas] == ["x = y"]


def test_the_parameter_is_no_unknown():
    assert " + s (" in solve("t + u = 1").steps[-1].formulas[0].line()
    everything = " + ".join("abcdefghijklmnopqrstuvwxyz")
    assert solve(f"{everything} = 1").values["kind"] == "infinite"
    assert solve(f"{everything} = 1").steps


def test_many_directions_are_the_columns_of_a_matrix():
    (shown,) = solve([[1, 1, 1, 1, 1]], [1]).steps[-1].formulas
    assert "\\mathbf{t}" in shown.latex()
