"""Linear equations read from text, such as "3x + 4y = 12"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NoReturn

from linalg_book.errors import EmptySystemError, EquationError, LinalgBookError
from linalg_book.exact.reading.equation_text import EXAMPLE, equations_in
from linalg_book.exact.reading.numbers import fraction_from
from linalg_book.writing.wording import show

__all__ = ["parse_equations"]

_TOKEN = re.compile(
    r"(?P<number>[0-9]+(\.[0-9]*)?|\.[0-9]+)"
    r"|(?P<name>[A-Za-zΑ-Ωα-ω](_?[0-9]{1,9}|_\{[0-9]{1,9}\})?)|(?P<sign>\S)"
)
_DEEPEST = 50


@dataclass(frozen=True)
class Equations:
    """A linear system as it was written: A x = b, and the names of its unknowns.

    ``A`` has one row for each equation and one column for each name in ``unknowns``.
    """

    A: tuple[tuple[Fraction, ...], ...]
    b: tuple[Fraction, ...]
    unknowns: tuple[str, ...]


def parse_equations(text: str) -> Equations:
    """Read linear equations, separated by semicolons, line breaks, commas or "and".

    An unknown is one letter, with a number if there are many: x, y, x1, x_1 or x_{1}.  Unknowns
    keep the order in which they are written.
    They may stand on both sides, in parentheses, and beside constants.  Products and quotients
    are read from left to right, so 1/2 x and 1/2x are half of x.  Decimals are exact, with a point
    or a comma.  What has two meanings is refused: 2e3, which may be a power of ten or twice the
    unknown e_3, and (2) before an equation, which may be its number or a factor.

    Parameters
    ----------
    text : str
        For example "3x + 4y = 12" or "x1 - x2/3 = 1; 0.5 x2 = x1".

    Returns
    -------
    Equations
        ``A`` (rows of fractions), ``b`` and ``unknowns`` (their names, for example "x_1").

    Raises
    ------
    EquationError
        If the text is no linear equation; ``position`` says where.
    EmptySystemError
        If there is no equation, or no unknown in any of them.
    InvalidNumberError
        If ``text`` is no text, or a number in it is too long to read.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book.exact import parse_equations
    >>> equations = parse_equations("x + y = 2; 2(x - 1) = y")
    >>> equations.A == ((1, 1), (2, -1)), equations.b == (2, 2), equations.unknowns
    (True, True, ('x', 'y'))
    """
    if not isinstance(text, str):
        raise EquationError(f"expected equations as text, but received {show(text)}: {EXAMPLE}.")
    sums = [_Reader(text, plain, *place).equation() for plain, *place in equations_in(text)]
    if not sums:
        raise EmptySystemError(f"expected at least one equation, but the text is empty: {EXAMPLE}.")
    names = list(dict.fromkeys(name for found in sums for name in found.coefficients))
    if not names:
        raise EmptySystemError(
            f"expected at least one unknown, but {show(text)} has none: {EXAMPLE}."
        )
    return Equations(
        tuple(tuple(s.coefficients.get(name, Fraction(0)) for name in names) for s in sums),
        tuple(-s.constant for s in sums),
        tuple(names),
    )


def from_text(A: Any, b: Any) -> tuple[Any, Any, tuple[str, ...]]:
    """Return A, b and the unknowns, read from the text A if there is no b; else no unknowns."""
    if isinstance(A, str) and b is None:
        try:
            equations = parse_equations(A)
        except LinalgBookError as error:
            error.about("A")
            raise
        return equations.A, equations.b, equations.unknowns
    return A, b, ()


@dataclass(frozen=True)
class _Sum:
    """A linear expression: a constant and the coefficients of unknowns."""

    constant: Fraction = Fraction(0)
    coefficients: Mapping[str, Fraction] = field(default_factory=dict)

    def plus(self, other: "_Sum", factor: int = 1) -> "_Sum":
        total = dict(self.coefficients)
        for name, value in other.coefficients.items():
            total[name] = total.get(name, Fraction(0)) + factor * value
        return _Sum(self.constant + factor * other.constant, total)

    def scaled(self, factor: Fraction) -> "_Sum":
        return _Sum(
            factor * self.constant, {name: factor * c for name, c in self.coefficients.items()}
        )


class _Reader:
    """Read one equation between two places of a text, by recursive descent."""

    def __init__(self, text: str, plain: str, start: int, stop: int) -> None:
        self.text, self.stop, self.depth = text, stop, 0
        self.tokens = list(_TOKEN.finditer(plain, start, stop))
        self.index = 0

    def equation(self) -> _Sum:
        """Read "sum = sum" and bring everything to the left."""
        left = self.sum()
        if not self.take("="):
            self.refuse("a sign or =" if self.sign else "=")
        total = left.plus(self.sum(), -1)
        if self.index < len(self.tokens):
            self.refuse("a sign or the end of the equation")
        return total

    def sum(self) -> _Sum:
        """Read terms joined by + and −."""
        total = _Sum()
        factor = self.leading_sign()
        while True:
            total = total.plus(self.product(), factor)
            if self.sign not in ("+", "-"):
                return total
            factor = self.leading_sign()

    def leading_sign(self) -> int:
        """Read any number of + and −."""
        factor = 1
        while self.sign in ("+", "-"):
            factor = -factor if self.sign == "-" else factor
            self.index += 1
        return factor

    def product(self) -> _Sum:
        """Read factors side by side or joined by * and /, of which one may have unknowns."""
        result = self.factor()
        while True:
            place = self.index
            divided = self.take("/")
            starred = not divided and self.take("*")
            beside = self.starts_factor() and not self.tokens[place]["number"]
            if not (divided or starred or beside):
                return result
            sign = self.leading_sign() if divided or starred else 1
            other = self.factor().scaled(Fraction(sign))
            if divided:
                if other.coefficients:
                    self.refuse("a number below the fraction bar", place + 1)
                if not other.constant:
                    self.refuse("a number other than 0 below the fraction bar", place + 1)
                result = result.scaled(1 / other.constant)
            elif not other.coefficients:
                result = result.scaled(other.constant)
            elif not result.coefficients:
                result = other.scaled(result.constant)
            else:
                self.refuse("a linear equation, without products of unknowns", place)

    def starts_factor(self) -> bool:
        """Tell whether a factor without a sign before it comes next."""
        return self.index < len(self.tokens) and self.sign in ("", "(")

    def factor(self) -> _Sum:
        """Read a number, an unknown or parentheses."""
        if not self.starts_factor():
            self.refuse("a number or an unknown")
        token = self.tokens[self.index]
        self.index += 1
        if token["number"]:
            where = f"the number at character {token.start() + 1}"
            return _Sum(fraction_from(token["number"], where))
        if token["name"]:
            name = re.sub("[_{}]", "", token["name"])
            name = name[0] + (f"_{int(name[1:])}" if name[1:] else "")
            return _Sum(coefficients={name: Fraction(1)})
        self.depth += 1
        if self.depth > _DEEPEST:
            self.refuse(f"at most {_DEEPEST} parentheses in one another", self.index - 1)
        inner = self.sum()
        if not self.take(")"):
            self.refuse("a sign or )")
        self.depth -= 1
        return inner

    @property
    def sign(self) -> str:
        """The sign that comes next; nothing before a number, a name or the end."""
        return (self.tokens[self.index]["sign"] or "") if self.index < len(self.tokens) else ""

    def take(self, sign: str) -> bool:
        """Step over a sign if it comes next."""
        if self.sign != sign:
            return False
        self.index += 1
        return True

    def refuse(self, expected: str, index: int | None = None) -> NoReturn:
        """Raise the error for the next token, or the one with an index."""
        index = self.index if index is None else index
        if index < len(self.tokens):
            token = self.tokens[index]
            position, received = token.start(), self.text[token.start() : token.end()]
            received = f'"{received}"' if len(received) <= 20 else "a long number"
        else:
            position, received = self.stop, "the end of the equation"
        raise EquationError(
            f"character {position + 1} of {show(self.text)}: expected {expected}, "
            f"but received {received}: {EXAMPLE}.",
            position,
        )
