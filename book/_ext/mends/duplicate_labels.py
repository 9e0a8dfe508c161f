"""Sphinx 9.0.4: a label of two pages goes unnoticed when they are read in parallel.

Goes with https://github.com/sphinx-doc/sphinx/issues/4459, open since 2018.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util import logging

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)


def check_labels(app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of a label that two pages have."""
    first: dict[str, str] = {}
    for docname in sorted(env.all_docs):
        for label in env.metadata[docname].get("labels", []):
            other = first.setdefault(label, docname)
            if other != docname:
                message = "duplicate label %s, other instance in %s"
                logger.warning(message, label, env.doc2path(other), location=docname)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the mend."""
    app.connect("env-check-consistency", check_labels)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
