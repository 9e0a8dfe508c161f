"""Pages that are made from the package and its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MODULES = ("lists", "theorem_map", "course_plan", "api_reference", "stored_cells")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the modules that add something to Sphinx; ``pipeline`` calls the others."""
    for name in MODULES:
        app.setup_extension(f"{__name__}.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
