"""The extensions that write the mathematics, the figures and the head of a page."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from bs4 import BeautifulSoup
from sphinx.errors import ExtensionError

import linalg_book.figures as book_figures
from figures import svg_figures
from frame import node_scripts, pages
from mathematics import katex_batch
from mathematics.katex_batch import Formula, call_katex

TEX = ["a < b", r'\text{"quoted"}', "x & y", "f'(x)"]


@pytest.mark.parametrize("tex", TEX)
@pytest.mark.parametrize("display", [True, False])
def test_formula_survives_the_page(tex: str, display: bool) -> None:  # noqa: FBT001
    written = katex_batch.element("span", Formula(tex, display))
    parsed = BeautifulSoup(written, "html5lib").span
    assert parsed is not None
    assert parsed["data-tex"] == tex
    found = katex_batch.FORMULA.fullmatch(written)
    assert found is not None
    assert bool(found["display"]) is display


def test_katex_renders_macros_with_mathml() -> None:
    formulas = [Formula(r"\half{x}", display=False), Formula("y", display=True)]
    first, second = call_katex(formulas, {r"\half": r"\frac{#1}{2}"})
    mathml = BeautifulSoup(first["html"], "html5lib").math
    assert mathml is not None
    assert mathml.mfrac is not None
    assert mathml.mfrac.get_text() == "x2"
    assert "katex-display" in second["html"]
    assert "katex-display" not in first["html"]


@pytest.mark.parametrize("tex", [r"\nowhere", r"\frac{1}{2", "ü", r"\href{a}{b}"])
def test_katex_refuses_what_it_does_not_know(tex: str) -> None:
    good, bad = call_katex([Formula("x", display=True), Formula(tex, display=True)], {})
    assert set(good) == {"html"}
    assert set(bad) == {"error"}


def test_formulas_of_any_length_keep_what_follows_on_their_line() -> None:
    for tex in ("x", "a_1 x_1 + a_2 x_2 + a_3 x_3 + a_4 x_4 + a_5 x_5 = b"):
        written = katex_batch.element("span", Formula(tex, display=False))
        for tail, begins in ((":", '<span class="nobreak">'), (" and", '<span class="math">')):
            found = katex_batch.FORMULA.match(f"{written}{tail}")
            assert found is not None
            assert katex_batch._rendered(found, "").startswith(begins)


def test_script_that_fails_says_why() -> None:
    with pytest.raises(ExtensionError, match=r"katex_batch\.cjs failed .*make book") as raised:
        node_scripts.run_script("mathematics/katex_batch.cjs", "no JSON")
    assert "SyntaxError" in str(raised.value)


def drawing(body: str) -> str:
    """Return a drawing as the shortener hands it over."""
    return f'<svg width="9pt" viewBox="0 0 320.5 200">{body}</svg>'


def test_every_color_of_a_figure_becomes_a_property() -> None:
    for name, color in book_figures.COLORS.items():
        written = svg_figures.in_page(drawing(f'<path style="stroke:{color.upper()}"/>'), "Words")
        found = BeautifulSoup(written, "html5lib").path
        assert found is not None
        assert re.fullmatch(rf"stroke:var\(--figure-{name}, #\w+\)", str(found["style"]))


def test_figure_in_a_page_is_a_named_image() -> None:
    svg = BeautifulSoup(svg_figures.in_page(drawing(""), "A &amp; B"), "html5lib").svg
    assert svg is not None
    assert (svg["role"], svg["aria-label"]) == ("img", "A & B")
    assert svg["viewbox" if "viewbox" in svg.attrs else "viewBox"] == "0 0 320.5 200"
    assert "--figure-ratio: 1.60" in str(svg["style"])
    assert "width" not in svg.attrs


def test_figure_without_a_view_box_is_refused() -> None:
    with pytest.raises(ValueError, match="no viewBox"):
        svg_figures.in_page("<svg></svg>", "Words")


@pytest.mark.parametrize(
    ("color", "short"), [("#ffffff", "#fff"), ("#aabbcc", "#abc"), ("#aabbcd", "#aabbcd")]
)
def test_short_form_of_a_color(color: str, short: str) -> None:
    assert svg_figures.short_form(color) == short


def test_shortener_keeps_the_figures_of_a_page_apart() -> None:
    source = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs>'
        '<clipPath id="a"><path d="M0 0h4v4H0z"/></clipPath></defs>'
        '<path d="M1 1h8v8H1z" clip-path="url(#a)" style="fill:#123456"/></svg>'
    )
    request = json.dumps([{"source": source, "prefix": "figure7"}])
    written = node_scripts.run_script("figures/svg_figures.cjs", request)
    assert "figure7-a" in written
    assert "#123456" in written


def test_policy_names_the_script_of_the_color_mode() -> None:
    digest = base64.b64encode(hashlib.sha256(pages.COLOR_MODE_SCRIPT.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}'" in pages.policy()
    assert "unsafe-eval" not in pages.policy()
    assert "</script" not in pages.COLOR_MODE_SCRIPT


def test_style_sheet_gets_shorter_and_keeps_what_browsers_learned_of_late() -> None:
    sheet = (
        "/* why */\n@layer theme { a { color: red } }\n"
        "@media screen { @supports (x: y) { b { x: y } } }\n"
        'i::before { content: attr(data-shown) / "" }\n'
        ":is(p, q):has(> b) { width: min(1px, 2cqi) }\n"
        "b { margin: 0 } i { margin: 0 }"
    )
    assert node_scripts.run_script("frame/minify_css.cjs", sheet) == (
        "@layer theme{a{color:red}}@media screen{@supports (x:y){b{x:y}}}"
        'i::before{content:attr(data-shown)/""}:is(p,q):has(>b){width:min(1px,2cqi)}'
        "b{margin:0}i{margin:0}"
    )
