"""Numbers with names: what has no short form is written once, and used by its name."""

from __future__ import annotations

import sympy
from sympy import Expr, Symbol

HALF = sympy.Rational(1, 2)
WORKING = 100
"""Digits of each number on the way: points that differ by 1e-20 lose 40 of them in a layer."""


class NamedNumbers:
    """Definitions in their order, each in the names before it.

    Expressions stay short polynomials in the names, whatever is nested below.
    """

    def __init__(self) -> None:
        self.definitions: dict[Symbol, Expr] = {}
        self._decimals: dict[Symbol, sympy.Float] = {}

    def named(self, name: Symbol, value: Expr) -> Expr:
        """Return a plain number as it is, and for another the name that stands for it."""
        if is_plain(value):
            return value
        for known, meant in self.definitions.items():
            if value in (meant, -meant):
                return known if value == meant else -known
        self.definitions[name] = value
        return name

    def written_out(self, value: Expr) -> Expr:
        """Put the definitions in place of the names."""
        for name, meant in reversed(self.definitions.items()):
            value = value.xreplace({name: meant})
        return sympy.sympify(value)

    def decimal(self, value: Expr, digits: int) -> sympy.Float:
        """Return so many digits, from 100 of each name before."""
        for name, meant in self.definitions.items():
            if name not in self._decimals:
                self._decimals[name] = sympy.N(meant.xreplace(self._decimals), WORKING)
        return sympy.N(value.xreplace(self._decimals), digits)


def is_plain(value: Expr) -> bool:
    """Tell a number that is made of rational numbers, π and roots of rational numbers."""
    roots = (power.base for power in value.atoms(sympy.Pow) if power.exp in (HALF, -HALF))
    return (
        not value.free_symbols
        and not value.has(sympy.Function)
        and all(base.is_Rational for base in roots)
    )
