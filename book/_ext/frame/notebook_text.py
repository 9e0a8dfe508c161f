"""Turn a page's HTML into the Markdown of a notebook, with marks where its cells begin.

A notebook's text must hold cell by cell, in programs that share nothing between cells: formulas
have no macros, numbers of equations are tags, definition lists are lists.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from frame.node_scripts import run_script

if TYPE_CHECKING:
    from collections.abc import Mapping

CODE = "@@CODE@@"  # the place of a code cell
SOLUTION, END = "@@SOLUTION@@", "@@END@@"  # around a solution, which gets cells of its own
MARKS = re.compile(rf"({CODE}|{SOLUTION}|{END})")
RUN = "div.cell:not(.stored-cell), div.live-example"
# what a notebook has no use for
PAGE_ONLY = (
    ".cite-link, .slide-link, .copy-latex, .permalink, .headerlink, .figure-files, .figure-task, "
    ".live-result, .live-code, .ties"
)
PREPARED = "prepared"  # its place in the context of a page's template
RESERVED = "https://example.org/"  # the address of a copy that is not published


def prepare(body: str, macros: Mapping[str, str]) -> BeautifulSoup:
    """Read a page, drop what only a page has, and write its formulas without macros."""
    soup = BeautifulSoup(body, "html.parser")
    for control in soup.select(PAGE_ONLY):
        control.decompose()
    for number in soup.select("div.equation > .eqno"):
        formula = number.find_previous_sibling("div")
        if isinstance(formula, Tag):
            formula["data-tex"] += rf" \tag{{{number.get_text().strip('()')}}}"
        number.decompose()
    formulas = soup.select("[data-tex]")
    if formulas:
        written = [str(element["data-tex"]) for element in formulas]
        for element, tex in zip(formulas, expanded(written, macros), strict=True):
            element["data-tex"] = tex
    return soup


def prepared(context: dict[str, Any], macros: Mapping[str, str]) -> BeautifulSoup:
    """Return a page as ``prepare`` makes it, once for all steps that read it.

    Reading a chapter costs a second. Who changes what it gets takes it out: ``context.pop``.
    """
    if PREPARED not in context:
        context[PREPARED] = prepare(context["body"], macros)
    soup: BeautifulSoup = context[PREPARED]
    return soup


def expanded(formulas: list[str], macros: Mapping[str, str]) -> list[str]:
    """Return formulas without macros."""
    request = json.dumps({"macros": {**macros}, "formulas": formulas})
    written: list[str] = json.loads(run_script("mathematics/expand.cjs", request))
    return written


class PageConverter(MarkdownConverter):
    """Turn a prepared page into Markdown."""

    class Options(MarkdownConverter.DefaultOptions):
        """Headings with number signs, plain bullets."""

        heading_style = "atx"
        bullets = "-"
        escape_misc = False
        escape_underscores = False
        escape_asterisks = False

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Let links within the book lead to the site."""
        target = urljoin(self.options["page_url"], str(el.get("href", "")))
        if target.startswith(RESERVED):
            return text
        el["href"] = target
        return super().convert_a(el, text, parent_tags)

    def convert_span(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write inline formulas."""
        if el.has_attr("data-tex"):
            return f"${el['data-tex']}$"
        return text

    def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write display formulas, and mark the places of the code cells."""
        if el.has_attr("data-tex"):
            return f"\n\n$$\n{el['data-tex']}\n$$\n\n"
        classes = el.get("class", [])
        if "stored-cell" in classes:
            return super().convert_div(el, text, parent_tags)
        if "cell" in classes:
            caption = el.find("figcaption")
            words = self.process_tag(caption, parent_tags).strip() if caption else ""
            return f"\n\n{CODE}\n\n{words}\n\n"
        if "answer-check" in classes:
            return ""
        if "admonition" in classes:
            code = f"{CODE}\n\n" if "live-example" in classes else ""
            return f"\n\n{text.strip()}\n\n{code}"
        return super().convert_div(el, text, parent_tags)

    def convert_details(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Mark where a solution begins and ends."""
        if "solution" in el.get("class", []):
            return f"\n\n{SOLUTION}\n\n{text.strip()}\n\n{END}\n\n"
        return f"\n\n{text.strip()}\n\n"

    def convert_dt(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a term as an item of a list."""
        return f"\n- **{text.strip()}**\n"

    def convert_dd(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write a description as an item below its term."""
        lines = text.strip().splitlines()
        return "".join(f"{'    ' if n else '  - '}{line}\n" for n, line in enumerate(lines))

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write titles of blocks in bold."""
        if "admonition-title" in el.get("class", []):
            return f"\n\n**{' '.join(text.split())}**\n\n"
        return super().convert_p(el, text, parent_tags)

    def convert_summary(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        """Write the line of a folded block in bold."""
        return f"\n\n**{' '.join(text.split())}**\n\n"


def parts(soup: BeautifulSoup, url: str) -> list[str]:
    """Return the text between the marks, and the marks."""
    text = PageConverter(page_url=url).convert_soup(soup)
    tidy = (re.sub(r"\n{3,}", "\n\n", part).strip() for part in MARKS.split(text))
    return [part for part in tidy if part]
