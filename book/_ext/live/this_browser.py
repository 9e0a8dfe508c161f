"""What a browser keeps of a reading: the places where pages show it and let readers end it.

``continue-reading`` is a line that leads to where the reader stopped; ``reading-settings`` holds
the switch and the button that forgets. Both are empty without scripts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from live import live_assets

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LINE = '<p class="continue-reading"></p>'
SETTINGS = '<div class="reading-settings" data-live="settings"></div>'


class ContinueReading(SphinxDirective):
    """``{continue-reading}``: the line, which stays empty for those who begin."""

    def run(self) -> list[nodes.Node]:
        """Leave a place that the page fills."""
        return [nodes.raw("", LINE, format="html")]


class ReadingSettings(SphinxDirective):
    """``{reading-settings}``: the switch, the button, and what is kept now."""

    def run(self) -> list[nodes.Node]:
        """Leave a place that the page fills."""
        live_assets.use(self.env, self.env.docname, "settings")
        return [nodes.raw("", SETTINGS, format="html")]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_directive("continue-reading", ContinueReading)
    app.add_directive("reading-settings", ReadingSettings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
