"""The directives of checked exercises: what a page carries, and what fails the build."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from linalg_book import live
from tests.book.small_book import page

if TYPE_CHECKING:
    from tests.book.small_book import Make, SmallBook

CELL = (
    "```{code-cell} ipython3\nimport sympy\n\nfrom linalg_book import exact\n\n"
    'length, c = 5, sympy.Symbol("c")\nlength\n```\n\n'
)


def exercise(checks: str) -> str:
    label = "```{exercise} A line\n:label: exr-right-line\n\nFind it.\n\n"
    solution = "\n```{solution} exr-right-line\n:label: sol-right-line\nIt is there.\n```\n"
    return f"{label}{checks}\n```\n{solution}"


def check(**options: str) -> str:
    lines = [f":{name}: {value}" for name, value in options.items()]
    return "\n".join([":::{check} The point $P$", *lines, ":::", ""])


def another(call: str, **options: str) -> str:
    lines = [f":{name}: {value}" for name, value in options.items()]
    return "\n".join([f":::{{another}} {call}", *lines, ":::", ""])


RIGHT = exercise(
    check(kind="vector", answer="exact.closest_point([3, 4], 12).answer", equation="3x + 4y = 12")
    + check(answer="length")
    + check(kind="rank", rows="2", columns="length - 3", rank="1", symmetric="")
    + check(kind="symbolic", answer="exact.closest_point([3, 4], c).answer")
    + another("closest_point(unknowns=3)", seeds="6, 4", checks="answer")
)
WRONG = exercise(
    check(kind="vector", answer="exact.closest_point([3, 4], )")
    + check(kind="number", answer="1 +")
    + check(kind="number", answer="0.5")
    + check(kind="vector", answer="[1, 1]", equation="3x + 4y = 12")
    + check(kind="nothing")
    + another("closest_point(3)", seeds="1")
    + another("closest_point()", seeds="one")
    + another("cramer()", seeds="1")
    + another("solve(rows=0)", seeds="1")
)


@pytest.fixture(scope="module")
def right(small_book: Make) -> SmallBook:
    """Return a book with an exercise that has three checks."""
    pages = {"index": page("Cover", "Nothing."), "right": page("Right", CELL + RIGHT, code=True)}
    made = small_book(pages)
    built = made.build()
    assert built.status == 0, built.messages
    return made


def places(book: SmallBook) -> list[Tag]:
    source = (book.html / "right.html").read_text(encoding="utf-8")
    return BeautifulSoup(source, "html5lib").select(".exercise [data-check]")


def test_answers_are_computed_in_the_kernel_and_travel_as_data(right: SmallBook) -> None:
    found = [json.loads(str(place["data-check"])) for place in places(right)]
    line = {"A": [["3", "4"]], "b": ["12"], "wanted": "the solution asked for"}
    assert found == [
        {"kind": "vector", "answer": ["36/25", "48/25"], **line},
        {"kind": "number", "answer": "5"},
        {"kind": "rank", "rows": 2, "columns": 2, "rank": 1, "symmetric": True},
        {"kind": "symbolic", "answer": [["3*c/25", "4*c/25"]], "letters": ["c"]},
    ]
    assert [place["data-name"] for place in places(right)] == [
        f"exr-right-line-check-{k}" for k in (1, 2, 3, 4)
    ]


def test_ready_exercises_travel_as_data(right: SmallBook) -> None:
    source = (right.html / "right.html").read_text(encoding="utf-8")
    (place,) = BeautifulSoup(source, "html5lib").select(".exercise [data-another]")
    file = right.html / "_static/live/checks/more/exr-right-line.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    request = {"kind": "closest-point", "options": {"unknowns": 3}, "checks": ["answer"]}
    assert data["request"] == request
    # what the page would get of Python for the same seed
    assert data["variants"] == [live.problem({**request, "seed": seed}) for seed in (6, 4)]
    assert place["data-another"] == "exr-right-line"
    assert "wasm-unsafe-eval" in source


def test_without_scripts_nothing_of_a_check_shows(right: SmallBook) -> None:
    for place in places(right):
        (prompt,) = (child for child in place.children if isinstance(child, Tag))
        assert prompt.has_attr("hidden")
        assert prompt.select(".katex")


def test_the_page_gets_the_code_and_its_library(right: SmallBook) -> None:
    html = (right.html / "right.html").read_text(encoding="utf-8")
    assert 'data-live="_static/live/main.js"' in html
    assert (right.html / "_static/live/checks/start.js").is_file()
    assert list((right.html / "_static/live/vendor").glob("fraction.js-*/fraction.mjs"))


def test_the_notebook_has_no_traces_of_checks(right: SmallBook) -> None:
    notebook = (right.html / "_downloads/right.ipynb").read_text(encoding="utf-8")
    assert "The point" not in notebook
    assert "Find it." in notebook


def test_each_fault_fails_the_build_at_its_line(small_book: Make) -> None:
    text = page("Wrong", CELL + WRONG + "\n" + check(answer="length"), code=True)
    plain = page("Plain", exercise(check(answer="1 + 1")).replace("right", "plain"))
    built = small_book({"index": text, "plain": plain}).build()
    assert built.status != 0
    first = text.splitlines().index(":::{check} The point $P$") + 1
    said = {
        f"index.md:{first}: ERROR: the check “The point $P$” fails: ": "entry 1 of b is None",
        f"index.md:{first + 4}: ERROR: expected a Python expression for answer, ": "'1 +'",
        f"index.md:{first + 8}: ERROR: the check “The point $P$” fails: ": "answer is 0.5, a float",
        f"index.md:{first + 12}: ERROR: the check “The point $P$” fails: ": "(1, 1) gives (7)",
        f"index.md:{first + 17}: ERROR: the check “The point $P$” fails: ": "received 'nothing'",
        f"index.md:{first + 20}: ERROR: expected a call such as ": "'closest_point(3)': it is no",
        f"index.md:{first + 23}: ERROR: expected whole numbers as seeds": ":seeds: 1, 2, 3",
        f"index.md:{first + 26}: ERROR: another cramer(): ": "received 'cramer'",
        f"index.md:{first + 29}: ERROR: another solve(rows=0): ": "rows is 0",
        f"index.md:{first + 40}: WARNING: ": "{check} stands in no exercise",
        "plain.md:": "does not have a running kernel",
    }
    lines = built.messages.splitlines()
    for place, words in said.items():
        assert any(place in line and words in line for line in lines), (place, built.messages)
