"""The records that the rules read (a chapter and its parts) and the one they make (a finding)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

PARTS = ("data", "systems", "pseudoinverse", "regression", "kernels", "networks", "scale")

# Stand-ins for what is not prose, so that a sentence keeps its shape without its formulas.
MARK = "\ue000"
CITE = "\ue001"


@dataclass(frozen=True)
class Finding:
    """One broken rule: where, which, what was found and how to mend it."""

    path: str
    line: int
    rule: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        """Return the line that a failing test shows."""
        return f"{self.path}:{self.line}: {self.rule}: {self.problem}; {self.remedy}."


@dataclass(frozen=True)
class Piece:
    """A part of a line: text, math, code, role, cite, image or break; `name` is a role's name."""

    kind: str
    text: str
    line: int
    name: str = ""
    in_link: bool = False


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, cell, title or caption, with its pieces in reading order."""

    kind: str
    line: int
    pieces: tuple[Piece, ...]
    level: int = 0

    def lines(self) -> list[tuple[int, str]]:
        """Return each source line's number and prose, with marks in place of the rest."""
        found: list[tuple[int, str]] = []
        number, text = self.line, ""
        for piece in self.pieces:
            if piece.kind == "break":
                found.append((number, text))
                number, text = piece.line + 1, ""
            else:
                text += _plain(piece)
        return [*found, (number, text)]

    @property
    def text(self) -> str:
        """The whole passage as one line."""
        return " ".join(text for _, text in self.lines()).strip()


def _plain(piece: Piece) -> str:
    if piece.kind == "text":
        return piece.text
    if piece.kind == "cite":
        return CITE
    if piece.kind == "math" and piece.text.rstrip().endswith((".", "?", "!")):
        return MARK + piece.text.rstrip()[-1]
    return MARK


@dataclass(frozen=True)
class Formula:
    """A formula's TeX; `form` is inline, display, directive or environment."""

    tex: str
    line: int
    form: str


@dataclass(frozen=True)
class Directive:
    """A directive: name, argument, options, body, and the lines it spans."""

    name: str
    argument: str
    options: Mapping[str, Any]
    body: str
    line: int
    end: int
    body_line: int

    def setting(self, *keys: str) -> Any:
        """Return a nested option, or None: `setting("mystnb", "figure", "caption")`."""
        value: Any = self.options
        for key in keys:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    @property
    def tags(self) -> frozenset[str]:
        """The tags of a code cell."""
        tags = self.options.get("tags") or ()
        return frozenset(tags.split() if isinstance(tags, str) else map(str, tags))

    @property
    def label(self) -> str:
        """The label that the directive carries, or an empty string."""
        name = self.setting("mystnb", "figure", "name") or self.setting("mystnb", "table", "name")
        return str(self.options.get("label") or self.options.get("name") or name or "")


@dataclass(frozen=True)
class Label:
    """A label, what carries it (section, equation, a directive's name) and its last line."""

    name: str
    line: int
    owner: str
    end: int


@dataclass(frozen=True)
class Chapter:
    """A page of the book, read once."""

    path: str
    text: str
    front: Mapping[str, Any]
    passages: tuple[Passage, ...]
    formulas: tuple[Formula, ...]
    directives: tuple[Directive, ...]
    labels: tuple[Label, ...]
    references: tuple[tuple[str, int], ...]
    broken_options: tuple[int, ...] = field(default=())

    @property
    def slug(self) -> str:
        """The file's name without its ending: the middle part of every label."""
        return PurePosixPath(self.path).stem

    @property
    def in_part(self) -> bool:
        """Whether this page is a chapter of a part, and not the cover or a reference page."""
        return PurePosixPath(self.path).parent.name in PARTS

    @property
    def cells(self) -> tuple[Directive, ...]:
        """The code cells."""
        return tuple(item for item in self.directives if item.name == "code-cell")

    def finding(self, line: int, rule: str, problem: str, remedy: str) -> Finding:
        """Return a finding in this file."""
        return Finding(self.path, line, rule, problem, remedy)
