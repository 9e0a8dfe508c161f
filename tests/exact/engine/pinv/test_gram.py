"""Large Gram matrices are inverted by halves: the same inverse, whatever they look like."""

import random

import pytest
import sympy
from sympy.polys.domains import ZZ
from sympy.polys.matrices import DomainMatrix
from sympy.polys.matrices.exceptions import DMNonInvertibleMatrixError

from linalg_book.exact.engine.pinv import gram as _gram
from linalg_book.exact.engine.pinv.gram import HALVES, Congruence, Gram, inverse_of_gram
from linalg_book.exact.engine.quotients import Quotient


def columns(kind: str, n: int) -> sympy.Matrix:
    """Make a matrix of n columns."""
    rng = random.Random(n)  # noqa: S311 (no secret)
    if kind == "random":
        return sympy.Matrix(n + 5, n, [rng.randint(-9, 9) for _ in range(n * (n + 5))])
    if kind == "diagonal":  # the least denominator is far smaller than the determinant
        return sympy.diag(*(1 + i % 4 for i in range(n)))
    # the first columns have small denominators, the last ones large: and the other way round
    steps = sympy.Matrix(n, n, lambda i, j: int(i == j) * (7 if i == 0 else 1) + int(i == j + 1))
    return steps if kind == "steps" else steps[:, ::-1]


@pytest.mark.parametrize("kind", ["random", "diagonal", "steps", "turned"])
@pytest.mark.parametrize("n", [HALVES - 1, HALVES, HALVES + 1])
def test_inverse_by_halves_is_the_inverse(kind: str, n: int) -> None:
    B = columns(kind, n).to_DM().convert_to(ZZ).to_dense()
    found = Gram.from_columns(B)
    assert found.matrix == B.transpose().matmul(B)
    product = found.inverse.numerator.matmul(found.matrix)
    assert product == DomainMatrix.eye(n, ZZ).to_dense() * found.inverse.denominator
    assert found.inverse.denominator > 0
    assert found.inverted


def test_equal_products_of_other_factors() -> None:
    def one(p: int, s: int) -> Congruence:
        P, S = (DomainMatrix([[ZZ(x)]], (1, 1), ZZ) for x in (p, s))
        return Congruence(P, Quotient(S))

    assert one(2, 3) == one(2, 3)
    assert one(2, 3) == one(1, 12)
    assert one(2, 3) != one(2, 4)
    assert one(2, 3) != one(3, 3)
    assert one(2, 3) != 12


def test_dependent_columns_have_no_inverse() -> None:
    B = columns("random", HALVES)
    B[:, HALVES - 1] = B[:, 0]
    matrix = (B.T * B).to_DM().convert_to(ZZ).to_dense()
    with pytest.raises(DMNonInvertibleMatrixError):
        inverse_of_gram(matrix)


def test_half_over_a_smaller_denominator_is_not_completed(monkeypatch: pytest.MonkeyPatch) -> None:
    """An elimination may return lowest terms: the right half of this inverse is a unit matrix."""
    solve = _gram.solution

    def in_lowest_terms(M: DomainMatrix, right: DomainMatrix) -> tuple[DomainMatrix, object]:
        numerator, denominator = solve(M, right)
        content = denominator
        for entry in numerator.to_list_flat():
            content = ZZ.gcd(content, entry)
        entries = [entry // content for entry in numerator.to_list_flat()]
        return DomainMatrix.from_list_flat(entries, numerator.shape, ZZ), denominator // content

    monkeypatch.setattr(_gram, "solution", in_lowest_terms)
    half = HALVES // 2
    matrix = sympy.diag(*[3] * half, *[1] * half)
    found = inverse_of_gram(matrix.to_DM().convert_to(ZZ).to_dense())
    assert found.to_rational().to_Matrix() == sympy.diag(
        *[sympy.Rational(1, 3)] * half, *[1] * half
    )
