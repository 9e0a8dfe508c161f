"""Every theorem of the book has a test, and the register of them is right."""

import pytest
import yaml
from sphinx.errors import ExtensionError

from reference.claims import planned_chapters, read_claims, verifications
from tests.claimed import CLAIMS, FOLDER, PLANNED, STATED, functions
from tests.paths import ROOT

each = pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.label)


def chapters():
    """Return the slugs of the pages of the table of contents."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [
        page["file"].rpartition("/")[2] for part in contents["parts"] for page in part["chapters"]
    ]


def test_every_stated_theorem_is_listed():
    listed = [claim.label for claim in CLAIMS]
    assert len(set(listed)) == len(listed)
    assert sorted(STATED - set(listed)) == []


def test_a_planned_chapter_is_not_written(tmp_path):
    assert sorted(set(PLANNED) & set(chapters())) == []
    assert len(set(PLANNED)) == len(PLANNED)
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "planned.yml").write_text("- numerics\n- sampling: means by lot\n")
    assert planned_chapters(tmp_path / "claims") == {"numerics": "", "sampling": "means by lot"}
    (tmp_path / "regression").mkdir()
    (tmp_path / "regression" / "numerics.md").touch()
    assert list(planned_chapters(tmp_path / "claims")) == ["sampling"]


def test_every_file_of_claims_is_a_chapters():
    known = {*chapters(), *PLANNED, "planned"}
    assert sorted({path.stem for path in FOLDER.glob("*.yml")} - known) == []


@each
def test_the_label_exists_or_is_planned(claim):
    if claim.chapter in PLANNED:
        assert claim.label not in STATED
    else:
        assert claim.label in STATED


@each
def test_it_has_a_false_neighbor(claim):
    expected = f"expected a false neighbor of {claim.label} in book/claims/{claim.chapter}.yml"
    assert claim.neighbors or claim.chapter in PLANNED, expected


@each
def test_its_tests_exist(claim):
    for test in claim.tests:
        path, _, name = test.partition("::")
        assert (ROOT / path).exists(), f"{claim.label}: no file {path}"
        assert name in functions(path), f"{claim.label}: no test {name} in {path}"


@each
def test_a_property_is_among_its_tests(claim):
    parts = [test.partition("::") for test in claim.tests]
    decorators = set().union(*(functions(path)[name] for path, _, name in parts))
    assert decorators & {"given", "pytest.mark.parametrize"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thm-planes-old: {tests: [a]}", "expected labels thm-a-"),
        ("thm-a-new: [tests/test_b.py::test_c]", "expected a list of tests for thm-a-new"),
        ("thm-a-new: {tests: []}", "expected a list of tests for thm-a-new"),
        ("thm-a-new: {test: [a]}", "expected a list of tests for thm-a-new"),
        (
            "thm-a-new: {tests: [a], neighbors: [{test: 'a[b]'}]}",
            "expected a neighbor of thm-a-new",
        ),
        (
            "thm-a-new: {tests: [a], neighbors: [{statement: s, counterexample: c, test: 'b[b]'}]}",
            "one of the claim's tests",
        ),
    ],
)
def test_what_is_no_claim_is_refused(tmp_path, text, said):
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ExtensionError, match=said):
        read_claims(tmp_path)


@pytest.mark.parametrize(
    ("test", "counted", "said"),
    [
        ("tests/test_b.py::test_c", "tests/test_b.py::test_c", r"the file tests/test_b.py"),
        ("tests/test_a.py::test_c", "tests/test_a.py::test_c", r"the test test_c in tests/test_a"),
        ("tests/test_a.py::test_a", "tests/test_a.py::test_b", r"call make accept"),
    ],
)
def test_a_test_that_is_missing_is_named(tmp_path, test, counted, said):
    folder = tmp_path / "book" / "claims"
    folder.mkdir(parents=True)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text("def test_a():\n    pass\n", encoding="utf-8")
    (folder / "a.yml").write_text(f"thm-a-new: {{tests: ['{test}']}}", encoding="utf-8")
    (folder / "cases.json").write_text(f'{{"{counted}": 3}}', encoding="utf-8")
    with pytest.raises(ExtensionError, match=said):
        verifications(folder)
