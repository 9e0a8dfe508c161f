"""Each defect of a page fails the build, with a message that names the page and the defect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.book.faults import EXPECTED, PAGES
from tests.book.small_book import Build, page

if TYPE_CHECKING:
    from tests.book.small_book import Make, SmallBook


def test_a_book_without_defects_builds_without_a_word(catalog: SmallBook) -> None:
    assert "Half of it is 21." in catalog.words("code")


def test_broken_pages_fail_the_build(faults: Build) -> None:
    assert faults.status != 0
    assert "the book was not built" in faults.messages


@pytest.mark.parametrize("name", EXPECTED)
def test_message_names_page_and_defect(name: str, faults: Build) -> None:
    unsaid = [pattern for pattern in EXPECTED[name] if not re.search(pattern, faults.messages)]
    assert not unsaid, f"not said: {unsaid}\n{faults.messages}"


def test_failing_cell_is_shown_with_its_error(faults: Build) -> None:
    told = faults.messages.split("code cell 2 failed", 1)[1]
    assert "1 / width" in told
    assert "nbclient" not in told.split("Notebook exception")[0]


def test_build_fails_again_and_again_until_the_pages_are_mended(small_book: Make) -> None:
    home = page("Home", "The first page.")
    pages = {
        "index": page("Home", "No macro has this name: $\\nowhere$."),
        "open": page("Open", "A brace is open:\n\n$$\n\\frac{1}{2\n$$"),
        "failing": PAGES["failing"],
    }
    book = small_book(pages)
    for built in (book.build(BOOK_DRAFT="1"), book.build(BOOK_DRAFT="1")):
        assert built.status != 0
        unknown = r"index\.md: ERROR: KaTeX refuses .*\\nowhere\n.*Undefined control sequence"
        malformed = r"open\.md: ERROR: KaTeX refuses .*\\frac\{1\}\{2\n.*expected '\}'"
        for message in (unknown, malformed, EXPECTED["failing"][0]):
            assert re.search(message, built.messages), built.messages
    mended = page("Open", "$$\n\\frac{1}{2}\n$$")
    book.write({"index": home, "open": mended, "failing": page("Failing", "Words.")})
    assert book.build(BOOK_DRAFT="1") == Build(0, "")
