"""Square roots of rational numbers, without factoring huge ones."""

from math import isqrt

import sympy

FACTORED_BITS = 800
"""In larger numbers no square factor is looked for: that would take seconds."""


def square_root(value: sympy.Rational) -> sympy.Expr:
    """Write the root of a rational number ≥ 0: 12 gives 2√3; a huge one stays as it is."""
    p, q = int(value.p), int(value.q)
    if p.bit_length() + q.bit_length() <= FACTORED_BITS:
        return sympy.sqrt(value)
    root = isqrt(p * q)
    if root * root == p * q:
        return sympy.Rational(root, q)
    return sympy.Pow(value, sympy.Rational(1, 2), evaluate=False)


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
