"""Where each equation of a text begins and ends, with its signs written plainly.

Nothing moves: what is rewritten keeps its length, so places in the text stay where they are.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import NoReturn

from linalg_book.errors import EquationError
from linalg_book.exact.reading.signs import plain_formula
from linalg_book.writing.wording import show

EXAMPLE = 'write for example "3x + 4y = 12"'
_PLAIN = (
    (r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))"),
    (r"\\cdot(?![A-Za-z])|\\times(?![A-Za-z])", "*"),
    (r"\\\\", ";"),
    (r"\\(?:begin|end)\{\w+\*?\}|\\(?:left|right|quad)(?![A-Za-z])|\\[,:! ]|[$&]", ""),
)
_ENDS = re.compile(r"[;\n,]|(?<![A-Za-z])and(?![A-Za-z])")
_POWER = re.compile(r"(?<![A-Za-z_0-9.])[0-9.]+[eE][+-]?[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")
_NUMBERED = re.compile(r"\s*(\((?:[0-9]+|[IVX]+|\*+)\)(?=\s*[\w(])|[0-9]+\.\s+(?=[A-Za-z(]))")
_LABELED = re.compile(r"\s(\((?:[0-9]+|[IVX]+|[A-Za-z]|\*+)\))\s*$")


def plain_text(text: str) -> str:
    """Write the signs of typesetters and programs as + - * / = ( )."""
    plain = plain_formula(text).replace("==", "= ")
    for pattern, written in _PLAIN:
        plain = re.sub(pattern, partial(_as_long, written), plain)
    return plain


def _as_long(written: str, found: re.Match[str]) -> str:
    """Write something shorter in place of what was found, with spaces after it."""
    return found.expand(written).ljust(len(found[0]))


def equations_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the plain text, and where each equation in it starts and stops."""
    plain = _with_points(text, plain_text(text))
    start = 0
    ends = [found.span() for found in _ENDS.finditer(plain)]
    for stop, following in [*ends, (len(plain), len(plain))]:
        if plain[start:stop].strip():
            _refuse_labels(text, plain, start, stop)
            yield plain, start, stop
        start = following


def _with_points(text: str, plain: str) -> str:
    """Write a point for each decimal comma, and refuse numbers that have two meanings.

    Each equation has one sign of equality, so a comma stands between two equations only if there
    is one on both sides of it.
    """
    if power := _POWER.search(plain):
        _refuse(text, power, "a number with one meaning",
                "write a power of ten out, and a space or * before an unknown e")  # fmt: skip
    signs = list(plain)
    start = 0
    for found in _ENDS.finditer(plain):
        here = found.start()
        following = _ENDS.search(plain, found.end())
        stop = following.start() if following else len(plain)
        tight = re.fullmatch("[0-9],[0-9]", plain[max(here - 1, 0) : here + 2])
        if tight and not ("=" in plain[start:here] and "=" in plain[here:stop]):
            signs[here] = "."
            _refuse_thousands(text, plain, here)
        else:
            start = found.end()
    return "".join(signs)


def _refuse_thousands(text: str, plain: str, comma: int) -> None:
    found = _THOUSANDS.search(plain, max(comma - 3, 0))
    if found and found.start() < comma < found.end():
        point, none = (found[0].replace(",", sign) for sign in (".", ""))
        _refuse(text, found, "a number with one meaning", f"write {point} or {none}")


def _refuse_labels(text: str, plain: str, start: int, stop: int) -> None:
    """Refuse the number of an equation, which would pass for a factor."""
    equation = plain[start:stop]
    label = _NUMBERED.match(equation) or _LABELED.search(equation)
    if not label:
        return
    name = label[1].strip("(). \n\t")
    if len(name) == 1 and name.isalpha() and plain.count(name) > 1:
        return  # an unknown in parentheses
    position = start + label.start(1)
    raise EquationError(
        f"character {position + 1} of {show(text)}: expected an equation, but received "
        f"{label[1].strip()}, its number or a factor: leave the number of an equation out, and "
        "write factors without parentheses.",
        position,
    )


def _refuse(text: str, found: re.Match[str], expected: str, remedy: str) -> NoReturn:
    position = found.start()
    raise EquationError(
        f"character {position + 1} of {show(text)}: expected {expected}, but received "
        f"“{text[position : found.end()]}”: {remedy}.",
        position,
    )
