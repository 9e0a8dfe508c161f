"""Worked examples from the fields of a form: the answers are the package's own."""

import json
import re
from functools import partial

import pytest
import sympy

from linalg_book import exact, live
from linalg_book.live import call, run
from tests import calls

CALLS = {name.replace("_", "-"): (name, call) for name, call in calls.CALLS.items()}
# other ways to fill in a form: name, fields, and the same call written by hand
FILLED = [
    ("closest-point", {"A": "3 4", "b": "12"}, lambda: exact.closest_point([[3, 4]], [12])),
    (
        "closest-point",
        {"equation": "3x + 4y = 12", "origin": "5 5"},
        lambda: exact.closest_point([3, 4], 12, origin=[5, 5]),
    ),
    (
        "eigen",
        {"A": "2 1; 1 2", "normalized": "true"},
        lambda: exact.eigen([[2, 1], [1, 2]], normalized=True),
    ),
    (
        "least-norm",
        {"A": "1 1 1; 1 -1 0", "b": "6; 2"},
        lambda: exact.least_norm([[1, 1, 1], [1, -1, 0]], [6, 2]),
    ),
    (
        "least-squares",
        {"A": '[["1", "0"], ["1", "1"], ["1", "2"]]', "b": '["6", "0", "0"]'},
        lambda: exact.least_squares([[1, 0], [1, 1], [1, 2]], [6, 0, 0]),
    ),
    ("low-rank", {"A": "1 2; 2 1", "k": " 1 "}, lambda: exact.low_rank([[1, 2], [2, 1]], 1)),
    (
        "pseudoinverse",
        {"A": "1 2; 2 4", "method": "limit"},
        lambda: exact.pseudoinverse([[1, 2], [2, 4]], method="limit"),
    ),
    ("qr", {"A": "3 1; 4 1", "normalized": "false"}, lambda: exact.qr([[3, 1], [4, 1]])),
    (
        "ridge",
        {"A": "1 0; 0 2", "b": "1 1", "penalty": "0.5"},
        lambda: exact.ridge([[1, 0], [0, 2]], [1, 1], sympy.Rational(1, 2)),
    ),
    ("row-reduce", {"A": "1 2; 3 4", "b": " "}, lambda: exact.row_reduce([[1, 2], [3, 4]])),
]


def filled(command):
    """Fill in a form with the words that a command line has for a function's example."""
    words = list(CALLS[command][1].cli)
    names = [f["name"] for f in live.form(command)["fields"]]
    fields = {}
    while words:
        word = words.pop(0)
        if word.startswith("--"):
            fields[word[2:].replace("-", "_")] = words.pop(0) if words else "true"
        elif "=" in word:
            fields["equation"] = word
        else:
            fields[next(n for n in names if n != "equation" and n not in fields)] = word
    return fields


EXAMPLES = [
    *((name, filled(name), partial(calls.work, CALLS[name][0], CALLS[name][1].example))
      for name in CALLS),
    *FILLED,
]  # fmt: skip


@pytest.mark.parametrize(("name", "fields", "by_hand"), EXAMPLES)
def test_the_answer_is_the_package_s_own(name, fields, by_hand):
    answer, expected = run({"name": name, "fields": fields}), by_hand()
    assert answer["ok"], answer
    assert answer["html"] == expected.html()
    assert answer["text"] == expected.text(full=True)
    assert answer["latex"] == expected.latex(full=True)


@pytest.mark.parametrize(("name", "fields", "by_hand"), EXAMPLES)
def test_the_code_makes_the_same_example(name, fields, by_hand):
    code = run({"name": name, "fields": fields})["code"]
    assert eval(code, {"exact": exact}).text() == by_hand().text()  # noqa: S307 (our own words)


@pytest.mark.parametrize(
    ("name", "fields", "code"),
    [
        ("closest-point", {"equation": " 3x + 4y = 12 "}, 'exact.closest_point("3x + 4y = 12")'),
        (
            "closest-point",
            {"equation": "x = 1", "origin": "1/2"},
            'exact.closest_point("x = 1", origin=["1/2"])',
        ),
        (
            "low-rank",
            {"A": "1 -2\n0.5 007", "k": "1"},
            'exact.low_rank([[1, -2], ["0.5", "007"]], 1)',
        ),
        ("qr", {"A": "1", "normalized": "true"}, "exact.qr([[1]], normalized=True)"),
    ],
)
def test_code_as_a_reader_would_type_it(name, fields, code):
    assert run({"name": name, "fields": fields})["code"] == code


@pytest.mark.parametrize(
    ("name", "shown"),
    [("closest-point", "⎡u⎤"), ("least-norm", "⎡u⎤"), ("row-reduce", "For u there is a choice"),
     ("solve", "For u there is a choice")],
)  # fmt: skip
def test_the_unknowns_keep_their_letters(name, shown):
    answer = run({"name": name, "fields": {"equation": "2u + v = 5; u = v"}})
    assert shown in answer["text"]
    assert not re.search(r"⎡x|\by\b", answer["text"])


def test_an_equation_also_fills_in_the_matrix():
    def fields(**given):
        return run({"name": "solve", "fields": given})["fields"]

    text = "x/2 - y = 3; y = 1"
    assert fields(equation=text) == {"equation": text, "A": "1/2 -1; 0 1", "b": "3 1"}
    assert fields(A="1 0; 0 1", b="1 2") == {"A": "1 0; 0 1", "b": "1 2"}


def test_an_answer_carries_no_markup_of_its_input():
    text = "3x + 4y = 12"
    html = run({"name": "closest-point", "fields": {"equation": text}})["html"]
    assert "<script" not in html
    assert "onerror" not in html


def test_calls_by_name():
    assert json.loads(call("form", '"svd"'))["name"] == "svd"
    assert json.loads(call("exec", '"1"'))["ok"] is False
    for request in ("", "{", "[" * 100_000):
        answer = json.loads(call("run", request))
        assert (answer["ok"], answer["field"]) == (False, None)
        assert "expected JSON" in answer["message"]
    assert "𝐱" in call("run", '{"name": "closest-point", "fields": {"equation": "x = y"}}')


def test_the_module_is_listed():
    import linalg_book

    assert linalg_book.live is live
