"""What the tests of a moving figure need to know of its kind, and ways to read its numbers."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, NamedTuple

ENTRIES = {f"row {i}, column {j}": "ArrowUp" for i in (1, 2) for j in (1, 2)}


class Moving(NamedTuple):
    """A kind of moving figure: one of its figures, how it is moved, and what it must say.

    ``moved`` tells which key moves the part of a label, ``dragged`` how far a handle is drawn.
    ``facts`` is what the page makes of a scene: a function of JavaScript that may call what
    ``module``, a file of ``book/_live/figures``, exports, and ``read`` for fractions.
    ``agrees`` compares them with the package.
    """

    chapter: str
    figure: str
    starts: str  # one of its lines, with these words, which come from the chapter's numbers
    moved: dict[str, str]
    dragged: dict[str, tuple[float, float]]
    typed: str | None
    module: str
    facts: str
    agrees: Callable[[dict[str, Any], Any], None]


def numbers(written: Any) -> Any:
    """Read the fractions in nested lists."""
    return [numbers(each) for each in written] if isinstance(written, list) else Fraction(written)


def flat(matrix: Any) -> list[Fraction]:
    """Return the entries of an exact column or matrix."""
    return [Fraction(str(entry)) for entry in matrix]
