"""The four Penrose conditions, evaluated: they hold for A⁺ and for no other matrix."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact._quotients import Quotient
from linalg_book.formula import parentheses, row, transpose
from linalg_book.prose import prose
from linalg_book.worked import Check

_AX, _XA = row("A", "X"), row("X", "A")
REPEATS_A = prose("going there by {A}, back by {X} and there again ends where {A} alone does",
                  A="A", X="X")  # fmt: skip
REPEATS_X = prose("going back by {X}, there by {A} and back again ends where {X} alone does",
                  A="A", X="X")  # fmt: skip
SYMMETRIC = prose("{AX} is symmetric, so it projects perpendicularly onto the columns of {A}",
                  AX=_AX, A="A")  # fmt: skip
SYMMETRIC_TOO = prose("{XA} is symmetric, so it projects perpendicularly onto the rows of {A}",
                      XA=_XA, A="A")  # fmt: skip
IDENTITIES = (
    row("A", "X", "A", "=", "A"),
    row("X", "A", "X", "=", "X"),
    row(transpose(parentheses(_AX)), "=", _AX),
    row(transpose(parentheses(_XA)), "=", _XA),
)


@dataclass(frozen=True)
class Penrose:
    """A matrix A and a candidate X = L Y for its pseudoinverse; each product is made once.

    L has as many columns as the rank, so products are shorter from the inside:
    A X = (A L) Y, X A = L (Y A), A X A = (A L) (Y A) and X A X = (L (Y A L)) Y, where Y A L is
    the unit matrix if all is well.  Without L, X is Y.
    """

    A: Quotient
    Y: Quotient
    L: Quotient | None = None

    @cached_property
    def X(self) -> Quotient:  # noqa: N802 (matrices)
        """Return the candidate."""
        return self.Y if self.L is None else self.L @ self.Y

    @cached_property
    def AL(self) -> Quotient:  # noqa: N802
        """Return the product, which is A without L."""
        return self.A if self.L is None else self.A @ self.L

    @cached_property
    def YA(self) -> Quotient:  # noqa: N802
        """Return the product; it is shown by no check."""
        product = _shortened(self.Y @ self.A)
        return Quotient.shortened(product.numerator, product.denominator)

    @cached_property
    def AX(self) -> Quotient:  # noqa: N802
        """Return the product that is the projection onto the column space."""
        return _shortened(self.AL @ self.Y)

    @cached_property
    def XA(self) -> Quotient:  # noqa: N802
        """Return the product that is the projection onto the row space."""
        return self.YA if self.L is None else _shortened(self.L @ self.YA)

    @cached_property
    def AXA(self) -> Quotient:  # noqa: N802
        """Return the left side of the first condition."""
        if self.L is None and not self._tall:
            return self.AX @ self.A
        return self.AL @ self.YA

    @cached_property
    def XAX(self) -> Quotient:  # noqa: N802
        """Return the left side of the second condition."""
        if self.L is None:
            return self.YA @ self.X if self._tall else self.X @ self.AX
        inner = self.YA @ self.L
        return self.X if _is_unit(inner) else (self.L @ inner) @ self.Y

    @property
    def _tall(self) -> bool:
        """Tell whether X A is the smaller product."""
        return self.A.shape[0] >= self.A.shape[1]

    def checks(self) -> tuple[Check, ...]:
        """Evaluate the four conditions."""
        return (
            Check(REPEATS_A, IDENTITIES[0], self.AXA, self.A),
            Check(REPEATS_X, IDENTITIES[1], self.XAX, self.X),
            Check(SYMMETRIC, IDENTITIES[2], self.AX.transpose, self.AX),
            Check(SYMMETRIC_TOO, IDENTITIES[3], self.XA.transpose, self.XA),
        )


def _shortened(product: Quotient) -> Quotient:
    """Write a product that is the unit matrix without a denominator."""
    return Quotient(_unit(product.shape[0])) if _is_unit(product) else product


def _is_unit(product: Quotient) -> bool:
    """Tell the unit matrix; one entry decides in most cases."""
    n, columns = product.shape
    if n != columns or n == 0 or product.numerator[0, 0].element != product.denominator:
        return False
    return bool(product.numerator == _unit(n) * product.denominator)


@lru_cache(maxsize=16)
def _unit(n: int) -> DomainMatrix:
    return DomainMatrix.eye(n, ZZ).to_dense()
