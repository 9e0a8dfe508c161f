"""Worked examples: an answer that can't disagree with its working, in every format."""

import copy
import json
import pickle
import re
from dataclasses import FrozenInstanceError, replace
from functools import partial
from xml.etree import ElementTree as ET

import html5lib
import pytest
from sympy import Integer, Matrix, Rational

from linalg_book import exact
from linalg_book.errors import FailedCheckError
from linalg_book.worked import Check, Step, WorkedExample
from linalg_book.writing.formula import row
from linalg_book.writing.prose import prose
from tests.calls import CALLS
from tests.expected import SOLVED

FIRST = exact.closest_point([3, 4], 12)
EXAMPLES = [
    pytest.param(function(s.system.A, s.system.b), id=f"{function.__name__}: {s.system.name}")
    for s in SOLVED
    for function in (exact.closest_point, exact.least_norm)
] + [
    pytest.param(exact.least_norm([[1, 2], [2, 4], [0, 0], [3, 5]], [1, 2, 0, 3]), id="4 rows"),
    pytest.param(exact.least_norm([[1]] * 8, [1] * 8), id="8 equal rows"),
    pytest.param(exact.closest_point(range(1, 9), -204), id="8 dimensions"),
    pytest.param(exact.closest_point([0, 0, -2], 5), id="two zero coefficients"),
]
EACH_FUNCTION = [
    pytest.param(call.make([[2, 1], [1, 2]], [3, 0]), id=name) for name, call in CALLS.items()
]
every = pytest.mark.parametrize("example", EXAMPLES + EACH_FUNCTION)


def check(left, right):
    return Check(prose("a = b"), row("a", "=", "b"), left, right)


def worked(*checks, steps=()):
    return WorkedExample(prose("Title"), Integer(1), checks, partial(tuple, steps))


def test_a_failing_check_raises():
    with pytest.raises(FailedCheckError, match=r"expected “a = b” \(a = b\) to hold, but 1 ≠ 2"):
        worked(check(Integer(1), Integer(1)), check(Integer(1), Integer(2)))
    with pytest.raises(FailedCheckError):
        replace(FIRST, checks=(check(Matrix([1]), Matrix([2])),))


def test_a_check_evaluates_both_sides():
    assert check(Rational(2, 4), Rational(1, 2)).holds
    assert check(Rational(2, 4), Rational(1, 2)).evaluated.line() == "1/2 = 1/2"
    assert not check(Integer(1), Integer(2)).holds


def test_steps_are_built_once_and_when_asked_for():
    calls = []

    def derivation():
        calls.append(1)
        return (Step(prose("Do it."), prose("Because.")),)

    example = WorkedExample(prose("Title"), Integer(1), (), derivation)
    assert calls == []
    assert example.steps is example.steps
    assert calls == [1]


def test_immutable():
    with pytest.raises(FrozenInstanceError):
        FIRST.answer = 1
    with pytest.raises(FrozenInstanceError):
        FIRST.steps[0].what = prose("Other.")
    with pytest.raises(FrozenInstanceError):
        FIRST.checks[0].left = 0
    with pytest.raises(TypeError):
        FIRST.values["distance"] = 1
    with pytest.raises(TypeError):
        FIRST.answer[0] = 1
    assert isinstance(FIRST.steps, tuple)
    assert isinstance(FIRST.checks, tuple)


def test_the_values_are_a_copy():
    values = {"rank": 1}
    example = WorkedExample(prose("Title"), 1, (), tuple, values)
    values["rank"] = 2
    assert example.values["rank"] == 1


def pickled(example):
    return pickle.loads(pickle.dumps(example))  # noqa: S301 (our own bytes)


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy, pickled])
def test_copies(duplicate):
    other = duplicate(FIRST)
    assert other == FIRST
    assert other.text() == FIRST.text()
    assert hash(other) == hash(FIRST)


def test_the_text_of_the_first_example():
    text = str(FIRST)
    assert text.startswith("The point of the line 3x + 4y = 12 nearest to the origin\n=====")
    for line in (
        "      c ‖a‖² = c (3² + 4²) = 25c = 12",
        "      c = 12/25",
        "      x = 12/25 ⎢ ⎥ = ⎢     ⎥\n                ⎣4⎦   ⎣48/25⎦",
        "      3·36/25 + 4·48/25 = 12",
        "      4·36/25 − 3·48/25 = 0",
    ):
        assert f"\n{line}\n" in text


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "badly scaled" not in e.id])
def test_text_keeps_to_the_width(example):
    # The system left out has numbers of 200 digits, wider than any line.
    assert max(map(len, example.text().splitlines())) <= 80


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_last_step_arrives_at_the_answer(example):
    answer = row(example.answer).latex()
    entry = row(example.answer[0]).latex()
    shown = " ".join(item.latex() for step in example.steps for item in step.formulas)
    assert answer in shown or (len(example.answer) == 1 and entry in shown)


@every
def test_html_is_valid_and_semantic(example):
    fragment = html5lib.HTMLParser(strict=True).parseFragment(example.html())
    assert len(fragment) == 1
    root = ET.fromstring(example.html())  # noqa: S314
    assert root.get("class") == "worked-example"
    assert len(root.findall("./ol[@class='steps']/li[@class='step']")) == len(example.steps)
    assert len(root.findall("./ul[@class='checks']/li")) == len(example.checks)
    assert len(root.findall(".//span[@class='check-identity']")) == len(example.checks)
    for element in root.iter():
        assert not {"id", "style", "onclick"} & set(element.attrib)


@every
def test_html_has_each_formula_as_latex_and_mathml(example):
    root = ET.fromstring(example.html())  # noqa: S314
    shown = [e for e in root.iter() if e.get("class") == "math"]
    assert all(len(e) == 1 and e[0].tag.endswith("}math") for e in shown)
    display = [e.get("data-tex") for e in shown if e.get("data-display") == "true"]
    assert display == [item.latex() for step in example.steps for item in step.formulas]


@every
def test_latex_uses_no_private_macro(example):
    known = {
        "begin", "end", "item", "paragraph", "mathbf", "boldsymbol", "alpha", "frac", "sqrt",
        "left", "right", "lVert", "rVert", "lvert", "rvert", "cdot", "top", "text", "lambda",
        "mu", "eta", "delta", "sigma", "leq", "Lambda", "Sigma", "Phi", "ldots", "times",
        "to", "mid", "vphantom", "approx", "pi", "arccos", "theta", "phi", "beta", "omega", "int",
        "infty", "psi",
    }  # fmt: skip
    assert set(re.findall(r"(?<!\\)\\([a-zA-Z]+)", example.latex())) <= known
    opened, closed = (re.findall(rf"(?<!\\)\\\{sign}", example.latex()) for sign in "[]")
    assert len(opened) == len(closed)
    assert example._repr_latex_() == example.latex()


def test_markdown():
    text = FIRST.markdown()
    assert text.startswith(
        "**The point of the line $3 x + 4 y = 12$ nearest to the origin**\n\n1. "
    )
    assert "\n\n   $$\n   c = \\frac{12}{25}\n   $$\n\n4. " in text
    assert text.count("$$") % 2 == 0


def test_json_of_the_first_example():
    data = json.loads(FIRST.to_json())
    assert data == FIRST.as_dict()
    assert set(data) == {"schema", "title", "answer", "values", "steps", "checks"}
    assert data["schema"] == "linalg_book.worked-example/1"
    assert data["answer"] == [["36/25"], ["48/25"]]
    assert data["values"] == {
        "distance": "12/5",
        "distance_squared": "144/25",
        "multiplier": "12/25",
        "normal": [["3"], ["4"]],
        "null_space": [["4"], ["-3"]],
    }
    assert set(data["steps"][0]) == {"what", "why", "formulas", "before", "after"}
    assert data["steps"][2]["formulas"][1] == {"tex": r"c = \frac{12}{25}", "text": "c = 12/25"}
    assert data["checks"][0]["left"] == data["checks"][0]["right"] == "12"
    assert data["checks"][0]["holds"] is True


def test_a_notebook_is_offered_each_format():
    bundle = FIRST._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {
        "text/html": FIRST.html(),
        "text/latex": FIRST.latex(),
        "text/plain": FIRST.text(),
    }
    assert FIRST._repr_html_() == FIRST.html()
