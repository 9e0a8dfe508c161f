"""The reference documents every public name, with an example of each exact function."""

from __future__ import annotations

import inspect
import json
import re
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from tools.markup import parsed

from linalg_book import exact
from linalg_book.asking.functions import exact_functions
from reference import api_reference
from reference.first_examples import first_example
from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from bs4 import BeautifulSoup, Tag

SOURCE = (ROOT / "book" / "reference" / "api.md").read_text(encoding="utf-8")
MODULES = re.findall(r"^```\{api\} (\S+)$", SOURCE, re.MULTILINE)


@pytest.fixture(scope="module")
def page(built_book: Path) -> BeautifulSoup:
    """Return the built page."""
    source = (built_book / "reference" / "api.html").read_text(encoding="utf-8")
    return parsed(source)


@pytest.fixture(scope="module")
def reference(page: BeautifulSoup) -> dict[str, Tag]:
    """Return what the page has under each id: to look for one takes as long as for all."""
    return {str(tag["id"]): tag for tag in page.find_all(id=True)}


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_and_class_has_its_entry(
    reference: dict[str, Tag], module: str
) -> None:
    found = import_module(module)
    for name in found.__all__:
        thing = getattr(found, name)
        if not (inspect.isfunction(thing) or inspect.isclass(thing)):
            continue
        entry = reference.get(f"{module}.{name}")
        assert entry is not None, f"no entry for {module}.{name}"
        first = (inspect.getdoc(thing) or "").splitlines()[0]
        start = re.split(r"[`‘“\"']", first)[0]
        assert start in entry.find_parent("dl").get_text()


def test_each_exact_function_has_a_live_example(reference: dict[str, Tag]) -> None:
    for name in exact_functions():
        example = reference.get(f"ex-api-exact-{name}")
        assert example is not None, name
        assert example["data-live"] == "example"
        assert example.select(".check-identity")


def test_the_live_example_has_the_numbers_of_the_docstring(reference: dict[str, Tag]) -> None:
    shown = json.loads(str(reference["ex-api-exact-project"]["data-book"]))
    assert shown["fields"] == {"b": "6 0 0", "onto": "1 0; 1 1; 1 2"}
    assert first_example(exact.closest_point) == {"A": "3 4", "b": "12"}
    assert {"A", "b"} <= first_example(exact.ridge).keys()


def test_a_function_without_an_example_is_refused() -> None:
    with pytest.raises(ValueError, match="a call of as_item in the examples of its docstring"):
        first_example(api_reference.as_item)


def test_errors_lead_to_their_entries_and_no_note_is_empty(
    page: BeautifulSoup, reference: dict[str, Tag]
) -> None:
    entry = reference["linalg_book.exact.least_norm"].find_parent("section")
    targets = {link["href"] for link in entry.select("a.reference")}
    assert "#linalg_book.errors.InconsistentSystemError" in targets
    for rubric in page.select("p.rubric"):
        after = rubric.find_next_sibling()
        assert after is not None
        assert "rubric" not in after.get("class", []), rubric.get_text()
    assert not re.search(r"\]_", page.article.get_text())


def mended(text: str) -> str:
    lines = text.split("\n")
    app = SimpleNamespace(env=SimpleNamespace(found_docs={"systems/planes", "index"}))
    api_reference.adapt(app, "function", "f", None, None, lines)
    return "\n".join(lines)


def test_a_docstring_names_only_chapters_that_are_there() -> None:
    assert mended("Notes\n-----\nIntroduced in: sec-planes") == (
        "Notes\n-----\nIntroduced in :ref:`sec-planes`."
    )
    assert mended("A.\n\nNotes\n-----\nIntroduced in: sec-svd\n\nB.") == "A.\n\n\n\nB."
    assert mended("Notes\n-----\nTrue [1]_.\n\nIntroduced in: sec-svd") == (
        "Notes\n-----\nTrue [1].\n\n"
    )


def test_references_become_a_list() -> None:
    text = ".. [1] G. Strang, *Linear\n       Algebra*.\n.. [2] Another."
    assert mended(text) == "* [1] G. Strang, *Linear\n  Algebra*.\n* [2] Another."
