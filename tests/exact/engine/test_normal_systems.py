"""Normal equations in integers: the same solutions as those of the fractions, penalty and all."""

from hypothesis import given
from hypothesis import strategies as st
from sympy import diag
from sympy.polys.domains import QQ, ZZ

from linalg_book.exact.engine.integer_systems import solution
from linalg_book.exact.engine.normal_systems import NormalSystem
from tests.strategies import FRACTIONS, matrices, matrix


@given(matrices(), st.data())
def test_the_fit_is_that_of_the_fractions(rows, data):
    A = matrix(rows)
    weights = [data.draw(FRACTIONS.map(lambda x: x * x + 1)) for _ in rows[0]]
    W = diag(*(QQ.to_sympy(QQ(w.numerator, w.denominator)) for w in weights))
    found = NormalSystem.of(
        A.to_DM().convert_to(QQ).to_dense(), [QQ(w.numerator, w.denominator) for w in weights]
    )
    assert found.columns.domain == found.matrix.domain == ZZ
    z, denominator = solution(found.matrix, found.columns.transpose())
    fit = (found.columns * z).to_Matrix() * ZZ.to_sympy(found.factor) / ZZ.to_sympy(denominator)
    assert fit == A * (A.T * A + W).inv() * A.T
