"""Fixtures of the tests of the book: its built pages, and small books to build."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "book" / "_ext"))

from tests.book.small_book import SmallBook, make_small_book

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.book.small_book import Make


@pytest.fixture(scope="module")
def small_book(
    tmp_path_factory: pytest.TempPathFactory,
) -> Make:
    """Return a function that makes a book of the given pages in a folder of its own."""

    def make(pages: Mapping[str, str]) -> SmallBook:
        return make_small_book(tmp_path_factory.mktemp("book"), pages)

    return make
