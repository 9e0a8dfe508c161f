"""Each line of code is a box that knows how far it is indented."""

from __future__ import annotations

import re

from lxml import html
from pygments import highlight
from pygments.lexers import PythonLexer

from frame.code_lines import DEEPEST, LineFormatter

CODE = 'def f(x):\n    """Two\n    lines."""\n\n    return x\n' + " " * 40 + "y = '<b>'\n"


def test_lines_keep_their_text_and_say_their_indentation() -> None:
    written = highlight(CODE, PythonLexer(), LineFormatter(nowrap=False))
    block = html.fromstring(written)
    lines = block.xpath(".//span[@class='code-line']")
    assert [line.text_content() for line in lines] == CODE.splitlines()
    assert block.xpath("string(.//pre)") == CODE  # what is searched and copied
    depths = [re.search(r"\d+", line.get("style", "0"))[0] for line in lines]
    assert depths == ["0", "4", "4", "0", "4", str(DEEPEST)]
