"""Worked examples: an answer, the steps that lead to it and the checks that it passes.

All three are frozen.  Steps are built when they are first asked for, so an answer alone costs
no typesetting; checks are evaluated at once, and one that fails raises.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any

from linalg_book.errors import FailedCheckError
from linalg_book.writing import rendering
from linalg_book.writing.formula import Formula, row
from linalg_book.writing.long_numbers import long_numbers
from linalg_book.writing.prose import Prose
from linalg_book.writing.tree import Row

__all__ = ["Check", "Step", "WorkedExample"]


@dataclass(frozen=True)
class Step:
    """One step of a derivation.

    Attributes
    ----------
    what, why : Prose
        What is done, and the reason: full sentences.
    formulas : tuple of Formula
        What the step looks like, to be shown beside the reason.
    before, after : object
        The object that the step starts from and the one that it makes, where there is one.
    """

    what: Prose
    why: Prose
    formulas: tuple[Formula, ...] = ()
    _: KW_ONLY
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class Check:
    """An exact identity, with both of its sides evaluated.

    Attributes
    ----------
    name : Prose
        What is checked, in words.
    identity : Row
        The identity in symbols, with one equality sign, for example A x = b.
    left, right : object
        Its two sides, exact.
    """

    name: Prose
    identity: Row
    left: Any = field(hash=False)
    right: Any = field(hash=False)

    @property
    def holds(self) -> bool:
        """Whether the two sides are equal."""
        return bool(self.left == self.right)

    @property
    def evaluated(self) -> Formula:
        """The two sides as they came out."""
        return row(self.left, "=" if self.holds else "≠", self.right)


@dataclass(frozen=True)
class WorkedExample:
    """An answer that shows its working; it displays itself in a notebook and a terminal.

    A derivation of more than 12 steps is shown with its middle left out (folded in HTML);
    ``full=True`` shows every step.  ``steps`` and JSON are always complete.  Matrices of more than
    40 rows or columns, and sums of more than 40 terms, are shown without their middle.

    Attributes
    ----------
    title : Prose
        What was asked.
    answer : object
        The exact answer: SymPy objects.
    checks : tuple of Check
        Exact identities that the answer satisfies.  One that does not hold raises.
    values : mapping
        Named by-products, for example ``values["distance"]``.
    """

    title: Prose
    answer: Any = field(hash=False)
    checks: tuple[Check, ...]
    derivation: Callable[[], tuple[Step, ...]] = field(repr=False, compare=False)
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        """Refuse an answer that fails a check."""
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))
        for check in self.checks:
            if not check.holds:
                raise FailedCheckError(
                    f"expected “{check.name}” ({check.identity.line()}) to hold, "
                    f"but {check.evaluated.line()}: please report this input."
                )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Build the steps when the example is pickled or copied."""
        steps = partial(tuple, self.steps)
        return type(self), (self.title, self.answer, self.checks, steps, dict(self.values))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The derivation, step by step."""
        return self.derivation()

    def text(self, width: int = 80, *, full: bool = False) -> str:
        """Render as plain text, wrapped and aligned for a terminal."""
        with long_numbers():
            return rendering.text(self, width, full=full)

    def latex(self, *, full: bool = False) -> str:
        """Render as LaTeX that needs only ``amsmath``."""
        with long_numbers():
            return rendering.latex(self, full=full)

    def markdown(self, *, full: bool = False) -> str:
        """Render as Markdown with formulas between dollar signs."""
        with long_numbers():
            return rendering.markdown(self, full=full)

    def html(self, *, full: bool = False) -> str:
        """Render as an HTML fragment with MathML; long derivations have a part that unfolds."""
        with long_numbers():
            return rendering.html(self, full=full)

    def as_dict(self) -> dict[str, Any]:
        """Render as plain dictionaries, lists and strings.

        ``schema`` names the layout and its version.  Exact numbers are strings ("36/25"), a
        matrix is a list of rows, a sentence is a list of parts with ``text`` and, for a formula,
        ``tex``; a formula is ``{"tex": …, "text": …}``.
        """
        with long_numbers():
            return rendering.as_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """Render ``as_dict()`` as JSON."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=indent)

    def __str__(self) -> str:
        """Return the plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_latex_(self) -> str:
        return self.latex()

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Offer each format to a notebook, which prefers HTML."""
        return {"text/html": self.html(), "text/latex": self.latex(), "text/plain": self.text()}
