"""Systems of equations in integers, solved without fractions."""

from typing import Any

from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError


def solution(M: DomainMatrix, right: DomainMatrix) -> tuple[DomainMatrix, Any]:
    """Solve M X = right for integers: X as integers and the number that divides all of them.

    Raises DMNonInvertibleMatrixError if M is not invertible.  python-flint eliminates in M beside
    the right-hand side without fractions.
    """
    if GROUND_TYPES != "flint":
        numerator, denominator = M.solve_den(right, method="rref")
        return numerator, denominator
    n, k = right.shape
    width = n + k
    beside: list[Any] = []
    for row, of_right in zip(M.to_list(), right.to_list(), strict=True):
        beside += row
        beside += of_right
    # DomainMatrix.rref_den would leave python-flint.
    reduced, denominator, _ = DomainMatrix.from_list_flat(beside, (n, width), ZZ).rep.rep.rref()
    entries = reduced.entries()
    if entries[width * (n - 1) + n - 1] == 0:
        raise DMNonInvertibleMatrixError("the matrix is not invertible")
    solved = [x for i in range(n) for x in entries[width * i + n : width * (i + 1)]]
    return DomainMatrix.from_list_flat(solved, (n, k), ZZ), denominator
