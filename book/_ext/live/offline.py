"""Let readers keep what they have opened: a service worker, with the release in its cache's name.

A site works without it; it is registered over http(s) only, and a draft has none.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frame.identity import web_manifest
from live.live_assets import release
from places import BOOK

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

SOURCE = BOOK / "_live" / "offline" / "service-worker.js"
NAME = "service-worker.js"  # at the top of the site, because it serves what is beside and below it
MANIFEST = "manifest.webmanifest"


def unchanging(site: Path) -> list[str]:
    """Return the parts of addresses that name a version or a digest of the content."""
    vendor = site / "_static" / "live" / "vendor"
    return [f"/_static/live/vendor/{path.name}" for path in sorted(vendor.glob("*"))]


def service_worker(source: str, values: dict[str, Any]) -> str:
    """Return the service worker with its constants set."""
    for name, value in values.items():
        source, count = re.subn(
            rf"^const {name} = .*;$",
            lambda _, name=name, value=value: f"const {name} = {json.dumps(value)};",
            source,
            flags=re.MULTILINE,
        )
        if count != 1:
            raise ValueError(f"expected one line `const {name} = …;` in {NAME}, found {count}")
    return source


def write_service_worker(app: Sphinx) -> None:
    """Write the service worker of this release."""
    if app.config.draft:
        return
    site = Path(app.outdir)
    values = {"RELEASE": release(app), "UNCHANGING": unchanging(site)}
    source = SOURCE.read_text(encoding="utf-8")
    (site / NAME).write_text(service_worker(source, values), encoding="utf-8")


def write_manifest(app: Sphinx) -> None:
    """Write what lets a system install the site, so that it opens without the browser's frame."""
    if app.config.draft:
        return
    text = web_manifest(app.config.project)
    (Path(app.outdir) / MANIFEST).write_text(text, encoding="utf-8")


def complete_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give each page the address of the service worker."""
    if not app.config.draft:
        context["service_worker"] = NAME
