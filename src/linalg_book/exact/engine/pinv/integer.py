"""The fast way to the pseudoinverse: inverses of integer matrices, no fractions before.

Let N have rank r, let r of its columns (C) and r of its rows (R) be independent, and let W be
what they have in common.  Then N = C W⁻¹ R, so N⁺ = R⁺ W C⁺ with C⁺ = (Cᵀ C)⁻¹ Cᵀ and
R⁺ = Rᵀ (R Rᵀ)⁻¹.  This is MacDuffee's formula: A. Ben-Israel and T. N. E. Greville, Generalized
Inverses, 2nd ed., 2003, chapter 1, theorem 5.
"""

from dataclasses import dataclass
from functools import cached_property

from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.pinv.gram import Congruence, Gram, integer_inverse
from linalg_book.exact.engine.pinv.minors import Minor, minor_over_rationals, probable_minor
from linalg_book.exact.engine.pinv.penrose import Penrose
from linalg_book.exact.engine.quotients import Quotient, unit


def integer_pseudoinverse(A: Quotient) -> tuple[Penrose, Minor]:
    """Find A⁺ and a largest invertible minor of A.

    The minor may have been found modulo a prime.  It is invertible; that none is larger is proved
    by A X A = A, and if that fails, the minor is sought again over the rational numbers.
    """
    minor = probable_minor(A.numerator)
    found = _from_minor(A, minor)
    if minor.proved or found.AXA == A:
        return found, minor
    minor = minor_over_rationals(A.numerator)
    return _from_minor(A, minor), minor


def _from_minor(A: Quotient, minor: Minor) -> Penrose:
    """Choose the factors; for full rank, those that are the unit matrix drop out."""
    N, (m, n), rank = A.numerator, A.shape, minor.rank
    if rank == 0:
        return Penrose(A, Quotient(DomainMatrix.zeros((n, m), ZZ).to_dense()))
    if rank == m == n:
        return Factored.from_square(A)
    if rank == n:
        return Factored.from_columns(A, Gram.from_columns(N))
    if rank == m:
        return Factored.from_rows(A, Gram.from_columns(N.transpose()))
    C = Gram.from_columns(N.extract(range(m), minor.columns))
    R = Gram.from_columns(N.extract(minor.rows, range(n)).transpose())
    return Factored.from_both(A, C, R, Quotient(N.extract(minor.rows, minor.columns)))


@dataclass(frozen=True)
class Factored(Penrose):
    """A candidate X made from the factors of A, whose products tell those of A and X.

    C holds independent columns, R independent rows (as columns), W what they have in common; a
    factor that would be the unit matrix is None.  Full rank first: if the columns of A are
    independent, X A = (Cᵀ C)⁻¹ (Cᵀ C), and if that is I, then A X = C (Cᵀ C)⁻¹ Cᵀ, A X A = A I
    and X A X = I X; likewise for rows.

    Any other rank: with T = C⁺ N, let C T = N, W T = R and R R⁺ = I.  Then W T R⁺ = I, so
    T R⁺ W = I, so A X = C T R⁺ W C⁺ = C C⁺ and X A = R⁺ W T = R⁺ R, and again A X A = A and
    X A X = X.  All this is multiplied; if it fails, so are the four conditions themselves.
    """

    C: Gram | None = None
    R: Gram | None = None
    W: Quotient | None = None

    @classmethod
    def from_square(cls, A: Quotient) -> "Factored":
        """Invert A itself."""
        return cls(A, integer_inverse(A.numerator).times(A.denominator))

    @classmethod
    def from_columns(cls, A: Quotient, C: Gram) -> "Factored":
        """Multiply out C⁺ = (Cᵀ C)⁻¹ Cᵀ."""
        X = C.inverse @ Quotient(C.B).transpose
        return cls(A, X.times(A.denominator), C=C)

    @classmethod
    def from_rows(cls, A: Quotient, R: Gram) -> "Factored":
        """Multiply out R⁺ = Rᵀ (R Rᵀ)⁻¹."""
        X = Quotient(R.B) @ R.inverse
        return cls(A, X.times(A.denominator), R=R)

    @classmethod
    def from_both(cls, A: Quotient, C: Gram, R: Gram, W: Quotient) -> "Factored":
        """Multiply out R⁺ W C⁺, the smallest matrices first."""
        core = (R.inverse @ W @ C.inverse).shortened()
        Y = (core @ Quotient(C.B).transpose).shortened()
        return cls(A, (Quotient(R.B) @ Y).times(A.denominator), C, R, W)

    @cached_property
    def proved(self) -> bool:
        """Whether the products of the factors are what they have to be."""
        if self.C and self.R and self.W:
            C, R, N = Quotient(self.C.B), Quotient(self.R.B), Quotient(self.A.numerator)
            T = (self.C.inverse @ (C.transpose @ N)).shortened()
            return self.R.inverted and R.transpose == self.W @ T and N == C @ T
        one = self.C or self.R
        return one.inverted if one else (self.X @ self.A).is_unit

    @cached_property
    def AX(self) -> Quotient | Congruence:  # noqa: N802 (matrices)
        """Return C C⁺, or I if all rows are independent."""
        if not self.proved:
            return super().AX
        return self.C.projection if self.C else Quotient(unit(self.A.shape[0]))

    @cached_property
    def XA(self) -> Quotient | Congruence:  # noqa: N802
        """Return R⁺ R, or I if all columns are independent."""
        if not self.proved:
            return super().XA
        return self.R.projection if self.R else Quotient(unit(self.A.shape[1]))

    @cached_property
    def AXA(self) -> Quotient:  # noqa: N802
        """Return A."""
        return self.A if self.proved else super().AXA

    @cached_property
    def XAX(self) -> Quotient:  # noqa: N802
        """Return X."""
        return self.X if self.proved else super().XAX
