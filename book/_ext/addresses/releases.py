"""Releases keep an address of their own: ``<site>/v/<version>/`` holds what was published once.

``BOOK_RELEASE`` names the version when a release is built. Every other build is a development
version: its address is the site's, and what stands there changes. ``tools/put_on_site.py`` reads
``version.json`` and puts a build where it belongs.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ConfigError

import linalg_book

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.config import Config

NAME = "version.json"


def find_release(app: Sphinx, config: Config) -> None:
    """Note whether this is the build of a release; the environment names its version."""
    wanted, version = os.environ.get("BOOK_RELEASE", ""), linalg_book.__version__
    if wanted not in ("", version):
        raise ConfigError(
            f"expected BOOK_RELEASE to be {version}, the version in src/linalg_book/__init__.py, "
            f"received {wanted}: tag v{version}, or set the version before the tag"
        )
    config.book_release = bool(wanted)


def own_address(app: Sphinx) -> str:
    """Return where this build stays: a release at its version, any other at the site's top."""
    base: str = app.config.html_baseurl
    return f"{base}v/{app.config.version}/" if app.config.book_release else base


def complete_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Tell the templates whether this is a release."""
    context["is_release"] = app.config.book_release


def write_version(app: Sphinx, exception: Exception | None) -> None:
    """Write what this build is."""
    if exception or app.builder.name != "html":
        return
    facts = {
        "version": app.config.version,
        "commit": app.config.book_commit,
        "released": app.config.book_release,
    }
    (Path(app.outdir) / NAME).write_text(json.dumps(facts) + "\n", encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("book_release", False, "html", types=frozenset({bool}))  # noqa: FBT003
    app.connect("config-inited", find_release)
    app.connect("html-page-context", complete_context)
    app.connect("build-finished", write_version)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
