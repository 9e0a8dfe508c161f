"""Render every formula with KaTeX when the build ends, so that a page needs no script to be read.

The writer leaves each formula as an element with its LaTeX in ``data-tex`` (worked examples do
the same). Node renders each different formula of the pages written in this run once; a formula
that KaTeX refuses fails the build and is named with its page.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from frame.node_scripts import run_in_parts
from frame.page_marks import tag

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

FORMULA = re.compile(
    r'<(?P<tag>span|div) class="(?P<classes>math[^"]*)" data-tex="(?P<tex>[^"]*)"'
    r'(?P<display> data-display="true")?>.*?</(?P=tag)>(?P<tail>(?:-th\b)?[.,;:!?)]*)',
    re.DOTALL,
)


class Formula(NamedTuple):
    """A formula of a page: its LaTeX and whether it stands on a line of its own."""

    tex: str
    display: bool


def element(tag: str, formula: Formula) -> str:
    """Return the element that the end of the build replaces by KaTeX's output."""
    display = ' data-display="true"' if formula.display else ""
    return f'<{tag} class="math" data-tex="{html.escape(formula.tex)}"{display}></{tag}>'


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write inline mathematics."""
    self.body.append(element("span", Formula(node.astext(), display=False)))
    raise nodes.SkipNode


def visit_display(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write display mathematics: the formula in a box that scrolls, its number beside it."""
    name = node.get("permalink")
    self.body.append(self.starttag(node, "div", CLASS="equation", IDS=[name] if name else []))
    self.body.append(element("div", Formula(node.astext().strip(), display=True)))
    if node["number"]:
        number = get_node_equation_number(self, node)
        self.body.append(f'<span class="eqno">({number})')
        self.add_permalink_ref(node, "Link to this equation")
        self.body.append("</span>")
    elif name:
        self.body.append(tag(class_="permalink", href=f"#{name}", title="Link to this formula"))
    self.body.append("</div>\n")
    raise nodes.SkipNode


def call_katex(formulas: list[Formula], macros: dict[str, str]) -> list[dict[str, str]]:
    """Render formulas in Node; each result has a key ``html`` or ``error``."""

    def request(part: Sequence[Formula]) -> dict[str, Any]:
        return {"macros": macros, "formulas": [formula._asdict() for formula in part]}

    return run_in_parts("mathematics/katex_batch.cjs", formulas, request)


def render(app: Sphinx, texts: dict[Path, str]) -> None:
    """Replace the formulas of the pages; those that this run did not write have theirs."""
    pages = {path: text for path, text in texts.items() if "data-tex=" in text}
    found = [(path, match) for path, text in pages.items() for match in FORMULA.finditer(text)]
    formulas = [Formula(html.unescape(m["tex"]), bool(m["display"])) for _, m in found]
    different = list(dict.fromkeys(formulas))
    results = call_katex(different, app.config.katex_macros) if formulas else []
    by_formula = dict(zip(different, results, strict=True))
    refused = [
        (path.relative_to(app.outdir).with_suffix("").as_posix(), formula.tex, error)
        for (path, _), formula in zip(found, formulas, strict=True)
        if (error := by_formula[formula].get("error"))
    ]
    for docname, tex, error in refused:
        logger.error("KaTeX refuses the formula %s\n%s", tex, error, location=docname)
    if refused:
        for path in pages:
            path.unlink()  # so that the next build writes these pages, and fails, again
            del texts[path]
        return
    rendered = (by_formula[formula]["html"] for formula in formulas)
    for path, text in pages.items():
        texts[path] = FORMULA.sub(lambda match: _rendered(match, next(rendered)), text)


def _rendered(match: re.Match[str], inner: str) -> str:
    """Put KaTeX's output in place; the punctuation after a formula stays on the line of its end.

    A long formula in a sentence still breaks at its signs: there the style sheet allows it.
    """
    formula = f'<{match["tag"]} class="{match["classes"]}">{inner}</{match["tag"]}>{match["tail"]}'
    if match["tag"] == "span" and match["tail"]:
        return f'<span class="nobreak">{formula}</span>'
    return formula


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.add_config_value("katex_macros", {}, "html", types=frozenset({dict}))
    app.add_html_math_renderer("katex_batch", (visit_inline, None), (visit_display, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
