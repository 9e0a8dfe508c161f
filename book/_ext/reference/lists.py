"""Lists that are made from all pages: what is claimed, defined, stated, and what needs what.

A directive leaves a place; when all numbers are known, the list's maker fills it. A page that
holds one is read again whenever any page has changed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from live import live_assets
from reference import results, term_index, theorem_map, verified_claims
from reference.whole_book import LISTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    Maker = Callable[[Sphinx, str], list[nodes.Node]]

MAKERS: dict[str, Maker] = {  # by the name of the directive
    verified_claims.NAME: verified_claims.tables,
    results.NAME: results.tables,
    term_index.NAME: term_index.letters,
    theorem_map.NAME: theorem_map.chapters,
}


class whole_list(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a list, until all numbers are known."""


class WholeList(SphinxDirective):
    """A list from all pages; its name says which."""

    option_spec: ClassVar[dict[str, Any]] = {"name": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Leave a place for the list; it depends on all pages and on the register of claims."""
        for path in (Path(self.env.srcdir) / "claims").glob("*"):
            self.env.note_dependency(str(path))
        self.env.metadata[self.env.docname].setdefault(LISTS, {})[self.name] = True
        place = nodes.container("", classes=[self.name])
        if self.name == theorem_map.NAME:
            live_assets.use(self.env, self.env.docname, "path")
            place += nodes.raw("", '<div data-live="path"></div>', format="html")
        place += whole_list(kind=self.name)
        self.set_source_info(place)
        self.add_name(place)
        return [place]


def fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Put each list in its place."""
    for place in list(doctree.findall(whole_list)):
        place.replace_self(MAKERS[place["kind"]](app, docname))


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Read a page that lists something of all pages again whenever any page has changed."""
    if not (added or changed or removed):
        return []
    return [page for page in env.found_docs if env.metadata.get(page, {}).get(LISTS)]


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension."""
    app.add_node(whole_list)
    for name in MAKERS:
        app.add_directive(name, WholeList)
    app.connect("env-get-outdated", outdated)
    # what pages keep for the lists has this form: a record without it is made anew
    return {"parallel_read_safe": True, "parallel_write_safe": True, "env_version": 1}
