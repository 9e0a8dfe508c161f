"""Cut KaTeX's fonts down to the signs that the formulas of the book use.

The whole fonts are a third of a chapter's weight. Formulas that a reader makes in the page may
need other signs: a browser then loads the whole font, by itself, and only then.
"""

from __future__ import annotations

import hashlib
import html
import logging
import re
import shutil
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FORMULA = re.compile(r'<span class="katex-html"[^>]*>')
FACE = re.compile(r"@font-face\{[^}]*url\(fonts/(?P<file>[^)]+)\)[^}]*\}")
TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>\w+)[^>]*>|(?P<text>[^<]+)")

HERE = Path(__file__)
WHOLE = "whole"  # the folder of the fonts as KaTeX has them
FIRST = "first"  # the folder of the signs that a page needs at once
# What browsers apply unasked, and the figures of equal width that tables ask for.
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]

logging.getLogger("fontTools").setLevel(logging.WARNING)


class Ranges(NamedTuple):
    """The characters of a font that no page uses, those that some page uses, the first of these."""

    unused: str
    used: str
    first: str = ""


def characters_of(page: str) -> set[str]:
    """Return the characters of the formulas of a page, as KaTeX draws them."""
    found: set[str] = set()
    for start in FORMULA.finditer(page):
        depth, place = 1, start.end()
        while depth:
            token = TOKEN.match(page, place)
            if token is None:
                raise ValueError(
                    f"expected a whole formula, received: {page[start.start() :][:80]}"
                )
            place = token.end()
            if token["tag"] == "span":
                depth += -1 if token["end"] else 1
            elif token["text"]:
                found.update(html.unescape(token["text"]))
    return found


def subset(font: bytes, characters: Iterable[str]) -> bytes:
    """Return a font with the signs for some characters only: same shapes, same bytes each time."""
    options = Options()
    options.layout_features = FEATURES
    options.notdef_outline = True
    options.bidi_closure = False  # no signs beside those asked for
    opened = TTFont(BytesIO(font), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(opened)
    opened.flavor = "woff2"
    written = BytesIO()
    opened.save(written)
    return written.getvalue()


def write_subsets(
    fonts: Iterable[Path],
    characters: set[str],
    target: Path,
    cache: Path,
    first: Mapping[str, set[str]] = MappingProxyType({}),
) -> dict[str, Ranges]:
    """Write each font whole and cut; return the characters of both, by the file's name.

    Of the fonts that ``first`` names, its characters get a file of their own. The cache keeps
    what was cut before.
    """
    ranges = {}
    folders = [target / part for part in (WHOLE, "", FIRST)]
    for folder in (cache, *folders):
        folder.mkdir(parents=True, exist_ok=True)
    for path in fonts:
        font = path.read_bytes()
        covered = set(TTFont(BytesIO(font), lazy=True).getBestCmap())
        used = covered & {ord(character) for character in characters}
        begin = used & {ord(character) for character in first.get(path.name, ())}
        parts = [covered - used, used - begin, begin]
        shutil.copyfile(path, target / WHOLE / path.name)
        for folder, codes in zip(folders[1:], parts[1:], strict=True):
            if codes:
                shutil.copyfile(_cut(font, sorted(codes), cache), folder / path.name)
        ranges[path.name] = Ranges(*map(unicode_range, parts))
    return ranges


def _cut(font: bytes, codes: list[int], cache: Path) -> Path:
    """Return a file of the cache with the signs of a font for some code points."""
    made_of = [font, f"{codes} {fontTools.version}".encode(), HERE.read_bytes()]
    kept = cache / f"{hashlib.sha256(b''.join(made_of)).hexdigest()}.woff2"
    if not kept.exists():
        kept.write_bytes(subset(font, map(chr, codes)))
    return kept


def unicode_range(codes: Iterable[int]) -> str:
    """Return code points as a style sheet writes them: ``U+30-39,U+41``."""
    runs: list[list[int]] = []
    for code in sorted(codes):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{a:x}" if a == b else f"U+{a:x}-{b:x}" for a, b in runs)


def split_faces(css: str, ranges: dict[str, Ranges]) -> str:
    """Return KaTeX's style with a face for each part of a font: unused signs, cut, first."""

    def faces(face: re.Match[str]) -> str:
        name = face["file"]
        files = (f"{WHOLE}/{name}", name, f"{FIRST}/{name}")
        written = [
            (face[0].replace(name, file), codes)
            for file, codes in zip(files, ranges[name], strict=True)
        ]
        return "".join(f"{f[:-1]};unicode-range:{codes}}}" for f, codes in written if codes)

    return FACE.sub(faces, css)
