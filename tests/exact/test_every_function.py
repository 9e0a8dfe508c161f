"""Every public function on every named matrix and system: edge cases, ways to write, input kept."""

import copy

import numpy as np
import pytest
import sympy
from sympy import Matrix

from tests.calls import CALLS, CASES, works

VARIED = {"fractions in a matrix", "singular symmetric", "wide", "one entry"}
each = pytest.mark.parametrize("name", CALLS)
with_b = pytest.mark.parametrize("name", [name for name, call in CALLS.items() if call.takes_b])


def test_the_cases_that_matter():
    digits = [len(str(abs(x.p))) for case in CASES for x in case.A]
    assert max(digits) > 200
    assert any(x.q > 1 for case in CASES for x in case.A)
    assert any(any(case.A) and not any(case.b) for case in CASES)
    assert {(0, 3), (3, 0), (0, 0), (1, 1)} <= {case.A.shape for case in CASES}
    assert all(len(works(name)) >= 9 for name in CALLS)


@each
def test_the_input_is_unchanged(name):
    make = CALLS[name].make
    for case in works(name):
        if case.name not in VARIED:
            continue
        entries, right = case.A.tolist(), list(case.b)
        for A, b in (
            (entries, right),
            (tuple(map(tuple, entries)), tuple(right)),
            (Matrix(entries), Matrix(right)),
            (np.array(entries, dtype=object), np.array(right, dtype=object)),
        ):
            before = copy.deepcopy((A, b))
            example = make(A, b)
            example.text()
            assert str((A, b)) == str(before)
            assert example.answer == make(case.A, case.b).answer


@each
def test_plain_integers_and_their_text_are_the_same(name):
    make = CALLS[name].make
    rows, right = [[4, -2], [-2, 1]], [2, -1]
    expected = make(rows, right)
    for write in (str, sympy.Integer, np.int64, lambda x: f"{x}.0", lambda x: f"{2 * x}/2"):
        A, b = [[write(x) for x in row] for row in rows], [write(x) for x in right]
        assert make(A, b) == expected


@with_b
def test_a_zero_right_hand_side_gives_zero(name):
    for case in CASES:
        if not any(case.b) and case in works(name) and name != "row_reduce":
            answer = CALLS[name].make(case.A, case.b).answer
            assert answer == Matrix.zeros(*answer.shape), case.name
