"""The directive ``problem-sheet``: a form that makes a sheet of exercises and saves it as a file.

What stands in the directive is for pages without scripts and for paper; where scripts run, the
form takes its place. It offers what ``linalg_book.live.sheet_form`` lists; ``book/_live/sheets``
is the form.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from linalg_book import live
from live import live_assets
from places import sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class problem_sheet(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of the form; its children are what stands there without scripts."""


class ProblemSheet(SphinxDirective):
    """Offer a form for sheets of exercises."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the place of the form."""
        self.assert_has_content()
        for path in sources():
            self.env.note_dependency(str(path))
        for feature in ("sheet", "python"):
            live_assets.use(self.env, self.env.docname, feature)
        node = problem_sheet("", offer=live.sheet_form())
        self.set_source_info(node)
        self.state.nested_parse(self.content, self.content_offset, node)
        return [node]


def visit(self: HTML5Translator, node: problem_sheet) -> None:
    """Begin the place; what the form offers travels in its attribute."""
    offer = html.escape(json.dumps(node["offer"], ensure_ascii=False))
    self.body.append(f'<div class="problem-sheet" data-live="sheet" data-offer="{offer}">\n')


def depart(self: HTML5Translator, node: problem_sheet) -> None:
    """End the place."""
    self.body.append("</div>\n")


def ignore(self: object, node: nodes.Node) -> None:
    """Write what stands in the directive, and nothing of the place."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (ignore, ignore))
    app.add_node(problem_sheet, html=(visit, depart), **others)
    app.add_directive("problem-sheet", ProblemSheet)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
