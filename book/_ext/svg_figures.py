"""Put each SVG figure into its page, so that it follows the page's colors, and check its words.

An image file cannot see whether the reader chose dark mode. Inline, the colors of
``linalg_book.figures.style`` become CSS custom properties with the drawn color as fallback.
"""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from linalg_book.figures import style
from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

SHORTEST_ALT = 40  # characters: enough to describe a geometry, too many for "Figure 1"
IMAGE = re.compile(r'<img alt="(?P<alt>[^"]*)"(?P<rest>[^>]*) src="(?P<src>[^"]+\.svg)"[^>]*/>')
ID = re.compile(r'\bid="([^"]+)"')
REFERENCE = re.compile(r'(url\(|(?:xlink:)?href=")#([^)"]+)')


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
            logger.warning("a figure needs %s", problem, location=image)


def inline_svg(source: str, alt: str, prefix: str) -> str:
    """Return a drawing as an element of the page.

    Its ids get the prefix, so that figures of one page cannot collide; its colors become custom
    properties; its size is left to the page.
    """
    body = source[source.index("<svg") :]
    body = re.sub(r"<metadata>.*?</metadata>\s*|<!--.*?-->\s*", "", body, flags=re.DOTALL)
    # Matplotlib's global style rule would apply to the whole page
    body = re.sub(r"<style[^>]*>.*?</style>\s*", "", body, flags=re.DOTALL)
    body = body.replace("<defs>\n  </defs>\n", "")
    view_box = re.search(r'viewBox="([^"]+)"', body)
    if view_box is None:
        raise ValueError("an SVG figure has no viewBox: save it with Matplotlib's SVG backend")
    body = ID.sub(rf'id="{prefix}-\1"', body)
    body = REFERENCE.sub(rf"\1#{prefix}-\2", body).replace("xlink:href=", "href=")
    for name, color in style.COLORS.items():
        body = re.sub(rf"{color}\b", f"var(--figure-{name}, {color})", body, flags=re.IGNORECASE)
    width = view_box[1].split()[2]
    opening = (
        f'<svg class="figure-svg" role="img" aria-label="{alt}" viewBox="{view_box[1]}" '
        f'style="--figure-width: {float(width):.0f}px; stroke-linejoin: round; stroke-linecap: butt">'
    )
    return re.sub(r"^<svg[^>]*>", lambda _: opening, body, count=1).strip()


def inline_figures(app: Sphinx, exception: Exception | None) -> None:
    """Replace the SVG images of every page that this run wrote."""
    if exception or app.builder.format != "html":
        return
    for page in sorted(Path(app.outdir).rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        count = 0

        def replacement(match: re.Match[str], page: Path = page) -> str:
            nonlocal count
            source = page.parent / html.unescape(match["src"])
            if "_images" not in source.parts:
                return match[0]
            count += 1
            return inline_svg(source.read_text(encoding="utf-8"), match["alt"], f"f{count}")

        new = IMAGE.sub(replacement, text)
        if count:
            page.write_text(new, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("doctree-resolved", check_words)
    app.connect("build-finished", inline_figures, priority=810)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
