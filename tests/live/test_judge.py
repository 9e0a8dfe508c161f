"""Answers with letters: every spelling of the right one is right, and wrong ones are told why."""

from __future__ import annotations

import json
import time

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from linalg_book.live import call, expected, judge

S, T = sympy.symbols("s t")
# the least heat of the motors for the demands s and t, by hand: s²/3 + t²/2
HEAT = {"kind": "symbolic", "answer": [["s**2/3 + t**2/2"]], "letters": ["s", "t"]}
POINT = {"kind": "symbolic", "answer": [["s/3 + t/2", "s/3 - t/2", "s/3"]], "letters": ["s", "t"]}
MATRIX = {"kind": "symbolic", "answer": [["s", "0"], ["1", "t/s"]], "letters": ["s", "t"]}


def said(check, text):
    """Return the verdict on an answer."""
    answer = judge({"check": check, "text": text})
    assert answer["ok"] is True
    return answer["state"], answer["message"]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (HEAT, "s^2/3 + t^2/2"),
        (HEAT, " t²/2+s²/3 "),
        (HEAT, "(2s² + 3t²)/6"),
        (HEAT, "1/6 (2 s·s + 3 t**2)"),
        (HEAT, "0.5t^2 − −s^2⁄3"),
        (HEAT, "(s^4 - 9/4 t^4) / (3s^2 - 9/2 t^2)"),
        (POINT, "(s/3 + t/2, s/3 - t/2, s/3)"),
        (POINT, "(2s+3t)/6, (2s-3t)/6, (s)/3"),
        (MATRIX, "s, 0; 1, t/s"),
        (MATRIX, "[(s, 0); (1, t s^-1)]"),
    ],
)
def test_every_spelling_of_the_right_answer_is_right(check, text):
    assert said(check, text) == ("right", "Right.")


@pytest.mark.parametrize(
    ("check", "text", "message"),
    [
        (HEAT, "s^2/3 - t^2/2", "This gives −1/6 for s = 1 and t = 1, not 5/6."),
        (HEAT, "2s^2 + 3t^2", "This is 6 times the right answer."),
        (HEAT, "-(s^2/3 + t^2/2)", "This is the negative of the right answer."),
        (HEAT, "1/(s - 1)", "This gives 1 for s = 2 and t = 1, not 11/6."),
        (HEAT, "0", "This gives 0 for s = 1 and t = 1, not 5/6."),
        (POINT, "2s/3 + t, 2s/3 - t, 2s/3", "All entries are 2 times what they should be."),
        (POINT, "s/3 + t/2, s/3, s/3", "Entry 2 gives 1/3 for s = 1 and t = 1, not −1/6."),
        (POINT, "s/3 + t/2, s/3 - t/2, s", "Entry 3 is 3 times the right entry."),
        (MATRIX, "s, 0; 0, t/s", "Entry 1 of row 2 gives 0 for s = 1 and t = 1, not 1."),
        (
            HEAT,
            "s^2/3 + t^2/2 + (s - 1)(s - 2)(s - 3)(s - 5)",
            "This agrees with the answer at small numbers, but not at all numbers.",
        ),
    ],
)
def test_a_wrong_answer_is_told_where_it_differs(check, text, message):
    assert said(check, text) == ("wrong", message)


@pytest.mark.parametrize(
    ("check", "text", "words"),
    [
        (HEAT, "", "received nothing"),
        (HEAT, "s +", "received “s +”: check its signs and parentheses."),
        (HEAT, "(s", "check its signs and parentheses."),
        (HEAT, "x + t", "use the letters s, t only."),
        (HEAT, "sqrt(s)", "use the letters s, t only."),
        (HEAT, "1/0", "it divides by 0."),
        (HEAT, "t/(s - s)", "it divides by 0."),
        (HEAT, "s 2 3", "put a sign between two numbers."),
        (HEAT, "s, t", "“,” cannot be read."),
        (HEAT, "s^t", "whole numbers from −20 to 20 as powers"),
        (HEAT, "9^9^9^9", "whole numbers from −20 to 20 as powers"),
        (HEAT, "__import__('os')", "received “__import__('os')”: “_” cannot be read."),
        (HEAT, "s" * 80, "a degree of at most 60"),
        (HEAT, "(" * 150 + "s" + ")" * 150, "at most 300 characters, received 301"),
        (HEAT, "(" * 149 + "s" + ")" * 149, ""),
        (POINT, "s, t", "Expected 3 entries, received 2 entries: put commas between entries."),
        (MATRIX, "s 0; 1 t/s", "2 rows with 2 entries each, received 2 rows with 1 entry each"),
    ],
)
def test_what_cannot_be_read_is_told(check, text, words):
    state, message = said(check, text)
    assert state == ("malformed" if words else "wrong")
    assert words in message
    assert len(message) < 250


def test_the_judge_is_quick_and_asked_by_name():
    start = time.perf_counter()
    text = "(s+t)^20 (s-t)^20 (s+1)^19"
    answer = json.loads(call("judge", json.dumps({"check": HEAT, "text": text})))
    assert answer["state"] == "wrong"
    assert time.perf_counter() - start < 5
    for request in ("3", "{}", '{"check": {"letters": ["s"], "answer": 1}, "text": "s"}'):
        refused = json.loads(call("judge", request))
        assert (refused["ok"], refused["field"]) == (False, None)


coefficients = st.fractions(min_value=-9, max_value=9, max_denominator=9)


@given(
    st.lists(coefficients, min_size=3, max_size=3), st.lists(coefficients, min_size=3, max_size=3)
)
def test_right_is_what_sympy_cannot_tell_apart(p, q):
    made = [sympy.Rational(a) * S + sympy.Rational(b) * T + c for a, b, c in (p, q)]
    wanted = made[0] * made[1] + S  # never a constant
    check = expected("symbolic", answer=wanted)
    letters = set(check["letters"])
    for written in (sympy.expand(wanted), sympy.factor(wanted)):
        assert said(check, str(written))[0] == "right"
    other = sympy.expand(wanted + S * made[0])
    if {str(x) for x in other.free_symbols} <= letters:
        same = sympy.expand(S * made[0]) == 0
        assert (said(check, str(other))[0] == "right") is same
