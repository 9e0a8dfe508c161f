"""Each defect of a page fails the build, with a message that names the page and the defect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.book.small_book import Build, page

if TYPE_CHECKING:
    from tests.book.small_book import Make

ALT = "A straight line that rises from the lower left to the upper right of the plane."
FIGURE = f"""\
---
mystnb:
  image:
    alt: {ALT}
  figure:
    name: fig-good-line
    caption: A line.
---
from linalg_book import figures
figures.use_book_style()
figures.line([3, 4], 12, figures.axes());"""


def cell(source: str) -> str:
    """Return a code cell."""
    return f"```{{code-cell}} ipython3\n{source}\n```\n\n"


def theorem(label: str) -> str:
    """Return a theorem and an exercise with labels that end alike."""
    return (
        f":::{{prf:theorem}} Name\n:label: thm-{label}\n\nWords.\n:::\n\n"
        f":::{{exercise}}\n:label: exr-{label}\n\nWords.\n:::\n\n"
    )


HOME = page("Home", "The first page.")
GOOD = {
    "index": HOME,
    "code": page("Code", cell("6 * 7") + "Half of it is {eval}`6 * 7 // 2`.", code=True),
    "figure": page("Figure", cell(FIGURE) + "See {numref}`fig-good-line`.", code=True),
    "works": page("Works", "```{bibliography}\n```"),
    "words": page(
        "Words",
        "See {ref}`sec-home`, {prf:ref}`thm-good-name`, {eq}`eq-good-sum` and {cite}`axler2024`.\n"
        "A macro in a line: $\\norm{\\vect{a}}$.\n\n"
        "$$\n\\frac{1}{2} + \\frac{1}{2}\n$$ (eq-good-sum)\n\n" + theorem("good-name"),
    ),
}
BROKEN = {
    "index": HOME,
    "failing": page("Failing", cell("1 + 1") + cell("width = 0\n1 / width"), code=True),
    "complaint": page("Complaint", cell("import sys\nsys.stderr.write('no')\n1"), code=True),
    "warned": page("Warned", cell("import warnings\nwarnings.warn('no')"), code=True),
    "number": page("Number", "The value is {eval}`1 / 0`.", code=True),
    "missing": page("Missing", "See {ref}`sec-nowhere` and {eq}`eq-nowhere-sum`."),
    "theorems": page("Theorems", "See {prf:ref}`thm-nowhere-name`."),
    "again": page("Again", "(sec-home)=\n## Once more\n\nWords."),
    "first": page("First", theorem("double-name") + "$$\nx\n$$ (eq-double-sum)"),
    "second": page("Second", theorem("double-name") + "$$\nx\n$$ (eq-double-sum)"),
    "cites": page("Cites", "See {cite}`nobody1900`."),
    "drawn": page("Drawn", cell(FIGURE.replace(ALT, "Line")), code=True),
    "bare": page("Bare", cell(FIGURE.rsplit("---\n", maxsplit=1)[1]), code=True),
    "silent": page("Silent", "Words.", description=False),
}
EXPECTED = {
    "failing": [r"failing\.md: \w+: code cell 2 failed: ZeroDivisionError: division by zero"],
    "complaint": [r"complaint\.md:\d+: ERROR: stderr was found"],
    "warned": [r"warned\.md:\d+: ERROR: stderr was found"],
    "number": [r"number\.md:\d+: \w+: ZeroDivisionError: division by zero"],
    "missing": [
        r"missing\.md:\d+: WARNING: undefined label: 'sec-nowhere'",
        r"missing\.md:\d+: WARNING: equation not found: eq-nowhere-sum",
    ],
    "theorems": [r"theorems\.md:\d+: WARNING: .*thm-nowhere-name"],
    "again": [r"\.md(:\d+)?: WARNING: duplicate label sec-home, other instance in \S*\.md"],
    "second": [
        rf"second\.(md|rst)(:\d+)?: WARNING: duplicate .*{kind}-double-.*first"
        for kind in ("eq", "thm", "exr")
    ],
    "cites": [r'cites\.md:\d+: WARNING: could not find bibtex key "nobody1900"'],
    "drawn": [r"drawn\.md:\d+: WARNING: a figure needs alt text of at least \d+ characters"],
    "bare": [
        r"bare\.md:\d+: WARNING: a figure needs alt text",
        r"bare\.md:\d+: WARNING: a figure needs a caption",
        r"bare\.md:\d+: WARNING: a figure needs a label",
    ],
    "silent": [r"silent\.md: WARNING: the page needs a description"],
}


def test_a_book_without_defects_builds(small_book: Make) -> None:
    book = small_book(GOOD)
    built = book.build()
    assert built == Build(0, ""), built.messages
    assert "Half of it is 21." in book.words("code")


@pytest.fixture(scope="module")
def broken(small_book: Make) -> Build:
    """Build all broken pages at once: each message is a warning, and a warning fails the build."""
    return small_book(BROKEN).build()


def test_broken_pages_fail_the_build(broken: Build) -> None:
    assert broken.status != 0
    assert "the book was not built" in broken.messages


@pytest.mark.parametrize("name", EXPECTED)
def test_message_names_page_and_defect(name: str, broken: Build) -> None:
    unsaid = [pattern for pattern in EXPECTED[name] if not re.search(pattern, broken.messages)]
    assert not unsaid, f"not said: {unsaid}\n{broken.messages}"


def test_failing_cell_is_shown_with_its_error(broken: Build) -> None:
    told = broken.messages.split("code cell 2 failed", 1)[1]
    assert "1 / width" in told
    assert "nbclient" not in told.split("Notebook exception")[0]


def test_build_fails_again_when_nothing_was_mended(small_book: Make) -> None:
    book = small_book({"index": HOME, "failing": BROKEN["failing"]})
    first, second = book.build(), book.build()
    assert first.status != 0
    assert second.status != 0
    assert re.search(EXPECTED["failing"][0], second.messages), second.messages


def test_formula_that_katex_refuses_fails_the_build_again_and_again(small_book: Make) -> None:
    pages = {
        "index": page("Home", "No macro has this name: $\\nowhere$."),
        "open": page("Open", "A brace is open:\n\n$$\n\\frac{1}{2\n$$"),
    }
    book = small_book(pages)
    for built in (book.build(), book.build()):
        assert built.status != 0
        unknown = r"index\.md: ERROR: KaTeX refuses .*\\nowhere\n.*Undefined control sequence"
        malformed = r"open\.md: ERROR: KaTeX refuses .*\\frac\{1\}\{2\n.*expected '\}'"
        assert re.search(unknown, built.messages), built.messages
        assert re.search(malformed, built.messages), built.messages
    book.write({"index": HOME, "open": page("Open", "$$\n\\frac{1}{2}\n$$")})
    assert book.build() == Build(0, "")
