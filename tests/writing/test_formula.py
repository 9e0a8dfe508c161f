"""Formulas: the same tree as LaTeX, MathML and text."""

import re
import unicodedata
from dataclasses import FrozenInstanceError
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from sympy import Matrix, Rational, Symbol
from sympy.printing.pretty.pretty_symbology import pretty_use_unicode

from linalg_book.errors import FormulaError, ShapeError
from linalg_book.writing.formula import (
    dot,
    fraction,
    linear,
    row,
    unknowns,
    vector,
    words,
)
from tests.formulas import FORMULAS
from tests.strategies import equations, rational

MATHML = "{http://www.w3.org/1998/Math/MathML}"
rows = pytest.mark.parametrize("name", FORMULAS)


@rows
def test_latex(name):
    formula, latex, _, _ = FORMULAS[name]
    assert formula.latex() == latex


@rows
def test_line(name):
    formula, _, line, _ = FORMULAS[name]
    assert formula.line() == line


@rows
def test_text(name):
    formula, _, line, text = FORMULAS[name]
    assert formula.text() == (line if text is None else text)


@rows
def test_mathml_is_well_formed_presentation_mathml(name):
    root_element = ET.fromstring(FORMULAS[name][0].mathml(display=True))  # noqa: S314
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
    formula, _, line, _ = FORMULAS[name]
    content = "".join(ET.fromstring(formula.mathml()).itertext())  # noqa: S314
    content = unicodedata.normalize("NFKC", content)  # bold letters become plain ones
    digits = str.maketrans("²¹₁₂ⱼ", "2112j")
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
    assert katex_errors([formula.latex() for formula, *_ in FORMULAS.values()]) == []


def test_katex_refuses_a_wrong_formula(katex_errors):
    (error,) = katex_errors([r"\private{x}"])
    assert "Undefined control sequence" in error


@pytest.mark.parametrize(
    "part", [None, True, [1, 2], {}, object(), "", "a b", "x^2", r"\frac", "a<b"]
)
def test_parts_that_are_no_formula_are_refused(part):
    with pytest.raises(FormulaError, match=r"expected a .* but received"):
        row(part)


@pytest.mark.parametrize("name", ["", "xy", "é", "beta", "10", "<"])
def test_names_that_have_no_bold_are_refused(name):
    with pytest.raises(FormulaError, match="Latin letter, a digit or one of alpha, theta"):
        vector(name)


@pytest.mark.parametrize("text", ["", "a_b", "50%", "$x$", "{}", "<b>", " a"])
def test_words_with_signs_are_refused(text):
    with pytest.raises(FormulaError, match="letters and digits"):
        words(text)


@pytest.mark.parametrize("build", [linear, dot])
def test_lists_of_different_length_are_refused(build):
    with pytest.raises(ShapeError, match="received 2 and 1 entries"):
        build([1, 2], ["x"])
