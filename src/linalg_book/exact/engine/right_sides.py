"""Linear algebra with right-hand sides that hold symbols: one rational column a monomial.

A right-hand side b = Σ bₖ mₖ with rational columns bₖ and monomials mₖ is solved column by
column; the matrix stays rational, so no step asks whether a polynomial is zero.
"""

from fractions import Fraction
from typing import Any

from sympy.polys.domains import QQ
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.null_space import null_space_rows, primitive
from linalg_book.exact.reading.conversion import domain_matrix, to_fraction
from linalg_book.exact.reading.refusals import inconsistent, undecided


def split(v: DomainMatrix) -> tuple[DomainMatrix, DomainMatrix]:
    """Write a column as a rational matrix times a column of monomials, the constant last."""
    if v.domain.is_QQ:
        return v, DomainMatrix([[QQ(1)]], (1, 1), QQ)
    entries = v.to_list_flat()
    exponents = sorted({e for entry in entries for e in entry.monoms()}, reverse=True)
    rows = [[entry.get(e, QQ(0)) for e in exponents] for entry in entries]
    monomials = [[v.domain.ring.term_new(e, QQ(1))] for e in exponents]
    k = len(exponents)
    return DomainMatrix(rows, (len(rows), k), QQ), DomainMatrix(monomials, (k, 1), v.domain)


def solve(G: DomainMatrix, right: DomainMatrix) -> DomainMatrix:
    """Solve G z = right for an invertible rational G, which may be 0×0."""
    if not G.shape[0]:
        return right
    if right.domain.is_QQ:
        return G.lu_solve(right)
    coefficients, monomials = split(right)
    return G.lu_solve(coefficients) * monomials if monomials.shape[0] else right


def contradiction(A: DomainMatrix, b: DomainMatrix) -> DomainMatrix | None:
    """Find y with yᵀA = 0 and yᵀb a nonzero number; None if A x = b always has a solution.

    Raises if that depends on the values of the symbols in b.
    """
    left = null_space_rows(A.transpose())
    coefficients, monomials = split(b)
    products = left * coefficients
    if b.domain.is_QQ:
        i = next((i for i, product in enumerate(products.to_list_flat()) if product), None)
        return None if i is None else left.extract([i], list(range(left.shape[1]))).transpose()
    k = products.shape[1]
    reduced, pivots = products.hstack(left).rref()
    found = [(i, j) for i, j in enumerate(pivots) if j < k]
    if not found:
        return None
    rows = [
        [Fraction(y) for y in primitive([to_fraction(entry) for entry in entries[k:]])]
        for entries in reduced.to_dense().to_list()[: len(found)]
    ]
    # The constant stands last: a pivot there is a combination that leaves a number alone.
    if found[-1][1] == k - 1 and monomials.to_list_flat()[-1] == b.domain.one:
        return domain_matrix([rows[-1]], b.shape[0]).transpose()
    values = (domain_matrix(rows, b.shape[0]) * b).to_Matrix()
    raise undecided(list(zip(rows, values, strict=True)))


def require_solution(A: DomainMatrix, b: DomainMatrix) -> None:
    """Raise unless A x = b has a solution, whatever the symbols in b are."""
    y = contradiction(A, b)
    if y is not None:
        value: Any = (y.transpose() * b).to_list_flat()[0]
        number = value if b.domain.is_QQ else value.coeff(1)
        combination = [int(entry.numerator) for entry in y.to_list_flat()]
        raise inconsistent(combination, to_fraction(number))


def entries_in(v: DomainMatrix) -> tuple[Any, ...]:
    """List the entries of a column: fractions, or expanded polynomials in SymPy's form."""
    if v.domain.is_QQ:
        return tuple(to_fraction(entry) for entry in v.to_list_flat())
    return tuple(
        to_fraction(entry.coeff(1)) if entry.is_ground else entry.as_expr()
        for entry in v.to_list_flat()
    )


def same_domain(values: Any, like: DomainMatrix) -> DomainMatrix:
    """Turn a SymPy column into a DomainMatrix over the domain of another."""
    entries = [[like.domain.from_sympy(entry)] for entry in values]
    return DomainMatrix(entries, (len(entries), 1), like.domain)
