"""The fonts of mathematics hold the signs that the pages use, and the whole fonts stand by."""

from __future__ import annotations

import base64
import re
import string
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont

from frame.assets import katex_style
from frame.pages import COLOR_MODE_SCRIPT
from mathematics import math_fonts
from mathematics.math_faces import Face, Faces, face_of
from mathematics.math_fonts import Ranges
from places import site_pages
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

MAIN = ROOT / "node_modules/katex/dist/fonts/KaTeX_Main-Regular.woff2"


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


def test_a_font_keeps_the_signs_that_are_its_own(tmp_path: Path) -> None:
    fonts, cache = tmp_path / "fonts", tmp_path / "cache"
    used = {MAIN.name: {"1", "2"}, "another.woff2": {"x"}}
    ranges = math_fonts.write_subsets([MAIN], used, fonts, cache)
    assert ranges[MAIN.name].used == "U+31-32"
    assert set(TTFont(fonts / MAIN.name).getBestCmap()) == {ord("1"), ord("2")}
    assert (fonts / "whole" / MAIN.name).read_bytes() == MAIN.read_bytes()


def codes_of(ranges: str) -> set[int]:
    """Return the characters that a style sheet announces."""
    found: set[int] = set()
    for part in ranges.split(","):
        first, _, last = part.removeprefix("U+").partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


FACES = re.compile(
    r"@font-face\{(?P<style>[^}]*font-family:\"?KaTeX_\w+[^}]*?)src:url\((?P<source>[^)]+)\)[^}]*?"
    r"unicode-range:(?P<ranges>[^;}]+)\}"
)


def cut_faces(css: str, static: Path) -> dict[Face, tuple[set[int], set[int]]]:
    """Return the signs of each cut font, as the style sheet announces them and as it has them."""
    found = {}
    for face in FACES.finditer(css):
        source = face["source"]
        if "/whole/" in source:
            continue
        data = source.rpartition("base64,")[2]
        file = BytesIO(base64.b64decode(data)) if data != source else static / source
        found[face_of(face["style"])] = (codes_of(face["ranges"]), set(TTFont(file).getBestCmap()))
    return found


def test_the_head_asks_for_a_letter_that_the_first_fonts_have(built_book: Path) -> None:
    css = (built_book / "_static/book.css").read_text(encoding="utf-8")
    first = [face for face in FACES.finditer(css) if face["source"].startswith("data:")]
    (letter,) = re.findall(r'load\(font, "(.)"\)', COLOR_MODE_SCRIPT)
    letters = [f for f in first if "Size" not in f["style"]]
    assert len(letters) == len(re.findall(r'"[^"]*1em KaTeX_\w+"', COLOR_MODE_SCRIPT)) == 3
    assert all(ord(letter) in codes_of(face["ranges"]) for face in letters)


def test_cut_fonts_of_the_book_have_every_sign_that_they_announce(built_book: Path) -> None:
    static = built_book / "_static"
    css = (static / "book.css").read_text(encoding="utf-8")
    faces = cut_faces(css, static)
    assert len(faces) >= 10
    found = Faces(katex_style())
    pages = "".join(path.read_text(encoding="utf-8") for path in site_pages(built_book))
    used = found.of_page(pages)
    for face, (announced, held) in faces.items():
        assert announced == held, face
        signs = used[found.files[face]] | set(string.ascii_letters)
        assert announced <= {ord(sign) for sign in signs}, face
