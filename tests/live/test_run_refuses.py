"""What a form may not hold: the refusals are the package's, and name the field and the place."""

import json

import pytest

from linalg_book.errors import LinalgBookError
from linalg_book.live import call, run

REFUSED = [
    ("closest-point", {"equation": "3x + = 12"}, "equation", [5], "character 6 of"),
    ("closest-point", {"equation": "0x + 0y = 0"}, "equation", None, "every point is a"),
    (
        "closest-point",
        {"equation": "x = 1; x = 2"},
        "equation",
        None,
        "row 1 − row 2 gives 0 = −1",
    ),
    ("closest-point", {}, "A", None, "expected a value for A"),
    ("closest-point", {"A": "3 4"}, "b", None, "expected a value for b, but it is empty"),
    ("closest-point", {"A": "3 4", "b": "1 2"}, "b", None, "b has 2 entries"),
    ("closest-point", {"A": "3 z", "b": "1"}, "A", [1, 2], "entry 2 of row 1 of A is 'z'"),
    ("closest-point", {"A": "1 2; 3", "b": "1 2"}, "A", [2, 1], "row 2 of A has 1 entry"),
    ("closest-point", {"A": "1; 3", "b": "1 1/0"}, "b", [2], "a division by zero"),
    ("closest-point", {"A": '[["1", ""]]', "b": "1"}, "A", [1, 2], "is ''"),
    ("closest-point", {"A": "[[1, 2]", "b": "1"}, "A", None, "expected brackets in pairs"),
    ("closest-point", {"equation": "x=1", "A": "1"}, "equation", None, "but received both"),
    (
        "closest-point",
        {"equation": "x + y = 1", "origin": "1"},
        "origin",
        None,
        "origin has 1 entry, but there are 2 unknowns",
    ),
    ("low-rank", {"A": "1 2; 3 4", "k": "one"}, "k", None, "whole number, but is 'one'"),
    ("low-rank", {"A": "1 2; 3 4", "k": "-1"}, "k", None, "k is expected to be a whole"),
    ("ridge", {"A": "1", "b": "1", "penalty": "-1"}, "penalty", None, "which is negative"),
    ("pseudoinverse", {"A": "1", "method": "x"}, "method", None, "method is expected to be"),
    ("eigen", {"A": "1 2; 3 4"}, "A", None, "A is expected to be symmetric"),
    ("svd", {"A": "1", "full": "maybe"}, "full", None, "expected true or false"),
    (
        "feature-interpolation",
        {"points": "0; 0", "b": "1 2", "degree": "2"},
        "b",
        None,
        "value 1 − value 2 is −1, and it is 0 for each",
    ),
    ("sample-mean", {"A": "1; 2", "draws": "1000000"}, "draws", None, "1,000,000 draws take more"),
    ("project", {"b": "1 2", "onto": "1; 2; 3"}, "b", None, "b has 2 entries, but onto has 3"),
]


@pytest.mark.parametrize(("name", "fields", "field", "entry", "message"), REFUSED)
def test_refusals_name_the_field_and_the_place(name, fields, field, entry, message):
    answer = run({"name": name, "fields": fields})
    assert not answer["ok"]
    assert message in answer["message"]
    assert (answer["field"], answer.get("entry")) == (field, entry)


@pytest.mark.parametrize("refusal", REFUSED)
def test_other_words_name_the_same_field_and_place(refusal, monkeypatch):
    name, fields, field, entry, message = refusal
    monkeypatch.setattr(LinalgBookError, "__str__", lambda _: "no: entry 9 of row 9 of k is wrong")
    answer = run({"name": name, "fields": fields})
    assert message not in answer["message"]
    assert (answer["field"], answer.get("entry")) == (field, entry)


HOSTILE = [
    None,
    [],
    "closest-point",
    {},
    {"name": "closest-point"},
    {"name": "closest-point", "fields": None},
    {"name": "closest-point", "fields": ["3x = 1"]},
    {"name": "closest-point", "fields": {"A": 3}},
    {"name": "closest-point", "fields": {"A": [[3]], "b": [1]}},
    {"name": "closest-point", "fields": {"__class__": "x"}},
    {"name": "closest-point", "fields": {"equation": "x" * 30_000}},
    {"name": "closest-point", "fields": {"equation": "(" * 5_000}},
    {"name": "closest-point", "fields": {"A": "[" * 5_000, "b": "1"}},
    {"name": "closest-point", "fields": {"A": "9" * 6_000, "b": "1"}},
    {"name": "closest-point", "fields": {"equation": "<script>alert(1)</script> = 1"}},
    {"name": "closest-point", "fields": {"A": "__import__('os')", "b": "1"}},
    {"name": "closest-point", "fields": {"A": "1e9999999", "b": "1"}},
    {"name": "closest-point", "fields": {"A": "nan inf", "b": "1"}},
    {"name": "parse_equations", "fields": {"text": "x = 1"}},
    {"name": "../../etc", "fields": {}},
    {"name": {"a": 1}, "fields": {}},
]


@pytest.mark.parametrize("request_", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_requests_are_refused_in_few_words(request_):
    answer = run(request_)
    assert answer["ok"] is False
    assert 10 < len(answer["message"]) < 600
    assert json.loads(call("run", json.dumps(request_))) == answer


def test_steps_that_a_page_cannot_show_are_refused_with_the_limit():
    # 12 rows with 90 digits to each entry: every step of the elimination writes all of them
    rows = [[pow(7, 100 + 12 * i + j, 10**90 + 121) for j in range(12)] for i in range(12)]
    fields = {"A": "; ".join(" ".join(map(str, row)) for row in rows), "b": "1 " * 12}
    answer = run({"name": "solve", "fields": fields})
    assert (answer["ok"], answer["field"]) == (False, None)
    assert answer["message"].startswith("expected steps of at most 1,000,000 characters, but these")
    assert answer["message"].endswith("or call the function in Python.")
    assert run({"name": "solve", "fields": {"A": "1 2; 3 4", "b": "5 6"}})["ok"]
