"""Run a chapter again when its text, the package or a lock file changes.

MyST-NB runs the cells while Sphinx reads a chapter, so Sphinx's own record of what a page
depends on is the cache. It knows the chapter's text; the rest is declared here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from places import sources

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def declare_dependencies(app: Sphinx, doctree: nodes.document) -> None:
    """Tell Sphinx that this page must be read again when one of the sources changes."""
    if "kernelspec" in app.env.metadata.get(app.env.docname, {}):
        for path in sources():
            app.env.note_dependency(str(path))
