"""One HTML document from the pages of a chapter or of the whole book."""

from __future__ import annotations

import copy
import html as escaping
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from tools.takeaway.book import Book, slug
from tools.takeaway.pages import find
from tools.takeaway.pdf.articles import SHARED, printed_article
from tools.takeaway.pdf.links import apart, names_in, relink, rename

if TYPE_CHECKING:
    from tools.takeaway.book import Part

Element = html.HtmlElement

STYLE = Path(__file__).with_name("print.css")
PLACEHOLDER = "000"
LOOKED_UP = re.compile(r"reference/(?:api|package-.*|changelog|verified-claims)")
"""Pages that nobody reads in order: the book leads to them on the site."""

LISTS = {"reference/index-of-terms", "reference/results"}
"""Pages whose links are of use on paper by the number of a page only."""

NUMBERED = (
    "//a[not(ancestor::*[contains-class('index-letters') or self::h1 or self::h2 or self::h3])]"
)
"""Links of the lists behind which a page is said: all but letters and headings."""


@dataclass(frozen=True)
class Chapter:
    """A page of the book, ready to be put into a document."""

    page: str
    article: Element

    @property
    def title(self) -> str:
        """The title, with its number."""
        return " ".join(self.article.find(".//h1").text_content().split())

    @property
    def sections(self) -> list[tuple[str, str]]:
        """The sections: the name and the title of each."""
        headings = self.article.findall(".//h2")
        return [
            (str(heading.getparent().get("id")), " ".join(heading.text_content().split()))
            for heading in headings
            if heading.getparent().get("id")
        ]


def chapters_of(book: Book, pages: list[str]) -> list[Chapter]:
    """Return pages that link to each other within one document."""
    chapters = []
    for page in pages:
        article = printed_article(book, page)
        rename(article, page)
        chapters.append(Chapter(page, article))
    named = {chapter.page: names_in(chapter.article) for chapter in chapters}
    for chapter in chapters:
        relink(chapter.article, chapter.page, named, book)
        if chapter.page in LISTS:
            number_links(chapter.article)
    return chapters


def number_links(article: Element) -> None:
    """Say behind each link within the document on which page its end is."""
    for link in find(article, NUMBERED):
        target = str(link.get("href", ""))
        if target.startswith("#"):
            number = html.Element("span", {"class": "page-of", "data-to": target[1:]})
            number.text, number.tail = PLACEHOLDER, link.tail
            link.tail = ", p.\u00a0"
            link.addnext(number)


def set_levels(article: Element, below: int) -> None:
    """Put headings below those of the document; they keep the look of their own level."""
    for level in (5, 4, 3, 2, 1):
        for heading in article.findall(f".//h{level}"):
            heading.tag = f"h{min(level + below, 6)}"
            heading.set("class", f"{heading.get('class', '')} level-{level}".strip())


def running_heads(chapters: list[Chapter]) -> str:
    """Return the style of each chapter's pages, which say its title."""
    return "\n".join(
        f"@page {style_name(chapter)} {{ @top-left {{ content: {json.dumps(chapter.title)}; }} }}\n"
        f"#{style_name(chapter)} {{ page: {style_name(chapter)}; }}"
        for chapter in chapters
    )


def style_name(chapter: Chapter) -> str:
    """Return the name of a chapter's pages."""
    return slug(chapter.page)


def contents_entry(name: str, title: str, kind: str) -> str:
    """Return a line of the contents."""
    number = f'<span class="page-of" data-to="{name}">{PLACEHOLDER}</span>'
    words = f"<span>{escaping.escape(title)}</span>"
    return f'<li class="{kind}"><a href="#{name}">{words} {number}</a></li>'


def contents_of(chapter: Chapter) -> list[str]:
    """Return the lines of a chapter's sections."""
    return [contents_entry(name, title, "of-section") for name, title in chapter.sections]


def head(title: str, styles: str, site: str) -> str:
    """Return the head of a document."""
    return (
        f'<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8">'
        f"<title>{escaping.escape(title)}</title>"
        f'<link rel="stylesheet" href="{site}_static/book.css">'
        f"<style>{STYLE.read_text(encoding='utf-8')}\n{styles}</style></head>"
    )


def written(chapter: Chapter, before: str, inside: str, below: int) -> str:
    """Return a chapter as HTML, with what stands before it and what follows its title."""
    set_levels(chapter.article, below)
    if inside:
        title = find(chapter.article, "//*[contains-class('level-1')]")[0]
        title.addnext(html.fromstring(inside))
    body = html.tostring(chapter.article, encoding="unicode")
    return f'<div class="chapter" id="{slug(chapter.page)}">{before}{body}</div>'


def chapter_document(book: Book, page: str, site: str) -> str:
    """Return the document of one chapter; ``site`` is where its style sheet is found."""
    (chapter,) = chapters_of(book, [page])
    lines = "".join(contents_of(chapter))
    address = f"{book.address}{page}.html"
    about = (
        f'<div class="chapter-about"><p><cite>{escaping.escape(book.title)}</cite>, '
        f'{book.edition}. <a href="{address}">{address.partition("://")[2]}</a></p>'
        f'<nav aria-label="Contents"><ol class="contents">{lines}</ol></nav></div>'
    )
    body = written(chapter, "", about, below=0)
    styles = running_heads([chapter])
    return f"{head(chapter.title, styles, site)}<body>{body}</body></html>"


def book_pieces(book: Book, site: str) -> list[tuple[str, bool]]:
    """Return the documents of the whole book, and whether each opens a part.

    The first has title and contents; then each page has one. A link to another piece begins with
    ``ELSEWHERE``.
    """
    pages = [page for part in book.parts for page in part.pages if not LOOKED_UP.fullmatch(page)]
    chapters = {chapter.page: chapter for chapter in chapters_of(book, pages)}
    styles = running_heads(list(chapters.values()))
    contents = "".join(part_contents(part, chapters) for part in book.parts)
    first = f'<nav class="whole-contents" id="contents"><h1>Contents</h1>{contents}</nav>'
    texts = {"": (f"{title_page(book)}{first}", True)}
    for part in book.parts:
        for page in filter(chapters.get, part.pages):
            opens = page == part.pages[0]
            title = part_title(part) if opens else ""
            texts[page] = (written(chapters[page], title, "", below=1), opens)
    bodies = apart([text for text, _ in texts.values()])
    heading = head(book.title, styles, site)
    return [
        (f"{heading}<body>{body}</body></html>", opens)
        for body, (_, opens) in zip(bodies, texts.values(), strict=True)
    ]


def part_name(part: Part) -> str:
    """Return the name of a part within the document."""
    return f"part-{'-'.join(part.title.lower().split())}"


def part_contents(part: Part, chapters: dict[str, Chapter]) -> str:
    """Return the contents of a part."""
    lines = []
    for page in filter(chapters.get, part.pages):
        chapter = chapters[page]
        lines.append(contents_entry(slug(page), chapter.title, "of-chapter"))
        lines += contents_of(chapter) if part.numbered else []
    title = f'<p class="contents-part">{escaping.escape(part.title)}</p>'
    return f'{title}<ol class="contents">{"".join(lines)}</ol>'


def part_title(part: Part) -> str:
    """Return the title of a part, which stands above its first chapter."""
    return f'<h1 class="part-title" id="{part_name(part)}">{escaping.escape(part.title)}</h1>'


def title_page(book: Book) -> str:
    """Return the first page: title, what it is about, which edition, where it lives, license."""
    figure = find(book.cover, "//figure[.//*[contains-class('figure-svg')]]//svg")
    parts = [*find(book.cover, SHARED), *figure[:1]]
    drawing = "".join(html.tostring(part, encoding="unicode") for part in parts)
    footer = copy.deepcopy(find(book.cover, "//footer//p")[0])
    for link in find(footer, "//a[contains(@href, 'this-browser')]"):
        link.drop_tree()
    words = " ".join(footer.text_content().split()).removesuffix(" .")
    return (
        f'<div class="title-page"><h1>{escaping.escape(book.title)}</h1>'
        f"<p>{escaping.escape(book.description)}</p>{drawing}"
        f'<p class="edition">{escaping.escape(words)}<br>'
        f'<a href="{book.address}">{book.address.partition("://")[2]}</a></p></div>'
    )
