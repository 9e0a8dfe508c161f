"""Links and names of a document that is made from several pages."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tools.takeaway.book import Book, slug
from tools.takeaway.pdf.merging import ELSEWHERE

if TYPE_CHECKING:
    from lxml import html

    Element = html.HtmlElement

NAMES = {"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers", "data-to"}
NAME = re.compile(r' id="([^"]*)"')
TARGET = re.compile(r' href="#([^"]*)"')
IN_STYLE = re.compile(r"url\((['\"]?)#([^)'\"]+)\1\)")


def rename(article: Element, page: str) -> None:
    """Put the name of its page before each name in an article, so that names stay different."""
    prefix = f"{slug(page)}."
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if name == "id":
                element.set(name, prefix + value)
            elif name in NAMES:
                element.set(name, " ".join(prefix + word for word in value.split()))
            elif "url(" in value:
                element.set(name, IN_STYLE.sub(rf"url(#{prefix}\2)", value))
            elif element.tag == "use" and name.endswith("href"):
                element.set(name, f"#{prefix}{value[1:]}")


def names_in(article: Element) -> set[str]:
    """Return all names in an article."""
    return set(article.xpath(".//@id"))


def relink(article: Element, page: str, named: dict[str, set[str]], book: Book) -> None:
    """Let links lead to pages of the document, others to their address on the site.

    ``named`` holds the names in each page of the document, by page.
    """
    for link in article.iter("a"):
        target = link.get("href")
        link.attrib.pop("download", None)
        link.attrib.pop("title", None)
        if target is not None:
            link.set("href", resolved(target, page, named, book.address))


def resolved(target: str, page: str, named: dict[str, set[str]], address: str) -> str:
    """Return where a link of a page leads within a document.

    >>> named = {"systems/planes": {"planes.sec-planes"}, "systems/one-equation": set()}
    >>> resolved("planes.html#sec-planes", "systems/one-equation", named, "https://a.b/")
    '#planes.sec-planes'
    >>> resolved("../search.html?q=a", "systems/planes", named, "https://a.b/")
    'https://a.b/search.html?q=a'
    """
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return target  # live parts live at their address only
    path = posixpath.normpath(posixpath.join(posixpath.dirname(page), parts.path))
    other = path.removesuffix(".html") if parts.path else page
    if other in named:
        name = f"{slug(other)}.{unquote(parts.fragment)}"
        return f"#{name}" if name in named[other] else f"#{slug(other)}"
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    shown = f"{page}.html" if not parts.path else path
    return f"{address}{shown}{query}{fragment}"


def apart(texts: list[str]) -> list[str]:
    """Mark the links of each text that lead to another, and keep the names that others lead to.

    Chromium writes a name for each link of the same document, also for one that is not shown.

    >>> apart(['<a href="#b">1</a>', '<p id="b">2</p>'])[0]
    '<a href="https://in.document/#b">1</a>'
    >>> apart(['<a href="#b">1</a>', '<p id="b">2</p>'])[1]
    '<p id="b">2</p><nav hidden><a href="#b"></a></nav>'
    """
    names = [set(NAME.findall(text)) for text in texts]
    targets = [set(TARGET.findall(text)) for text in texts]
    made = []
    for place, text in enumerate(texts):
        own = names[place]
        marked = TARGET.sub(
            lambda link, own=own: link[0] if link[1] in own else f' href="{ELSEWHERE}{link[1]}"',
            text,
        )
        asked = sorted(own & set().union(*targets[:place], *targets[place + 1 :]))
        shown = "".join(f'<a href="#{name}"></a>' for name in asked)
        made.append(f"{marked}<nav hidden>{shown}</nav>" if shown else marked)
    return made
