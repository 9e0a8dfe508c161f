"""Symbols in place of numbers that SymPy's printers would factor or evaluate once more.

To write 1/√D, SymPy builds √D anew and looks for factors of D; to order the terms of a sum, it
evaluates the roots of polynomials in it.  Behind a symbol with the same text, both are left alone.
"""

from functools import lru_cache
from typing import Any

import sympy

__all__ = ["SHORT_BITS", "with_stand_ins", "written"]

Powers = tuple[tuple[str, int], ...]
Terms = dict[Powers, sympy.Rational]

SHORT_BITS = 800
"""Numbers of no more bits are factored in no time; they stand for themselves."""


def with_stand_ins(content: Any) -> Any:
    """Put symbols in place of long numbers within an expression or the entries of a matrix."""
    if isinstance(content, sympy.MatrixBase):
        return content.applyfunc(with_stand_ins)
    if not isinstance(content, sympy.Expr) or isinstance(content, sympy.Rational):
        return content
    long = {x: _stand_in(x) for x in content.atoms(sympy.Rational) if _is_long(x)}
    if not long:
        return content
    return content.xreplace({**long, **{root: root for root in content.atoms(sympy.CRootOf)}})


def written(content: Any) -> str:
    """Write a number, an expression or another value as SymPy does."""
    return _written(content) if isinstance(content, sympy.Expr) else str(sympy.sstr(content))


@lru_cache(maxsize=1024)
def _written(content: sympy.Expr) -> str:
    terms = _by_powers(content)
    if terms is not None:
        return _sum_of(terms)
    roots = {root: _named(root) for root in content.atoms(sympy.CRootOf)}
    return str(sympy.sstr(with_stand_ins(content.xreplace(roots) if roots else content)))


def _by_powers(content: sympy.Expr) -> Terms | None:
    """Take a polynomial in roots of polynomials apart, or return None for anything else.

    A matrix of 150 rows has hundreds of them, and SymPy takes milliseconds to order each.
    """
    terms: Terms = {}
    for term in sympy.Add.make_args(content):
        number, rest = term.as_coeff_Mul()
        powers = []
        for factor in sympy.Mul.make_args(rest) if rest != 1 else ():
            base, exponent = factor.as_base_exp()
            if not (isinstance(base, sympy.CRootOf) and exponent.is_Integer and exponent > 0):
                return None
            powers.append((_named(base).name, int(exponent)))
        if not number.is_Rational:
            return None
        terms[tuple(sorted(powers))] = number
    return terms if any(terms) else None


def _sum_of(terms: Terms) -> str:
    """Write a sum in the order of the powers, as SymPy does."""
    names = sorted({name for powers in terms for name, _ in powers})

    def degrees(powers: Powers) -> list[int]:
        known = dict(powers)
        return [known.get(name, 0) for name in names]

    text = ""
    for powers in sorted(terms, key=degrees, reverse=True):
        number = terms[powers]
        sign = ("-" if number < 0 else "") if not text else (" - " if number < 0 else " + ")
        factors = [name if power == 1 else f"{name}**{power}" for name, power in powers]
        if abs(number.p) != 1 or not factors:
            factors.insert(0, str(abs(number.p)))
        text += sign + "*".join(factors) + ("" if number.q == 1 else f"/{number.q}")
    return text


def _is_long(x: sympy.Rational) -> bool:
    return int(x.p).bit_length() + int(x.q).bit_length() > SHORT_BITS


@lru_cache(maxsize=256)
def _named(root: sympy.CRootOf) -> sympy.Symbol:
    return sympy.Symbol(sympy.sstr(root))


class _Digits(sympy.Symbol):  # type: ignore[misc]
    """A symbol that stands before roots in a product, as numbers do."""

    @classmethod
    def class_key(cls) -> tuple[int, int, str]:
        return 1, 0, "Number"


@lru_cache(maxsize=256)
def _stand_in(x: sympy.Rational) -> sympy.Expr:
    """Make a symbol whose name is the number; signs and fraction bars stay SymPy's."""
    above = _Digits(str(abs(x.p)))
    below = 1 if x.q == 1 else _Digits(str(x.q))
    return (above if x.p > 0 else -above) / below
