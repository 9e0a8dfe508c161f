"""sphinx-external-toc 1.1.0: a build that lives on counts the chapters on from its last build.

Goes when ``TocTreeCollectorWithStyles.assign_section_numbers`` begins with its counts at 0; only
``tools/watch.py`` builds twice in one process. Not reported.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from sphinx_external_toc.collectors import TocTreeCollectorWithStyles

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def numbering_anew(method: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """Return the method that numbers sections, which tells only what has a new number.

    sphinx-external-toc goes on counting from its last build, and names every page whose number
    differs from the one that Sphinx gave before the parts were joined.
    """

    @functools.wraps(method)
    def wrapped(self: Any, env: BuildEnvironment) -> list[str]:
        before = env.toc_secnumbers
        for name in vars(self):
            if name.endswith("_count"):
                setattr(self, name, 0)
        method(self, env)
        return [page for page, own in env.toc_secnumbers.items() if own != before.get(page)]

    return wrapped


TocTreeCollectorWithStyles.assign_section_numbers = numbering_anew(
    TocTreeCollectorWithStyles.assign_section_numbers
)


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx load this file, which is the mend."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
