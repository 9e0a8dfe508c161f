"""The page around the text: head, menu, assets, downloads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MODULES = (
    "code_lines",
    "site_config",
    "chapter_list",
    "folding",
    "not_found",
    "page_marks",
)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the modules that add something to Sphinx; ``pipeline`` calls the others."""
    for name in MODULES:
        app.setup_extension(f"{__name__}.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
