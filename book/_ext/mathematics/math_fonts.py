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
from typing import TYPE_CHECKING, NamedTuple

import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMULA = re.compile(r'<span class="katex-html"[^>]*>')
FACE = re.compile(r"@font-face\{[^}]*url\(fonts/(?P<file>[^)]+)\)[^}]*\}")
TOKEN = re.compile(r"<(?P<end>/?)(?P<tag>\w+)[^>]*>|(?P<text>[^<]+)")

HERE = Path(__file__)
WHOLE = "whole"  # the folder of the fonts as KaTeX has them

logging.getLogger("fontTools").setLevel(logging.WARNING)


class Ranges(NamedTuple):
    """The characters of a font that no page uses, and those that some page uses."""

    unused: str
    used: str


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
    options.layout_features = ["*"]
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
    fonts: Iterable[Path], characters: set[str], target: Path, cache: Path
) -> dict[str, Ranges]:
    """Write each font twice, whole and cut; return the characters of both, by the file's name.

    The cache keeps what was cut before.
    """
    ranges = {}
    whole = target / WHOLE
    for folder in (cache, whole):
        folder.mkdir(parents=True, exist_ok=True)
    for path in fonts:
        font = path.read_bytes()
        covered = set(TTFont(BytesIO(font), lazy=True).getBestCmap())
        used = sorted(covered & {ord(character) for character in characters})
        made_of = [font, f"{used} {fontTools.version}".encode(), HERE.read_bytes()]
        key = hashlib.sha256(b"".join(made_of)).hexdigest()
        kept = cache / f"{key}.woff2"
        if used and not kept.exists():
            kept.write_bytes(subset(font, map(chr, used)))
        if used:
            shutil.copyfile(kept, target / path.name)
        shutil.copyfile(path, whole / path.name)
        ranges[path.name] = Ranges(unicode_range(covered - set(used)), unicode_range(used))
    return ranges


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
    """Return KaTeX's style with two faces for each font: one cut, one for unused signs."""

    def faces(face: re.Match[str]) -> str:
        name = face["file"]
        whole = face[0].replace(name, f"{WHOLE}/{name}")
        written = [(whole, ranges[name].unused), (face[0], ranges[name].used)]
        return "".join(f"{f[:-1]};unicode-range:{codes}}}" for f, codes in written if codes)

    return FACE.sub(faces, css)
