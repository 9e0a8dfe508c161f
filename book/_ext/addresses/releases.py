"""Releases keep an address of their own: ``<site>/v/<version>/`` holds what was published once.

``BOOK_RELEASE`` names the version when a release is built. Every other build is a development
version: its address is the site's, and what stands there changes. ``tools/put_on_site.py`` reads
``version.json`` and puts a build where it belongs.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

NAME = "version.json"


def own_address(app: Sphinx) -> str:
    """Return where this build stays: a release at its version, any other at the site's top."""
    base: str = app.config.html_baseurl
    return f"{base}v/{app.config.version}/" if app.config.book_release else base


def complete_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Tell the templates whether this is a release."""
    context["is_release"] = app.config.book_release


def write_version(app: Sphinx) -> None:
    """Write what this build is."""
    facts = {
        "version": app.config.version,
        "commit": app.config.book_commit,
        "released": app.config.book_release,
    }
    (Path(app.outdir) / NAME).write_text(json.dumps(facts) + "\n", encoding="utf-8")
