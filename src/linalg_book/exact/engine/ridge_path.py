"""The ridge solution for every penalty at once, as rational functions of it."""

import sympy
from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.reading.symbols import LAMBDA


def ridge_path(A: DomainMatrix, b: DomainMatrix) -> sympy.ImmutableMatrix:
    """Write x(λ) = (AᵀA + λI)⁻¹Aᵀb = Aᵀ(A Aᵀ + λI)⁻¹b, reduced.

    With the characteristic polynomial tᵏ + c₁tᵏ⁻¹ + … of the smaller Gram matrix G, the
    vectors vⱼ = G vⱼ₋₁ + cⱼv₀ are the coefficients of adj(tI − G)v₀ (Faddeev and LeVerrier).
    """
    m, n = A.shape
    T = A.transpose()
    gram, first = (A * T, b) if m < n else (T * A, T * b)
    coefficients = gram.charpoly()
    powers = [first]
    for c in coefficients[1:-1]:
        powers.append(gram * powers[-1] + first * c)
    columns = [T * v for v in powers] if m < n else powers
    numbers = first.domain
    below = sympy.Poly([QQ.to_sympy(c) * (-1) ** j for j, c in enumerate(coefficients)], LAMBDA)
    entries = []
    for i in range(n):
        above = [numbers.to_sympy(v[i, 0].element) * (-1) ** j for j, v in enumerate(columns)]
        entries.append(sympy.cancel(sympy.Poly(above or [0], LAMBDA) / below))
    return sympy.ImmutableMatrix(n, 1, entries)
