"""Every derivation in every format: named matrices, the book's examples and further ones."""

import json
import pickle
import re
from dataclasses import replace
from functools import cache, cached_property
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest
import sympy
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin
from sympy import Matrix

from linalg_book.writing.formula import augmented, row, vector, words
from linalg_book.writing.leaves import expression
from linalg_book.writing.tree import SIGN, Row
from tests.calls import CALLS, formulas_in, work, works

READER = MarkdownIt().use(dollarmath_plugin)
BETWEEN = [*map(SIGN.get, "=≈→≤≠")]
each = pytest.mark.parametrize("name", CALLS)


class Written:
    """An example, written once in each format for all tests of this file."""

    def __init__(self, example):
        self.example = example

    def __getattr__(self, name):
        """Return what the example itself has."""
        return getattr(self.example, name)

    text = cached_property(lambda self: self.example.text())
    full_text = cached_property(lambda self: self.example.text(full=True))
    html = cached_property(lambda self: self.example.html())
    markdown = cached_property(lambda self: self.example.markdown())
    latex = cached_property(lambda self: self.example.latex())
    full_latex = cached_property(lambda self: self.example.latex(full=True))


@cache
def named(name):
    """Work a function on all named matrices that it takes."""
    return [Written(CALLS[name].make(case.A, case.b)) for case in works(name)]


@cache
def written(name):
    """Work the example of the book and the further ones."""
    of_the_book = (CALLS[name].example, *CALLS[name].further)
    return [Written(work(name, arguments)) for arguments in of_the_book]


def examples(name):
    """List all examples of a function."""
    return [*named(name), *written(name)]


def test_there_are_further_examples_of_each_function():
    assert all(call.further for call in CALLS.values())
    assert sum(len(call.further) for call in CALLS.values()) > 190


def test_katex_accepts_every_formula_of_every_step(katex_errors):
    formulas = set()
    for name in CALLS:
        shown = {item.latex() for e in examples(name) for s in e.steps for item in s.formulas}
        found = set().union(*(formulas_in(example.full_latex) for example in examples(name)))
        assert shown <= found, name
        assert len(found) > 40, name
        formulas |= found
    assert katex_errors(sorted(formulas)) == []


def sides(item):
    """Split a formula at its relations; return its sides that are a matrix, and the others."""
    found, matrices, names = [[]], [], set()
    for part in item.parts if isinstance(item, Row) else (item,):
        found = [*found, []] if part in BETWEEN else [*found[:-1], [*found[-1], part]]
    for side in found:
        matrix = expression(getattr(side[0], "content", None)) if len(side) == 1 else None
        if min(getattr(matrix, "shape", (0,))) > 1:
            matrices.append(str(matrix.tolist()))
        else:
            names.add(row(*side).line())
    return matrices, names


def repeats(before, after):
    """Whether a formula shows a matrix twice, or one of the formula before it without news."""
    (earlier, names), (later, others) = sides(before), sides(after)
    two_things = names and others and not names & others
    return len({*later}) < len(later) or (not two_things and not {*earlier}.isdisjoint(later))


M, N = Matrix([[1, 2], [3, 4]]), Matrix([[1, 2], [3, 5]])


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (row("A", "=", N), row("A", "=", M, "→", M), True),
        (augmented(M, None, [None, words("twice")]), row("R", "=", M), True),
        (row("A", "=", M), row("A", "=", M, "→", N), True),
        (row("A", "=", M), row("A", "=", N), False),
        (row("A", "=", M), row("B", "=", M), False),  # two things may come out equal
        (row("A", "=", M), row("x", "=", M, vector("b")), False),
    ],
)
def test_a_matrix_that_is_shown_twice_is_seen(before, after, expected):
    assert repeats(before, after) is expected


@each
def test_no_matrix_is_shown_twice_in_a_row(name):
    for example in examples(name):
        shown = [item for step in example.steps for item in step.formulas]
        for before, after in pairwise(shown):
            assert not repeats(before, after), (before.line(), after.line())


@each
def test_each_check_shows_its_value_once(name):
    for example in examples(name):
        checks = example.markdown.rpartition("Checks:")[2].split("$$")[1::2]
        assert len(checks) == len(example.checks)
        for check, display in zip(example.checks, checks, strict=True):
            assert display.count(rf"= {row(check.left).latex()}") == 1, display
            assert "holds" not in display


@each
def test_steps_are_sentences_with_a_reason(name):
    for example in examples(name):
        assert example.steps
        for sentence in (str(s) for step in example.steps for s in (step.what, step.why)):
            assert re.match(r"[A-Z]|\(Cᵀ C\)⁻¹", sentence), sentence
            assert sentence.endswith("."), sentence
            assert "  " not in sentence


def _read(texts):
    """Read a matrix of texts, whose terms may have any order; roots of polynomials by number."""
    short = [[re.sub(r"CRootOf\([^()]*?(\d)\)", r"r\1", text) for text in row] for row in texts]
    return sympy.Matrix(len(texts), len(texts[0]) if texts else 0, lambda i, j: short[i][j])


@each
def test_json_holds_everything(name):
    for example in examples(name):
        data = json.loads(example.to_json(), parse_float=pytest.fail, parse_int=pytest.fail)
        assert len(data["steps"]) == len(example.steps) > 0
        assert len(data["checks"]) == len(example.checks) > 0
        assert all(check["holds"] is True for check in data["checks"])
        assert set(data["values"]) == set(example.values)
        if isinstance(example.answer, sympy.MatrixBase):
            texts = [list(map(str, line)) for line in example.answer.tolist()]
            same = data["answer"] == texts  # as nearly always; reading both takes most of the test
            assert same or _read(data["answer"]) == _read(texts)


@each
def test_html_holds_every_step_and_check(name):
    for example in examples(name):
        root = ET.fromstring(example.html)  # noqa: S314 (our own)
        assert len(root.findall(".//ol[@class='steps']/li")) == len(example.steps)
        assert len(root.findall("./ul[@class='checks']/li")) == len(example.checks)


@each
def test_html_is_valid(name):
    for example in written(name):
        parser = html5lib.HTMLParser(strict=True)
        assert len(parser.parseFragment(example.html)) == 1


@each
def test_markdown_holds_every_step_and_check(name):
    for example in examples(name):
        page = READER.render(example.example.markdown(full=True))
        assert page.count("<ol>") == page.count("<ul>") == 1
        assert page.count("<li>") == len(example.steps) + len(example.checks)
        formulas = sum(len(step.formulas) for step in example.steps)
        assert page.count('class="math block"') == formulas + len(example.checks)


@each
def test_latex_is_balanced(name):
    for example in examples(name):
        source = example.full_latex
        bare = re.sub(r"\\[{}$\\]", "", source)
        assert bare.count("{") == bare.count("}")
        assert source.count(r"\[ ") == source.count(r" \]") > 0
        begun, ended = (re.findall(rf"\\{word}{{(\w+)}}", source) for word in ("begin", "end"))
        assert sorted(begun) == sorted(ended)
        assert source.count(r"\item ") == len(example.steps) + len(example.checks)


@each
def test_text_holds_every_step_and_check(name):
    for example in examples(name):
        text = example.full_text
        assert text.startswith(f"{example.title}\n===")
        assert not re.search(r"[ \t]$|\t", text, re.MULTILINE)
        numbers = [int(n) for n in re.findall(r"^(\d+)\. \S", text, re.MULTILINE)]
        assert numbers == list(range(1, len(example.steps) + 1))
        assert text.count("\n✓ ") == len(example.checks)


@each
def test_text_keeps_to_a_width(name):
    for example in written(name):
        # One line may be a single number of 200 digits, another a formula that ends at 81.
        long_number = re.search(r"\d{50}", example.text)
        assert long_number or max(map(len, example.example.text(80).splitlines())) <= 81


@each
def test_a_long_derivation_is_summarized(name):
    for example in examples(name):
        assert (" go on like this; " in example.text) is (len(example.steps) > 12)


@each
def test_no_name_of_a_class_is_shown(name):
    for example in examples(name):
        for text in (example.text, example.html, example.markdown, example.latex):
            assert not re.search("CRootOf|ImmutableMatrix|Fraction|DomainMatrix", text)


@each
def test_pickled_and_back(name):
    for example in written(name):
        again = pickle.loads(pickle.dumps(example.example))  # noqa: S301 (our own)
        assert again.answer == example.answer
        assert again.text() == example.text
        assert hash(example.example) == hash(replace(example.example))
