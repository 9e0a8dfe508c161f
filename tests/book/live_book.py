"""A small book with live parts, for tests of what carries them."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

from tests.book.small_book import make_small_book, page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import SmallBook

TRY_LIVE = """
from live import live_assets
from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class TryLive(SphinxDirective):
    has_content = True

    def run(self):
        for feature in self.content:
            live_assets.use(self.env, self.env.docname, feature)
        return [nodes.raw("", '<div data-live="figure"></div>', format="html")]


def setup(app):
    app.add_directive("try-live", TryLive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
PAGES = {
    "index": page("Cover", "Nothing moves here."),
    "figure": page("Figure", "```{try-live}\ncheck\n```"),
    "example": page("Example", "```{try-live}\nexample\npython\n```"),
}


def make_live_book(root: Path) -> SmallBook:
    """Build a book: a page without live parts, one with a figure, one that may run Python."""
    made = make_small_book(root, PAGES)
    config = root / "_config.yml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("- live\n", "- live\n      - try_live\n"))
    (root / "book" / "_ext" / "try_live.py").write_text(dedent(TRY_LIVE), encoding="utf-8")
    built = made.build()
    assert built.status == 0, built.messages
    return made
