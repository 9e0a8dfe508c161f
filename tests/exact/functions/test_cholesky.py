"""A = L D Lᵀ of symmetric matrices, exactly: by hand, from Q R, with SymPy, and what is refused."""

import pickle

import pytest
from hypothesis import given
from sympy import Matrix, Rational, diag, eye, sqrt, zeros

from linalg_book import exact
from linalg_book.errors import NotPositiveError, NotSymmetricError, ShapeError
from linalg_book.exact import cholesky, qr
from tests.call import LAPLACIAN, MATRIX, Call, if_not_symmetric
from tests.strategies import INTEGERS, matrices, matrix


def if_not_positive(A, b):
    """Refuse a symmetric matrix with a negative eigenvalue."""
    wrong = if_not_symmetric(A, b)
    if wrong or not A.rows or A.is_positive_semidefinite:
        return wrong
    return NotPositiveError


# What every suite that runs over all functions takes from here.
CALLS = {
    "cholesky": Call(
        ([[4, 2, 2], [2, 5, 3], [2, 3, 6]],), ("4 2 2; 2 5 3; 2 3 6",), MATRIX,
        lambda A, _: exact.cholesky(A), if_not_positive,
        further=[
            ([[4, 2], [2, 5]],), ([[1, 1], [1, 1]],), (LAPLACIAN,), ([[0, 0], [0, 3]],), ([],),
            ([[9]],), ([[0]],), ([["1/2", "1/3"], ["1/3", "1/2"]],), ([[1, 2], [2, 5]],),
        ],
    ),
}  # fmt: skip

F = Rational
# A, L, pivots; worked by hand.
WORKED = {
    "two by two": ([[4, 2], [2, 5]], [[1, 0], [F(1, 2), 1]], (4, 4)),
    # 5 − 1 = 4, 3 − 1 = 2, 6 − 1 = 5, 5 − 2·2/4 = 4
    "three": (
        [[4, 2, 2], [2, 5, 3], [2, 3, 6]],
        [[1, 0, 0], [F(1, 2), 1, 0], [F(1, 2), F(1, 2), 1]],
        (4, 4, 4),
    ),
    "dependent": ([[1, 1], [1, 1]], [[1, 0], [1, 1]], (1, 0)),
    "a zero first": ([[0, 0], [0, 3]], [[1, 0], [0, 1]], (0, 3)),
    "negative entry": ([[1, -2], [-2, 5]], [[1, 0], [-2, 1]], (1, 1)),
    "one by one": ([["2/3"]], [[1]], (F(2, 3),)),
    "zero matrix": (zeros(2, 2), eye(2), (0, 0)),
}


@pytest.mark.parametrize(("A", "L", "pivots"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, L, pivots):
    example = cholesky(A)
    assert example.answer == (Matrix(L), diag(*pivots))
    assert example.values["pivots"] == pivots
    assert example.values["rank"] == sum(map(bool, pivots))
    assert example.steps


def test_the_factor_with_roots():
    assert cholesky([[4, 2], [2, 5]]).values["factor"] == Matrix([[2, 0], [1, 2]])
    assert cholesky([[2, 1], [1, 1]]).values["factor"] == Matrix(
        [[sqrt(2), 0], [sqrt(2) / 2, sqrt(2) / 2]]
    )


def test_no_rows():
    example = cholesky([])
    assert example.answer == (zeros(0, 0), zeros(0, 0))
    assert "nothing to do" in example.text()


@given(matrices(entries=INTEGERS))
def test_every_gram_matrix_has_factors(rows):
    X = matrix(rows)
    example = cholesky(X.T * X)
    L, D = example.answer
    assert L * D * L.T == X.T * X
    assert L.is_lower
    assert all(L[i, i] == 1 for i in range(L.rows))
    assert all(pivot >= 0 for pivot in example.values["pivots"])
    assert example.values["rank"] == X.rank()
    if X.rank() == X.cols:
        given_back = qr(rows)
        assert given_back.answer[1] == L.T
        assert example.values["pivots"] == given_back.values["lengths_squared"]
        assert (X.T * X).LDLdecomposition() == (L, D)
    for j, pivot in enumerate(example.values["pivots"]):
        if not pivot:
            assert L[:, j] == eye(L.rows)[:, j]


@given(matrices(entries=INTEGERS, rows=INTEGERS.filter(lambda k: 0 < k < 4)))
def test_what_is_refused_has_a_negative_direction(rows):
    M = matrix(rows)
    n = min(M.shape)
    A = M[:n, :n] + M[:n, :n].T
    if A.is_positive_semidefinite:
        assert cholesky(A).steps
        return
    with pytest.raises(NotPositiveError) as caught:
        cholesky(A)
    x = Matrix([Rational(v.numerator, v.denominator) for v in caught.value.vector])
    assert x.dot(A * x) < 0
    assert f"it is {x.dot(A * x)}" in str(caught.value)


@pytest.mark.parametrize(
    ("A", "x", "value"),
    [
        ([[1, 2], [2, 1]], (2, -1), -3),  # 4 − 8 + 1
        ([[0, 1], [1, 5]], (3, -1), -1),  # −6 + 5
        ([[-2]], (1,), -2),
        ([[1, 1, 0], [1, 1, 2], [0, 2, 3]], (1, -1, 1), -1),
    ],
)
def test_refused_with_a_vector(A, x, value):
    with pytest.raises(NotPositiveError, match=f"it is {value}: give the Gram matrix") as caught:
        cholesky(A)
    assert caught.value.vector == x
    assert pickle.loads(pickle.dumps(caught.value)).vector == x  # noqa: S301


def test_refused():
    with pytest.raises(ShapeError, match="square, but is 1×2: give the Gram matrix"):
        cholesky([[1, 2]])
    with pytest.raises(NotSymmetricError, match="make them equal, or give the Gram matrix"):
        cholesky([[1, 2], [3, 4]])


def test_the_steps():
    text = " ".join(cholesky([[4, 2], [2, 5]]).text().split())
    assert "The corner is the pivot 4. Divide its column by it: l₁." in text
    assert "Nothing is left: A is the sum of what was taken away." in text
    assert "there is nothing to take away" in " ".join(cholesky([[1, 1], [1, 1]]).text().split())
