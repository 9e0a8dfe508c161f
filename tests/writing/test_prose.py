"""Sentences with formulas in every format."""

from dataclasses import FrozenInstanceError

import pytest
from sympy import Matrix, Rational

from linalg_book.writing.formula import row, vector
from linalg_book.writing.prose import html_math, prose

SENTENCE = prose("Let {x} be {half}.", x=vector("x"), half=Rational(1, 2))


def test_text():
    assert str(SENTENCE) == "Let x be 1/2."


def test_latex_and_markdown():
    assert SENTENCE.latex() == r"Let $\mathbf{x}$ be $\frac{1}{2}$."
    assert SENTENCE.markdown() == SENTENCE.latex()


def test_special_characters_are_escaped():
    special = prose("50 % of a_b & <c> costs $1 {{*}}")
    assert str(special) == "50 % of a_b & <c> costs $1 {*}"
    assert special.latex() == r"50 \% of a\_b \& <c> costs \$1 \{*\}"
    assert special.html() == "50 % of a_b &amp; &lt;c&gt; costs $1 {*}"
    assert special.markdown() == r"50 % of a\_b & \<c\> costs \$1 {\*}"


def test_html():
    assert prose("Let {t}.", t="t").html() == (
        'Let <span class="math" data-tex="t">'
        '<math xmlns="http://www.w3.org/1998/Math/MathML" display="inline"><mi>t</mi></math>'
        "</span>."
    )


def test_display_mathematics():
    assert html_math(row("t", "=", 1), display=True).startswith(
        '<div class="math" data-tex="t = 1" data-display="true"><math xmlns='
    )


def test_latex_is_escaped_in_the_attribute():
    assert r'data-tex="\begin{bmatrix}1 &amp; 2\end{bmatrix}"' in html_math(row(Matrix([[1, 2]])))


def test_spliced_prose():
    assert str(prose("First: {s} Then.", s=SENTENCE)) == "First: Let x be 1/2. Then."


def test_list_of_parts():
    assert SENTENCE.as_list() == [
        {"text": "Let "},
        {"text": "x", "tex": r"\mathbf{x}"},
        {"text": " be "},
        {"text": "1/2", "tex": r"\frac{1}{2}"},
        {"text": "."},
    ]


def test_a_missing_part_is_an_error():
    with pytest.raises(KeyError):
        prose("Let {x}.")


def test_immutable():
    with pytest.raises(FrozenInstanceError):
        SENTENCE.parts = ()
