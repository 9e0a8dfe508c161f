"""What a format needs to know of a worked example; ``linalg_book.worked`` has the records."""

from collections.abc import Mapping
from typing import Any, Protocol

from linalg_book.writing.formula import Formula
from linalg_book.writing.prose import Prose
from linalg_book.writing.tree import Row


class Step(Protocol):
    """One step of a derivation."""

    @property
    def what(self) -> Prose: ...
    @property
    def why(self) -> Prose: ...
    @property
    def formulas(self) -> tuple[Formula, ...]: ...
    @property
    def before(self) -> Any: ...
    @property
    def after(self) -> Any: ...


class Check(Protocol):
    """An identity with both of its sides evaluated."""

    @property
    def name(self) -> Prose: ...
    @property
    def identity(self) -> Row: ...
    @property
    def left(self) -> Any: ...
    @property
    def right(self) -> Any: ...
    @property
    def holds(self) -> bool: ...


class Example(Protocol):
    """An answer with its derivation and its checks."""

    @property
    def title(self) -> Prose: ...
    @property
    def answer(self) -> Any: ...
    @property
    def values(self) -> Mapping[str, Any]: ...
    @property
    def steps(self) -> tuple[Step, ...]: ...
    @property
    def checks(self) -> tuple[Check, ...]: ...
