"""Two blocks of rows lead to the triangle of the whole, wherever they are cut."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, diag, zeros

from linalg_book import exact
from linalg_book.errors import FailedCheckError, InvalidNumberError, ShapeError
from linalg_book.exact import qr, tall_skinny_qr
from tests.call import HALF, Call
from tests.strategies import matrices, matrix

LINE = [[1, 0], [1, 1], [1, 3], [1, 4]]


def if_one_row(A, _b):
    """Refuse what cannot be cut."""
    return ShapeError if A.rows < 2 else None


# What every suite that runs over all functions takes from here.
CALLS = {
    "tall_skinny_qr": Call(
        (LINE,), ("1 0; 1 1; 1 3; 1 4",), "A:matrix rows:integer",
        lambda A, _: exact.tall_skinny_qr(A), if_one_row,
        further=[
            (LINE, {"rows": 1}), (LINE, {"rows": 3}), ([[0, 0], [0, 0], [1, 2]],),
            ([[1, 2], [2, 4]],), ([[1, HALF, 3], [0, 2, -1], [1, 1, 1]],), ([[0], [0]],),
            ([[], []],),
        ],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.tall_skinny_qr")


def test_by_hand():
    # (0, 1) is ½ less its mean twice: squared lengths 2 and ½; (3, 4) likewise, with mean 7/2.
    example = tall_skinny_qr(LINE)
    half = Rational(1, 2)
    assert example.answer == (Matrix([[1, 2], [0, 1]]), diag(4, 10))
    assert example.values["triangles"] == (
        Matrix([[1, half], [0, 1]]),
        Matrix([[1, Rational(7, 2)], [0, 1]]),
    )
    assert example.values["weights"] == (2, half, 2, half)
    assert (example.values["rank"], example.values["rows"]) == (2, 2)


@given(matrices(), st.data())
def test_every_cut_gives_the_factors_of_the_whole(rows, data):
    A = matrix(rows)
    if A.rows < 2:
        return
    k = data.draw(st.integers(1, A.rows - 1))
    example, whole = tall_skinny_qr(A, rows=k), qr(A)
    R, D = example.answer
    assert R.T * D * R == A.T * A
    assert whole.answer[1] == R
    assert diag(*whole.values["lengths_squared"]) == D
    assert example.values["rank"] == A.rank()


def test_stacking_without_weights_is_another_matrix():
    first, second = tall_skinny_qr(LINE).values["triangles"]
    S = Matrix.vstack(first, second)
    assert Matrix(LINE).T * Matrix(LINE) != S.T * S
    assert Matrix([[2, 4], [4, Rational(29, 2)]]) == S.T * S


def test_zero_blocks():
    example = tall_skinny_qr([[0, 0], [0, 0], [1, 2]])
    assert example.answer == (Matrix([[1, 2]]), Matrix([[5]]) / 5)
    assert "Block 1 adds nothing" in example.text()
    nothing = tall_skinny_qr([[0, 0], [0, 0]])
    assert nothing.answer == (zeros(0, 2), zeros(0, 0))
    assert "There is nothing to join" in nothing.text()


def test_what_is_refused():
    with pytest.raises(
        ShapeError, match="at least 2 rows, one for each block, but has 1"
    ) as caught:
        tall_skinny_qr([[1, 2]])
    assert caught.value.field == "A"
    for rows in (-1, 4, 1.5):
        with pytest.raises(InvalidNumberError, match="rows is expected") as caught:
            tall_skinny_qr(LINE, rows=rows)
        assert caught.value.field == "rows"


def test_a_join_without_weights_raises(monkeypatch):
    right = _module.join

    def unweighted(A, k):
        found = right(A, k)
        return type(found)(
            **{**vars(found), "whole": _module.orthogonalize(found.stacked)},
        )

    monkeypatch.setattr(_module, "join", unweighted)
    with pytest.raises(FailedCheckError, match="give these products, too"):
        tall_skinny_qr(LINE)
