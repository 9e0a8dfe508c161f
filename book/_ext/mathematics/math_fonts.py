"""Cut fonts down to the signs that the book sets in them.

The whole fonts are a third of a chapter's weight. Formulas that a reader makes in the page may
need other signs: a browser then loads the whole font, by itself, and only then.
"""

from __future__ import annotations

import hashlib
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
    from collections.abc import Iterable, Mapping

FACE = re.compile(r"@font-face\{[^}]*url\(fonts/(?P<file>[^)]+)\)[^}]*\}")

HERE = Path(__file__)
WHOLE = "whole"  # the folder of the fonts as KaTeX has them
# What browsers apply unasked, and the figures of equal width that tables ask for.
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "tnum"]

logging.getLogger("fontTools").setLevel(logging.WARNING)


class Ranges(NamedTuple):
    """The characters of a font that no page sets in it, and those that some page does."""

    unused: str
    used: str


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
    fonts: Iterable[Path], characters: Mapping[str, set[str]], target: Path, cache: Path
) -> dict[str, Ranges]:
    """Write each font whole and cut; return the characters of both, by the file's name.

    ``characters`` has those that each font is to keep, by its name. The cache keeps what was cut
    before.
    """
    ranges = {}
    for folder in (cache, target / WHOLE):
        folder.mkdir(parents=True, exist_ok=True)
    for path in fonts:
        font = path.read_bytes()
        covered = set(TTFont(BytesIO(font), lazy=True).getBestCmap())
        used = covered & {ord(character) for character in characters.get(path.name, ())}
        shutil.copyfile(path, target / WHOLE / path.name)
        (target / path.name).unlink(missing_ok=True)  # of a build before, whose pages used it
        if used:
            shutil.copyfile(_cut(font, sorted(used), cache), target / path.name)
        ranges[path.name] = Ranges(unicode_range(covered - used), unicode_range(used))
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
    """Return a style sheet with two faces for each font: its unused signs, and those of pages."""

    def faces(face: re.Match[str]) -> str:
        name = face["file"]
        files = (face[0].replace(name, f"{WHOLE}/{name}"), face[0])
        parts = zip(files, ranges[name], strict=True)
        return "".join(f"{file[:-1]};unicode-range:{codes}}}" for file, codes in parts if codes)

    return FACE.sub(faces, css)
