r"""Sentences with inline formulas, for every format that a worked example renders to.

>>> sentence = prose("Look for {x} along {a}.", x="t", a="A")
>>> sentence.markdown()
'Look for $t$ along $A$.'
>>> print(sentence)
Look for t along A.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from string import Formatter
from typing import Any

from linalg_book.writing.formula import Formula, formula

__all__ = ["Prose", "html_math", "joined", "prose"]


@dataclass(frozen=True)
class Prose:
    """Text and formulas in reading order."""

    parts: tuple[str | Formula, ...]

    def __str__(self) -> str:
        """Write one line of plain text."""
        return "".join(part if isinstance(part, str) else part.line() for part in self.parts)

    def html(self) -> str:
        """Write an HTML fragment for use inside a paragraph."""
        return "".join(
            escape(part, quote=False) if isinstance(part, str) else html_math(part)
            for part in self.parts
        )

    def latex(self) -> str:
        """Write LaTeX for running text."""
        special = re.compile(r"[{}$&#_%]")
        return "".join(
            special.sub(r"\\\g<0>", part) if isinstance(part, str) else f"${part.latex()}$"
            for part in self.parts
        )

    def markdown(self) -> str:
        """Write Markdown with formulas between dollar signs."""
        special = re.compile(r"[\\`*_$<>\[\]]")
        return "".join(
            special.sub(r"\\\g<0>", part) if isinstance(part, str) else f"${part.latex()}$"
            for part in self.parts
        )

    def as_list(self) -> list[dict[str, str]]:
        """List the parts, each with its text and, if it is a formula, its LaTeX."""
        return [
            {"text": part} if isinstance(part, str) else {"text": part.line(), "tex": part.latex()}
            for part in self.parts
        ]


def prose(template: str, /, **parts: Any) -> Prose:
    """Fill the fields of a template; a value that is not text becomes a formula.

    Text values are names: ``x="t"`` is the formula t.  A ``Prose`` value is spliced in.
    """
    result: list[str | Formula] = []
    for text, field, _, _ in Formatter().parse(template):
        if text:
            result.append(text)
        if field is not None:
            part = parts[field]
            result += part.parts if isinstance(part, Prose) else (formula(part),)
    return Prose(tuple(result))


def html_math(part: Formula, *, display: bool = False) -> str:
    """Write a formula for HTML: MathML, and its LaTeX in ``data-tex`` for the book's build."""
    tag, flag = ("div", ' data-display="true"') if display else ("span", "")
    tex = escape(part.latex())
    return f'<{tag} class="math" data-tex="{tex}"{flag}>{part.mathml(display=display)}</{tag}>'


def joined(pieces: Sequence[Prose]) -> Prose:
    """Join with commas and a last "and"."""
    gaps = ["", *[", "] * (len(pieces) - 2), " and "][: len(pieces)]
    parts: list[Formula | str] = []
    for gap, piece in zip(gaps, pieces, strict=True):
        parts += [gap, *piece.parts] if gap else piece.parts
    return Prose(tuple(parts))
