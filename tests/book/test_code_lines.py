"""Each line of code is a box that knows how far it is indented."""

from __future__ import annotations

import re

import pytest
from lxml import html
from pygments import highlight
from pygments.lexers import PythonLexer
from pygments.styles import get_style_by_name
from pygments.token import Comment, Text

from frame.code_lines import DEEPEST, PLAIN, LineFormatter

STYLES = ["a11y-high-contrast-light", "a11y-high-contrast-dark"]  # the theme's

CODE = 'def f(x):\n    """Two\n    lines."""\n\n    return x\n' + " " * 40 + "y = '<b>'\n"


def test_lines_keep_their_text_and_say_their_indentation() -> None:
    written = highlight(CODE, PythonLexer(), LineFormatter(nowrap=False))
    block = html.fromstring(written)
    lines = block.xpath(".//span[@class='code-line']")
    assert [line.text_content() for line in lines] == CODE.splitlines()
    assert block.xpath("string(.//pre)") == CODE  # what is searched and copied
    depths = [re.search(r"\d+", line.get("style", "0"))[0] for line in lines]
    assert depths == ["0", "4", "4", "0", "4", str(DEEPEST)]


def test_what_has_the_color_of_its_line_has_no_element() -> None:
    written = highlight("import numpy.linalg\ny = f(x, 1)  # why\n", PythonLexer(), LineFormatter())
    block = html.fromstring(written)
    assert block.xpath(".//pre//span[not(contains(@class, 'code-line'))]/text()") == [
        *("import", "=", "1", "# why")
    ]


@pytest.mark.parametrize("name", STYLES)
def test_plain_tokens_look_like_their_line(name: str) -> None:
    style = get_style_by_name(name)
    looks = {token: style.style_for_token(token) for token in (Text, *PLAIN, Comment)}
    assert {token for token in looks if looks[token] == looks[Text]} == {Text, *PLAIN}
