"""Write the site map: the address of every page, also of those that this run did not write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from sphinx.application import Sphinx

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write_site_map(app: Sphinx) -> None:
    """Write ``sitemap.xml``; the search page is left out, as it has nothing to find."""
    addresses = [f"{app.config.html_baseurl}{name}.html" for name in sorted(app.env.all_docs)]
    lines = [f"  <url><loc>{escape(address)}</loc></url>" for address in addresses]
    text = "\n".join([f'<urlset xmlns="{NAMESPACE}">', *lines, "</urlset>", ""])
    header = '<?xml version="1.0" encoding="utf-8"?>\n'
    (Path(app.outdir) / "sitemap.xml").write_text(header + text, encoding="utf-8")
