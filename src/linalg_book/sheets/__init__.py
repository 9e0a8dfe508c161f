"""Sheets of exercises with solutions, a key and usual mistakes, as files for print and courses.

>>> from linalg_book import sheets
>>> made = sheets.sheet("least-norm", count=2, seed=3)
>>> made.written("markdown").decode().splitlines()[0]
'# Least-norm solutions'

The same from the command line: ``python -m linalg_book problems least-norm --count 2 --seed 3``.
"""

from linalg_book.sheets.formats import FORMATS, Format, format_named
from linalg_book.sheets.kinds import KINDS, Kind
from linalg_book.sheets.mistakes import Mistake
from linalg_book.sheets.sheet import Exercise, Part, Sheet, sheet

__all__ = [
    "FORMATS",
    "KINDS",
    "Exercise",
    "Format",
    "Kind",
    "Mistake",
    "Part",
    "Sheet",
    "format_named",
    "sheet",
]
