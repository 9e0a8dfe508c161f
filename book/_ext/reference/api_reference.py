"""The reference of the package, from its docstrings: ``{api}`` documents a module's public names.

``{api-names}`` lists those of a module that has a page of its own, each at the address that its
description had when one page described the whole package.

Sphinx's autodoc and napoleon read the docstrings.  The functions that work an example come with a
live one, which has the numbers of the first example in the docstring.
"""

from __future__ import annotations

import builtins
import inspect
import re
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from linalg_book.asking.functions import exact_functions
from places import sources
from reference.first_examples import first_example

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ERRORS = "linalg_book.errors"
WORKED = {function.call for function in exact_functions().values()}
INTRODUCED = re.compile(
    r"(?P<notes>^Notes\n-+\n)?^Introduced in: sec-(?P<slug>[a-z0-9-]+)$",
    re.MULTILINE,
)
MARK = re.compile(r"\[(\d)\]_")
REFERENCE = re.compile(r"^\.\. \[(?P<number>\d)\] (?P<words>.+(?:\n +\S.*)*)", re.MULTILINE)


class Api(SphinxDirective):
    """``{api}`` and the name of a module: a section for each of its public names."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        for path in sources():
            self.env.note_dependency(str(path))
        module = self.arguments[0]
        things = dict(documented(module))
        sections = [self._section(f"{module}.{name}", thing) for name, thing in things.items()]
        links = [
            nodes.reference("", "", section[0][0].deepcopy(), refid=section["ids"][0])
            for section in sections
        ]
        return [_overview(links, list(things.values())), *sections]

    def _section(self, path: str, thing: Any) -> nodes.section:
        module, _, name = path.rpartition(".")
        section = nodes.section("", nodes.title("", "", nodes.literal("", name)))
        label = label_of(path, thing)
        section["ids"] = [label]
        section["names"] = [label]
        self.set_source_info(section)
        kind = "autoclass" if inspect.isclass(thing) else "autofunction"
        lines = ["```{eval-rst}", f".. {kind}:: {path}", "```", ""]
        if thing in WORKED:
            options = [f":{key}: {value}" for key, value in self._numbers(thing).items()]
            lines += [f"```{{live-example}} {name.replace('_', '-')}"]
            lines += [f":name: ex-{label}", *options, "```", ""]
        self.state.nested_parse(StringList(lines, source=module), self.content_offset, section)
        _fold(section)
        return section

    def _numbers(self, function: Callable[..., Any]) -> dict[str, str]:
        try:
            return first_example(function)
        except ValueError as error:
            raise self.error(str(error)) from error


class ApiNames(SphinxDirective):
    """``{api-names}`` and the name of a module: its public names, which another page describes."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        for path in sources():
            self.env.note_dependency(str(path))
        things = {f"{self.arguments[0]}.{name}": x for name, x in documented(self.arguments[0])}
        links = [self._link(path, label_of(path, thing)) for path, thing in things.items()]
        return [_overview(links, list(things.values()))]

    def _link(self, path: str, label: str) -> nodes.inline:
        """Return a link to the description of a name, at its former addresses."""
        name = nodes.literal("", path.rpartition(".")[2])
        link = addnodes.pending_xref(
            "", name, refdomain="py", reftype="obj", reftarget=path, refdoc=self.env.docname
        )
        former = [nodes.target("", "", ids=[anchor]) for anchor in (label, path)]
        return nodes.inline("", "", *former, link)


def _fold(section: nodes.section) -> None:
    """Fold what follows the first sentence of a description, with the example after it."""
    described = next(iter(section.findall(addnodes.desc_content)), None)
    if described is None:
        return
    after = section.index(described.parent) + 1
    rest = [*described.children[1:], *section.children[after:]]
    described.children, section.children = described.children[:1], section.children[:after]
    if rest:
        title = nodes.title("", "", nodes.Text("Parameters, results, examples"))
        section += nodes.container("", title, *rest, classes=["dropdown", "api-more"])


def _overview(names: list[Any], things: list[Any]) -> nodes.bullet_list:
    """List names, each a link, with the first sentence of their docstrings."""
    found = nodes.bullet_list(classes=["api-names"])
    for name, thing in zip(names, things, strict=True):
        words = nodes.Text(f": {(inspect.getdoc(thing) or '').splitlines()[0]}")
        found += nodes.list_item("", nodes.paragraph("", "", name, words))
    return found


def documented(module: str) -> Iterator[tuple[str, Any]]:
    """Yield the public functions and classes of a module."""
    found = import_module(module)
    for name in found.__all__:
        thing = getattr(found, name)
        if callable(thing) and not isinstance(thing, ModuleType):
            yield name, thing


def label_of(path: str, thing: Any) -> str:
    """Return the label of a public name: numeric has a function pca and a class PCA."""
    module, _, name = path.removeprefix("linalg_book.").rpartition(".")
    return f"api-{slug(module)}-{slug(name)}{'-class' if inspect.isclass(thing) else ''}"


def slug(name: str) -> str:
    """Return a dotted name as part of a label."""
    return name.lower().replace("_", "-").replace(".", "-")


def adapt(app: Sphinx, *place: Any) -> None:
    """Mend a docstring for a page that has many of them.

    "Introduced in: sec-svd" becomes a link, or nothing while that chapter is not there; numbered
    references are written as a list, because footnotes belong to a whole page.
    """
    lines: list[str] = place[-1]
    written = {name.rsplit("/", 1)[-1] for name in app.env.found_docs}

    def link(match: re.Match[str]) -> str:
        there = match["slug"] in written
        return f"{match['notes'] or ''}Introduced in :ref:`sec-{match['slug']}`." if there else ""

    text = MARK.sub(r"[\1]", INTRODUCED.sub(link, "\n".join(lines)))
    lines[:] = REFERENCE.sub(as_item, text).split("\n")


def as_item(match: re.Match[str]) -> str:
    """Write a numbered reference as an item of a list, its further lines below its words."""
    first, *further = match["words"].split("\n")
    return "\n".join([f"* [{match['number']}] {first}", *(f"  {line.strip()}" for line in further)])


def resolve(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Node | None:
    """Link the errors of the package; leave words such as "n×n matrix" the words they are."""
    if node.get("refdomain") != "py":
        return None
    target = str(node["reftarget"])
    domain = env.domains["py"]
    if f"{ERRORS}.{target}" in domain.objects:
        place = (env, node["refdoc"], app.builder, node["reftype"], f"{ERRORS}.{target}")
        return domain.resolve_xref(*place, node, contnode)
    return None if target.endswith("Error") and not hasattr(builtins, target) else contnode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.setup_extension("sphinx.ext.autodoc")
    app.setup_extension("sphinx.ext.napoleon")
    app.add_directive("api", Api)
    app.add_directive("api-names", ApiNames)
    app.connect("autodoc-process-docstring", adapt, priority=100)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
