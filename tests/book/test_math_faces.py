"""Which of KaTeX's fonts draws a sign: as its style sheet says, in formulas and in drawings."""

from __future__ import annotations

import pytest

from frame.assets import katex_style
from mathematics.math_faces import Faces

FACES = Faces(katex_style())


def formula(inner: str) -> str:
    """Return a formula as KaTeX writes it, in a paragraph."""
    return (
        f'<p>Text <span class="katex"><span class="katex-html" aria-hidden="true">{inner}</span>'
        "</span> more</p>"
    )


def span(names: str, inner: str) -> str:
    return f'<span class="{names}" style="height:1em;">{inner}</span>'


@pytest.mark.parametrize(
    ("inner", "file", "signs"),
    [
        ("<span>&lt;</span>", "Main-Regular", "<"),
        (span("mord mathnormal", "x"), "Math-Italic", "x"),
        (span("mord mathbf", "A"), "Main-Bold", "A"),
        (span("mord mathbf", span("mtight", "b")), "Main-Bold", "b"),
        (span("mord boldsymbol", "α"), "Math-BoldItalic", "α"),
        (span("mord mathbb", "R"), "AMS-Regular", "R"),
        (span("delimsizing size3", "["), "Size3-Regular", "["),
        (span("delimsizing mult", span("delim-size4", "<span>⎡</span>")), "Size4-Regular", "⎡"),
        (span("mop op-symbol large-op", "∑"), "Size2-Regular", "∑"),
        (span("mord text", span("mord textbf", "a")), "Main-Bold", "a"),
    ],
)
def test_a_sign_of_a_formula_is_drawn_by_the_font_of_its_class(
    inner: str, file: str, signs: str
) -> None:
    assert FACES.of_page(formula(inner)) == {f"KaTeX_{file}.woff2": set(signs)}


def test_what_follows_a_class_is_in_the_font_around_it() -> None:
    page = formula(span("mord mathbf", "a") + span("mord", "b")) + "<p>Z</p>"
    assert FACES.of_page(page) == {
        "KaTeX_Main-Bold.woff2": {"a"},
        "KaTeX_Main-Regular.woff2": {"b"},
    }


def test_letters_of_drawings_and_raised_signs_of_titles_are_seen() -> None:
    page = '<text x="3" class="label math-main">√</text><tspan class="math-slanted">σ</tspan>'
    assert FACES.of_page(page) == {
        "KaTeX_Main-Regular.woff2": {"√"},
        "KaTeX_Math-Italic.woff2": {"σ"},
    }
    assert FACES.of_page("<h2>A<sup>⁺</sup></h2>")["KaTeX_Main-Bold.woff2"] == {"⁺"}


def test_cut_off_formula_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a whole formula"):
        FACES.of_page('<span class="katex-html"><span>x</span>')
