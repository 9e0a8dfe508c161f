"""Expressions with symbols in one line of text: 3c/25 + d², |c + 1|/5, √(c² + d²)."""

from typing import Any

import sympy
from sympy.printing.pretty.pretty_symbology import pretty_symbol

__all__ = ["FUNCTIONS", "divides", "has_functions", "has_symbols", "one_line", "starts_with_minus"]

FUNCTIONS = {
    sympy.acos: "arccos", sympy.asin: "arcsin", sympy.exp: "exp", sympy.erf: "erf",
    sympy.sin: "sin", sympy.cos: "cos", sympy.sinh: "sinh", sympy.cosh: "cosh",
}  # fmt: skip
"""What is written as a name with its argument."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def has_symbols(content: Any) -> bool:
    """Tell an expression made of symbols and numbers, other than a symbol alone."""
    return isinstance(content, sympy.Expr) and not content.is_Symbol and bool(content.free_symbols)


def has_functions(content: Any) -> bool:
    """Tell an expression with π or a function that has a name."""
    return isinstance(content, sympy.Expr) and content.has(sympy.pi, *FUNCTIONS)


def divides(content: sympy.Expr) -> bool:
    """Tell whether a symbol stands below a fraction bar."""
    return any(
        power.exp.could_extract_minus_sign() and power.free_symbols
        for power in content.atoms(sympy.Pow)
    )


def starts_with_minus(content: Any) -> bool:
    """Tell a product that is written with a minus sign before it."""
    return has_symbols(content) and content.is_Mul and content.as_coeff_Mul()[0].is_negative


def one_line(content: sympy.Expr) -> str | None:
    """Write sums, products, powers, absolute values and square roots; None for anything else."""
    try:
        return _sum(content)
    except _UnknownKindError:
        return None


class _UnknownKindError(Exception):
    """A kind of expression that has no line of text."""


def _sum(content: sympy.Expr) -> str:
    text = ""
    for term in content.as_ordered_terms() if content.is_Add else [content]:
        number, rest = term.as_coeff_Mul()
        if not number.is_Rational:
            raise _UnknownKindError
        minus = number < 0
        sign = (" − " if minus else " + ") if text else ("−" if minus else "")
        text += sign + _product(abs(number), rest)
    return text


def _product(number: sympy.Rational, rest: sympy.Expr) -> str:
    """Write p·rest/q: one fraction with the whole product above the bar."""
    above, below = rest.as_numer_denom()
    over = [] if number.p == 1 and above != 1 else [str(number.p)]
    over += _factors(above)
    under = ([] if number.q == 1 else [str(number.q)]) + _factors(below)
    if not under:
        return _joined(over)
    divisor = _joined(under)
    return f"{_joined(over)}/{divisor if len(under) == 1 else f'({divisor})'}"


def _factors(content: sympy.Expr) -> list[str]:
    factors = content.as_ordered_factors() if content.is_Mul else [content]
    return [_factor(factor) for factor in factors if factor != 1]


def _factor(content: sympy.Expr) -> str:
    if content.is_Symbol:
        return str(pretty_symbol(content.name))
    if content.is_Integer and content > 0:
        return str(content)
    if content.is_Add:
        return f"({_sum(content)})"
    if isinstance(content, sympy.Abs):
        return f"|{_sum(content.args[0])}|"
    return _power(content) if content.is_Pow else _named(content)


def _power(content: sympy.Expr) -> str:
    """Write a power, or a square root."""
    if content.exp.is_Integer and content.exp > 1:
        return _factor(content.base) + str(content.exp).translate(_RAISED)
    if content.exp != sympy.Rational(1, 2):
        raise _UnknownKindError
    inner = _sum(content.base)
    return f"√{inner}" if inner.isdecimal() or inner == "π" else f"√({inner})"


def _named(content: sympy.Expr) -> str:
    """Write π, or a function with its argument."""
    if content is sympy.pi:
        return "π"
    if type(content) not in FUNCTIONS:
        raise _UnknownKindError
    return f"{FUNCTIONS[type(content)]}({_sum(content.args[0])})"


def _joined(factors: list[str]) -> str:
    """Put letters side by side, and a dot where that could be misread."""
    text = last = ""
    for factor in factors:
        letters = factor[0].isalpha() and last[:1] not in ("|", "√")
        fence = factor[0] == "(" or (last.isdecimal() and factor[0] in "|√")
        dot = text and not letters and not fence
        text += ("·" if dot else "") + factor
        last = factor
    return text or "1"
