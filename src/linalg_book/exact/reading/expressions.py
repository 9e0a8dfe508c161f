"""Expressions with letters as readers write them: s²/3 + t^2/2, 2st, (s + t)/(s - t)."""

import ast
import re
from fractions import Fraction
from typing import Any

import sympy
from sympy.polys.domains import QQ

from linalg_book.errors import RequestError
from linalg_book.exact.reading.signs import plain_formula

_LONGEST = 300  # characters of an answer
_LARGEST_POWER = 20
_LARGEST_DEGREE = 60  # of what is multiplied out
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_TOKEN = re.compile(r"\s*(?:([0-9]*\.[0-9]+|[0-9]+)|([A-Za-zα-ω](?:_?[0-9]+)?)|(\*\*|[-+*/^()]))")


class Reader:
    """Read expressions in given letters as elements of the field of their rational functions."""

    def __init__(self, letters: list[str]) -> None:
        self.field = QQ.frac_field(*map(sympy.Symbol, letters))
        self.example = f"such as 5{letters[0]}^2 - {letters[-1]}/4"
        self.values = dict(zip(letters, self.field.gens, strict=True))

    def read(self, text: str) -> Any:
        """Return the element that a text writes, or refuse the text."""
        if len(text) > _LONGEST:
            raise RequestError(
                f"expected at most {_LONGEST} characters, received {len(text)}: write less."
            )
        try:
            tree = ast.parse(self._python(text), mode="eval")
            return self._value(tree.body)
        except (SyntaxError, RecursionError, MemoryError):
            raise self._unreadable(text, "check its signs and parentheses") from None
        except ZeroDivisionError:
            raise self._unreadable(text, "it divides by 0") from None

    def _python(self, text: str) -> str:
        """Write the signs that people leave out: 2st is 2*s*t."""
        plain = plain_formula(re.sub("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", _lowered, text)).strip()
        written, place, last = [], 0, "+"
        while place < len(plain):
            token = _TOKEN.match(plain, place)
            if not token:
                raise self._unreadable(text, f"“{plain[place:].strip()[:1]}” cannot be read")
            number, name, sign = token.groups()
            if number and last.isdecimal():
                raise self._unreadable(text, "put a sign between two numbers")
            follows = last.isalnum() or last == ")"
            written += ["*"] if follows and (sign or "(") == "(" else []
            written.append(self._written(number, name, sign, text))
            last, place = token[0][-1], token.end()
        return "".join(written)

    def _written(self, number: str | None, name: str | None, sign: str | None, text: str) -> str:
        if number:
            return f"({Fraction(number)})" if "." in number else str(int(number))
        if name:
            letter = name.replace("_", "")
            known = {key.replace("_", ""): key for key in self.values}
            if letter not in known:
                raise self._unreadable(text, f"use the letters {', '.join(self.values)} only")
            return known[letter]
        return "**" if sign == "^" else str(sign)

    def _value(self, node: ast.expr) -> Any:
        """Compute a part of an expression."""
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return self.field.one * node.value
        if isinstance(node, ast.Name):
            return self.values[node.id]
        if isinstance(node, ast.UnaryOp):
            value = self._value(node.operand)
            return -value if isinstance(node.op, ast.USub) else value
        if isinstance(node, ast.BinOp):
            return self._power(node) if isinstance(node.op, ast.Pow) else self._joined(node)
        raise SyntaxError  # a call: 2(s) has a sign by now, so this is no expression

    def _joined(self, node: ast.BinOp) -> Any:
        left, right = self._value(node.left), self._value(node.right)
        if isinstance(node.op, ast.Add | ast.Sub):
            return left + right if isinstance(node.op, ast.Add) else left - right
        if _degree(left) + _degree(right) > _LARGEST_DEGREE:
            raise RequestError(f"expected a degree of at most {_LARGEST_DEGREE}: write less.")
        return left * right if isinstance(node.op, ast.Mult) else left / right

    def _power(self, node: ast.BinOp) -> Any:
        power = self._value(node.right)
        exponent = int(power.as_expr()) if power.as_expr().is_Integer else _LARGEST_POWER + 1
        base = self._value(node.left)
        if abs(exponent) > _LARGEST_POWER or abs(exponent) * _degree(base) > _LARGEST_DEGREE:
            raise RequestError(
                f"expected whole numbers from −{_LARGEST_POWER} to {_LARGEST_POWER} as powers: "
                f"write an expression {self.example}."
            )
        return base**exponent

    def _unreadable(self, text: str, remedy: str) -> RequestError:
        letters = ", ".join(self.values)
        shown = text.strip() if len(text.strip()) <= 40 else f"{text.strip()[:39]}…"
        received = f"“{shown}”" if shown else "nothing"
        return RequestError(
            f"expected an expression in {letters} {self.example}, received {received}: {remedy}."
        )


def _lowered(raised: re.Match[str]) -> str:
    return "^" + "".join(_RAISED[digit] for digit in raised[0])


def _degree(value: Any) -> int:
    """Return the largest power of a letter in the two parts of a fraction."""
    parts = (value.numer, value.denom)
    return max(int(sum(powers)) for part in parts for powers in [(0,), *part.monoms()])


def entries(text: str) -> list[list[str]]:
    """Split an answer into rows and entries: semicolons, then commas, outside parentheses."""
    rows = [_without_fence(row) for row in _split(_without_fence(text), ";")]
    return [_split(row, ",") for row in rows]


def _without_fence(text: str) -> str:
    """Take away parentheses or brackets around the whole of a list."""
    inner = text.strip()
    while inner[:1] in ("(", "[") and inner[-1:] in (")", "]"):
        if not any(mark in inner for mark in ",;") or len(_split(inner, ",;")) > 1:
            return inner
        inner = inner[1:-1].strip()
    return inner


def _split(text: str, marks: str) -> list[str]:
    depth, parts = 0, [""]
    for character in text:
        depth += (character in "([") - (character in ")]")
        if character in marks and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts]
