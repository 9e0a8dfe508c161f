"""Echelon forms with their row operations."""

from dataclasses import replace
from importlib import import_module

import pytest
from hypothesis import given
from sympy import QQ, ImmutableMatrix, Matrix, Rational, eye, symbols, zeros
from sympy.polys.matrices import DomainMatrix

from linalg_book import exact
from linalg_book.errors import EquationError, FailedCheckError, ShapeError
from linalg_book.exact import row_reduce
from linalg_book.exact.engine.elimination import eliminate
from tests.call import EQUATIONS, NINE, C, Call, D
from tests.exact.hand_worked import HAND_WORKED
from tests.strategies import column, consistent_systems, matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "row_reduce": Call(
        (NINE,), ("1 2 3; 4 5 6; 7 8 9",), f"{EQUATIONS} b:column", exact.row_reduce, takes_b=True,
        further=[
            *((A, list(range(1, len(A) + 1))) for A in (
            NINE, [[2, 1], [1, 3]], [[1, 2, 3], [2, 4, 7]], [[0, 0, 3], [0, 5, 1]],
            [[0, 0], [0, 0]], [["2/3"]], [[2, 4, 6]], [[2], [4], [6]], [[10**200, 10**200], [0, 3]],
            )),
            (NINE,), ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[0, 2], [3, 4]],), ([[0]],),
            ([[1, 2], [2, 4]], [1, 3]), ([[1, 2], [2, 4]], [C, D])],
    ),
}  # fmt: skip

_row_reduce = import_module("linalg_book.exact.functions.row_reduce")


# name: (A, reduced form, pivots), worked by hand
@pytest.mark.parametrize("name", HAND_WORKED)
def test_hand_worked(name):
    A, reduced, pivots = HAND_WORKED[name]
    found = row_reduce(A)
    assert found.answer == Matrix(reduced)
    assert isinstance(found.answer, ImmutableMatrix)
    assert found.values["pivots"] == pivots
    assert found.values["rank"] == len(pivots)
    assert found.values["transform"] * matrix_of(A) == found.answer
    assert all(check.holds for check in found.checks)


def matrix_of(A):
    return Matrix(A).applyfunc(Rational)


def test_the_inverse_stands_in_the_transform():
    # (2 1; 1 3) has determinant 5 and inverse (3 -1; -1 2)/5.
    transform = row_reduce([[2, 1], [1, 3]]).values["transform"]
    assert transform == Matrix([[3, -1], [-1, 2]]) / 5


def test_with_a_right_hand_side():
    found = row_reduce([[1, 2], [2, 4]], [5, 11])
    assert found.answer == Matrix([[1, 2, 5], [0, 0, 1]])
    assert found.values["echelon"] == found.answer
    assert found.values["pivots"] == (0,)


@pytest.mark.parametrize(
    ("A", "b", "shape"),
    [
        ([], None, (0, 0)),
        ([[], []], None, (2, 0)),
        (Matrix(0, 3, []), None, (0, 3)),
        ([], [], (0, 1)),
        ([[], []], [1, 2], (2, 1)),
        (Matrix(0, 3, []), [], (0, 4)),
    ],
    ids=repr,
)
def test_without_rows_or_columns(A, b, shape):
    found = row_reduce(A, b)
    assert found.answer.shape == shape
    assert found.values["rank"] == 0
    assert all(check.holds for check in found.checks)
    wanting = " Row 1 says 0 = 1: the system has no solution." if b else ""
    assert str(found.steps[-1].why) == f"A has no entries, so there is no pivot.{wanting}"


def test_rows_without_a_pivot_speak_of_the_right_hand_side():
    c, d = symbols("c d")
    said = [str(row_reduce([[1, 2], [2, 4]], b).steps[-1].why) for b in ([c, d], [c, 2 * c])]
    assert said[0].endswith(
        "Row 2 says 0 = −2c + d: the system has a solution only where that is true."
    )
    assert "says" not in said[1]
    # Row 2 says 0 = d, and row 3 says 0 = 1: the number decides.
    whys = str(row_reduce([[1], [0], [0]], [c, d, 1]).steps[-1].why)
    assert whys.endswith("Row 3 says 0 = 1: the system has no solution.")
    assert "says" not in str(row_reduce([[1, 2], [2, 4]]).steps[-1].why)


def test_text_gives_the_unknowns_their_names():
    found = row_reduce("p + q = 2; p - q = 0")
    assert found.answer == Matrix([[1, 0, 1], [0, 1, 1]])
    assert str(found.steps[1].what) == (
        "Subtract row 1 from row 2, so that p leaves the second equation."
    )


def test_refused():
    with pytest.raises(ShapeError, match="put each row into its own list"):
        row_reduce([1, 2])
    with pytest.raises(EquationError):
        row_reduce("x y = 1")


@given(matrices())
def test_the_reduced_form_is_sympys(rows):
    found = row_reduce(rows)
    assert (found.answer, found.values["pivots"]) == matrix(rows).rref()


@given(matrices())
def test_the_reduced_form_depends_on_the_row_space_only(rows):
    """Scaled, reversed and repeated rows have the same reduced form, but for zero rows."""
    changed = [[-3 * x for x in row] for row in reversed(rows)] + [rows[0]]
    rank = matrix(rows).rank()
    assert row_reduce(changed).answer[:rank, :] == row_reduce(rows).answer[:rank, :]


@given(matrices())
def test_rank_of_the_transpose(rows):
    assert row_reduce(rows).values["rank"] == row_reduce(matrix(rows).T).values["rank"]


@given(matrices())
def test_the_transform_is_invertible(rows):
    transform = row_reduce(rows).values["transform"]
    assert transform.det() != 0
    assert transform * transform.inv() == eye(len(rows))


@given(consistent_systems())
def test_the_solutions_do_not_change(system):
    A, b = system
    found = row_reduce(A, b)
    n = len(A[0])
    x = matrix(A).pinv() * column(b)  # SymPy's
    assert found.answer[:, :n] * x == found.answer[:, n]
    assert found.answer[found.values["rank"] :, :] == zeros(len(A) - found.values["rank"], n + 1)


@pytest.mark.parametrize(
    ("place", "check"),
    [
        ((0, 1), "the product of the row operations"),  # in the reduced form
        ((0, 3), "the product of the row operations"),  # in the transform
    ],
)
def test_a_wrong_computation_raises(monkeypatch, place, check):
    monkeypatch.setattr(_row_reduce, "eliminate", lambda *given: changed(eliminate(*given), place))
    with pytest.raises(FailedCheckError, match=check):
        row_reduce([[1, 2], [3, 4]])


def changed(found, place):
    rows = found.reduced.to_list()
    rows[place[0]][place[1]] += 1
    return replace(found, reduced=DomainMatrix(rows, found.reduced.shape, QQ))


def test_a_transform_that_loses_something_raises(monkeypatch):
    # All zero: 0·A = 0, but nothing can be brought back.
    def nothing(matrix, width):
        zero = DomainMatrix.zeros(matrix.shape, QQ)
        return replace(eliminate(matrix, width), reduced=zero)

    monkeypatch.setattr(_row_reduce, "eliminate", nothing)
    with pytest.raises(FailedCheckError, match="E is invertible"):
        row_reduce([[1, 2], [3, 4]])


def test_a_form_that_is_not_reduced_raises(monkeypatch):
    def idle(matrix, width):
        return replace(eliminate(matrix, width), reduced=matrix)

    monkeypatch.setattr(_row_reduce, "eliminate", idle)
    with pytest.raises(FailedCheckError, match="columns of the identity matrix"):
        row_reduce([[1, 2], [3, 4]])
