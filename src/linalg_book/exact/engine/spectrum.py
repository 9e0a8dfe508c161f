"""Eigenvalues and orthogonal eigenvectors of a symmetric rational matrix.

The characteristic polynomial is factored over the rational numbers; the roots of one irreducible
factor share one eigenvector, written with the root as a symbol, so each factor is worked once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import isqrt
from typing import Any

import sympy
from sympy.polys.agca.extensions import FiniteExtension
from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.errors import AlgebraicDegreeError
from linalg_book.exact.engine.algebraic import Element, Numbers, split_square
from linalg_book.exact.engine.null_space import solutions_of_echelon
from linalg_book.exact.engine.orthogonal import (
    coefficients,
    inner_product,
    orthogonal_basis,
    positive_multiple,
)
from linalg_book.exact.reading.symbols import LAMBDA

LARGEST_DEGREE = 4
"""Factors of a higher degree are refused."""


@dataclass(frozen=True)
class Column:
    """The unit vector entries/√size; ``inverse`` is 1/size."""

    entries: tuple[Element, ...]
    size: Element
    inverse: Element


@dataclass(frozen=True)
class Family:
    """The roots of one irreducible factor, as one element of a field, and their eigenvectors.

    ``factor`` is the factor for the matrix scaled to integers, ``scale`` times the given one.
    ``basis`` holds orthogonal eigenvectors over the field, their first nonzero entry a positive
    integer.
    """

    field: Any
    factor: sympy.Poly
    scale: int
    value: Any
    basis: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True)
class Eigenspace:
    """One eigenvalue; ``generator`` is what the symbol of the family stands for."""

    family: Family
    generator: Element
    numbers: Numbers

    def embed(self, x: Any) -> Element:
        """Turn an element of the family's field into a number."""
        total, power = self.numbers.ring.zero, self.numbers.ring.one
        for c in coefficients(x):
            total, power = total + power * c, power * self.generator
        return total

    @property
    def multiplicity(self) -> int:
        """Return the dimension."""
        return len(self.family.basis)

    @cached_property
    def value(self) -> Element:
        """Return the eigenvalue."""
        return self.embed(self.family.value)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Return unit eigenvectors, orthogonal to each other."""
        return tuple(self.column(w) for w in self.family.basis)

    def column(self, w: Sequence[Any], size: Any = None) -> Column:
        """Make a unit vector of a vector over the family's field."""
        size = inner_product(w, w) if size is None else size
        entries = tuple(map(self.embed, w))
        return Column(entries, self.embed(size), self.embed(self.family.field.one / size))


@dataclass(frozen=True)
class Spectrum:
    """The eigenspaces, the largest eigenvalue first.

    ``factors`` are the irreducible factors of the characteristic polynomial, and how often each
    occurs.
    """

    numbers: Numbers
    spaces: tuple[Eigenspace, ...]
    factors: tuple[tuple[sympy.Poly, int], ...]

    @property
    def families(self) -> list[Family]:
        """List the families, in the order of their largest eigenvalues."""
        found = {id(space.family): space.family for space in self.spaces}
        return list(found.values())

    def columns(self) -> Iterator[tuple[Element, Column]]:
        """Yield each eigenvalue, as often as it occurs, with a unit eigenvector."""
        for space in self.spaces:
            for column in space.columns:
                yield space.value, column


def spectrum(S: DomainMatrix) -> Spectrum:
    """Find the eigenvalues of a symmetric matrix over the rational numbers."""
    denominator, scaled = S.clear_denoms(convert=True)
    scale = int(denominator.element)
    polynomial = sympy.Poly.from_list(scaled.convert_to(ZZ).charpoly(), LAMBDA, domain=ZZ)
    factors = polynomial.factor_list()[1]
    worst = max((f.degree() for f, _ in factors), default=0)
    if worst > LARGEST_DEGREE:
        raise AlgebraicDegreeError.from_degree(worst, LARGEST_DEGREE)
    families = [_family(S, f, scale) for f, _ in factors]
    numbers, generators = _numbers([f for f, _ in factors])
    spaces = tuple(
        Eigenspace(families[i], generators[i][j], numbers)
        for i, j in descending([f for f, _ in factors])
    )
    for number, space in enumerate(spaces, start=1):
        if space.family.factor.degree() > 2:
            numbers.rename(space.generator, scale * sympy.Symbol(f"lambda_{number}"))
    shown = tuple((_unscaled(f, scale), k) for f, k in factors)
    return Spectrum(numbers, spaces, shown)


def _family(S: DomainMatrix, factor: sympy.Poly, scale: int) -> Family:
    """Find the eigenvectors for the roots of one factor."""
    degree = factor.degree()
    _, *rest = map(int, factor.rep.to_list())
    if degree == 1:
        field, value = QQ, QQ(-rest[0], scale)
    elif degree == 2:
        q, radicand = split_square(rest[0] ** 2 - 4 * rest[1])
        field = FiniteExtension(sympy.Poly.from_list([1, 0, -radicand], LAMBDA, domain=QQ))
        value = (field.generator * q - rest[0]) * field.convert(QQ(1, 2 * scale))
    else:
        field = FiniteExtension(factor.set_domain(QQ))
        value = field.generator * field.convert(QQ(1, scale))
    basis = orthogonal_basis([positive_multiple(w) for w in _null_space(S, value, field)])
    return Family(field, factor, scale, value, basis)


def _null_space(S: DomainMatrix, value: Any, field: Any) -> list[list[Any]]:
    """Solve (S − value I) w = 0 over the field."""
    rows = [[field.convert(x) for x in entries] for entries in S.to_list()]
    for i, entries in enumerate(rows):
        entries[i] = entries[i] - value
    # Gauss-Jordan: fraction-free elimination divides wrongly in SymPy 1.14's field extensions.
    return solutions_of_echelon(*DomainMatrix(rows, S.shape, field).rref(method="GJ_dense"))


def _numbers(factors: Sequence[sympy.Poly]) -> tuple[Numbers, list[list[Element]]]:
    """Make the ring, and for each factor its generators in ascending order of the roots."""
    radicands: dict[int, int] = {}
    for i, f in enumerate(factors):
        if f.degree() == 2:
            _, b, c = map(int, f.rep.to_list())
            radicands[i] = split_square(b**2 - 4 * c)[1]
    higher = [
        (f, [sympy.CRootOf(f, j) for j in range(f.degree())]) for f in factors if f.degree() > 2
    ]
    numbers = Numbers(sorted(set(radicands.values())), higher)
    roots = iter(numbers.roots)
    generators = []
    for i, f in enumerate(factors):
        if i in radicands:
            r = numbers.radical[radicands[i]]
            generators.append([-r, r])
        else:
            generators.append([numbers.ring.one] if f.degree() == 1 else next(roots))
    return numbers, generators


def descending(factors: Sequence[sympy.Poly]) -> list[tuple[int, int]]:
    """List the roots of all factors, the largest first, as factor and place within it."""
    if all(f.degree() <= 2 for f in factors):
        return _descending_quadratic(factors)
    seen = [0] * len(factors)
    order = []
    for _, found in sympy.intervals(list(factors)) if factors else []:
        (i,) = found
        order.append((i, seen[i]))
        seen[i] += 1
    return order[::-1]


def _descending_quadratic(factors: Sequence[sympy.Poly]) -> list[tuple[int, int]]:
    """Do the same for monic factors of degree 1 and 2, with as many binary places as it takes."""
    bits = 8
    while True:
        below = sorted(_floors(factors, bits), reverse=True)
        if all(p[0] - q[0] > 1 for p, q in pairwise(below)):  # each root is less than 1 above
            return [place for _, place in below]
        bits *= 2


def _floors(factors: Sequence[sympy.Poly], bits: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield 2 to the ``bits`` times each root, rounded down, and its place."""
    for i, f in enumerate(factors):
        _, b, *c = map(int, f.rep.to_list())
        if not c:
            yield -b << bits, (i, 0)
            continue
        root = isqrt((b * b - 4 * c[0]) << 2 * bits)
        yield ((-b << bits) - root - 1) >> 1, (i, 0)
        yield ((-b << bits) + root) >> 1, (i, 1)


def _unscaled(factor: sympy.Poly, scale: int) -> sympy.Poly:
    """Return the factor whose roots are divided by the scale."""
    parts = [QQ(int(c), scale**k) for k, c in enumerate(factor.rep.to_list())]
    return sympy.Poly.from_list(parts, LAMBDA, domain=QQ)
