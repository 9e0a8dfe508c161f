"""The directives of checked exercises: what a page carries, and what fails the build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag

from linalg_book import live
from tests.book.faults import PAGES

if TYPE_CHECKING:
    from tests.book.small_book import Build, SmallBook


def places(book: SmallBook) -> list[Tag]:
    source = (book.html / "right.html").read_text(encoding="utf-8")
    return BeautifulSoup(source, "html5lib").select(".exercise [data-check]")


def test_answers_are_computed_in_the_kernel_and_travel_as_data(catalog: SmallBook) -> None:
    found = [json.loads(str(place["data-check"])) for place in places(catalog)]
    line = {"A": [["3", "4"]], "b": ["12"], "wanted": "the solution asked for"}
    assert found == [
        {"kind": "vector", "answer": ["36/25", "48/25"], **line},
        {"kind": "number", "answer": "5"},
        {"kind": "rank", "rows": 2, "columns": 2, "rank": 1, "symmetric": True},
        {"kind": "symbolic", "answer": [["3*c/25", "4*c/25"]], "letters": ["c"]},
    ]
    assert [place["data-name"] for place in places(catalog)] == [
        f"exr-right-line-check-{k}" for k in (1, 2, 3, 4)
    ]


def test_ready_exercises_travel_as_data(catalog: SmallBook) -> None:
    source = (catalog.html / "right.html").read_text(encoding="utf-8")
    (place,) = BeautifulSoup(source, "html5lib").select(".exercise [data-another]")
    file = catalog.html / "_static/live/checks/more/exr-right-line.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    request = {"kind": "closest-point", "options": {"unknowns": 3}, "checks": ["answer"]}
    assert data["request"] == request
    # what the page would get of Python for the same seed
    assert data["variants"] == [live.problem({**request, "seed": seed}) for seed in (6, 4)]
    assert place["data-another"] == "exr-right-line"
    assert "wasm-unsafe-eval" in source


def test_without_scripts_nothing_of_a_check_shows(catalog: SmallBook) -> None:
    for place in places(catalog):
        (prompt,) = (child for child in place.children if isinstance(child, Tag))
        assert prompt.has_attr("hidden")
        assert prompt.select(".katex")


def test_the_page_gets_the_code_and_its_library(catalog: SmallBook) -> None:
    html = (catalog.html / "right.html").read_text(encoding="utf-8")
    assert 'data-live="_static/live/main.js"' in html
    assert (catalog.html / "_static/live/checks/start.js").is_file()
    assert list((catalog.html / "_static/live/vendor").glob("fraction.js-*/fraction.mjs"))


def test_the_notebook_has_no_traces_of_checks(catalog: SmallBook) -> None:
    notebook = (catalog.html / "_downloads/right.ipynb").read_text(encoding="utf-8")
    assert "The point" not in notebook
    assert "Find it." in notebook


def test_each_fault_fails_the_build_at_its_line(faults: Build) -> None:
    first = PAGES["wrong"].splitlines().index(":::{check} The point $P$") + 1
    said = {
        f"wrong.md:{first}: ERROR: the check “The point $P$” fails: ": "entry 1 of b is None",
        f"wrong.md:{first + 4}: ERROR: expected a Python expression for answer, ": "'1 +'",
        f"wrong.md:{first + 8}: ERROR: the check “The point $P$” fails: ": "answer is 0.5, a float",
        f"wrong.md:{first + 12}: ERROR: the check “The point $P$” fails: ": "(1, 1) gives (7)",
        f"wrong.md:{first + 17}: ERROR: the check “The point $P$” fails: ": "received 'nothing'",
        f"wrong.md:{first + 20}: ERROR: expected a call such as ": "'closest_point(3)': it is no",
        f"wrong.md:{first + 23}: ERROR: expected whole numbers as seeds": ":seeds: 1, 2, 3",
        f"wrong.md:{first + 26}: ERROR: another cramer(): ": "received 'cramer'",
        f"wrong.md:{first + 29}: ERROR: another solve(rows=0): ": (
            "rows is expected to be a whole number from 1 on, but is 0"
        ),
        f"wrong.md:{first + 40}: WARNING: ": "{check} stands in no exercise",
        "plain.md:": "does not have a running kernel",
    }
    lines = faults.messages.splitlines()
    for place, words in said.items():
        assert any(place in line and words in line for line in lines), (place, faults.messages)
