"""Fixtures of the tests of the book: its built pages, and small books to build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.book.built_once import build_once, shared_folder
from tests.book.catalog import make_catalog
from tests.book.faults import make_faults
from tests.book.site import Page, read_site
from tests.book.small_book import Build, SmallBook, make_small_book
from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tests.book.small_book import Make


@pytest.fixture(scope="module")
def small_book(
    tmp_path_factory: pytest.TempPathFactory,
) -> Make:
    """Return a function that makes a book of the given pages in a folder of its own."""

    def make(pages: Mapping[str, str]) -> SmallBook:
        return make_small_book(tmp_path_factory.mktemp("book"), pages)

    return make


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """Return the book with a good page of each kind; that it builds without a word is a test."""
    folder = shared_folder(tmp_path_factory.getbasetemp())
    book, built = build_once(folder / "catalog", make_catalog)
    assert built == Build(0, ""), built.messages
    return book


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Return what the build of the book with a fault on every page said."""
    folder = shared_folder(tmp_path_factory.getbasetemp())
    return build_once(folder / "faults", make_faults)[1]


@pytest.fixture(scope="session")
def pages(built_book: Path) -> list[Page]:
    """Return every page of the built book."""
    found = read_site(built_book)
    assert len([page for page in found if page.has_source]) == len(sources())
    return found


@pytest.fixture(scope="session")
def sourced(pages: list[Page]) -> list[Page]:
    """Return the pages that come from a file of the book."""
    return [page for page in pages if page.has_source]
