"""One number as people write it, and what to write where it has two meanings or none.

``book/_live/shared/number_text.js`` reads the same in the pages; ``tests/data/inputs.json`` holds
the cases of both.
"""

import re
from fractions import Fraction
from math import isqrt

from linalg_book.exact.reading.signs import plain_notation, plain_number

LARGEST_EXPONENT = 10_000
NO_DENOMINATOR = "change the denominator"
ROOTS = "write numbers only, without letters and roots"
_NUMBER = re.compile(
    r"(?P<sign>[+-]?) *(?:(?P<n>[0-9]+) */ *(?P<d>[0-9]+)"
    r"|(?P<whole>[0-9]*)(?:[.,](?P<places>[0-9]*))?(?:[eE](?P<exponent>[+-]?[0-9]{1,9}))?)"
)
_ROOT = re.compile(r"([+-]?) *√ *(?:\(([^()√]*)\)|([0-9.,]+))")
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_GROUPED = re.compile(
    r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3})+(?:,[0-9]{3}|\.[0-9]*)|(?:\.[0-9]{3})+,[0-9]*)"
)
_MIXED = re.compile(r"([+-]?) *([0-9]+) +([0-9]+) */ *(0*[1-9][0-9]*)")


def read_number(text: str) -> Fraction | str:
    """Read a number, or return what to do about a text that is none or has two meanings.

    ValueError is Python's limit on the digits of a text.
    """
    written = plain_number(plain_notation(text)).strip()
    if root := _ROOT.fullmatch(written):
        return _root(root[1], read_number(root[3] or root[2]))
    found = _NUMBER.fullmatch(written)
    number = found and (found["n"] or found["whole"] or found["places"])
    if not found or not number or _THOUSANDS.fullmatch(written):
        return _remedy(written)
    if found["n"]:
        if not int(found["d"]):
            return NO_DENOMINATOR
        value = Fraction(int(found["n"]), int(found["d"]))
    else:
        exponent = int(found["exponent"] or 0)
        if abs(exponent) > LARGEST_EXPONENT:
            return "give an exponent nearer to 0"
        places = found["places"] or ""
        value = int(found["whole"] + places) * Fraction(10) ** (exponent - len(places))
    return -value if found["sign"] == "-" else value


def _root(sign: str, square: Fraction | str) -> Fraction | str:
    if isinstance(square, str):
        return square
    if square < 0:
        return "no real number has a negative square"
    n, d = isqrt(square.numerator), isqrt(square.denominator)
    if (n * n, d * d) != (square.numerator, square.denominator):
        return ROOTS
    return Fraction(-n if sign == "-" else n, d)


def _remedy(text: str) -> str:
    """Say what to write instead."""
    return _rewritten(text) or next(
        (words for sign, words in _REMEDIES if re.search(sign, text)), "write one number"
    )


def _rewritten(text: str) -> str | None:
    """Write the number that is meant, where that can be told."""
    if mixed := _MIXED.fullmatch(text):
        sign, whole, n, d = mixed.groups()
        return f"write it as one fraction: {sign}{int(whole) * int(d) + int(n)}/{d}"
    if _THOUSANDS.fullmatch(text):
        return f"write {text.replace(',', '.')} or {text.replace(',', '')}"
    if _GROUPED.fullmatch(text):
        point = max(text.rfind("."), text.rfind(",") if text.count(",") == 1 else -1)
        whole, rest = (text, "") if point < 0 else (text[:point], f".{text[point + 1 :]}")
        return f"write {re.sub('[.,]', '', whole)}{rest}"
    if named := re.fullmatch(r"[^\s=]+ *= *([^=]+)", text):
        return f"write only what is on the right: {named[1]}"
    if re.fullmatch(r"[+-]?[0-9]+ *: *[0-9]+", text):
        return f"write a slash: {re.sub(' *: *', '/', text)}"
    return None


_REMEDIES = (
    (
        r"^[+-]?[0-9.]+( +[+-]?[0-9./]+)+$",
        "write one number, with a comma or a semicolon before the next",
    ),
    (r"%$", "write a fraction or a decimal instead of percent"),
    (r"^[+-]?[0-9]*[¼-¾⅐-⅞]$", "write it with a slash, such as 1/2"),
    (r"(\.\.\.|…)$", "write a fraction instead of decimals that go on"),
    (r"√", ROOTS),
    (r"[()\[\]{}]", "leave the brackets out"),
    (r"[0-9] *[*·×^+-] *[0-9]", "work it out and write the result"),
    (r"[A-Za-zπ]", ROOTS),
)
