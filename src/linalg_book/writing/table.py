"""A matrix with a bar before its last columns and notes beside its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import sympy
from sympy.printing.pretty.stringpict import stringPict

from linalg_book.writing.leaves import expression
from linalg_book.writing.tree import Formula, Value

__all__ = ["Table"]

BAR = "│"
# Keep the rows of a matrix and of its notes equally tall where one of them has a fraction.
STRUT = r"\vphantom{\frac{1}{1}}"
STRUT_MATHML = (
    '<mpadded width="0"><mphantom><mfrac><mn>1</mn><mn>1</mn></mfrac></mphantom></mpadded>'
)


@dataclass(frozen=True)
class Table(Formula):
    """A matrix; ``bar`` counts the columns before the bar, ``notes`` has one entry a row."""

    content: Any
    bar: int | None = None
    notes: tuple[Formula | None, ...] = ()

    @property
    def matrix(self) -> sympy.ImmutableMatrix:
        """Return the matrix as SymPy prints it."""
        return expression(self.content)

    def latex(self) -> str:
        if 0 in self.matrix.shape:
            return Value(self.matrix).latex()
        left, right = self._sides("c" * self.matrix.cols)
        layout = left if self.bar is None else f"{left}|{right}"
        cells = [" & ".join(entry.latex() for entry in entries) for entries in self._entries()]
        notes = ["" if note is None else note.latex() for note in self.notes]
        if any(r"\frac" in text for text in (*cells, *notes)):
            pairs = zip(cells, notes or [""] * len(cells), strict=True)
            struts = [STRUT if r"\frac" in cell + note else "" for cell, note in pairs]
            cells = [cell + strut for cell, strut in zip(cells, struts, strict=True)]
            notes = [note + strut for note, strut in zip(notes, struts, strict=False)]
        between = r" \\[0.4em] " if any(STRUT in text for text in cells) else r" \\ "
        drawn = rf"\left[\begin{{array}}{{{layout}}}{between.join(cells)}\end{{array}}\right]"
        if notes:
            drawn += rf"\begin{{array}}{{l}}{between.join(notes)}\end{{array}}"
        return drawn

    def line(self) -> str:
        if 0 in self.matrix.shape:
            return Value(self.matrix).line()
        rows = []
        for entries in self._entries():
            left, right = (", ".join(x.line() for x in part) for part in self._sides(entries))
            rows.append(left if self.bar is None else f"{left} | {right}".strip())
        notes = [f"row {i}: {note.line()}" for i, note in enumerate(self.notes, start=1) if note]
        return f"[{'; '.join(rows)}]" + (f" ({'; '.join(notes)})" if notes else "")

    def elements(self) -> str:
        if 0 in self.matrix.shape:
            return Value(self.matrix).elements()
        rows = [
            [[f"<mtd>{x.elements()}</mtd>" for x in part] for part in self._sides(entries)]
            for entries in self._entries()
        ]
        bar = [] if self.bar is None else ["<mtd><mo>|</mo></mtd>"]
        cells = ["".join(chain(left, bar, right)) for left, right in rows]
        notes = ["" if note is None else note.elements() for note in self.notes]
        if notes:
            struts = [
                STRUT_MATHML if "<mfrac>" in cell + note else ""
                for cell, note in zip(cells, notes, strict=True)
            ]
            notes = [note + strut for note, strut in zip(notes, struts, strict=True)]
            cells = [
                cell.removesuffix("</mtd>") + strut + "</mtd>"
                for cell, strut in zip(cells, struts, strict=True)
            ]
        body = "".join(f"<mtr>{cell}</mtr>" for cell in cells)
        drawn = f"<mrow><mo>[</mo><mtable>{body}</mtable><mo>]</mo></mrow>"
        if notes:
            side = "".join(f"<mtr><mtd>{note}</mtd></mtr>" for note in notes)
            drawn = f"<mrow>{drawn}<mtable>{side}</mtable></mrow>"
        return drawn

    def picture(self) -> stringPict:
        if 0 in self.matrix.shape:
            return Value(self.matrix).picture()
        cells = [[entry.line() for entry in entries] for entries in self._entries()]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        rows = [
            [text.center(width) for text, width in zip(texts, widths, strict=True)]
            for texts in cells
        ]
        lines = [self._joined(row) for row in rows]
        empty = self._joined([" " * width for width in widths])
        spaced = "\n".join(chain.from_iterable((empty, line) for line in lines)).split("\n")[1:]
        height = len(spaced)
        drawn = stringPict("\n".join(spaced), height // 2)
        drawn = stringPict(*drawn.parens("[", "]"))
        if not any(self.notes):
            return drawn
        texts = ["" if note is None else note.line() for note in self.notes]
        longest = max(map(len, texts))
        side = "\n\n".join(text.ljust(longest) for text in texts)
        return stringPict(*drawn.right("  ", stringPict(side, drawn.baseline)))

    def _entries(self) -> list[list[Value]]:
        return [[Value(entry) for entry in entries] for entries in self.matrix.tolist()]

    def _sides(self, entries: Sequence[Any]) -> tuple[Sequence[Any], Sequence[Any]]:
        """Split a row at the bar."""
        split = len(entries) if self.bar is None else self.bar
        return entries[:split], entries[split:]

    def _joined(self, texts: list[str]) -> str:
        left, right = self._sides(texts)
        parts = ["  ".join(left)] if self.bar is None else ["  ".join(left), BAR, "  ".join(right)]
        return " ".join(part for part in parts if part)
