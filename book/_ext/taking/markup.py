"""Cut parts from finished pages, as text: reading a chapter as a tree takes a second.

The pages are well formed: an element ends where as many of its name have ended as have begun, and
no attribute holds a bare ``<`` or ``>``.
"""

from __future__ import annotations

import posixpath
import re
from functools import cache

NAME = re.compile(r"<([a-z][a-z0-9]*)")
ADDRESS = re.compile(r'(<(?:a|img)\b[^>]*?\s(?:href|src)=")([^"]*)"')
USED = re.compile(r'href="#((?:glyph|formula-root)-[^"]+)"')
STORED = re.compile(r'<path id="((?:glyph|formula-root)-[^"]+)"[^>]*>')
STORE = '<div class="borrowed" aria-hidden="true" hidden><svg><defs>{}</defs></svg></div>\n'


@cache
def tags(name: str) -> re.Pattern[str]:
    """Return the pattern of the opening and closing tags of a name."""
    return re.compile(rf"<(/?){name}\b[^>]*>")


def end_of(text: str, start: int) -> int:
    """Return where the element ends that begins at a place of the text.

    >>> text = "<div><div>a</div>b</div>c"
    >>> text[end_of(text, 0) :]
    'c'
    """
    name = NAME.match(text, start)
    depth = 0
    for tag in tags(name[1]).finditer(text, start) if name else ():
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    raise ValueError(f"expected a whole element, received {text[start : start + 60]!r}")


def element(text: str, label: str) -> str:
    """Return the element that has an id; an empty string if there is none.

    >>> element('<p>a <b id="b">b</b></p>', "b")
    '<b id="b">b</b>'
    """
    place = text.find(f' id="{label}"')
    if place < 0:
        return ""
    start = text.rindex("<", 0, place)
    return text[start : end_of(text, start)]


def without(text: str, opening: re.Pattern[str]) -> str:
    """Return a text without the elements whose first tag a pattern finds.

    >>> without('a<p class="x">b<i>c</i></p>d', re.compile('<p class="x"'))
    'ad'
    """
    pieces, end = [], 0
    while found := opening.search(text, end):
        pieces.append(text[end : found.start()])
        end = end_of(text, found.start())
    return "".join([*pieces, text[end:]])


def moved(text: str, page: str, own: frozenset[str] = frozenset()) -> str:
    """Return part of a page as it stands one folder below the site's top: its addresses lead on.

    Links to the ids in ``own`` stay within the new page.

    >>> moved('<a href="#b">b</a> <a href="svd.html#c">c</a>', "part/low-rank")
    '<a href="../part/low-rank.html#b">b</a> <a href="../part/svd.html#c">c</a>'
    """

    def lead(found: re.Match[str]) -> str:
        before, address = found.groups()
        if address.startswith("#"):
            return found[0] if address[1:] in own else f'{before}../{page}.html{address}"'
        if re.match(r"[a-z]+:|//", address):
            return found[0]
        return f'{before}../{posixpath.normpath(f"{posixpath.dirname(page)}/{address}")}"'

    return ADDRESS.sub(lead, text)


def stored(page: str) -> dict[str, str]:
    """Return what formulas and drawings of a page share, by its name: letters, root signs."""
    return {found[1]: found[0] for found in STORED.finditer(page)}


def store(text: str, shared: dict[str, str]) -> str:
    """Return what part of a page uses of the things that the page shares."""
    names = dict.fromkeys(USED.findall(text))
    paths = [shared[name] for name in names if name in shared]
    return STORE.format("".join(paths)) if paths else ""
