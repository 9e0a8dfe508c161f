"""A sheet as JSON: everything that the other formats show, for other programs."""

import json
from fractions import Fraction
from typing import Any

from linalg_book.sheets.mistakes import Entries
from linalg_book.sheets.sheet import Exercise, Part, Sheet
from linalg_book.sheets.wording import source

SCHEMA = "linalg_book.problem-sheet/1"


def write(sheet: Sheet) -> str:
    """Write the fields that ``fields`` describes, indented."""
    return json.dumps(fields(sheet), ensure_ascii=False, indent=2) + "\n"


def fields(sheet: Sheet) -> dict[str, Any]:
    """Return the sheet as plain data.

    ``schema`` names the layout and its version; ``kind``, ``title``, ``chapter``, ``seed`` and
    ``options`` say what the sheet is, and ``command`` makes it again.  Each of the ``exercises``
    has ``number``, ``seed`` (its own), ``statement`` (a list of parts with ``text`` and, for a
    formula, ``tex``), ``A`` and ``b`` (whole numbers; null where there is none), ``answers`` and
    ``solution`` (as ``WorkedExample.as_dict``).  An answer has ``name``, ``prompt``, ``rows`` and
    ``mistakes``, each with ``rows`` and ``feedback``; exact numbers are strings ("36/25"), and a
    vector has rows of one entry.
    """
    return {
        "schema": SCHEMA,
        "kind": sheet.kind.name,
        "title": sheet.kind.title,
        "chapter": sheet.kind.slug,
        "seed": sheet.seed,
        "options": dict(sheet.options),
        "command": source(sheet),
        "exercises": [_exercise(one) for one in sheet.exercises],
    }


def _exercise(one: Exercise) -> dict[str, Any]:
    problem = one.problem
    return {
        "number": one.number,
        "seed": problem.seed,
        "statement": problem.statement.as_list(),
        "A": [list(row) for row in problem.A],
        "b": None if problem.b is None else list(problem.b),
        "answers": [_answer(part) for part in one.parts],
        "solution": problem.solution.as_dict(),
    }


def _answer(part: Part) -> dict[str, Any]:
    return {
        "name": part.name,
        "prompt": part.prompt,
        "rows": _rows(part.rows),
        "mistakes": [{"rows": _rows(one.rows), "feedback": one.says} for one in part.mistakes],
    }


def _rows(rows: Entries) -> list[list[str]]:
    return [list(map(_written, row)) for row in rows]


def _written(number: Fraction) -> str:
    return str(number)
