"""What upstream packages do wrong, mended here: one file a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MODULES = (
    "parallel_reading", "parallel_writing", "duplicate_labels", "kernels", "failing_cells", "trees",
    "section_numbers", "bibliography_backend", "citation_roles", "folded_code",
)  # fmt: skip


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the modules that add something to Sphinx; ``pipeline`` calls the others."""
    for name in MODULES:
        app.setup_extension(f"{__name__}.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
