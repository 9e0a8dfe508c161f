"""Read the tree of each page once for everything that only looks at it, and number alike twice.

Sphinx unpickles the whole target page for every reference with a number, and every page anew to
number the figures: more than half of the time after an edit. A build that lives on
(``tools/watch.py``) must also forget the pickled tree of a page that is read again, and count the
chapters from one again.
"""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pybtex.plugin
from pybtex.backends.plaintext import Backend
from sphinx.domains.std import StandardDomain
from sphinx.environment.collectors.toctree import TocTreeCollector
from sphinx_external_toc.collectors import TocTreeCollectorWithStyles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

TREES: WeakKeyDictionary[BuildEnvironment, dict[str, nodes.document]] = WeakKeyDictionary()


@contextmanager
def trees_read_once(env: BuildEnvironment) -> Iterator[None]:
    """Let ``env.get_doctree`` return the same tree each time; who asks must not change it."""
    read, trees = env.get_doctree, TREES.setdefault(env, {})

    def get_doctree(docname: str) -> nodes.document:
        if docname not in trees:
            trees[docname] = read(docname)
        return trees[docname]

    env.get_doctree = get_doctree  # type: ignore[method-assign]
    try:
        yield
    finally:
        del env.get_doctree


def looking_only(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method, whose first argument is the environment, that reads each tree once."""

    @functools.wraps(method)
    def wrapped(self: Any, env: BuildEnvironment, *args: Any) -> Any:
        with trees_read_once(env):
            return method(self, env, *args)

    return wrapped


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget the tree of a page that is about to be read again, or is gone."""
    TREES.get(env, {}).pop(docname, None)
    env._pickled_doctree_cache.pop(docname, None)  # noqa: SLF001 (Sphinx never empties it)


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


StandardDomain._resolve_numref_xref = looking_only(  # type: ignore[method-assign]  # noqa: SLF001
    StandardDomain._resolve_numref_xref  # noqa: SLF001
)
TocTreeCollector.assign_figure_numbers = looking_only(  # type: ignore[method-assign]
    TocTreeCollector.assign_figure_numbers
)
TocTreeCollectorWithStyles.assign_section_numbers = numbering_anew(
    TocTreeCollectorWithStyles.assign_section_numbers
)
# sphinxcontrib-bibtex asks for it at each citation, and each time reads what is installed.
pybtex.plugin.register_plugin("pybtex.backends", "plaintext", Backend, force=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("env-purge-doc", forget)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
