"""Right-hand sides with symbols: polynomials over the rational numbers."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain, count, groupby
from typing import Any

import sympy
from sympy.core.alphabets import greeks
from sympy.polys.domains import QQ
from sympy.polys.polyerrors import CoercionFailed

from linalg_book.errors import InexactNumberError, InvalidNumberError
from linalg_book.exact.reading.places import Place, refusal
from linalg_book.writing.wording import show

_NAME = re.compile(rf"([a-zα-ω]|{'|'.join(greeks)})(_?[0-9]{{1,9}})?")
_LARGEST_DEGREE = 20
LAMBDA = sympy.Symbol("lambda")
"""The letter of eigenvalues, and of the penalty on length."""


def is_symbolic(value: Any) -> bool:
    """Tell an expression with symbols."""
    return isinstance(value, sympy.Expr) and bool(value.free_symbols)


def polynomial_from(value: sympy.Expr, where: Place) -> Fraction | sympy.Expr:
    """Read a polynomial with rational coefficients, expanded; a constant one is a number."""
    symbols = sorted(value.free_symbols, key=str)
    for symbol in symbols:
        _check_symbol(symbol, value, where)
    if value.has(sympy.Float):
        error = InexactNumberError(
            f"{where} is {show(value)}, which has a floating-point number in it, but exact "
            "coefficients are expected: write sympy.Rational(1, 2) for 0.5."
        )
        raise refusal(error, where)
    if not value.is_polynomial(*symbols):
        raise _refusal(where, value, "no polynomial", "use only +, −, · and powers of symbols")
    if _degree(value) > _LARGEST_DEGREE:
        remedy = f"stay at or below degree {_LARGEST_DEGREE}"
        raise _refusal(where, value, "of a high degree", remedy)
    try:
        read = QQ[symbols].from_sympy(value)
    except (CoercionFailed, ValueError):
        remedy = "give each symbol a rational coefficient"
        raise _refusal(where, value, "no polynomial over the rational numbers", remedy) from None
    if read.is_ground:
        constant = read.coeff(1)
        return Fraction(int(constant.numerator), int(constant.denominator))
    return read.as_expr()


def _check_symbol(symbol: Any, value: sympy.Expr, where: Place) -> None:
    if type(symbol) is not sympy.Symbol or not _NAME.fullmatch(symbol.name):
        raise _refusal(
            where, value, f"not readable, because of the name {show(symbol)}",
            "name a symbol by one small letter, and a number if there are many: c or b_1",
        )  # fmt: skip
    if symbol.is_extended_real is False or symbol.is_finite is False or not symbol.is_commutative:
        raise _refusal(
            where, value, f"not real, because {symbol} is declared otherwise",
            f'declare it as sympy.Symbol("{symbol}")',
        )  # fmt: skip


def _refusal(where: Place, value: Any, what: str, remedy: str) -> InvalidNumberError:
    error = InvalidNumberError(
        f"{where} is {show(value)}, which is {what}, but a rational number or a polynomial in "
        f"symbols is expected: {remedy}."
    )
    return refusal(error, where)


def _degree(value: sympy.Expr) -> int:
    """Bound the degree before anything is multiplied out."""
    if value.is_Add:
        return max(map(_degree, value.args))
    if value.is_Mul:
        return sum(map(_degree, value.args))
    if value.is_Pow and value.free_symbols:
        return _degree(value.base) * int(value.exp)
    return int(value.is_Symbol)


def symbols_in(entries: Iterable[Any]) -> list[sympy.Symbol]:
    """List the symbols of a column in order."""
    return sorted({s for x in entries if is_symbolic(x) for s in x.free_symbols}, key=_order)


def _order(symbol: sympy.Symbol) -> tuple[str, int]:
    letters, number = _name(symbol)
    return letters, number


def _name(symbol: sympy.Symbol) -> tuple[str, int]:
    """Split a name: b_12 and b12 are the same."""
    letters = symbol.name.rstrip("0123456789")
    return letters.rstrip("_"), int(symbol.name[len(letters) :] or -1)


def refuse_names(entries: Sequence[Any], name: str, taken: Iterable[Any], role: str) -> None:
    """Refuse symbols that already mean something, and two that look the same."""
    symbols = symbols_in(entries)
    if not symbols:
        return
    names = {_name(sympy.Symbol(str(letter))) for letter in taken}
    for symbol in symbols:
        if _name(symbol) in names:
            raise InvalidNumberError(
                f"{name} is expected to hold no symbol that names {role}, but holds {symbol}: "
                "take another letter, such as c."
            ).about(name)
    for _, same in groupby(symbols, _name):
        if len(found := list(same)) > 1:
            raise InvalidNumberError(
                f"{name} is expected to hold one symbol named {found[0]}, but holds "
                f"{len(found)} that look like it: make it once and use it everywhere."
            ).about(name)


def free_letter(letters: str, *used: Any) -> str:
    """Return the first of the letters, or c_0, c_1, …, that is no symbol of the expressions."""
    taken = {s.name for x in used for s in getattr(x, "free_symbols", ())}
    numbered = (f"{letters[0]}_{k}" for k in count())
    return next(name for name in chain(letters, numbered) if name not in taken)
