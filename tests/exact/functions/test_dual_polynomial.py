"""The dual of a polynomial: by hand, and against the means of all products of powers."""

from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial import Polynomial
from sympy import Matrix, Rational, Symbol

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    ShapeError,
    TooLargeError,
)
from linalg_book.exact import dual_polynomial
from linalg_book.numeric import dual_activation
from tests.call import C, Call, if_empty
from tests.hermite import mean_product
from tests.strategies import FRACTIONS

# What every suite that runs over all functions takes from here.
CALLS = {
    "dual_polynomial": Call(
        ([0, 0, 0, 1],), ("0 0 0 1",), "coefficients:column",
        lambda A, _b: exact.dual_polynomial(list(A)), if_empty,
        matrix="coefficients", takes_matrix=False,
        further=[([0],), ([5],), (["1/2", -1, 3],), ([0, 1],), ([3, 0, -6, 0, 1],)],
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.dual_polynomial")
F = Rational
RHO = Symbol("rho")
# coefficients of φ, those of its dual, by hand
WORKED = {
    "constant": ([5], [25]),
    "line": ([2, -3], [4, 9]),
    "square": ([0, 0, 1], [1, 0, 2]),  # t² = H₂ + 1
    "cube": ([0, 0, 0, 1], [0, 9, 0, 6]),  # t³ = H₃ + 3H₁
    "fourth": ([0, 0, 0, 0, 1], [9, 0, 72, 0, 24]),  # t⁴ = H₄ + 6H₂ + 3
    "halves": (["1/2", -1, 3], [F(49, 4), 1, 18]),
    "nothing": ([0, 0], [0, 0]),
}


@pytest.mark.parametrize("case", WORKED.values(), ids=WORKED)
def test_worked_by_hand(case):
    coefficients, dual = case
    example = dual_polynomial(coefficients)
    assert example.answer == Matrix(dual)
    assert example.values["at_one"] == sum(dual)
    assert example.values["dual"] == sum(c * RHO**n for n, c in enumerate(dual))


@settings(max_examples=40)
@given(st.lists(FRACTIONS, min_size=1, max_size=6), st.integers(-4, 4))
def test_means_of_products(coefficients, quarters):
    rho = Fraction(quarters, 4)
    example = dual_polynomial(coefficients)
    found = sum(F(c) * F(rho) ** n for n, c in enumerate(example.answer))
    assert found == F(mean_product(coefficients, coefficients, rho))
    assert all(c >= 0 for c in example.answer)


def test_the_same_in_floats():
    polynomial = [0.5, -1.0, 3.0]
    floats = dual_activation(Polynomial(polynomial))
    dual = dual_polynomial(["1/2", -1, 3]).values["dual"]
    for rho in (-1.0, -0.25, 0.0, 0.5, 1.0):
        assert floats.value(1, rho, 1) == pytest.approx(float(dual.subs(RHO, F(rho))), rel=1e-14)


@pytest.mark.parametrize(
    ("given", "error", "words"),
    [
        ([], EmptySystemError, "at least one"),
        (3, ShapeError, "coefficients is expected to be a list"),
        ([1, 0.5], InexactNumberError, "entry 2 of coefficients"),
        ([1, C], InvalidNumberError, "coefficients"),
        ([1] * 22, TooLargeError, "22 entries, but at most 21"),
    ],
)
def test_what_is_refused(given, error, words):
    with pytest.raises(error, match=words):
        dual_polynomial(given)


def test_a_wrong_computation_raises(monkeypatch):
    monkeypatch.setattr(_module, "in_hermite", list)
    with pytest.raises(FailedCheckError):
        dual_polynomial([0, 0, 1])
