"""What formats need that judge answers by themselves."""

from collections.abc import Iterator
from fractions import Fraction

from linalg_book.errors import RequestError
from linalg_book.sheets.mistakes import SIGN, SIGNS
from linalg_book.sheets.sheet import Part, Sheet


def require_answers(sheet: Sheet, name: str) -> None:
    """Refuse a sheet with an exercise that has no single right answer."""
    for one in sheet.exercises:
        if not one.parts:
            raise RequestError(
                f"expected exercises with one right answer for the format {name}, but exercise "
                f"{one.number} has none or many: change the options, or take another format."
            ).about("format")


def wrong_entries(part: Part, i: int, j: int) -> Iterator[tuple[Fraction, str]]:
    """Yield what goes wrong often in one entry, each wrong number once, and what to say to it."""
    told = {part.rows[i][j]}
    alone = len(part.rows) == len(part.rows[0]) == 1
    for one in part.mistakes:
        wrong = one.rows[i][j]
        if wrong not in told:
            told.add(wrong)
            yield wrong, _said(one.says, alone=alone)


def _said(says: str, *, alone: bool) -> str:
    """Speak of one entry, which does not prove what happened to the whole answer."""
    if says == SIGNS:
        return SIGN
    return says if alone else f"Perhaps this happened. {says}"
