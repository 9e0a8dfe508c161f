"""Rule 9: numbers come from executed code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.rules.prose import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.rules.records import Chapter, Finding, Piece

DECIMAL = re.compile(r"(?<![\w.])\d[\d,]*\.\d+(?!\.?\d|\.\w)")
SLASH = re.compile(r"(?<![\w./^])(\d+)\s*/\s*(\d+)(?![\w/-]|\.\d)")
FRAC = re.compile(r"\\[dt]?frac\s*(?:\{\s*(-?[\d.]+)\s*\}|(\d))\s*(?:\{\s*([\d.]+)\s*\}|(\d))")
# A half before a symbol is part of a formula's form, and so is a fraction in an exponent.
HALF = re.compile(r"(?:\\[dt]?frac\s*(?:\{1\}|1)\s*(?:\{2\}|2)|(?<![\w./])1/2)\s*(?=\\?[A-Za-z(|])")
EXPONENT = re.compile(r"\^\s*\{\s*-?\s*(?:\d+\s*/\s*\d+|\\[dt]?frac\s*\{?\d+\}?\s*\{?\d+\}?)\s*\}")


def numbers_from_code(chapter: Chapter) -> list[Finding]:
    """Rule 9: a decimal number or a fraction in prose or inline math is computed or given.

    Computed: written with {eval} or glue. Given: it occurs in one of the strings of the list
    `given` in the page's front matter, which names the data that the page starts from, for example
    `given: ["0.1 + 0.2", "1 m = 3.28 ft"]`. A result never belongs in that list.

    Displayed formulas are free: they are where the reader works by hand, and the exact derivation
    beside them is computed. So are whole numbers, which the reader can check at sight, code, links,
    alt text (it can't hold a role), one half before a symbol and fractions in exponents.
    """
    given = _numbers_in(chapter.front.get("given") or [])
    found = []
    for piece in pieces_of(chapter, "text", "math"):
        if piece.in_link or (piece.kind == "math" and piece.name == "display"):
            continue
        for shown, number in _typed(piece):
            if number not in given:
                remedy = "compute it with {eval}, display the formula, or, if it is data that the "
                remedy += "page starts from, add it to `given` in the front matter"
                problem = f'the number "{shown}" is typed by hand'
                found.append(chapter.finding(piece.line, "rule 9", problem, remedy))
    return found


def _numbers_in(given: object) -> set[str]:
    strings = [str(item) for item in given] if isinstance(given, list) else [str(given)]
    return {number for item in strings for _, number in numbers(item)}


def _typed(piece: Piece) -> Iterator[tuple[str, str]]:
    text = piece.text
    if piece.kind == "math":
        text = HALF.sub(" ", EXPONENT.sub(" ", text))
    return numbers(text)


def numbers(text: str) -> Iterator[tuple[str, str]]:
    """Return each decimal and fraction of a text: as typed, and in one form for comparing."""
    for match in FRAC.finditer(text):
        yield match[0], f"{match[1] or match[2]}/{match[3] or match[4]}".lstrip("-")
    rest = FRAC.sub(" ", text)
    for match in SLASH.finditer(rest):
        yield match[0], f"{match[1]}/{match[2]}"
    for match in DECIMAL.finditer(SLASH.sub(" ", rest)):
        yield match[0], match[0].replace(",", "")
