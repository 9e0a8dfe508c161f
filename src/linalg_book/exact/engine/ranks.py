"""The rank of a rational matrix, first modulo a prime, which is quick for large ones."""

from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

PRIME = 2**31 - 1


def rank(A: DomainMatrix) -> int:
    """Find the rank: a minor that is not 0 modulo a prime is not 0, so a full rank is certain."""
    found = _rank_modulo(A)
    return found if found == min(A.shape) else int(A.rank())


def _rank_modulo(A: DomainMatrix) -> int:
    """Eliminate modulo the prime; the rank is at most that of A."""
    integral = A.clear_denoms(convert=True)[1].convert_to(ZZ)
    rows = [[int(x) % PRIME for x in entries] for entries in integral.to_dense().to_list()]
    found = 0
    while rows:
        pivot_row = rows.pop()
        j = next((j for j, x in enumerate(pivot_row) if x), None)
        if j is None:
            continue
        found += 1
        inverse = pow(pivot_row[j], -1, PRIME)
        for i, entries in enumerate(rows):
            if entries[j]:
                share = entries[j] * inverse
                rows[i] = [(x - share * y) % PRIME for x, y in zip(entries, pivot_row, strict=True)]
    return found
