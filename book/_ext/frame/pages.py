"""What stands in the head of each page: security policy, description, color mode."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes
from sphinx.util import logging

from figures import preview
from frame import identity
from frame.chapter_list import parts
from live.live_assets import features

if TYPE_CHECKING:
    from sphinx.application import Sphinx

logger = logging.getLogger(__name__)

# Runs before the first paint, so that a dark page never flashes white, and what the live layer will
# need has its room from the beginning; modules do not run from a file: address.
COLOR_MODE_SCRIPT = """\
(() => {
  let mode = null;
  let kept = "";
  try {
    mode = localStorage.getItem("mode");
    if (self === top) kept = localStorage.getItem("reading") ?? "";
  } catch { /* storage may be closed to file: pages */ }
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = mode === "dark" || (mode !== "light" && system.matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.dataset.mode = mode ?? "auto";
  const modules = location.protocol.startsWith("http");
  document.documentElement.toggleAttribute("data-modules", modules);
  const place = /"off":false,"place":\\{/.test(kept);
  document.documentElement.toggleAttribute("data-has-place", modules && place);
  const [visit] = performance.getEntriesByType("navigation");
  document.documentElement.toggleAttribute("data-fresh", visit?.type === "navigate");
  const faces = ["", "600 ", "italic "].map((face) => `${face}1em "Source Serif 4"`);
  const signs = ["1em KaTeX_Main", "600 1em KaTeX_Main", "italic 1em KaTeX_Math"];
  for (const font of faces) document.fonts.load(font);
  for (const font of signs) document.fonts.load(font, "x"); // a blank is in another part of it
})();"""

FOLDED = re.compile(r'<details class="(why|solution)\b')
SETTINGS = "reference/this-browser"  # what it keeps, and how to switch that off
FEWEST_SECTIONS = 3  # a page with fewer gets no second column


def policy(*, python: bool = False) -> str:
    """Return the Content-Security-Policy: nothing from anywhere but this site.

    KaTeX places its glyphs by ``style`` attributes, hence the exception for styles. A page that
    runs Python may compile WebAssembly, and starts a worker from a blob, because only such a
    worker inherits this policy; the worker's code still comes from this site.
    """
    digest = hashlib.sha256(COLOR_MODE_SCRIPT.encode()).digest()
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'sha256-{base64.b64encode(digest).decode()}'"
            + (" 'wasm-unsafe-eval'" if python else ""),
            *(["worker-src 'self' blob:"] if python else []),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        ]
    )


def complete_context(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Add to the page's context what the templates and the head need."""
    live = features(app.env, pagename)
    tags = {
        "http-equiv": {"Content-Security-Policy": policy(python="python" in live)},
        "name": {},
        "property": {},
    }
    context["color_mode_script"] = COLOR_MODE_SCRIPT
    context["logo"] = f"data:image/svg+xml,{quote(identity.logo_svg())}"
    context["commit"] = app.config.book_commit
    context["is_published"] = app.config.book_published
    context["is_chapter"] = any(pagename in chapters for _, chapters in parts(app.env))
    context["folded_kinds"] = set(FOLDED.findall(context.get("body", "")))
    context["settings_page"] = SETTINGS if SETTINGS in app.env.found_docs else ""
    if pagename == "search":
        tags["name"]["description"] = f"Search {app.config.project} for words."
    elif doctree is None:
        tags["name"]["robots"] = "noindex"
    else:
        tags["property"] = open_graph(app, pagename, context)
        sections = len(list(doctree.findall(nodes.section)))
        is_cover = pagename == app.config.root_doc
        context["show_page_contents"] = sections > FEWEST_SECTIONS and not is_cover
        if repository := app.config.book_repository:
            source = app.env.doc2path(pagename, base=False)
            context["edit_url"] = f"{repository}/edit/main/book/{source}"
            context["issues_url"] = f"{repository}/issues/new?title={pagename}"
    lines = [
        f'<meta {attribute}="{name}" content="{html.escape(value)}" />'
        for attribute, entries in tags.items()
        for name, value in entries.items()
    ]
    # the policy holds only for what stands after it
    # (docutils names a viewport as well, after the theme's)
    given = re.sub(r'<meta name="viewport"[^>]*>\n?', "", context.get("metatags", ""))
    context["metatags"] = "\n    ".join(["", *lines, given])


def open_graph(app: Sphinx, pagename: str, context: dict[str, Any]) -> dict[str, str]:
    """Return what a link to the page shows elsewhere; the description is the page's own."""
    words = description(context)
    if not words:
        logger.warning(
            "the page needs a description: front matter, myst: html_meta: description",
            location=pagename,
        )
    picture = preview.address(app)
    return {
        "og:type": "book" if pagename == app.config.root_doc else "article",
        "og:site_name": app.config.project,
        "og:title": html.unescape(re.sub(r"<[^>]+>", "", context.get("title", ""))),
        "og:url": app.config.html_baseurl + context["current_page_name"] + ".html",
        "og:description": words,
        **({"og:image": picture} if picture else {}),
    }


def description(context: dict[str, Any]) -> str:
    """Return the description that the page's front matter gives, or nothing."""
    found = re.search(r'content="([^"]*)" name="description"', context.get("metatags", ""))
    return html.unescape(found[1]) if found else ""
