"""The fonts of mathematics hold the signs that the pages use, and the whole fonts stand by."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from frame.pages import COLOR_MODE_SCRIPT
from mathematics import math_fonts
from mathematics.math_fonts import Ranges
from places import site_pages
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MAIN = ROOT / "node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2"


def formula(inner: str) -> str:
    """Return a formula as KaTeX writes it, in a paragraph."""
    return (
        f'<p>Text <span class="katex"><span class="katex-html" aria-hidden="true">{inner}</span>'
        "</span> more</p>"
    )


def test_characters_are_those_of_the_formulas_only() -> None:
    page = formula('<span class="mord">x</span><span>&lt;</span>') + "<p>Z</p>" + formula("⎡")
    assert math_fonts.characters_of(page) == {"x", "<", "⎡"}


def test_cut_off_formula_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a whole formula"):
        math_fonts.characters_of('<span class="katex-html"><span>x</span>')


def test_subset_has_the_same_shapes_and_the_same_bytes_each_time() -> None:
    whole = MAIN.read_bytes()
    cut = math_fonts.subset(whole, "a7")
    assert cut == math_fonts.subset(whole, "7a")
    assert len(cut) < len(whole) / 3
    old, new = TTFont(BytesIO(whole)), TTFont(BytesIO(cut))
    assert set(new.getBestCmap()) == {ord("a"), ord("7")}
    for name in ("a", "seven"):
        assert new["hmtx"][name] == old["hmtx"][name]
        shapes = [font["glyf"][name].getCoordinates(font["glyf"])[0] for font in (old, new)]
        assert list(shapes[0]) == list(shapes[1])


@pytest.mark.parametrize(
    ("codes", "words"),
    [([48, 49, 50, 65], "U+30-32,U+41"), ([65, 48], "U+30,U+41"), ([], "")],
)
def test_ranges_as_a_style_sheet_writes_them(codes: list[int], words: str) -> None:
    assert math_fonts.unicode_range(codes) == words


def test_each_face_becomes_a_whole_and_a_cut_one() -> None:
    css = 'a{b:c}@font-face{font-family:A;src:url(fonts/A.woff2) format("woff2")}d{e:f}'
    assert math_fonts.split_faces(css, {"A.woff2": Ranges("U+30-39", "U+31")}) == (
        'a{b:c}@font-face{font-family:A;src:url(fonts/whole/A.woff2) format("woff2");'
        "unicode-range:U+30-39}"
        '@font-face{font-family:A;src:url(fonts/A.woff2) format("woff2");unicode-range:U+31}d{e:f}'
    )
    unused = math_fonts.split_faces(css, {"A.woff2": Ranges("U+30-39", "")})
    assert unused.count("@font-face") == 1
    assert "whole" in unused
    first = math_fonts.split_faces(css, {"A.woff2": Ranges("", "U+31", "U+32")})
    assert 'url(fonts/first/A.woff2) format("woff2");unicode-range:U+32}' in first


def test_first_signs_get_a_file_of_their_own(tmp_path: Path) -> None:
    fonts, cache = tmp_path / "fonts", tmp_path / "cache"
    first = {MAIN.name: {"x", "1"}}
    ranges = math_fonts.write_subsets([MAIN], {"1", "2"}, fonts, cache, first)
    assert ranges[MAIN.name][1:] == ("U+32", "U+31")  # x is in no page
    assert set(TTFont(fonts / "first" / MAIN.name).getBestCmap()) == {ord("1")}
    assert set(TTFont(fonts / MAIN.name).getBestCmap()) == {ord("2")}


def codes_of(ranges: str) -> set[int]:
    """Return the characters that a style sheet announces."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def test_the_head_asks_for_a_letter_that_the_first_fonts_have(built_book: Path) -> None:
    css = (built_book / "_static/book.css").read_text(encoding="utf-8")
    face = r"font-family:(KaTeX_\w+)[^}]*?data:font/woff2[^}]*unicode-range:([^;}]+)"
    first = dict(re.findall(face, css))
    assert set(first) == {"KaTeX_Main", "KaTeX_Math"}
    (letter,) = re.findall(r'load\(font, "(.)"\)', COLOR_MODE_SCRIPT)
    assert all(ord(letter) in codes_of(ranges) for ranges in first.values())
    assert not any(ord(" ") in codes_of(ranges) for ranges in first.values()), "what none asks for"


def test_cut_fonts_of_the_book_have_every_sign_that_they_announce(built_book: Path) -> None:
    static = built_book / "_static"
    css = (static / "book.css").read_text(encoding="utf-8")
    faces = re.findall(r"url\((fonts/KaTeX[^)/]+)\)[^}]*unicode-range:([^;}]+)", css)
    assert len(faces) >= 15
    pages = "".join(path.read_text(encoding="utf-8") for path in site_pages(built_book))
    used = math_fonts.characters_of(pages)
    for file, ranges in faces:
        announced = codes_of(ranges)
        assert announced == set(TTFont(static / file).getBestCmap()), file
        assert announced <= {ord(sign) for sign in used} | {32}
