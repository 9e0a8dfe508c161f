"""Root signs: their outline once a page, as the letters of drawings; KaTeX writes it at each."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

SIGN = re.compile(
    r'(?P<opening><svg xmlns="http://www\.w3\.org/2000/svg"[^>]* preserveAspectRatio="[^"]*">)'
    r'<path d="(?P<outline>[^"]*)"\s*(?:/>|></path>)(?P<closing></svg>)'
)
ARTICLE = '<article class="bd-article">'
SHEET = '<div class="formula-roots" aria-hidden="true" hidden><svg><defs>{}</defs></svg></div>\n'


def share(text: str) -> str:
    """Return a page whose formulas take an outline that they repeat from one place."""
    counts = Counter(sign["outline"] for sign in SIGN.finditer(text))
    names = {
        outline: f"formula-root-{number}"
        for number, (outline, count) in enumerate(counts.items(), start=1)
        if count > 1
    }
    if not names or ARTICLE not in text:
        return text

    def shared(sign: re.Match[str]) -> str:
        name = names.get(sign["outline"])
        return f'{sign["opening"]}<use href="#{name}"/>{sign["closing"]}' if name else sign[0]

    # KaTeX's style gives a line to every drawing and takes it from paths inside formulas
    paths = (f'<path id="{name}" stroke="none" d="{d}"/>' for d, name in names.items())
    return SIGN.sub(shared, text).replace(ARTICLE, SHEET.format("".join(paths)) + ARTICLE, 1)


def share_roots(app: Sphinx, texts: dict[Path, str]) -> None:
    """Share the root signs of each page that this run wrote; in others none is repeated."""
    texts.update({path: share(text) for path, text in texts.items() if "<path d=" in text})
