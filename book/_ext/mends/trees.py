"""Sphinx 9.0.4: every reference with a number unpickles the whole page that it leads to.

So does the numbering of figures, for every page: more than half of the time after an edit. What
only looks at a page's tree shares it here. In a build that lives on, Sphinx also keeps the pickled
tree of a page that is read again (``_pickled_doctree_cache``). Goes when Sphinx keeps the numbers
and titles beside the labels; not reported.
"""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from sphinx.domains.std import StandardDomain
from sphinx.environment.collectors.toctree import TocTreeCollector

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


def read_all(env: BuildEnvironment) -> None:
    """Read the trees that the next build will look at, while nobody waits for it."""
    with trees_read_once(env):
        for docname in env.found_docs:
            env.get_doctree(docname)


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


StandardDomain._resolve_numref_xref = looking_only(  # type: ignore[method-assign]  # noqa: SLF001
    StandardDomain._resolve_numref_xref  # noqa: SLF001
)
TocTreeCollector.assign_figure_numbers = looking_only(  # type: ignore[method-assign]
    TocTreeCollector.assign_figure_numbers
)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("env-purge-doc", forget)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
