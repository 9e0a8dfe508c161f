"""Independent rows and columns, by three ways."""

import random

import pytest
from hypothesis import example, given
from sympy import QQ, ZZ, Matrix
from sympy.polys.matrices import DomainMatrix

from linalg_book.exact.engine.pinv import minors as _minors
from linalg_book.exact.engine.pinv.minors import (
    minor_by_elimination,
    minor_modulo,
    minor_over_rationals,
)
from tests.strategies import INTEGERS, matrices, matrix

WAYS = (minor_by_elimination, minor_over_rationals, lambda N: minor_modulo(N, _minors.PRIME))


def integers(rows):
    return matrix(rows).to_DM().to_dense().convert_to(ZZ)


@pytest.mark.parametrize("way", WAYS)
@given(rows=matrices(entries=INTEGERS))
@example(rows=[[0, 0, 0], [0, 0, 2], [0, 3, 1], [0, 6, 4]])
def test_as_large_as_the_rank_and_invertible(way, rows):
    minor = way(integers(rows))
    assert minor.rank == len(minor.columns) == matrix(rows).rank()
    if minor.rank:
        assert matrix(rows).extract(minor.rows, minor.columns).det() != 0


@pytest.mark.parametrize("way", [*WAYS, _minors.probable_minor])
@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (2, 2)])
def test_zero_and_empty(way, shape):
    minor = way(DomainMatrix.zeros(shape, ZZ).to_dense())
    assert (minor.rows, minor.columns) == ((), ())


def test_a_number_of_any_size_is_reduced():
    N = DomainMatrix([[ZZ(10**200), ZZ(1)], [ZZ(-(10**200)), ZZ(-1)]], (2, 2), ZZ)
    assert minor_modulo(N, _minors.PRIME) == _minors.Minor((0,), (0,), proved=False)


@pytest.mark.parametrize("ground", ["flint", "python"])
def test_what_is_not_proved_is_said(ground, monkeypatch):
    monkeypatch.setattr(_minors, "GROUND_TYPES", ground)
    for rows, proved in (([[1, 2], [2, 4]], ground == "flint"), ([[1, 2], [3, 4]], True)):
        N = Matrix(rows).to_DM().to_dense()
        assert _minors.probable_minor(N).proved is proved
    large = DomainMatrix([[ZZ(1)] * 41] * 40, (40, 41), ZZ)
    assert not _minors.probable_minor(large).proved
    assert large.convert_to(QQ).rank() == 1


def test_many_pivots_do_not_overflow():
    p = _minors.PRIME
    rows = [[ZZ(p - 1 - (i * j) % 7 + (i == j)) for j in range(30)] for i in range(30)]
    N = DomainMatrix(rows, (30, 30), ZZ)
    assert minor_modulo(N, p).rank == Matrix(rows).to_DM().rank()


def test_sums_of_many_large_residues_keep_their_sign():
    # Residues of negative numbers are near the prime, and 20 of their products pass 2⁶³.
    rng = random.Random(1)  # noqa: S311 (no secret)
    left = [[ZZ(rng.randint(-9, 9)) for _ in range(20)] for _ in range(30)]
    right = [[ZZ(rng.randint(-9, 9)) for _ in range(30)] for _ in range(20)]
    N = DomainMatrix(left, (30, 20), ZZ) * DomainMatrix(right, (20, 30), ZZ)
    found = minor_modulo(N, _minors.PRIME)
    assert (found.rank, found.proved) == (20, False)
    assert N.extract(found.rows, found.columns).convert_to(QQ).rank() == 20
