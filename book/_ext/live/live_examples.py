"""The directive ``live-example``: a worked example that readers can repeat with own numbers.

The build runs the function with the book's numbers and writes title, steps and checks like the
output of a code cell. In the page a form, made from the function's signature, runs the same
function of the same package; see ``book/_live/examples``.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from linalg_book import examples, live
from linalg_book.asking.functions import exact_functions
from live import live_assets
from places import sources

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator

FIGTYPE = "worked-example"
FIELDS = {field["name"] for name in exact_functions() for field in live.form(name)["fields"]}


class live_example(nodes.Admonition, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """A worked example with its number, its introduction and its derivation."""


class live_example_title(nodes.title):  # noqa: N801
    """The line with the example's number."""


class LiveExample(SphinxDirective):
    """Run a function of ``linalg_book.exact`` and show how it comes to its answer."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {
        "name": directives.unchanged_required,
        "given": directives.unchanged_required,
        **dict.fromkeys(sorted(FIELDS), directives.unchanged),
    }

    def run(self) -> list[nodes.Node]:
        """Return the example; what the package refuses fails the build at this directive."""
        name, fields = self.arguments[0], self._fields()
        answer = live.run({"name": name, "fields": fields})
        if not answer["ok"]:
            field = f" ({answer['field']})" if answer["field"] else ""
            raise self.error(f"live-example {name}{field}: {answer['message']}")
        if not self.options.get("name", "").startswith("ex-"):
            raise self.error("a live-example needs a label: write :name: ex-<slug>-<noun>")
        for path in sources():
            self.env.note_dependency(str(path))
        for feature in ("example", "python"):
            live_assets.use(self.env, self.env.docname, feature)
        return [self._node(name, answer)]

    def _fields(self) -> dict[str, str]:
        given = self.options.get("given")
        fields = shared_numbers(given) if given else {}
        if fields is None:
            known = ", ".join(n for n in examples.__all__ if shared_numbers(n))
            raise self.error(f"expected a name of linalg_book.examples ({known}), not {given!r}")
        return fields | {name: self.options[name] or "" for name in FIELDS & set(self.options)}

    def _node(self, name: str, answer: Mapping[str, Any]) -> live_example:
        node = live_example("", classes=["live-example"], docname=self.env.docname)
        self.set_source_info(node)
        node["book"] = {key: answer[key] for key in ("fields", "latex", "code")}
        node["form"] = live.form(name)
        node["summary"] = answer["title"]
        self.add_name(node)
        node["label"] = node["ids"][0]
        node += live_example_title()
        self.state.nested_parse(self.content, self.content_offset, node)
        node += nodes.raw("", f'<div class="live-result">{answer["html"]}</div>', format="html")
        node += nodes.raw("", answer["latex"], format="latex")
        words = nodes.paragraph("", "In Python: ", classes=["live-code"])
        words += nodes.literal("", answer["code"])
        node += words
        return node


def shared_numbers(name: str) -> dict[str, str] | None:
    """Return the fields for a system or a matrix of ``linalg_book.examples``."""
    found = getattr(examples, name, None) if name in examples.__all__ else None
    if not isinstance(found, examples.System):
        return None
    return {"A": as_text(found.A), "b": as_text(found.b)}


def as_text(numbers: Any) -> str:
    """Write numbers as in a form's field: ``((1, 2), (3, 4))`` as "1 2; 3 4"."""
    if not isinstance(numbers, list | tuple):
        return str(numbers)
    separator = "; " if numbers and isinstance(numbers[0], list | tuple) else " "
    return separator.join(as_text(item) for item in numbers)


def visit_html(self: HTML5Translator, node: live_example) -> None:
    """Write the block; what the page needs to make a form of it travels in its attributes."""
    data = {"live": "example", "form": json.dumps(node["form"], ensure_ascii=False)}
    data["book"] = json.dumps(node["book"], ensure_ascii=False)
    attributes = "".join(f' data-{key}="{html.escape(value)}"' for key, value in data.items())
    start = self.starttag(node, "div", CLASS="admonition")
    self.body.append(start.replace(">", f"{attributes}>", 1))


def depart_html(self: HTML5Translator, node: live_example) -> None:
    """End the block."""
    self.body.append("</div>\n")


def visit_title_html(self: HTML5Translator, node: live_example_title) -> None:
    """Write the example's number."""
    self.body.append('<p class="admonition-title">')
    self.add_fignumber(node.parent)


def depart_title_html(self: HTML5Translator, node: live_example_title) -> None:
    """End the line."""
    self.body.append("</p>\n")


def visit_latex(self: LaTeXTranslator, node: live_example) -> None:
    """Write the number, and let references to the label show it."""
    numbers = self.builder.env.toc_fignumbers.get(node["docname"], {}).get(FIGTYPE, {})
    number = ".".join(map(str, numbers.get(node["ids"][0], ())))
    title = self.config.numfig_format[FIGTYPE] % number
    label = rf"\makeatletter\def\@currentlabel{{{number}}}\makeatother{self.hypertarget_to(node)}"
    self.body.append(f"\n\\par{label}\\textbf{{{title}}}\n\n")


def ignore(self: object, node: nodes.Node) -> None:
    """Write nothing for the element itself."""


def name_number(app: Sphinx, config: Config) -> None:
    """Say how the number of a worked example is written."""
    config.numfig_format.setdefault(FIGTYPE, "Worked example %s")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_directive("live-example", LiveExample)
    app.add_enumerable_node(
        live_example,
        FIGTYPE,
        lambda node: node["summary"],
        html=(visit_html, depart_html),
        latex=(visit_latex, ignore),
        text=(ignore, ignore),
    )
    skip = dict.fromkeys(("latex", "text"), (ignore, ignore))
    app.add_node(live_example_title, html=(visit_title_html, depart_title_html), **skip)
    app.connect("config-inited", name_number)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
