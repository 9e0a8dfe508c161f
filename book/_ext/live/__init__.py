"""What moves and computes in the page, and Python in the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MODULES = (
    "interactive_figures",
    "exercise_checks",
    "live_examples",
    "live_python",
    "problem_sheets",
    "this_browser",
)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the modules that add something to Sphinx; ``pipeline`` calls the others."""
    for name in MODULES:
        app.setup_extension(f"{__name__}.{name}")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
