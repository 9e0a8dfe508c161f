"""Singular triples: the pseudoinverse from them, and checks that see wrong ones."""

import json
from dataclasses import replace
from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linalg_book.errors import AlgebraicDegreeError, FailedCheckError
from linalg_book.exact import svd
from linalg_book.exact.engine.singular import pseudoinverse_from_triples, singular
from linalg_book.exact.reading.matrices import read_matrix
from linalg_book.worked import WorkedExample
from tests.paths import DATA
from tests.strategies import matrices, matrix

_svd = import_module("linalg_book.exact.functions.svd")

REFERENCE = {entry["name"]: entry for entry in json.loads((DATA / "pinv_exact.json").read_text())}


@pytest.mark.parametrize("name", REFERENCE)
def test_reference_matrices(name):
    entry = REFERENCE[name]
    A = read_matrix([[Fraction(x) for x in row] for row in entry["A"]])
    if name == "Hilbert8":
        with pytest.raises(AlgebraicDegreeError, match="has degree 8"):
            singular(A)
        return
    expected = [[Fraction(x) for x in row] for row in entry["pinv"]]
    assert pseudoinverse_from_triples(singular(A)).to_Matrix() == matrix(expected)


@settings(max_examples=25)
@given(matrices(rows=st.integers(1, 3), columns=st.integers(1, 3)))
def test_the_pseudoinverse_from_the_triples_is_sympys(A):
    assert pseudoinverse_from_triples(singular(read_matrix(A))).to_Matrix() == matrix(A).pinv()


def test_the_checks_see_wrong_parts():
    found = singular(read_matrix([[3, 0], [4, 5]]))
    flipped = found.squares[::-1]
    one = found.spectrum.numbers.ring.one
    wrong = {
        "images": tuple(replace(c, entries=c.entries[::-1]) for c in found.images),
        "left": (found.left[0], found.left[0]),
        "right": (replace(found.right[0], size=one), found.right[1]),
        "squares": flipped,
    }
    fails = {
        part: [not c.holds for c in _svd._checks(replace(found, **{part: value}), full=False)]
        for part, value in wrong.items()
    }
    assert fails["images"][0]
    assert fails["left"] == [False, True, False, False]
    assert fails["right"][2]
    assert fails["squares"] == [False, False, False, True]
    good = svd([[3, 0], [4, 5]])
    bad = _svd._checks(replace(found, squares=flipped), full=False)
    with pytest.raises(FailedCheckError, match="squared singular values"):
        WorkedExample(good.title, good.answer, bad, tuple)
