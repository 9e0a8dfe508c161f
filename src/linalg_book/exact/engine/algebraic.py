"""Algebraic numbers as polynomials in a few generators, with exact zero tests and short roots.

A generator is the root of a positive integer, r² = D, or a root of an irreducible polynomial f of
degree 3 or more.  All the roots x₁, …, x_d of f are generators; they obey the divided differences
f(x₁) = 0, f[x₁, x₂] = 0, …, f[x₁, …, x_d] = 0 (the Cauchy moduli: Cox, Little and O'Shea, *Using
Algebraic Geometry*, section 2.2).  The leading terms of all these relations are powers of
different generators, so they are a Gröbner basis, and the remainder decides what is zero.
"""

from collections.abc import Sequence
from functools import reduce
from math import gcd, isqrt
from typing import Any

import sympy
from sympy.polys.domains import QQ
from sympy.polys.orderings import lex
from sympy.polys.rings import PolyRing

from linalg_book.exact.engine.roots import FACTORED_BITS, is_huge, multiple, root_of, square_root

Element = Any
"""An element of the ring: SymPy's polynomials have no types."""


class Numbers:
    """A ring of real numbers: ``radicands`` are under roots, ``polynomials`` have roots."""

    def __init__(
        self, radicands: Sequence[int], polynomials: Sequence[tuple[sympy.Poly, Sequence[Any]]]
    ) -> None:
        names = [f"r{i}" for i in range(len(radicands))]
        for i, (_, roots) in enumerate(polynomials):
            names += [f"x{i}_{j}" for j in reversed(range(len(roots)))]
        self.ring = PolyRing(names or ["r0"], QQ, lex)
        gens = list(self.ring.gens)
        self.values: list[sympy.Expr] = [surd(d) for d in radicands]
        self.moduli = [gens[i] ** 2 - int(d) for i, d in enumerate(radicands)]
        self.own = list(self.moduli)  # what each generator satisfies by itself
        self.radical = {d: gens[i] for i, d in enumerate(radicands)}
        self.roots: list[list[Element]] = []
        start = len(radicands)
        for f, roots in polynomials:
            found = gens[start : start + len(roots)][::-1]
            start += len(roots)
            self.roots.append(found)
            coefficients = [QQ.convert(c) for c in f.rep.to_list()[::-1]]
            self.moduli += [_difference(coefficients, found[: k + 1]) for k in range(len(found))]
            self.own += [_difference(coefficients, [x]) for x in reversed(found)]
            self.values += list(roots)[::-1]
        self.names = list(self.values)

    def is_zero(self, p: Element) -> bool:
        """Tell whether a polynomial in the generators is zero as a number."""
        return not p.rem(self.moduli)

    def short(self, p: Element) -> Element:
        """Return the same number, as a rational one or in one generator where that is seen."""
        involved = self._involved(p)
        if len(involved) == 1:
            p = p.rem([self.own[involved[0]]])
        if p.is_ground:
            return p
        remainder = p.rem(self.moduli)
        return remainder if remainder.is_ground or len(involved) != 1 else p

    def rename(self, generator: Element, name: sympy.Expr) -> None:
        """Let ``named`` write a root of a polynomial as something shorter."""
        self.names[self._involved(generator)[0]] = name

    def named(self, p: Element) -> sympy.Expr:
        """Write a number for a reader: like ``expr``, with names for roots of polynomials."""
        return self.expr(p, self.names)

    def expr(self, p: Element, values: Sequence[sympy.Expr] | None = None) -> sympy.Expr:
        """Write a number as a SymPy expression."""
        total = []
        for exponents, c in p.terms():
            powers = [x**e for x, e in zip(values or self.values, exponents, strict=False) if e]
            if len(powers) == 1 and is_huge(powers[0]):
                total.append(multiple(QQ.to_sympy(c), powers[0]))
            else:
                total.append(sympy.Mul(QQ.to_sympy(c), *powers))
        return sympy.Add(*total)

    def root(self, p: Element) -> sympy.Expr:
        """Write the root of a number > 0: as a sum of surds where it is one, else nested."""
        surds = self._surds(p)
        if surds:
            return sympy.Add(*surds, evaluate=not any(map(is_huge, surds)))
        q, rest = self._nested(p)
        return multiple(sympy.Integer(q), rest) if is_huge(rest) else q * rest

    def over_root(self, p: Element, size: Element, inverse: Element) -> sympy.Expr:
        """Write p/√size, where ``inverse`` is 1/size."""
        if not p:
            return sympy.Integer(0)
        surds = self._surds(size)
        if not surds:
            q, rest = self._nested(size)
            if is_huge(rest):
                inverse_root = sympy.Pow(rest.base, sympy.Rational(-1, 2), evaluate=False)
                return sympy.Mul(self.expr(p * QQ(1, q)), inverse_root, evaluate=False)
            return self.expr(p) / (q * rest)
        quotient = self.expr(self.short(p * inverse))
        terms = sympy.Add.make_args(quotient)
        return sympy.Add(*(term * surd for term in terms for surd in surds))

    def is_quadratic(self, p: Element) -> bool:
        """Tell whether a number is rational or a + b√D."""
        involved = self._involved(p)
        return not involved or (len(involved) == 1 and self._is_radical(involved[0]))

    def _is_radical(self, i: int) -> bool:
        return bool(self.values[i].is_Pow)

    def _surds(self, p: Element) -> list[sympy.Expr]:
        """Write √p as surds, by √(a + b√D) = √((a + c)/2) ± √((a − c)/2) with c² = a² − b²D."""
        if p.is_ground:
            return [square_root(QQ.to_sympy(p.coeff(1)))]
        if not self.is_quadratic(p):
            return []
        involved = self._involved(p)
        r = self.ring.gens[involved[0]]
        a, b = QQ.to_sympy(p.coeff(1)), QQ.to_sympy(p.coeff(r))
        radicand = self.values[involved[0]].base
        c = _rational_root(a**2 - b**2 * radicand)
        if c is None:
            return []
        second = square_root((a - c) / 2)
        return [square_root((a + c) / 2), second if b > 0 else multiple(-sympy.Integer(1), second)]

    def _nested(self, p: Element) -> tuple[int, sympy.Expr]:
        """Write √p as q√(p/q²), where the whole number q² divides all coefficients."""
        coefficients = list(p.itercoeffs())
        if any(int(c.denominator) != 1 for c in coefficients):
            return 1, root_of(self.expr(p))
        q, _ = split_square(gcd(*(int(c.numerator) for c in coefficients)))
        return q, root_of(self.expr(p * QQ(1, q**2)))

    def sign(self, p: Element) -> int:
        """Return the sign of a nonzero rational number, or of a + b√D."""
        involved = self._involved(p)
        a = p.coeff(1)
        b = p.coeff(self.ring.gens[involved[0]]) if involved else QQ(0)
        radicand = self.values[involved[0]].base if involved else 0
        first = a * a >= b * b * int(radicand)
        return 1 if (a if first else b) > 0 else -1

    def _involved(self, p: Element) -> list[int]:
        """List the indices of the generators that occur in a polynomial."""
        used = [any(exponents) for exponents in zip(*p.itermonoms(), strict=True)]
        return [i for i, found in enumerate(used) if found]

    def product(self, left: list[list[Element]], right: list[list[Element]]) -> list[list[Element]]:
        """Multiply matrices, given as lists of rows; the inner size is not zero."""
        columns = list(zip(*right, strict=True))
        return [[self.dot(entries, other) for other in columns] for entries in left]

    def dot(self, left: Sequence[Element], right: Sequence[Element]) -> Element:
        """Multiply entry by entry and add."""
        products = (p * q for p, q in zip(left, right, strict=True) if p and q)
        return self.short(sum(products, self.ring.zero))


def surd(d: int) -> sympy.Expr:
    """Write the root of an integer without looking for square factors."""
    return sympy.Pow(sympy.Integer(d), sympy.Rational(1, 2), evaluate=False)


def split_square(d: int) -> tuple[int, int]:
    """Write √d = q√D with a D from which small square factors have been taken out."""
    if d.bit_length() > FACTORED_BITS:
        return 1, d
    q, radical = sympy.sqrt(d).as_coeff_Mul()
    return int(q), int(radical**2)


def _rational_root(value: sympy.Rational) -> sympy.Rational | None:
    """Return the root of a rational number if it is rational."""
    p, q = int(value.p), int(value.q)
    if p < 0 or isqrt(p) ** 2 != p or isqrt(q) ** 2 != q:
        return None
    return sympy.Rational(isqrt(p), isqrt(q))


def _difference(coefficients: Sequence[Any], points: Sequence[Element]) -> Element:
    """Return the divided difference f[x₁, …, x_k] = Σ cₐ h(a − k + 1), h complete symmetric."""
    ring = points[0].ring
    sums = [ring.one] + [ring.zero] * (len(coefficients) - 1)
    for x in points:  # h_j(…, x) = h_j(…) + x h_{j−1}(…, x)
        for j in range(1, len(sums)):
            sums[j] += x * sums[j - 1]
    k = len(points)
    terms = (sums[a - k + 1] * c for a, c in enumerate(coefficients) if a >= k - 1)
    return reduce(lambda p, q: p + q, terms, ring.zero)
