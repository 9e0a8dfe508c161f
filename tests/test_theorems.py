"""Every theorem of the book has a test, and the table of them is right."""

import ast
import re
from functools import cache

import pytest

from tests.paths import ROOT
from tests.planned import SLUGS
from tests.theorems import THEOREMS

TESTS = ROOT / "tests"
STATED = {
    label
    for page in (ROOT / "book").rglob("*.md")
    for label in re.findall(
        r"^:label: ((?:thm|lem|cor)-[a-z0-9-]+)$", page.read_text(encoding="utf-8"), re.MULTILINE
    )
}
each = pytest.mark.parametrize("theorem", THEOREMS, ids=lambda theorem: theorem.label)


@cache
def functions(path):
    """Map the functions of a file to the names of their decorators."""
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return {
        node.name: {ast.unparse(decorator).split("(")[0] for decorator in node.decorator_list}
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }


def test_every_stated_theorem_is_listed():
    listed = [theorem.label for theorem in THEOREMS]
    assert len(set(listed)) == len(listed)
    assert sorted(STATED - set(listed)) == []


@each
def test_the_label_exists_or_is_planned(theorem):
    if theorem.planned:
        assert theorem.label not in STATED, f"{theorem.label} is stated; take “planned” away"
        kind, _, rest = theorem.label.partition("-")
        assert kind in ("thm", "lem", "cor")
        assert any(rest.startswith(f"{slug}-") for slug in SLUGS)
    else:
        assert theorem.label in STATED


@each
def test_its_tests_exist(theorem):
    assert theorem.tests
    for test in theorem.tests:
        path, _, name = test.partition("::")
        assert (TESTS / path).exists(), f"{theorem.label}: no file {path}"
        assert name in functions(path), f"{theorem.label}: no test {name} in {path}"


@each
def test_a_property_is_among_its_tests(theorem):
    parts = [test.partition("::") for test in theorem.tests]
    decorators = set().union(*(functions(path)[name] for path, _, name in parts))
    assert decorators & {"given", "pytest.mark.parametrize"}
