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

FOLDER = ROOT / "book" / "reference"
DOCUMENTS = re.compile(r"^```\{(?P<how>api|api-names)\} (?P<module>\S+)$", re.MULTILINE)
SOURCES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
FOUND = [
    (name, *found.group("how", "module"))
    for name, source in SOURCES.items()
    for found in DOCUMENTS.finditer(source)
]
MODULES = {module: name for name, how, module in FOUND if how == "api"}
LISTED = {module for _, how, module in FOUND if how == "api-names"}
Entries = dict[str, dict[str, "Tag"]]


def read(site: Path, name: str) -> BeautifulSoup:
    return parsed((site / "reference" / f"{name}.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(built_book: Path) -> BeautifulSoup:
    """Return the built page that leads to the others."""
    return read(built_book, "api")


@pytest.fixture(scope="module")
def entries(built_book: Path) -> Entries:
    """Return what each page of the reference has under each id."""
    pages = {name: read(built_book, name) for name in set(MODULES.values())}
    return {name: {str(t["id"]): t for t in soup.find_all(id=True)} for name, soup in pages.items()}


@pytest.fixture(scope="module")
def reference(page: BeautifulSoup) -> dict[str, Tag]:
    """Return what the page has under each id: to look for one takes as long as for all."""
    return {str(tag["id"]): tag for tag in page.find_all(id=True)}


@pytest.mark.parametrize("module", MODULES)
def test_every_public_function_and_class_has_its_entry(entries: Entries, module: str) -> None:
    found, reference = import_module(module), entries[MODULES[module]]
    for name in found.__all__:
        thing = getattr(found, name)
        if not (inspect.isfunction(thing) or inspect.isclass(thing)):
            continue
        entry = reference.get(f"{module}.{name}")
        assert entry is not None, f"no entry for {module}.{name}"
        first = (inspect.getdoc(thing) or "").splitlines()[0]
        start = re.split(r"[`‘“\"']", first)[0]
        assert start in entry.find_parent("dl").get_text()


@pytest.mark.parametrize("module", sorted(LISTED))
def test_what_has_moved_to_a_page_of_its_own_is_led_to_from_where_it_was(
    reference: dict[str, Tag], entries: Entries, module: str
) -> None:
    there = entries[MODULES[module]]
    names = [name for name, _ in api_reference.documented(module)]
    for name in names:
        old = reference[f"{module}.{name}"].find_parent("li")
        target = old.find("a", class_="reference")["href"]
        assert target == f"{MODULES[module]}.html#{module}.{name}"
        assert f"{module}.{name}" in there
        label = there[f"{module}.{name}"].find_parent("section")["id"]
        assert reference[label].find_parent("li") is old
    assert names


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
