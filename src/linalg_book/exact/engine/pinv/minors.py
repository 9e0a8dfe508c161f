"""As many independent rows and columns as there are: the largest invertible minor of a matrix."""

from dataclasses import dataclass
from struct import Struct

from sympy.external.gmpy import GROUND_TYPES
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

PRIME = 2**30 - 35
SLOT = 96
"""Bits for one entry: they hold the sum of 2³⁰ products of two residues."""
SMALL = 1600
"""Entries up to which python-flint's exact elimination is faster than the one modulo a prime.

Its time divided by the other's: 0.36 for 20×20, 0.66 for 32×32, 0.96 for 40×40, 1.39 for 50×50.
"""


@dataclass(frozen=True)
class Minor:
    """As many rows as columns, whose common entries form an invertible matrix."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    proved: bool = True
    """Whether it is known that none is larger."""

    @property
    def rank(self) -> int:
        """Return its size, which is the rank of the matrix if no larger minor is invertible."""
        return len(self.rows)


def probable_minor(N: DomainMatrix) -> Minor:
    """Find an invertible minor that is almost surely a largest one."""
    if GROUND_TYPES == "flint" and N.shape[0] * N.shape[1] <= SMALL:
        return minor_by_elimination(N)
    return minor_modulo(N, PRIME)


def minor_by_elimination(N: DomainMatrix) -> Minor:
    """Eliminate without fractions, in one call: P N = L D⁻¹ U."""
    P, _, _, U = N.fflu()
    columns = []
    for entries in U.to_list():
        j = next((j for j, x in enumerate(entries) if x), None)
        if j is None:
            break
        columns.append(j)
    m = N.shape[0]
    numbers = DomainMatrix([[ZZ(i)] for i in range(m)], (m, 1), ZZ)
    order = P.matmul(numbers).to_list_flat()[: len(columns)]
    return Minor(tuple(map(int, order)), tuple(columns))


def minor_modulo(N: DomainMatrix, prime: int) -> Minor:
    """Eliminate row by row modulo a prime below 2³⁰; a row is one long integer of entries."""
    n = N.shape[1]
    pack, unpack = Struct("<" + "I8x" * n).pack, Struct("<" + "QI" * n).unpack
    mask, high = (1 << SLOT) - 1, (1 << 64) % prime
    pivots: list[tuple[int, int]] = []
    rows = []
    for i, entries in enumerate(N.to_list()):
        packed = int.from_bytes(pack(*[int(x) % prime for x in entries]), "little")
        for shift, pivot in pivots:
            factor = (packed >> shift & mask) % prime
            if factor:
                packed += (prime - factor) * pivot
        parts = unpack(packed.to_bytes(n * SLOT // 8, "little"))
        left = [(x + y * high) % prime for x, y in zip(parts[::2], parts[1::2], strict=True)]
        j = next((j for j, x in enumerate(left) if x), None)
        if j is not None:
            scale = pow(left[j], -1, prime)
            scaled = pack(*[x * scale % prime for x in left])
            pivots.append((j * SLOT, int.from_bytes(scaled, "little")))
            rows.append(i)
        if len(rows) == n:
            break
    full = len(rows) == min(N.shape)
    return Minor(tuple(rows), tuple(shift // SLOT for shift, _ in pivots), proved=full)


def minor_over_rationals(N: DomainMatrix) -> Minor:
    """Find the first independent columns, and the first independent rows."""
    A = N.to_field()
    _, columns = A.rref()
    _, rows = A.transpose().rref()
    return Minor(tuple(rows), tuple(columns))
