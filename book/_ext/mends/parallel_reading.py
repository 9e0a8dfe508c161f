"""sphinx-proof 0.4.0 and two extensions of Jupyter Book 1.x: no word on reading in parallel.

sphinx-proof merges its list in an event handler and has no ``merge_domaindata``, which Sphinx
asks every domain for. sphinx-multitoc-numbering 0.1.3 and sphinx-jupyterbook-latex 1.0.0 work in
the main process only and do not say so. Goes when they say ``parallel_read_safe``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_proof.domain import ProofDomain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _merge_nothing(self: ProofDomain, docnames: object, otherdata: object) -> None:
    """Do nothing: sphinx-proof merges its list in an event handler of its own."""


ProofDomain.merge_domaindata = _merge_nothing


def declare_parallel_safety(app: Sphinx) -> None:
    """Say for two extensions that they work in the main process only; they do not say so."""
    for name in ("sphinx_multitoc_numbering", "sphinx_jupyterbook_latex"):
        if name in app.extensions:
            app.extensions[name].parallel_read_safe = True


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the mend."""
    app.connect("builder-inited", declare_parallel_safety)  # jupyter_book adds one of them late
    return {"parallel_read_safe": True, "parallel_write_safe": True}
