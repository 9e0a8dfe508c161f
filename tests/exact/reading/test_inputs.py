"""The table of what people type and paste, as the package reads it."""

import json
import re
from fractions import Fraction

import pytest

from linalg_book.asking.values import read_matrix
from linalg_book.errors import EquationError, InvalidNumberError, ShapeError
from linalg_book.exact import least_norm, parse_equations
from linalg_book.exact.reading.matrix_text import read_rows
from linalg_book.exact.reading.number_text import read_number
from tests.paths import ROOT

TABLE = json.loads((ROOT / "tests/data/inputs.json").read_text(encoding="utf-8"))


def cases(kind, outcome):
    """Give a test a case each."""
    found = TABLE[kind][outcome]
    return pytest.mark.parametrize("case", found, ids=[repr(case["text"]) for case in found])


@cases("numbers", "read")
def test_a_number_is_read(case):
    assert read_number(case["text"]) == Fraction(case["value"])
    assert least_norm([1], case["text"]).answer[0] == Fraction(case["value"])


@cases("numbers", "refused")
def test_a_number_is_refused_with_the_remedy(case):
    assert read_number(case["text"]) == case["remedy"]
    with pytest.raises(InvalidNumberError, match=rf": {re.escape(case['remedy'])}\.$"):
        least_norm([1], case["text"])


@cases("matrices", "read")
def test_a_matrix_is_read(case):
    assert read_rows(case["text"]) == case["rows"]
    assert read_matrix(case["text"], "A") == case["rows"]


@cases("matrices", "refused")
def test_a_matrix_is_refused_with_the_remedy(case):
    with pytest.raises(ShapeError, match=rf"^A is not readable: {re.escape(case['message'])}\.$"):
        read_matrix(case["text"], "A")


@cases("equations", "read")
def test_equations_are_read(case):
    found = parse_equations(case["text"])
    assert [[str(c) for c in row] for row in found.A] == case["A"]
    assert [str(c) for c in found.b] == case["b"]
    assert " ".join(found.unknowns) == case["unknowns"]


@cases("equations", "refused")
def test_equations_are_refused_with_the_remedy(case):
    with pytest.raises(EquationError, match=rf": {re.escape(case['remedy'])}\.$") as caught:
        parse_equations(case["text"])
    assert caught.value.position == case["position"]
