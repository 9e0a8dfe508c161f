"""Rows of cells from the text of a matrix, in the notations that people type and paste.

``book/_live/shared/matrix_text.js`` reads the same in the pages; ``tests/data/inputs.json`` holds
the cases of both.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Union

from linalg_book.errors import ShapeError
from linalg_book.exact.reading.signs import plain_notation

Rows = list[list[str]]
_BRACKETS = {"[": "]", "(": ")", "{": "}"}
_SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\u2007\u2009\u202f", " ") | {"\r": None})
_FIRST_MARK = 0xF0000
_KEPT = re.compile(r""""(?:[^"\\]|\\.)*"|'[^'\n]*'|√\([^()]*\)""")
_LATEX = re.compile(r"\\begin\{(\w*matrix|array)\*?\}(?:\{[^{}]*\})?(.*?)\\end\{\1\*?\}", re.DOTALL)
_LATEX_ROW = re.compile(r"\\\\(?:\s*\[[^\]]*\])?|\\cr\b")
_CALL = re.compile(r"(?:\w+\.)*(?:array|mat|tensor|Array|\w*[Mm]atrix)\s*\((.*)\)", re.DOTALL)
_OPTIONS = re.compile(r",\s*\w+\s*=[^\[\](){}]*$")
_NAME = re.compile(r"^[A-Za-z]\w*\s*=\s*(?=[\[({\\A-Za-z])")
_SCALARS = (
    (r"(?:\w+\.)?(?:Fraction|Rational)\(\s*(-?[0-9]+)\s*,\s*([0-9]+)\s*\)", r"\1/\2"),
    (
        r"(?:\w+\.)?(?:float[0-9]+|u?int[0-9]+|Fraction|Rational|Decimal|Integer)\(([^(),]*)\)",
        r"\1",
    ),
)
_TRANSPOSE = re.compile(r"(?:\^?(?:[TᵀT⊤]|\{?\\(?:top|intercal|T)\}?)|\.T|')$")
_RULE = re.compile(r"[\s|:+=-]*--[\s|:+=-]*")


@dataclass
class _List:
    """What stands in one pair of brackets: texts and further pairs."""

    opened: str = ""
    items: list[Union[str, "_List"]] = field(default_factory=list)

    @property
    def lists(self) -> list["_List"]:
        return [item for item in self.items if isinstance(item, _List)]

    @property
    def text(self) -> str:
        return "".join(item for item in self.items if isinstance(item, str))


def read_rows(text: str) -> Rows:
    """Split the text of a matrix into rows of cells; a ShapeError says what is there instead."""
    kept: list[str] = []
    plain = _prepared(text, kept)
    if latex := _LATEX.search(plain):
        rows = [line.split("&") for line in _LATEX_ROW.split(latex[2].replace("\\hline", ""))]
        rows = rows[:-1] if not "".join(rows[-1]).strip() else rows
    elif re.search(r"[\[\](){}]", plain):
        rows = _nested(plain)
    else:
        rows = _plain(plain)
    return [[_cell(cell, kept) for cell in row] for row in rows]


def _prepared(text: str, kept: list[str]) -> str:
    """Take away names around the numbers, and put marks for texts in quotes and for roots."""
    plain = plain_notation(text.translate(_SPACES)).strip(" \n").replace("...\n", " ")
    if re.search(r"(^|[\s,\[])(\.\.\.|…)([\s,\]]|$)", plain):
        raise _refusal("every number", "dots in place of some", "print the whole matrix")
    for pattern, written in _SCALARS:
        plain = re.sub(pattern, written, plain)
    plain = _NAME.sub("", plain)
    if called := _CALL.fullmatch(plain.rstrip(" ;\n")):
        plain = _OPTIONS.sub("", called[1].strip()).strip(" ,\n")

    def mark(found: re.Match[str]) -> str:
        kept.append(found[0])
        return chr(_FIRST_MARK + len(kept) - 1)

    return _KEPT.sub(mark, plain)


def _cell(cell: str, kept: Sequence[str]) -> str:
    """Put back what a mark stands for."""
    return "".join(
        _unquoted(kept[ord(c) - _FIRST_MARK]) if 0 <= ord(c) - _FIRST_MARK < len(kept) else c
        for c in cell.strip()
    )


def _unquoted(text: str) -> str:
    if text[0] != '"':
        return text if text[0] == "√" else text[1:-1]
    try:
        return str(json.loads(text))
    except json.JSONDecodeError:
        return text[1:-1]


def _nested(text: str) -> Rows:
    """Read a pair of brackets for each row, or one pair with marks between rows."""
    level = _tree(text)
    last = level.items[-1]
    turned = isinstance(last, str) and bool(_TRANSPOSE.search(last.strip(" \n;,.")))
    if turned and isinstance(last, str):
        level.items[-1] = _TRANSPOSE.sub("", last.strip(" \n;,."))
    _refuse_beside(level)
    inside = False
    while len(level.lists) == 1 and level.lists[0].lists:
        level, inside = level.lists[0], True
        _refuse_beside(level)
    if any(one.lists for one in level.lists):
        raise _refusal("at most two levels of brackets", "more", "take one level away")
    rows = _rows_of(level.lists, inside=inside)
    return [list(column) for column in zip(*rows, strict=False)] if turned else rows


def _rows_of(lists: Sequence[_List], *, inside: bool) -> Rows:
    first = lists[0]
    if len(lists) > 1 or (inside and ";" not in first.text):
        return [_cells(one.text.replace(";", ",").replace("\n", " ")) for one in lists]
    return _plain(first.text, fence=first.opened) if first.text.strip() else []


def _tree(text: str) -> _List:
    """Put what stands in brackets into lists."""
    stack = [_List()]
    for part in re.split(r"([\[\](){}])", text):
        if part in _BRACKETS:
            stack.append(_List(part))
            stack[-2].items.append(stack[-1])
        elif part and part in "])}":
            if _BRACKETS.get(stack[-1].opened) != part:
                raise _refusal("brackets in pairs", f"a {part} without its partner", _PAIRS)
            stack.pop()
        elif part:
            stack[-1].items.append(part)
    if len(stack) > 1:
        raise _refusal("brackets in pairs", f"a {stack[-1].opened} without its partner", _PAIRS)
    return stack[0]


_PAIRS = "write for example [[1, 2], [3, 4]] or 1 2; 3 4"


def _refuse_beside(level: _List) -> None:
    if level.lists and (beside := re.sub(r"[\s,;.]+", " ", level.text).strip()):
        received = f"“{beside[:20]}” beside brackets"
        raise _refusal("a pair of brackets for each row", received, _PAIRS)


def _plain(text: str, fence: str = "") -> Rows:
    """Read lines, semicolons or bars between rows; ``fence`` is the bracket around all."""
    lines = [line for line in text.split("\n") if line.strip(" ;\t")]
    if any(map(_RULE.fullmatch, lines)) or (lines and all("|" in line for line in lines)):
        lines = [line for line in lines if not _RULE.fullmatch(line)]
        if len(lines) > 1 or re.search(r"^\s*\|", text):
            return [_between(line.strip().removeprefix("|").removesuffix("|")) for line in lines]
    if not fence and _has_semicolon_cells(lines):
        return [[cell.strip() for cell in line.strip(" ").removesuffix(";").split(";")]
                for line in lines]  # fmt: skip
    if fence in ("", "(") and _is_ambiguous(text):
        raise _refusal(
            "one kind of mark between numbers",
            "commas that may be decimal points",
            "write points in decimals (0.5) and spaces or tabs between numbers",
        )
    pieces = [piece for line in lines for piece in line.rstrip(" ;").split(";")]
    return [_cells(piece) for piece in pieces]


def _has_semicolon_cells(lines: Sequence[str]) -> bool:
    """Tell the lines of a spreadsheet that separates cells by semicolons."""
    return len(lines) > 1 and all(
        re.search(r";\s*\S", line) and not re.search(r"\t|[^\s;]\s+[^\s;]", line) for line in lines
    )


def _is_ambiguous(text: str) -> bool:
    """Tell commas between digits that may be decimal points, beside other marks."""
    groups = [group for group in re.split(r"[\s;|]+", text) if group]
    tight = re.findall(r"[0-9],(?=[0-9])", text)
    return (
        "\t" not in text
        and len(groups) > 1
        and 0 < len(tight) == text.count(",")
        and all(group.count(",") <= 1 for group in groups)
        and not any("," in group and re.search("[./]", group) for group in groups)
    )


def _between(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


def _cells(row: str) -> list[str]:
    """Split one row: at tabs, bars, commas or spaces, whichever there is."""
    if "\t" in row:
        return [cell.strip() for cell in row.split("\t")]
    if "|" in row:
        return _between(row)
    if "," in row:
        return [cell.strip() for cell in re.sub(r",\s*$", "", row).split(",")]
    return re.sub(r"\s*([/⁄∕])\s*", r"\1", row).split()


def _refusal(expected: str, received: str, remedy: str) -> ShapeError:
    return ShapeError(f"expected {expected}, but received {received}: {remedy}.")
