"""Long matrices and sums are shown without their middle, in every format; answers are whole."""

from html import unescape

import pytest
import sympy

from linalg_book.exact import closest_point, row_reduce
from linalg_book.writing.abbreviated import LONGEST, abbreviated, terms
from linalg_book.writing.formula import augmented, linear, row, unknowns


def counting(m, n):
    """Make a matrix with 100·row + column at each place."""
    return sympy.ImmutableMatrix(m, n, lambda i, j: 100 * (i + 1) + j + 1)


@pytest.mark.parametrize("shape", [(1, 1), (LONGEST, LONGEST), (0, 99), (99, 0)])
def test_what_is_short_or_empty_stays(shape):
    assert abbreviated(sympy.zeros(*shape)).shape == shape


def test_the_first_and_last_rows_and_columns_are_kept():
    shown = abbreviated(counting(41, 50))
    assert shown.shape == (12, 12)
    assert shown.col(0)[:9] == [101, 201, 301, 401, 501, 601, 701, 801, sympy.Symbol("⋮")]
    assert shown.col(11)[9:] == [3950, 4050, 4150]
    assert str(shown[8, 8]) == "⋱"
    assert str(shown[0, 8]) == "⋯"


def test_every_format_shows_the_dots(katex_errors):
    formula = row("A", "=", counting(41, 2))
    assert r"\vdots" in formula.latex()
    assert "⋮" in unescape(formula.mathml())
    assert "⋮" in formula.text()
    assert "⋮, ⋮" in formula.line()
    long = row(*linear([1] * 41, unknowns(41)).parts, "=", 1)
    assert long.line() == "x₁ + x₂ + x₃ + x₄ + x₅ + x₆ + x₇ + x₈ + ⋯ + x₃₉ + x₄₀ + x₄₁ = 1"
    assert katex_errors([formula.latex(), long.latex()]) == []
    assert terms("abc") == ["a", "b", "c"]


def test_notes_and_bar_stay_beside_their_rows_and_columns():
    notes = [row("R") if i in (0, 20, 40) else None for i in range(41)]
    table = augmented(counting(41, 50), 49, notes)
    assert table.bar == 11
    assert [i for i, note in enumerate(table.notes) if note] == [0, 11]
    assert table.line().startswith("[101, 102, 103, 104, 105, 106, 107, 108, ⋯, 148, 149 | 150;")
    assert len(row_reduce([[1] * 60, [2] * 60], [1, 2]).text()) < 4000


def test_the_answer_is_whole():
    example = closest_point(list(range(1, 101)), 1)
    assert len(example.answer) == 100
    assert len(example.text()) < 8000
    assert len(example.as_dict()["answer"]) == 100
