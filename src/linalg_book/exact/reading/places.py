"""Where in the input something is wrong: in words for a message, in numbers for a form."""

from dataclasses import dataclass
from typing import TypeVar

from linalg_book.errors import LinalgBookError

Refusal = TypeVar("Refusal", bound=LinalgBookError)


@dataclass(frozen=True)
class Place:
    """An argument, or an entry of it: its row and column in a matrix, else its number, from 1."""

    field: str
    entry: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Name it as messages do: entry 2 of row 1 of A."""
        words = ("entry", "row")
        named = [f"{word} {i}" for word, i in zip(words, reversed(self.entry), strict=False)]
        return " of ".join([*named, self.field])


def refusal(error: Refusal, where: Place | str) -> Refusal:
    """Let an error carry its place; mere words, such as those for a number in a text, name none."""
    return error.about(where.field, *where.entry) if isinstance(where, Place) else error
