"""Put each SVG figure into its page, so that it follows the page's colors, and check its words.

An image file cannot see whether the reader chose dark mode. Inline, the colors of
``linalg_book.figures`` become CSS custom properties with the drawn color as fallback.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging

from figures import glyphs, pictures
from frame.node_scripts import run_in_parts
from linalg_book import figures
from linalg_book.figures.kit.parts import parts_in

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

SHORTEST_ALT = 40  # characters: enough to describe a geometry, too many for "Figure 1"
IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)"[^>]* src="(?P<src>[^"]*_images/[^"]+\.svg)"[^>]*/>')
ARTICLE = '<article class="bd-article">'
LETTERS = '<div class="figure-letters" aria-hidden="true" hidden>{}</div>\n'
# Matplotlib's rule for every element would apply to the whole page; it moves to the drawing. What a
# drawing says of its parts stands in a list after it.
LEFT_OUT = re.compile(r"<style[^>]*>.*?</style>|<desc\b[^>]*>.*?</desc>", re.DOTALL)


def check_words(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Warn (and so fail the build) where a figure lacks alt text, a caption or a label."""
    for image in doctree.findall(nodes.image):
        figure = image.parent if isinstance(image.parent, nodes.figure) else None
        problems = []
        if len(image.get("alt", "")) < SHORTEST_ALT:
            problems.append(f"alt text of at least {SHORTEST_ALT} characters (mystnb: image: alt)")
        if figure is None or not any(isinstance(c, nodes.caption) for c in figure.children):
            problems.append("a caption (mystnb: figure: caption)")
        if figure is None or not figure["names"]:
            problems.append("a label fig-... (mystnb: figure: name)")
        for problem in problems:
            logger.warning("a figure needs %s", problem, location=_place(image) or docname)


def _place(node: nodes.Element) -> nodes.Element | None:
    """Return the node or the nearest one around it that has a line number."""
    around: nodes.Element | None = node
    while around is not None and not around.line:
        around = around.parent
    return around


def put_in(app: Sphinx, texts: dict[Path, str]) -> None:
    """Replace the SVG images of the pages; those that this run did not write have theirs."""
    drawn = {path: text for path, text in texts.items() if ".svg" in text}
    tags = [(path, tag) for path, text in drawn.items() for tag in IMAGE.finditer(text)]
    if not tags:
        return
    sources = [(path, path.parent / html.unescape(tag["src"])) for path, tag in tags]
    written, letters = shorten(sources, draft=app.config.draft)
    parts = [parts_in(source.read_text(encoding="utf-8")) for _, source in sources]
    drawings = iter(zip(written, parts, strict=True))
    for path in dict.fromkeys(path for path, _ in tags):
        text = IMAGE.sub(lambda tag: _with_parts(*next(drawings), tag["alt"]), texts[path])
        texts[path] = text.replace(ARTICLE, LETTERS.format(letters.get(path, "")) + ARTICLE, 1)


def shorten(sources: list[tuple[Path, Path]], *, draft: bool) -> tuple[list[str], dict[Path, str]]:
    """Return the drawings of pages, each with ids of its own, and the letters of each page."""
    requests, outlines, used = [], {}, []
    for number, (page, source) in enumerate(sources):
        drawing = LEFT_OUT.sub("", source.read_text(encoding="utf-8"))
        if not draft:
            drawing, found = glyphs.take_out(pictures.lighter(drawing))
            outlines.setdefault(page, {}).update(found)
            used.append(found)
        requests.append({"source": drawing, "prefix": f"figure{number}"})
    if draft:
        return [request["source"][request["source"].index("<svg") :] for request in requests], {}
    sheets = [{"source": glyphs.sheet(o), "prefix": "glyph"} for o in outlines.values()]
    written = run_in_parts("figures/svg_figures.cjs", requests + sheets, list)
    drawings = [
        glyphs.share(drawing, request["prefix"], found)
        for drawing, request, found in zip(written, requests, used, strict=False)
    ]
    return drawings, dict(zip(outlines, written[len(requests) :], strict=True))


def _with_parts(drawing: str, parts: list[str], alt: str) -> str:
    """Return a drawing for the page, and the list of its parts for those who do not see it."""
    items = "".join(f"<li>{html.escape(part, quote=False)}</li>" for part in parts)
    listed = f'<ul class="figure-parts" aria-label="Parts of the drawing">{items}</ul>'
    return in_page(drawing, alt) + (listed if items else "")


def in_page(drawing: str, alt: str) -> str:
    """Return a drawing as an image of the page, in the page's colors and at the page's size."""
    for name, color in figures.COLORS.items():
        either = rf"(?:{color}|{short_form(color)})\b"
        drawing = re.sub(either, f"var(--figure-{name}, {color})", drawing, flags=re.IGNORECASE)
    box = re.search(r'viewBox="([^"]+)"', drawing)
    if box is None:
        raise ValueError("an SVG figure has no viewBox: save it with Matplotlib's SVG backend")
    width, height = map(float, box[1].split()[2:])
    style = f"--figure-ratio: {width / height:.4g}; stroke-linejoin: round; stroke-linecap: butt"
    opening = (
        f'<svg class="figure-svg" role="img" aria-label="{alt}" viewBox="{box[1]}" style="{style}">'
    )
    return re.sub(r"^<svg[^>]*>", lambda _: opening, drawing, count=1)


def short_form(color: str) -> str:
    """Return a color as the shortener may write it: ``#ffffff`` as ``#fff``."""
    pairs = re.fullmatch(r"#(.)\1(.)\2(.)\3", color)
    return f"#{pairs[1]}{pairs[2]}{pairs[3]}" if pairs else color
