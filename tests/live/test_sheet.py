"""What a page asks for: a sheet as a file that the browser saves."""

import json
from base64 import b64decode

import pytest

from linalg_book import live, sheets

OFFERED = [name for name, _ in live.sheet_form()["formats"]]


def asked(**changes):
    request = {"kind": "qr", "count": 2, "seed": 3, "format": "latex", **changes}
    return json.loads(live.call("sheet", json.dumps(request)))


@pytest.mark.parametrize("name", OFFERED)
def test_a_file_in_each_offered_format(name):
    answer = asked(format=name)
    assert answer["ok"]
    assert b64decode(answer["base64"]) == sheets.sheet("qr", 2, 3).written(name)
    assert answer["file"] == f"qr-2-seed-3{sheets.FORMATS[name].suffix}"
    assert answer["type"] == sheets.FORMATS[name].media_type
    expected = [e.problem.statement.html() for e in sheets.sheet("qr", 2, 3).exercises]
    assert answer["statements"] == expected


def test_the_form_offers_all_kinds_and_no_program():
    offer = live.sheet_form()
    assert dict(offer["kinds"]) == {name: kind.title for name, kind in sheets.KINDS.items()}
    titles = [title for _, title in offer["kinds"]]
    assert titles == sorted(titles)
    assert set(OFFERED) == set(sheets.FORMATS) - {"pdf"}


def test_the_form_offers_the_options_that_a_kind_takes():
    offer = live.sheet_form()
    for name, kind in sheets.KINDS.items():
        assert dict(offer["options"][name]) == kind.options
        assert set(kind.options) <= set(offer["labels"])
    words = {name for kind in sheets.KINDS.values() for name, value in kind.options.items()
             if isinstance(value, str)}  # fmt: skip
    assert set(offer["choices"]) == words
    refused = asked(kind="solve", options={"kind": "some"})["message"]
    assert f"one of {', '.join(word for word, _ in offer['choices']['kind'])} is exp" in refused
    for word, _ in offer["choices"]["kind"]:
        made = asked(kind="solve", count=1, format="json", options={"kind": word})
        assert made["ok"], made


def test_options_make_another_sheet_and_name_its_file():
    answer = asked(kind="least-norm", options={"rows": 1, "columns": 4})
    assert answer["file"] == "least-norm-2-seed-3-rows-1-columns-4.tex"
    made = sheets.sheet("least-norm", 2, 3, rows=1, columns=4)
    assert b64decode(answer["base64"]) == made.written("latex")


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"kind": "lu"}, "kind", "expected a kind of exercise"),
        ({"count": 0}, "count", "count is expected to be a whole number from 1 to 30, but is 0"),
        ({"count": 31}, "count", "but is 31"),
        ({"count": None}, "count", "but is None"),
        ({"seed": 0.5}, "seed", "but is 0.5"),
        ({"format": "pdf"}, "format", "expected a format that a page can write (markdown, "),
        ({"format": "docx"}, "format", "expected a format (markdown, latex, "),
        ({"options": {"size": 2}}, "size", "expected options of qr (rows, columns, "),
        ({"options": {"rows": 0}}, "rows", "rows is expected to be a whole number from 1"),
        ({"options": {"count": 2}}, "options", "expected options by name, for example rows 3"),
        ({"options": [2]}, "options", "expected options by name, for example rows 3"),
    ],
)
def test_refusals(changes, field, message):
    answer = asked(**changes)
    assert (answer["ok"], answer["field"]) == (False, field)
    assert message in answer["message"]


def test_a_request_that_is_none():
    assert "expected kind, count, seed and format" in live.sheet([])["message"]
