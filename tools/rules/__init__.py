"""The style rules of the book that a machine can judge, one function a rule.

A rule takes a chapter (or the whole book, or a built page) and returns its findings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tools.rules.checks import answers_computed
from tools.rules.code import one_import_cell, public_names, short_lines, visible_cells
from tools.rules.figures import asks_apart, figure_text, no_drawn_title
from tools.rules.labels import all_referred, everything_labeled, label_form, labels_unique
from tools.rules.mathematics import notation
from tools.rules.numbers import numbers_from_code
from tools.rules.output import page_output, repeatable_code
from tools.rules.prose import one_sentence_a_line, refer_by_role, words
from tools.rules.reader import first_path, hints, ideas, shown_names
from tools.rules.reading import parse_chapter, read_chapter, readable_options
from tools.rules.records import Chapter, Finding
from tools.rules.structure import exercises, skeleton

ChapterRule = Callable[[Chapter], list[Finding]]
BookRule = Callable[[Sequence[Chapter]], list[Finding]]
PageRule = Callable[[Path, Path], list[Finding]]

CHAPTER_RULES: tuple[ChapterRule, ...] = (
    readable_options,
    one_sentence_a_line,
    label_form,
    everything_labeled,
    refer_by_role,
    figure_text,
    asks_apart,
    no_drawn_title,
    notation,
    visible_cells,
    short_lines,
    one_import_cell,
    public_names,
    numbers_from_code,
    repeatable_code,
    words,
    exercises,
    answers_computed,
    skeleton,
    shown_names,
    ideas,
    hints,
    first_path,
)
BOOK_RULES: tuple[BookRule, ...] = (labels_unique, all_referred)
PAGE_RULES: tuple[PageRule, ...] = (page_output,)

__all__ = [
    "BOOK_RULES",
    "CHAPTER_RULES",
    "PAGE_RULES",
    "BookRule",
    "Chapter",
    "ChapterRule",
    "Finding",
    "PageRule",
    "parse_chapter",
    "read_chapter",
]
