"""Write each line of code as a box, so that a long one wraps with its second row set in."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from pygments.formatters import HtmlFormatter
from pygments.token import Name, Punctuation, Whitespace
from sphinx.highlighting import PygmentsBridge

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.token import _TokenType
    from sphinx.application import Sphinx

# Half of what a line is made of has the line's color, in light and in dark: it needs no element.
PLAIN = {Name, Name.Namespace, Punctuation, Whitespace}
DEEPEST = 12  # characters: a phone has room for three times as many


def boxed(line: str) -> str:
    """Return the HTML of a line in its box, which knows how far the line is indented."""
    text = html.unescape(re.sub(r"<[^>]+>", "", line)).rstrip("\n")
    indent = min(len(text) - len(text.lstrip(" ")), DEEPEST)
    style = f' style="--indent: {indent}"' if indent else ""
    inner = line.removesuffix("\n")
    return f'<span class="code-line"{style}>{inner}</span>\n'


class LineFormatter(HtmlFormatter[str]):
    """Pygments' own HTML, line by line, without elements for what has no color of its own."""

    def _get_css_classes(self, ttype: _TokenType) -> str:
        return "" if ttype in PLAIN else super()._get_css_classes(ttype)

    def _format_lines(self, tokens: Any) -> Iterator[tuple[int, str]]:
        for is_code, line in super()._format_lines(tokens):
            yield is_code, boxed(line) if is_code else line


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    PygmentsBridge.html_formatter = LineFormatter
    return {"parallel_read_safe": True, "parallel_write_safe": True}
