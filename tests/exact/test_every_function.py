"""Every public function on every named matrix and system: each format, edge cases, input kept."""

import copy
import json
import re
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import sympy
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from sympy import Matrix

from tests.calls import CALLS, CASES, formulas_of, public_functions, works

READER = MarkdownIt().use(dollarmath_plugin)
VARIED = {"fractions in a matrix", "singular symmetric", "wide", "one entry"}
each = pytest.mark.parametrize("name", CALLS)
with_b = pytest.mark.parametrize("name", [name for name, call in CALLS.items() if call.takes_b])


@cache
def examples(name):
    """Work a function on all that it takes."""
    return [CALLS[name].make(case.A, case.b) for case in works(name)]


def test_every_public_function_is_listed():
    assert set(CALLS) == public_functions()


def test_the_cases_that_matter():
    digits = [len(str(abs(x.p))) for case in CASES for x in case.A]
    assert max(digits) > 200
    assert any(x.q > 1 for case in CASES for x in case.A)
    assert any(any(case.A) and not any(case.b) for case in CASES)
    assert {(0, 3), (3, 0), (0, 0), (1, 1)} <= {case.A.shape for case in CASES}
    assert all(len(works(name)) >= 10 for name in CALLS)


@each
def test_what_it_does_not_take_is_refused(name):
    make, refuses, *_ = CALLS[name]
    for case in CASES:
        error = refuses(case.A, case.b)
        if error is not None:
            with pytest.raises(error) as caught:
                make(case.A, case.b)
            assert type(caught.value) is error, case.name
            assert caught.value.field == CALLS[name].matrix, case.name
            assert re.fullmatch(r".*expected.*: .+\.", str(caught.value)), caught.value


@each
def test_katex_accepts_every_formula_of_every_step(name, katex_errors):
    shown = {item.latex() for e in examples(name) for s in e.steps for item in s.formulas}
    formulas = set().union(*map(formulas_of, examples(name)))
    assert shown <= formulas
    assert katex_errors(sorted(formulas)) == []


@each
def test_json_holds_everything(name):
    for example in examples(name):
        data = json.loads(example.to_json(), parse_float=pytest.fail, parse_int=pytest.fail)
        assert len(data["steps"]) == len(example.steps) > 0
        assert len(data["checks"]) == len(example.checks) > 0
        assert all(check["holds"] is True for check in data["checks"])
        assert set(data["values"]) == set(example.values)
        if isinstance(example.answer, sympy.MatrixBase):
            assert data["answer"] == [list(map(str, line)) for line in example.answer.tolist()]


@each
def test_html_holds_every_step_and_check(name):
    for example in examples(name):
        root = ET.fromstring(example.html())  # noqa: S314 (our own)
        assert len(root.findall(".//ol[@class='steps']/li")) == len(example.steps)
        assert len(root.findall("./ul[@class='checks']/li")) == len(example.checks)


@each
def test_markdown_holds_every_step_and_check(name):
    for example in examples(name):
        page = READER.render(example.markdown(full=True))
        assert page.count("<ol>") == page.count("<ul>") == 1
        assert page.count("<li>") == len(example.steps) + len(example.checks)
        formulas = sum(len(step.formulas) for step in example.steps)
        assert page.count('class="math block"') == formulas + 2 * len(example.checks)


@each
def test_latex_is_balanced(name):
    for example in examples(name):
        source = example.latex(full=True)
        bare = re.sub(r"\\[{}$\\]", "", source)
        assert bare.count("{") == bare.count("}")
        assert source.count(r"\[ ") == source.count(r" \]") > 0
        begun, ended = (re.findall(rf"\\{word}{{(\w+)}}", source) for word in ("begin", "end"))
        assert sorted(begun) == sorted(ended)
        assert source.count(r"\item ") == len(example.steps) + len(example.checks)


@each
def test_text_holds_every_step_and_check(name):
    for example in examples(name):
        text = example.text(full=True)
        assert text.startswith(f"{example.title}\n===")
        assert not re.search(r"[ \t]$|\t", text, re.MULTILINE)
        numbers = [int(n) for n in re.findall(r"^(\d+)\. \S", text, re.MULTILINE)]
        assert numbers == list(range(1, len(example.steps) + 1))
        assert text.count("\n✓ ") == len(example.checks)


@each
def test_a_long_derivation_is_summarized(name):
    for example in examples(name):
        assert (" go on like this; " in example.text()) is (len(example.steps) > 12)


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


@with_b
def test_a_right_hand_side_of_another_length(name):
    place = "onto" if name == "project" else "A"
    for b, count in (([1], "1 entry"), ([1, 2, 3], "3 entries")):
        with pytest.raises(ValueError, match=rf"b has {count}, but {place} has 2 rows.*: give"):
            CALLS[name].make([[1, 2], [3, 4]], b)
