"""What pages get to know about the checks of answers."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy

from linalg_book import exact, live
from linalg_book.errors import InexactNumberError, LinalgBookError, RequestError, ShapeError

# By hand: 3x + 4y = 12 has the nearest point 12/25 · (3, 4).
C, D = sympy.symbols("c d")
LINE = {"A": [["3", "4"]], "b": ["12"]}


@pytest.mark.parametrize(
    ("kind", "values", "described"),
    [
        ("number", {"answer": sympy.Rational(12, 5)}, {"answer": "12/5"}),
        ("number", {"answer": "0.25"}, {"answer": "1/4"}),
        ("fraction", {"answer": Fraction(24, 50)}, {"answer": "12/25"}),
        ("vector", {"answer": (1, Fraction(-1, 2))}, {"answer": ["1", "-1/2"]}),
        ("vector", {"answer": sympy.Matrix([[1], [2]])}, {"answer": ["1", "2"]}),
        (
            "vector",
            {"answer": ["36/25", "48/25"], "A": "3x + 4y = 12", "wanted": "the nearest"},
            {"answer": ["36/25", "48/25"], **LINE, "wanted": "the nearest"},
        ),
        (
            "vector",
            {"answer": [4, 0], "A": [[3, 4]], "b": [12]},
            {"answer": ["4", "0"], **LINE, "wanted": "the solution asked for"},
        ),
        ("matrix", {"answer": sympy.eye(2) / 2}, {"answer": [["1/2", "0"], ["0", "1/2"]]}),
        ("matrix", {"answer": [[1, 2]]}, {"answer": [["1", "2"]]}),
        ("solution", {"A": [3, 4], "b": 12}, LINE),
        (
            "basis",
            {"A": [[1, 2], [2, 4], [0, 0]], "space": "left-null"},
            {"A": [["1", "2"], ["2", "4"], ["0", "0"]], "space": "left-null", "dimension": 2},
        ),
        (
            "basis",
            {"A": [3, 4], "space": "row"},
            {"A": [["3", "4"]], "space": "row", "dimension": 1},
        ),
        ("rank", {"rows": 2, "columns": 3, "rank": 1}, {"rows": 2, "columns": 3, "rank": 1}),
        (
            "rank",
            {"rows": 2, "columns": 2, "symmetric": True, "x": [1, 1], "b": [5, "1/2"]},
            {"rows": 2, "columns": 2, "symmetric": True, "x": ["1", "1"], "b": ["5", "1/2"]},
        ),
        ("orthogonal", {"to": [3, 4]}, {"to": [["3", "4"]]}),
        ("multiple", {"of": (4, -3)}, {"of": ["4", "-3"]}),
        ("symbolic", {"answer": C**2 / 3}, {"answer": [["c**2/3"]], "letters": ["c"]}),
        ("symbolic", {"answer": [C, 2]}, {"answer": [["c", "2"]], "letters": ["c"]}),
        (
            "symbolic",
            {"answer": sympy.Matrix([[D, 0], [1, C / D]])},
            {"answer": [["d", "0"], ["1", "c/d"]], "letters": ["c", "d"]},
        ),
    ],
)  # fmt: skip
def test_values_become_exact_text(kind: str, values: dict, described: dict) -> None:
    assert live.expected(kind, **values) == {"kind": kind, **described}


def test_a_worked_answer_is_taken_as_it_is() -> None:
    answer = exact.closest_point([5, 12], 26).answer
    assert live.expected("vector", answer=answer)["answer"] == ["10/13", "24/13"]


@pytest.mark.parametrize(
    ("kind", "values", "error", "message"),
    [
        ("guess", {}, RequestError, "expected a kind of check .number, fraction.*received 'guess'"),
        ("number", {}, RequestError, "number takes answer, but there is missing .*'answer'"),
        ("number", {"answer": 1, "of": 2}, RequestError, "an unexpected keyword argument 'of'"),
        ("number", {"answer": 0.1}, InexactNumberError, "answer is 0.1, a floating-point number"),
        ("number", {"answer": sympy.sqrt(2)}, LinalgBookError, "answer is sqrt.2., which is not a"),
        ("vector", {"answer": 3}, ShapeError, "answer is 3, but a vector is expected"),
        ("vector", {"answer": []}, ShapeError, "answer has no entries"),
        ("vector", {"answer": sympy.eye(2)}, ShapeError, "2×2 matrix, but a vector is expected"),
        ("vector", {"answer": [1, 2.5]}, InexactNumberError, "entry 2 of answer is 2.5"),
        (
            "vector",
            {"answer": [1, 2], "A": "3x + 4y = 12"},
            RequestError,
            r"answer with A x = b, but \(1, 2\) gives \(11\) in place of \(12\)",
        ),
        ("vector", {"answer": [1], **LINE}, ShapeError, "answer of 2 entries, received 1"),
        ("matrix", {"answer": "x"}, ShapeError, "answer is 'x', but a matrix is expected"),
        ("matrix", {"answer": [[1, 2], [3]]}, ShapeError, r"rows of answer have \[1, 2\] entries"),
        ("solution", {"A": [[1, 1], [1, 1]], "b": [1, 2]}, RequestError, "but it has none"),
        ("basis", {"A": [1], "space": "nul"}, RequestError, "a space of column, row, null, left-"),
        ("basis", {"A": [[1]], "space": "left-null"}, RequestError, "the left null space of A hol"),
        ("rank", {"rows": 2, "columns": 3, "rank": 3}, RequestError, "2×3 matrix has no rank 3"),
        ("rank", {"rows": 2, "columns": 3, "symmetric": True}, RequestError, "is not symmetric"),
        (
            "rank",
            {"rows": 2, "columns": 3, "x": [1], "b": [1, 2]},
            ShapeError,
            "expected x with 3 and b with 2 entries for a 2×3 matrix, received 1 and 2",
        ),
        ("orthogonal", {"to": [[1, 0], [0, 1]]}, RequestError, "only the zero vector"),
        ("multiple", {"of": [0, 0]}, RequestError, "the zero vector has no multiple"),
        ("symbolic", {"answer": sympy.sqrt(C)}, RequestError, "expected an expression in c such"),
        ("symbolic", {"answer": [1, 2]}, RequestError, "expected an answer with symbols"),
        ("symbolic", {"answer": "c"}, ShapeError, "expected an expression, a list or a matrix"),
    ],
)
def test_what_cannot_be_right_is_refused(
    kind: str, values: dict, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        live.expected(kind, **values)
