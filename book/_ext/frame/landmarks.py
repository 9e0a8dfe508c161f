"""Make each titled block of a page a landmark, so that a screen reader can jump from one to one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from addresses.block_links import KINDS

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

BLOCK = re.compile(
    r'<div class="(?P<look>[^"]*\badmonition\b[^"]*)"(?P<more>[^>]*?) id="(?P<id>(?:'
    + "|".join(KINDS)
    + r')-[^"]*)"(?P<rest>[^>]*)>\s*<p class="admonition-title">'
    r"(?P<title>.*?)(?P<end><a class=|</p>)",
    re.DOTALL,
)


def with_landmarks(body: str) -> str:
    """Return a page whose definitions, theorems, examples and exercises are named regions."""

    def region(block: re.Match[str]) -> str:
        name = f"title-{block['id']}"  # not among the labels, which begin with their kind
        return (
            f'<div class="{block["look"]}"{block["more"]} id="{block["id"]}"{block["rest"]}'
            f' role="region" aria-labelledby="{name}">\n<p class="admonition-title">'
            f'<span id="{name}">{block["title"].rstrip()}</span>{block["end"]}'
        )

    return BLOCK.sub(region, body)


def name_blocks(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document
) -> None:
    """Give the blocks of a page their names."""
    if doctree is not None:
        context["body"] = with_landmarks(context["body"])
