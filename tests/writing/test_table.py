"""Matrices with a bar and notes: LaTeX, MathML and text."""

from xml.etree import ElementTree as ET

import pytest
from sympy import Matrix, Rational

from linalg_book.writing.formula import augmented, formula, linear, row

ROWS = Matrix([[1, -2, 5], [0, 10, -15]])
PLAIN = augmented(ROWS)
BARRED = augmented(ROWS, 2)
NOTED = augmented(ROWS, 2, [None, linear([1, -3], ["R_2", "R_1"])])
HALVES = augmented(
    Matrix([[1, Rational(1, 2)], [3, 4]]), 1, [None, linear([Rational(1, 2)], ["R_2"])]
)
EMPTY = augmented(Matrix(3, 0, []), 0)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PLAIN, r"\left[\begin{array}{ccc}1 & -2 & 5 \\ 0 & 10 & -15\end{array}\right]"),
        (BARRED, r"\left[\begin{array}{cc|c}1 & -2 & 5 \\ 0 & 10 & -15\end{array}\right]"),
        (NOTED, BARRED.latex() + r"\begin{array}{l} \\ R_{2} - 3 R_{1}\end{array}"),
        (augmented(Matrix([7]), 0), r"\left[\begin{array}{|c}7\end{array}\right]"),
        (EMPTY, r"[\;]_{3 \times 0}"),
    ],
)
def test_latex(table, expected):
    assert table.latex() == expected


def test_rows_with_fractions_are_as_tall_as_their_notes():
    strut = r"\vphantom{\frac{1}{1}}"
    matrix, notes = HALVES.latex().split(r"\right]")
    assert matrix.count(strut) == notes.count(strut) == 2
    assert matrix.count(r"\\[0.4em]") == notes.count(r"\\[0.4em]") == 1
    root = ET.fromstring(HALVES.mathml())  # noqa: S314
    tables = root.findall(".//{*}mtable")
    assert len(tables) == 2
    for part in tables:
        assert [len(r.findall(".//{*}mphantom")) for r in part.findall("{*}mtr")] == [1, 1]


def test_line():
    assert BARRED.line() == "[1, −2 | 5; 0, 10 | −15]"
    assert NOTED.line() == "[1, −2 | 5; 0, 10 | −15] (row 2: R₂ − 3R₁)"
    assert PLAIN.line() == "[1, −2, 5; 0, 10, −15]" == formula(ROWS).line()
    assert EMPTY.line() == "[ ]₃ₓ₀"


def test_text():
    assert NOTED.text() == "⎡1  −2 │  5 ⎤\n⎢      │    ⎥\n⎣0  10 │ −15⎦  R₂ − 3R₁"
    assert PLAIN.text() == formula(ROWS).text()
    assert row("A", "=", EMPTY).text() == "A = [ ]₃ₓ₀"


def test_notes_are_aligned_on_the_left():
    noted = augmented(Matrix([1, 2]), 1, [linear([2], ["R_1"]), linear([1, -1], ["R_2", "R_1"])])
    assert noted.text() == "⎡1 │⎤  2R₁\n⎢  │⎥\n⎣2 │⎦  R₂ − R₁"


def test_mathml_has_the_bar_in_every_row():
    root = ET.fromstring(BARRED.mathml())  # noqa: S314
    rows = ["".join(cell.itertext()) for cell in root.findall(".//{*}mtr")]
    assert rows == ["1−2|5", "010|−15"]
    assert [len(r) for r in root.findall(".//{*}mtr")] == [4, 4]


def test_mathml_has_the_notes_in_a_table_of_their_own():
    _, notes = ET.fromstring(NOTED.mathml()).findall(".//{*}mtable")  # noqa: S314
    assert ["".join(line.itertext()) for line in notes] == ["", "R2−3R1"]


def test_matrices_without_entries_show_their_size():
    empty = formula(Matrix(0, 12, []))
    assert empty.latex() == r"[\;]_{0 \times 12}"
    assert empty.line() == empty.text() == "[ ]₀ₓ₁₂"
    assert "".join(ET.fromstring(empty.mathml()).itertext()) == "[]0×12"  # noqa: S314
    assert formula(Matrix(0, 1, [])).line() == "[ ]₀ₓ₁"


def test_katex_accepts_them(katex_errors):
    tables = [PLAIN, BARRED, NOTED, HALVES, EMPTY, augmented(Matrix([7]), 0)]
    assert katex_errors([table.latex() for table in tables]) == []
