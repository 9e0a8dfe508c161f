"""Eigenvalues of a symmetric rational matrix without eigenvectors, and signs of quadratic forms."""

import sympy
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.roots import square_root
from linalg_book.exact.engine.spectrum import descending
from linalg_book.exact.reading.symbols import LAMBDA


def eigenvalues(S: DomainMatrix) -> tuple[sympy.Expr, ...]:
    """Find the eigenvalues, the largest first; from degree 3 on they are SymPy's exact roots."""
    if not S.shape[0]:
        return ()
    denominator, scaled = S.clear_denoms(convert=True)
    scale = int(denominator.element)
    polynomial = sympy.Poly.from_list(scaled.convert_to(ZZ).charpoly(), LAMBDA, domain=ZZ)
    factors = polynomial.factor_list()[1]
    found = [_roots(f) for f, _ in factors]
    return tuple(
        found[i][j] / scale
        for i, j in descending([f for f, _ in factors])
        for _ in range(factors[i][1])
    )


def _roots(factor: sympy.Poly) -> list[sympy.Expr]:
    """List the roots of a monic irreducible factor, the smallest first."""
    if factor.degree() > 2:
        return [sympy.CRootOf(factor, j) for j in range(factor.degree())]
    _, b, *c = map(sympy.Integer, factor.rep.to_list())
    if not c:
        return [-b]
    root = square_root(sympy.Rational(b * b - 4 * c[0]))
    return [(-b - root) / 2, (-b + root) / 2]


def is_positive_definite(S: DomainMatrix) -> bool:
    """Tell whether xᵀS x > 0 for all x ≠ 0, by the pivots of elimination."""
    rows = [list(entries) for entries in S.to_dense().to_list()]
    for k, pivot_row in enumerate(rows):
        if pivot_row[k] <= 0:
            return False
        for entries in rows[k + 1 :]:
            share = entries[k] / pivot_row[k]
            if share:
                entries[k:] = [
                    x - share * y for x, y in zip(entries[k:], pivot_row[k:], strict=True)
                ]
    return True
