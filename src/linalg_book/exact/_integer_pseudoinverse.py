"""The fast way to the pseudoinverse: one inverse of an integer matrix, no fractions before.

Let A have rank r, let r of its columns (J) and r of its rows (I) be independent, C = A[:, J] and
R = A[I, :].  Then A⁺ = Rᵀ (Cᵀ A Rᵀ)⁻¹ Cᵀ.  This is MacDuffee's formula for the full-rank
factorization A = C (W⁻¹ R) with W = A[I, J]: A. Ben-Israel and T. N. E. Greville, Generalized
Inverses, 2nd ed., 2003, chapter 1, theorem 5.
"""

from typing import Any

from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import QQ, ZZ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from linalg_book.exact._minors import Minor, minor_over_rationals, probable_minor
from linalg_book.exact._penrose import Penrose
from linalg_book.exact._quotients import Quotient


def integer_pseudoinverse(A: Quotient) -> tuple[Penrose, Minor]:
    """Find A⁺ and a largest invertible minor of A.

    The minor may have been found modulo a prime.  It is invertible; that none is larger is proved
    by A X A = A, and if that fails, the minor is sought again over the rational numbers.
    """
    minor = probable_minor(A.numerator)
    try:
        found = _from_minor(A, minor)
        if minor.proved or found.AXA == A:
            return found, minor
    except (DMNonInvertibleMatrixError, ZeroDivisionError):
        pass
    minor = minor_over_rationals(A.numerator)
    return _from_minor(A, minor), minor


def _from_minor(A: Quotient, minor: Minor) -> Penrose:
    """Evaluate the formula; for full rank a factor that is square drops out."""
    N, (m, n) = A.numerator, A.shape
    if minor.rank == 0:
        return Penrose(A, Quotient(DomainMatrix.zeros((n, m), ZZ).to_dense()))
    if minor.rank == m == n:
        return Penrose(A, _scaled(A, *_inverse(N)))
    if minor.rank == n:
        C = N.transpose()
        numerator, denominator = _inverse(C.matmul(N))
        return Penrose(A, _scaled(A, numerator.matmul(C), denominator))
    if minor.rank == m:
        L = N.transpose()
        return Penrose(A, _scaled(A, *_inverse(N.matmul(L))), Quotient(L))
    C = N.extract(range(m), minor.columns).transpose()
    L = N.extract(minor.rows, range(n)).transpose()
    numerator, denominator = _inverse(C.matmul(N).matmul(L))
    return Penrose(A, _scaled(A, numerator.matmul(C), denominator), Quotient(L))


def _inverse(M: DomainMatrix) -> tuple[DomainMatrix, Any]:
    """Invert an integer matrix: an integer matrix and a positive denominator."""
    if GROUND_TYPES == "flint":
        denominator = M.det()
        adjugate = M.to_field().inv() * QQ(denominator)
        integers = [x.numerator for x in adjugate.to_list_flat()]
        numerator = DomainMatrix.from_list_flat(integers, M.shape, ZZ)
    else:
        numerator, denominator = M.inv_den(method="rref")
    return (numerator, denominator) if denominator > 0 else (-numerator, -denominator)


def _scaled(A: Quotient, numerator: DomainMatrix, denominator: Any) -> Quotient:
    """Undo the scaling of A: (N/d)⁺ = d N⁺."""
    if A.denominator != 1:
        numerator = numerator * A.denominator
    return Quotient.shortened(numerator, denominator)
