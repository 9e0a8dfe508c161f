"""Formulas: the same tree as LaTeX, MathML and text."""

import re
from dataclasses import FrozenInstanceError
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from sympy import Matrix, Rational, Symbol, sqrt
from sympy.printing.pretty.pretty_symbology import pretty_use_unicode

from linalg_book.formula import (
    absolute,
    dot,
    fraction,
    linear,
    norm,
    parentheses,
    root,
    row,
    square,
    times,
    transpose,
    unknowns,
    vector,
    words,
)
from tests.strategies import equations, rational

MATHML = "{http://www.w3.org/1998/Math/MathML}"
COLUMN = Matrix([Rational(36, 25), -2])
TABLE = {
    "relation": (
        row(vector("x"), "=", "t", vector("a")),
        r"\mathbf{x} = t \mathbf{a}",
        "x = t a",
        "x = t a",
    ),
    "greek vector": (vector("alpha"), r"\boldsymbol{\alpha}", "α", "α"),
    "zero vector": (vector("0"), r"\mathbf{0}", "0", "0"),
    "fraction": (fraction(12, 25), r"\frac{12}{25}", "12/25", "12\n──\n25"),
    "fraction of a sum": (
        fraction(row(1, "+", "t"), 2),
        r"\frac{1 + t}{2}",
        "(1 + t)/2",
        "1 + t\n─────\n  2",
    ),
    "number": (row(Rational(-1, 3)), r"- \frac{1}{3}", "−1/3", "−1/3"),
    "surd": (
        row(12 * sqrt(13) / 13),
        r"\frac{12 \sqrt{13}}{13}",
        "12√13/13",
        "12·√13\n──────\n  13",
    ),
    "root": (root(25), r"\sqrt{25}", "√25", "√25"),
    "root of a sum": (root(row(1, "+", 2)), r"\sqrt{1 + 2}", "√(1 + 2)", "√(1 + 2)"),
    "norm": (square(norm(vector("a"))), r"{\lVert \mathbf{a} \rVert}^{2}", "‖a‖²", "‖a‖²"),
    "absolute": (absolute("b"), r"\left\lvert b \right\rvert", "|b|", "|b|"),
    "square of a negative": (square(-4), r"{\left( -4 \right)}^{2}", "(−4)²", "(−4)²"),
    "column": (
        row(COLUMN),
        r"\begin{bmatrix}\frac{36}{25}\\[0.4em]-2\end{bmatrix}",
        "(36/25, −2)",
        "⎡36/25⎤\n⎢     ⎥\n⎣ −2  ⎦",
    ),
    "transpose": (
        transpose(Matrix([[1, 2], [3, 4]])),
        r"{\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}}^{\top}",
        "[1, 2; 3, 4]ᵀ",
        "⎡1  2⎤ᵀ\n⎢    ⎥\n⎣3  4⎦",
    ),
    "tall parentheses": (
        parentheses(fraction(1, "t")),
        r"\left( \frac{1}{t} \right)",
        "(1/t)",
        "⎛1⎞\n⎜─⎟\n⎝t⎠",
    ),
    "tall norm": (
        norm(Matrix([1, 2])),
        r"\lVert \begin{bmatrix}1\\2\end{bmatrix} \rVert",
        "‖(1, 2)‖",
        "‖⎡1⎤‖\n‖⎢ ⎥‖\n‖⎣2⎦‖",
    ),
    "product": (times(3, -4), r"3 \cdot \left( -4 \right)", "3·(−4)", "3·(−4)"),
    "linear": (row(*linear([3, -1, 0], "xyz").parts, "=", -2), "3 x - y = -2", "3x − y = −2", None),
    "leading minus": (linear([-3, 1], "xy"), "- 3 x + y", "−3x + y", None),
    "subscripts": (linear([1, 2], ["x_1", "x_2"]), "x_{1} + 2 x_{2}", "x₁ + 2x₂", None),
    "no terms": (linear([0], ["x"]), "0", "0", None),
    "dot": (dot([3, -4, 0], [1, -2, 5]), r"3 \cdot 1 - 4 \cdot \left( -2 \right)",
            "3·1 − 4·(−2)", None),
    "words": (row(words("rank of A"), "=", 2), r"\text{rank of A} = 2", "rank of A = 2", None),
}  # fmt: skip
rows = pytest.mark.parametrize("name", TABLE)


@rows
def test_latex(name):
    formula, latex, _, _ = TABLE[name]
    assert formula.latex() == latex


@rows
def test_line(name):
    formula, _, line, _ = TABLE[name]
    assert formula.line() == line


@rows
def test_text(name):
    formula, _, line, text = TABLE[name]
    assert formula.text() == (line if text is None else text)


@rows
def test_mathml_is_well_formed_presentation_mathml(name):
    root_element = ET.fromstring(TABLE[name][0].mathml(display=True))  # noqa: S314
    known = {"math", "mrow", "mi", "mn", "mo", "mtext", "mfrac", "msqrt", "msup", "msub"}
    known |= {"mtable", "mtr", "mtd"}
    assert root_element.tag == f"{MATHML}math"
    assert root_element.get("display") == "block"
    for element in root_element.iter():
        tag = element.tag.removeprefix(MATHML)
        assert tag in known
        if tag in ("mfrac", "msup", "msub"):
            assert len(element) == 2
        if tag in ("mi", "mn", "mo"):
            assert element.text


@rows
def test_mathml_says_the_same_as_the_line(name):
    """Every letter and number of the text form is in the MathML, in the same order."""
    formula, _, line, _ = TABLE[name]
    bold = {chr(0x1D41A + k): chr(ord("a") + k) for k in range(26)} | {"𝜶": "α", "𝟎": "0"}
    content = "".join(ET.fromstring(formula.mathml()).itertext())  # noqa: S314
    content = "".join(bold.get(sign, sign) for sign in content)
    digits = str.maketrans("²₁₂", "212")
    assert re.findall(r"\w", content) == re.findall(r"\w", line.replace("ᵀ", "").translate(digits))


def test_inline_mathml():
    assert row("t").mathml() == (
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">'
        "<mrow><mi>t</mi></mrow></math>"
    )


def test_text_aligns_on_the_middle_line():
    text = row(vector("x"), "=", fraction(12, 25), Matrix([3, 4])).text()
    assert text == "    12 ⎡3⎤\nx = ── ⎢ ⎥\n    25 ⎣4⎦"


def test_long_relations_are_broken_before_the_sign():
    formula = row("a", "=", *"bcdefg", "=", *"hijklm")
    assert formula.text(width=18) == "a = b c d e f g\n  = h i j k l m"
    assert max(map(len, formula.text(width=18).splitlines())) <= 18
    assert formula.text(width=80) == "a = b c d e f g = h i j k l m"


@given(equations())
def test_the_printed_equation_is_the_equation(equation):
    """Read the text back by arithmetic: it has the given value at a test point."""
    coefficients, _ = equation
    names = [str(name) for name in unknowns(len(coefficients))]
    text = linear([rational(c) for c in coefficients], names).line().replace("−", "-")
    text = text.translate(str.maketrans("₁₂₃₄₅", "12345"))
    point = {name: 7**k for k, name in enumerate(name.replace("_", "") for name in names)}
    terms = re.findall(r"([+-])? ?(\d+(?:/\d+)?)? ?([xyz]\d?)", text)
    total = sum(
        (-1 if sign == "-" else 1) * Rational(number or 1) * point[name]
        for sign, number, name in terms
    )
    assert total == sum(rational(c) * v for c, v in zip(coefficients, point.values(), strict=True))


def test_drawing_does_not_depend_on_the_terminal():
    former = pretty_use_unicode(flag=False)
    try:
        assert row(Matrix([1, 2])).text() == "⎡1⎤\n⎢ ⎥\n⎣2⎦"
        assert pretty_use_unicode(flag=None) is False
    finally:
        pretty_use_unicode(flag=former)


def test_unknowns():
    assert unknowns(2) == [Symbol("x"), Symbol("y")]
    assert unknowns(4)[3] == Symbol("x_4")


def test_immutable():
    formula = row("x")
    with pytest.raises(FrozenInstanceError):
        formula.parts = ()
    assert formula == row("x")
    assert hash(formula) == hash(row("x"))


def test_katex_accepts_every_formula(katex_errors):
    assert katex_errors([formula.latex() for formula, *_ in TABLE.values()]) == []


def test_katex_refuses_a_wrong_formula(katex_errors):
    (error,) = katex_errors([r"\private{x}"])
    assert "Undefined control sequence" in error
