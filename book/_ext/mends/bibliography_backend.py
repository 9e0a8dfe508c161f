"""sphinxcontrib-bibtex 2.7.0: each citation reads which packages are installed.

It asks pybtex for the backend "plaintext" each time, and pybtex looks through the entry points of
all packages. A registered plugin is found first. Goes when the domain keeps the backend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pybtex.plugin
from pybtex.backends.plaintext import Backend

if TYPE_CHECKING:
    from sphinx.application import Sphinx

pybtex.plugin.register_plugin("pybtex.backends", "plaintext", Backend, force=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Let Sphinx load this file, which is the mend."""
    return {"parallel_read_safe": True, "parallel_write_safe": True}
