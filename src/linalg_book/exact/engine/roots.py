"""Square roots of rational numbers, without factoring huge ones."""

from math import isqrt

import sympy
from sympy.polys.domains import QQ

from linalg_book.exact.reading.symbols import symbols_in

FACTORED_BITS = 800
"""In larger numbers no square factor is looked for: that would take seconds."""

FACTORED_TERMS = 60
"""In longer polynomials no square factor is looked for either."""


def square_root(value: sympy.Expr) -> sympy.Expr:
    """Write the root of a number ≥ 0: 12 gives 2√3; a huge one stays as it is.

    A polynomial that is nowhere negative may take the place of the rational number.
    """
    if not isinstance(value, sympy.Rational):
        return _polynomial_root(value)
    p, q = int(value.p), int(value.q)
    if p.bit_length() + q.bit_length() <= FACTORED_BITS:
        return sympy.sqrt(value)
    root = isqrt(p * q)
    if root * root == p * q:
        return sympy.Rational(root, q)
    return sympy.Pow(value, sympy.Rational(1, 2), evaluate=False)


def is_huge(value: sympy.Expr) -> bool:
    """Tell an expression with a number in which no square factor is looked for."""
    return any(
        int(x.p).bit_length() + int(x.q).bit_length() > FACTORED_BITS
        for x in value.atoms(sympy.Rational)
    )


def root_of(value: sympy.Expr) -> sympy.Expr:
    """Write the root of a sum; SymPy would look for factors of the numbers in it."""
    return sympy.Pow(value, sympy.Rational(1, 2), evaluate=not is_huge(value))


def _polynomial_root(value: sympy.Expr) -> sympy.Expr:
    """Write the root of a polynomial: 4c²d gives 2·abs(c)·√d, and c²/4 + 1 gives √(c² + 4)/2."""
    polynomial = sympy.Poly(value, *symbols_in([value]), domain=QQ)
    if len(polynomial.terms()) > FACTORED_TERMS:
        return sympy.Pow(value, sympy.Rational(1, 2), evaluate=False)
    denominator, integral = polynomial.clear_denoms(convert=True)
    number, factors = integral.sqf_list()
    outside, inside = sympy.Integer(1), sympy.Integer(1)
    for part, power in factors:
        half, odd = divmod(power, 2)
        base = part.as_expr()
        outside *= base**half if half % 2 == 0 else sympy.Abs(base) * base ** (half - 1)
        inside *= base**odd
    if number < 0:
        number, inside = -number, -inside
    rational, radical = square_root(number / denominator).as_coeff_Mul()
    if inside == 1:
        return rational * radical * outside
    return rational * outside * sympy.sqrt(sympy.expand(radical**2 * inside))


def squared(length: sympy.Expr) -> sympy.Expr:
    """Square a length: abs(c)² is c², because the symbols stand for real numbers."""
    if length.free_symbols:
        length = length.replace(sympy.Abs, lambda inner: inner)
    return sympy.expand(length**2)


def multiple(coefficient: sympy.Rational, root: sympy.Expr) -> sympy.Expr:
    """Multiply a root by a rational number, without looking for factors again."""
    own, rest = root.as_coeff_Mul()
    number = own * coefficient
    if rest == 1 or number == 0:
        return number
    return rest if number == 1 else sympy.Mul(number, rest, evaluate=False)


def ratio(value: sympy.Expr, root: sympy.Expr) -> sympy.Rational:
    """Divide a rational multiple of a root by the root; anything else raises."""
    above, rest = value.as_coeff_Mul()
    below, same = root.as_coeff_Mul()
    if above and rest != same:
        raise ArithmeticError(f"{value} is no rational multiple of {root}")
    return above / below
