"""Bases of the four subspaces."""

import json
from importlib import import_module

import pytest
from hypothesis import given
from sympy import Matrix, zeros

from linalg_book import exact
from linalg_book.errors import FailedCheckError
from linalg_book.exact import four_subspaces
from linalg_book.exact.reading.matrices import read_matrix
from tests.call import HALF, MATRIX, NINE, Call
from tests.paths import DATA
from tests.strategies import matrices, matrix

# What every suite that runs over all functions takes from here.
CALLS = {
    "four_subspaces": Call(
        (NINE,), ("1 2 3; 4 5 6; 7 8 9",), MATRIX, lambda A, _: exact.four_subspaces(A),
        further=[
            ([[1, 2, 2, 2], [2, 4, 6, 8], [3, 6, 8, 10]],), ([[HALF, "1/3"]],), ([[0], [5]],),
            (Matrix(0, 2, []),), ([],), ([[0]],),
            (NINE,), ([[1, 0], [0, 1]],), ([[0, 0]],), ([[], []],), ([[1, 2, 3]],)],
    ),
}  # fmt: skip

_four_subspaces = import_module("linalg_book.exact.functions.four_subspaces")

REFERENCE = json.loads((DATA / "pinv_exact.json").read_text())

# name: (A, column space, row space, null space, left null space), vectors as lists, by hand
HAND_WORKED = {
    # Strang's example: rows 1 and 2 add up to row 3; pivots in columns 1 and 3.
    "rank 2": (
        [[1, 2, 2, 2], [2, 4, 6, 8], [3, 6, 8, 10]],
        [[1, 2, 3], [2, 6, 8]], [[1, 2, 0, -2], [0, 0, 1, 2]],
        [[2, -1, 0, 0], [2, 0, -2, 1]], [[1, 1, -1]],
    ),
    "rank 1": ([[1, 2, 3], [2, 4, 6]], [[1, 2]], [[1, 2, 3]], [[2, -1, 0], [3, 0, -1]], [[2, -1]]),
    "regular": ([[1, 2], [3, 4]], [[1, 3], [2, 4]], [[1, 0], [0, 1]], [], []),
    "zero": ([[0, 0, 0]], [], [], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[1]]),
    "fractions": ([["1/2", "1/3"]], [["1/2"]], [[3, 2]], [[2, -3]], []),
    "column": ([[0], [5]], [[0, 5]], [[1]], [], [[1, 0]]),
    "one zero": ([[0]], [], [], [[1]], [[1]]),
    "no columns": ([[], []], [], [], [], [[1, 0], [0, 1]]),
    "no rows": (Matrix(0, 2, []), [], [], [[1, 0], [0, 1]], []),
    "nothing": ([], [], [], [], []),
}  # fmt: skip


@pytest.mark.parametrize("name", HAND_WORKED)
def test_hand_worked(name):
    A, *bases = HAND_WORKED[name]
    found = four_subspaces(A)
    for basis, expected in zip(found.answer, bases, strict=True):
        assert basis.T.tolist() == Matrix(expected).tolist()
    assert found.values["dimensions"] == tuple(len(basis) for basis in bases)
    assert all(check.holds for check in found.checks)


def test_bases_have_the_right_height_even_without_vectors():
    found = four_subspaces(Matrix(2, 3, [0] * 6)).answer
    assert found.column_space.shape == (2, 0)
    assert found.row_space.shape == (3, 0)
    assert four_subspaces([[], []]).answer.null_space.shape == (0, 0)


@given(matrices())
def test_the_spaces_are_sympys(rows):
    A = matrix(rows)
    found = four_subspaces(rows).answer
    theirs = (A.columnspace(), [row.T for row in A.rowspace()], A.nullspace(), A.T.nullspace())
    for ours, vectors in zip(found, theirs, strict=True):
        assert ours.cols == len(vectors) == ours.rank()
        assert Matrix.hstack(ours, *vectors).rank() == ours.cols


@given(matrices())
def test_orthogonal_complements(rows):
    found, (m, n) = four_subspaces(rows).answer, matrix(rows).shape
    row_space, null_space = found.row_space, found.null_space
    column_space, left_null_space = found.column_space, found.left_null_space
    assert row_space.T * null_space == zeros(row_space.cols, null_space.cols)
    assert column_space.T * left_null_space == zeros(column_space.cols, left_null_space.cols)
    assert Matrix.hstack(row_space, null_space).rank() == n
    assert Matrix.hstack(column_space, left_null_space).rank() == m


@given(matrices())
def test_rank_and_nullity(rows):
    m, n = matrix(rows).shape
    column, row, null, left = four_subspaces(rows).values["dimensions"]
    assert column == row == matrix(rows).rank()
    assert row + null == n
    assert column + left == m


@given(matrices())
def test_the_transpose_exchanges_the_spaces(rows):
    ours, theirs = four_subspaces(rows), four_subspaces(matrix(rows).T)
    assert ours.answer.null_space == theirs.answer.left_null_space
    assert ours.answer.left_null_space == theirs.answer.null_space
    assert (
        Matrix.hstack(ours.answer.row_space, theirs.answer.column_space).rank()
        == (ours.values["rank"])
    )


def test_wrong_bases_are_found(monkeypatch):
    def doubled(A):
        basis = A.nullspace()
        return basis.vstack(basis)

    monkeypatch.setattr(_four_subspaces, "null_space_rows", doubled)
    with pytest.raises(FailedCheckError, match="no basis has a vector too many"):
        four_subspaces([[1, 1]])
    monkeypatch.setattr(
        _four_subspaces, "null_space_rows", lambda A: A.nullspace().extract([], [0, 1])
    )
    with pytest.raises(FailedCheckError, match="together span the whole space"):
        four_subspaces([[1, 1], [1, 1]])
    monkeypatch.setattr(_four_subspaces, "null_space_rows", lambda _: read_matrix([[1, 1]]))
    with pytest.raises(FailedCheckError, match="perpendicular to the null space"):
        four_subspaces([[1, 1], [1, 1]])


def test_the_steps():
    told = [str(step.what) for step in four_subspaces(HAND_WORKED["rank 2"][0]).steps]
    assert told == [
        "Reduce A to its reduced echelon form R.",
        "Column space: take the pivot columns of A.",
        "Row space: take the nonzero rows of R, in whole numbers.",
        "Null space: find the vectors that satisfy A x = 0.",
        "Left null space: find the vectors that satisfy Aᵀ y = 0.",
        "Count the dimensions.",
    ]
    lines = [item.line() for item in four_subspaces(HAND_WORKED["rank 2"][0]).steps[-1].formulas]
    assert lines == [
        "row space and null space → 2 + 2 = 4",
        "column space and left null space → 2 + 1 = 3",
    ]


def test_the_steps_of_special_cases():
    regular = [str(step.what) for step in four_subspaces([[1, 0], [0, 1]]).steps]
    assert regular[0] == "A is in reduced echelon form already: R is A itself."
    assert regular[3].endswith("Only the zero vector does.")
    zero = four_subspaces([[0, 0]]).steps
    assert [str(step.what) for step in zero][1:] == ["Everything is in the two null spaces."]


def test_large_bases_are_matrices():
    identity = Matrix.eye(8)
    (shown,) = four_subspaces(identity).steps[1].formulas
    assert shown.latex().count(r"\begin{bmatrix}") == 1


def test_json_names_the_spaces():
    data = json.loads(four_subspaces([[1, 2]]).to_json())
    assert data["answer"] == {
        "column_space": [["1"]],
        "row_space": [["1"], ["2"]],
        "null_space": [["2"], ["-1"]],
        "left_null_space": [[]],
    }


@pytest.mark.parametrize("entry", REFERENCE, ids=lambda entry: entry["name"])
def test_the_column_space_of_the_pseudoinverse_is_the_row_space(entry):
    found = four_subspaces(entry["A"])
    assert found.values["rank"] == entry["rank"]
    both = Matrix.hstack(found.answer.row_space, Matrix(entry["pinv"]))
    assert both.rank() == entry["rank"]
