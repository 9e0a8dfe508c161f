"""Counting the cases of a test: all that end, none that is assumed away; too few fail."""

import json
from types import SimpleNamespace

import pytest

from tests import cases

pytest_plugins = ["pytester"]

HEAD = "from hypothesis import assume, given, settings, strategies as st\n"
TEST = (
    "@settings(max_examples=30, derandomize=True, database=None)\n"
    "@given(st.integers(0, 9))\n"
    "def test_one(n):\n"
    "    assume(n % 2)\n"
)
NODE = "test_it.py::test_one"


@pytest.fixture
def run(pytester, monkeypatch):
    """Return a function that runs one test which is listed, with a promise."""

    def run_with(promise, body=TEST):
        pytester.makepyfile(test_it=HEAD + body)
        monkeypatch.setattr(cases, "LISTED", {NODE})
        monkeypatch.setattr(cases, "promised", lambda: promise)
        plugin = cases.Plugin()
        done = pytester.inline_run("-p", "no:cacheprovider", plugins=[plugin])
        return plugin.found, done

    return run_with


def test_only_cases_that_end_count(run):
    found, done = run({NODE: 5})
    assert found == {NODE: 5}  # the odd ones of ten
    done.assertoutcome(passed=1)


def test_fewer_than_promised_fail(run):
    found, done = run({NODE: 6})
    assert found == {NODE: 5}
    done.assertoutcome(failed=1)


def test_a_listed_test_without_a_promise_fails(run):
    run({})[1].assertoutcome(failed=1)


def test_a_test_without_random_cases_is_one(run):
    found, done = run({NODE: 1}, "def test_one():\n    assert True\n")
    assert found == {NODE: 1}
    done.assertoutcome(passed=1)


def test_the_file_is_written_for_what_is_listed(monkeypatch, tmp_path):
    path = tmp_path / "cases.json"
    path.write_text('{"a.py::test_old": 4, "a.py::test_kept[x]": 2}', encoding="utf-8")
    monkeypatch.setattr(cases, "CASES", path)
    monkeypatch.setattr(cases, "promised", lambda: json.loads(path.read_text(encoding="utf-8")))
    monkeypatch.setattr(cases, "LISTED", {"a.py::test_kept", "a.py::test_new"})
    monkeypatch.setattr(cases, "UPDATE", True)
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    plugin = cases.Plugin()
    plugin.found = {"a.py::test_new": 7}

    config = SimpleNamespace(getoption=lambda _name, default: default)
    plugin.pytest_sessionfinish(SimpleNamespace(config=config))
    assert json.loads(path.read_text(encoding="utf-8")) == {
        "a.py::test_kept[x]": 2,
        "a.py::test_new": 7,
    }


def test_the_end_of_a_run_counts_the_neighbors(monkeypatch):
    claims = [SimpleNamespace(neighbors=[1, 2]), SimpleNamespace(neighbors=[3])]
    monkeypatch.setattr(cases, "CLAIMS", claims)
    said = []
    stats = {
        "passed": [SimpleNamespace(nodeid=f"{cases.CAUGHT}it[{n}]") for n in (1, 2)],
        "failed": [SimpleNamespace(nodeid=f"{cases.CAUGHT}it[3]")],
        "deselected": [],
    }
    reporter = SimpleNamespace(stats=stats, write_line=said.append)
    cases.Plugin().pytest_terminal_summary(reporter)
    assert said == ["false neighbors: 3 stated, 2 caught"]

    other = [SimpleNamespace(nodeid="tests/test_a.py::test_b")]
    for reporter.stats in ({"passed": other}, {"passed": other, "deselected": stats["passed"]}):
        cases.Plugin().pytest_terminal_summary(reporter)
        assert len(said) == 1
