"""A book in which every page has a fault: built once, and each message is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.book.catalog import (
    ALT,
    CLAIM,
    LINE,
    PREPARED,
    STORED,
    TABLE,
    another,
    cell,
    check,
    exercise,
    figure,
    moving,
    stored,
    theorem,
    write_claims,
    write_notebook,
)  # fmt: skip
from tests.book.small_book import make_small_book, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import SmallBook

CHECKS = (
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
EXAMPLES = {
    "no-such-function\n:name: ex-a-b": "expected the name of a function",
    "closest-point\n:name: ex-a-b\n:equation: 3x + = 12": r"\(equation\): character 6 of",
    "closest-point\n:name: ex-a-b\n:A: 3 4\n:b: 1 2": r"\(b\): b has 2 entries",
    "closest-point\n:name: ex-a-b\n:shade: red": "Unknown option key: 'shade'",
    "closest-point\n:name: ex-a-b\n:k: 1\n:equation: x = 1": "has no field 'k'",
    "closest-point\n:equation: x = 1": "needs a label: write :name: ex-",
    "closest-point\n:name: ex-a-b\n:given: NO_SYSTEM": "expected a name of linalg_book.examples",
}
CELLS = {
    ("stored/matlab.ipynb", "pinv"): r"expected a notebook \(there: bare.ipynb, octave.ipynb\), "
    r"received stored/matlab.ipynb",
    ("stored/octave.ipynb", "pinvs"): r"stored/octave.ipynb: expected the name of a cell "
    r"\(versions, pinv, silent\), received pinvs",
    ("stored/octave.ipynb", "silent"): "the cell silent has no stored output: .*--renew",
    ("stored/bare.ipynb", "pinv"): r"expected the name of a cell .*, received versions",
    ("stored/octave.ipynb",): "2 argument",
}
UNLIKE = "\n\n".join(
    f"```{{live-example}} {fault}\n```".replace("ex-a-b", f"ex-a-b{number}")
    for number, fault in enumerate(EXAMPLES)
)
TWICE = theorem("double-name") + exercise("double-name") + "$$\nx\n$$ (eq-double-sum)"
WRONG = PREPARED + exercise("wrong-line", CHECKS) + "\n" + check(answer="length")
API = "## Errors\n\n```{api} linalg_book.errors\nsvdd: {A: 1 2}\n```"
PAGES = {
    "index": page("Home", "The first page."),
    "failing": page("Failing", cell("1 + 1") + cell("width = 0\n1 / width"), code=True),
    "complaint": page("Complaint", cell("import sys\nsys.stderr.write('no')\n1"), code=True),
    "warned": page("Warned", cell("import warnings\nwarnings.warn('no')"), code=True),
    "number": page("Number", "The value is {eval}`1 / 0`.", code=True),
    "missing": page("Missing", "See {ref}`sec-nowhere` and {eq}`eq-nowhere-sum`."),
    "theorems": page("Theorems", "See {prf:ref}`thm-nowhere-name`."),
    "again": page("Again", "(sec-home)=\n## Once more\n\nWords."),
    "first": page("First", TWICE),
    "second": page("Second", TWICE),
    "cites": page("Cites", "See {cite}`nobody1900`."),
    "drawn": page("Drawn", figure("drawn-line").replace(ALT, "Line"), code=True),
    "bare": page("Bare", cell(f"from linalg_book import figures\n{LINE}"), code=True),
    "silent": page("Silent", "Words.", description=False),
    "wrong": page(
        "Wrong",
        PREPARED + exercise("wrong-line", CHECKS) + "\n" + check(answer="length"),
        code=True,
    ),
    "plain": page("Plain", exercise("plain-line", check(answer="1 + 1"))),
    "unlike": page("Unlike", UNLIKE),
    "still": page("Still", moving("still-line", LINE), code=True),
    "elsewhere": page("Elsewhere", "```{interactive-figure} fig-still-line\n```"),
    "refused": page("Refused", "".join(stored(*arguments) for arguments in CELLS)),
    "claims": page("Claims", f"{CLAIM}\n\n{TABLE}"),
    "reference": page("Reference", API),
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
    "still": [
        r"still\.md:\d+: WARNING: expected a figure drawn by figures\..*, received fig-still-line"
    ],
    "elsewhere": [
        r"elsewhere\.md:\d+: WARNING: expected the label .*, received fig-still-line",
    ],
    "claims": [
        r"claims\.md: ERROR: thm-claims-squares has no test: name one in book/claims/claims\.yml"
    ],
    "reference": [r"reference\.md:\d+: WARNING: .api.: Has content, but none permitted"],
}


def make_faults(root: Path) -> SmallBook:
    """Return the book, not built yet."""
    book = make_small_book(root, PAGES)
    bare = {key: value for key, value in STORED.items() if key != "versions"}
    write_notebook(root / "book" / "stored", "octave.ipynb", STORED)
    write_notebook(root / "book" / "stored", "bare.ipynb", bare)
    write_claims(root, [])
    return book
