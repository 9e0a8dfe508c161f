"""Equations written as text."""

import pickle
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix

from linalg_book.errors import EmptySystemError, EquationError, InvalidNumberError
from linalg_book.exact import closest_point, least_norm, parse_equations, solve
from tests.strategies import matrices

F = Fraction


@pytest.mark.parametrize(
    ("text", "A", "b", "unknowns"),
    [
        ("3x + 4y = 12", [[3, 4]], [12], "x y"),
        ("2*x1 - x2/3 = 1", [[2, F(-1, 3)]], [1], "x_1 x_2"),
        ("1/2 x = y", [[F(1, 2), -1]], [0], "x y"),
        ("1/2x = y", [[F(1, 2), -1]], [0], "x y"),
        ("y + 0.1x = .5", [[1, F(1, 10)]], [F(1, 2)], "y x"),
        ("x₁ − 2·x₂ = −1", [[1, -2]], [-1], "x_1 x_2"),
        ("x_10 + x_2 = 1.", [[1, 1]], [1], "x_10 x_2"),
        ("x01 + x_1 + x1 = 1", [[3]], [1], "x_1"),
        ("x1 + 2x = 0", [[1, 2]], [0], "x_1 x"),
        ("x0 + 2x = 0", [[1, 2]], [0], "x_0 x"),
        ("2(x - 1) = -(y + 3)/2; x = 4", [[2, F(1, 2)], [1, 0]], [F(1, 2), 4], "x y"),
        ("((x)) 2 = 3", None, None, None),
        ("(x + 1)*2 = 3", [[2]], [1], "x"),
        ("(1 + 1)(x) = 3", [[2]], [3], "x"),
        ("x = 1; y = 2\nx + y = 3;\n", [[1, 0], [0, 1], [1, 1]], [1, 2, 3], "x y"),
        ("x + y - x = 1", [[0, 1]], [1], "x y"),
        ("0x = 5", [[0]], [5], "x"),
        ("x = 1; 0 = 0", [[1], [0]], [1, 0], "x"),
        ("- - x + - y = +3", [[1, -1]], [3], "x y"),
        ("4/-2 x = 1", [[-2]], [1], "x"),
        ("2 * -x = 1", [[-2]], [1], "x"),
        ("x/2/3 = 1", [[F(1, 6)]], [1], "x"),
        ("5 = x", [[-1]], [-5], "x"),
        ("β + a + Z = 0", [[1, 1, 1]], [0], "β a Z"),
    ],
)
def test_read(text, A, b, unknowns):
    if A is None:
        with pytest.raises(EquationError, match='but received "2"'):
            parse_equations(text)
        return
    found = parse_equations(text)
    assert [list(row) for row in found.A] == A
    assert list(found.b) == b
    assert " ".join(found.unknowns) == unknowns
    assert all(type(x) is Fraction for row in (*found.A, found.b) for x in row)


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("x^2 = 1", 1, "character 2 of 'x^2 = 1': expected a sign or =, but received \"^\""),
        ("x² = 1", 1, 'expected a sign or =, but received "²"'),
        ("xy = 3", 1, "expected a linear equation, without products of unknowns"),
        ("(x + 1)*(y - 1) = 3", 7, 'products of unknowns, but received "*"'),
        ("3x + = 12", 5, 'expected a number or an unknown, but received "="'),
        ("3x =", 4, "expected a number or an unknown, but received the end of the equation"),
        ("x = 1; y", 8, "expected =, but received the end of the equation"),
        ("x + y = 1; 2x + = 3; x = 1", 16, "character 17"),
        ("x = 1; X", 8, "expected =, but received the end of the equation"),
        ("x = 1 = 2", 6, 'expected a sign or the end of the equation, but received "="'),
        ("x/0 = 1", 2, "expected a number other than 0 below the fraction bar"),
        ("1/(2 - 2) x = 1", 2, "expected a number other than 0 below the fraction bar"),
        ("1/x = 1", 2, "expected a number below the fraction bar"),
        ("2x 3 = 1", 3, 'but received "3"'),
        ("x) = 1", 1, 'expected a sign or =, but received ")"'),
        ("(x = 1", 3, 'expected a sign or ), but received "="'),
        ("x < 3", 2, 'but received "<"'),
        ("x_ = 1", 1, 'but received "_"'),
        ("½ x = 1", 0, 'expected a number or an unknown, but received "½"'),
        ("2x ^ 99999999999999999999999 = 1", 3, 'received "^"'),
        ("x 99999999999999999999 = 1", 2, 'received "99999999999999999999"'),
        ("x 999999999999999999999 = 1", 2, "received a long number"),
        ("(" * 51 + "x" + ")" * 51 + " = 1", 50, "expected at most 50 parentheses"),
    ],
)
def test_refused_with_the_place(text, position, message):
    with pytest.raises(EquationError, match=re.escape(message)) as caught:
        parse_equations(text)
    assert caught.value.position == position
    assert str(caught.value).endswith('write for example "3x + 4y = 12".')


def test_fifty_parentheses_are_read():
    assert parse_equations("(" * 50 + "x" + ")" * 50 + " = 1").A == ((1,),)
    assert parse_equations("(x) + " * 60 + "x = 1").A == ((61,),)
    assert parse_equations("(x) + " + "(" * 50 + "x" + ")" * 50 + " = 1").A == ((2,),)
    with pytest.raises(EquationError, match="at most 50 parentheses"):
        parse_equations("(x) + " + "(" * 51 + "x" + ")" * 51 + " = 1")


@pytest.mark.parametrize("text", ["", " ;\n; "])
def test_nothing_is_refused(text):
    with pytest.raises(EmptySystemError, match="at least one equation, but the text is empty"):
        parse_equations(text)


def test_no_unknown_is_refused():
    with pytest.raises(EmptySystemError, match="at least one unknown, but '0 = 5' has none"):
        parse_equations("0 = 5")


def test_what_is_no_text_is_refused():
    with pytest.raises(EquationError, match=r"expected equations as text, but received 12: write"):
        parse_equations(12)


def test_a_number_too_long_to_read_says_where():
    with pytest.raises(InvalidNumberError, match=r"the number at character 4 is .* too long"):
        parse_equations("x -" + "9" * 5000 + " = 0")


def test_the_error_can_be_pickled():
    with pytest.raises(EquationError) as caught:
        parse_equations("3x + = 12")
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 (our own bytes)
    assert (str(copied), copied.position) == (str(caught.value), 5)


def test_functions_take_equations():
    assert closest_point("3x + 4y = 12").answer == Matrix([F(36, 25), F(48, 25)])
    assert least_norm("x + y + z = 6; x - y = 2").answer == Matrix([3, 1, 2])
    assert solve("x + y = 2; x - y = 0").answer == Matrix([1, 1])


@given(matrices(), st.data())
def test_what_is_written_is_read(A, data):
    b = [data.draw(st.fractions(max_denominator=9)) for _ in A]
    lines = [
        " + ".join(f"({c})*x_{j}" for j, c in enumerate(row, start=1)) + f" = {right}"
        for row, right in zip(A, b, strict=True)
    ]
    found = parse_equations("; ".join(lines))
    assert [list(row) for row in found.A] == A
    assert list(found.b) == b
