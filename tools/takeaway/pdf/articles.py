"""The article of a built page, as it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from tools.takeaway.pages import find
from tools.takeaway.pdf.solutions import gather_solutions
from tools.takeaway.wording import drop_notes_of_checks, take_task

if TYPE_CHECKING:
    from tools.takeaway.book import Book

Element = html.HtmlElement

# Links to copy, forms to fill, code that the page folds away, what only a screen needs
UNPRINTED = [
    "//*[contains-class('headerlink')]", "//*[contains-class('permalink')]",
    "//*[contains-class('slide-link')]",
    "//*[contains-class('figure-parts')]",
    "//*[contains-class('cite-link')]", "//*[contains-class('figure-tools')]",
    "//*[contains-class('ties')]", "//*[contains-class('copybtn')]",
    "//*[contains-class('answer-check')]", "//*[contains-class('live-room')]",
    "//*[contains-class('figure-controls')]", "//*[contains-class('figure-readout')]",
    "//*[contains-class('cell')]/details[contains-class('hide')]",
    "//*[@data-live='path']", "//script", "//template", "//button",
]  # fmt: skip

SHARED = "//main/*[@hidden][.//defs]"
"""Outlines that the drawings and the root signs of a page use."""


def printed_article(book: Book, page: str) -> Element:
    """Return the article of a page without what paper cannot do, solutions at its end."""
    tree = book.read(page)
    article = find(tree, "//article[contains-class('bd-article')]")[0]
    say_addresses(article, f"{book.address}{page}.html")
    for path in UNPRINTED:
        for element in find(article, path):
            element.drop_tree()
    for element in find(article, "//*[@data-live]"):
        element.attrib.pop("data-live")
    drop_notes_of_checks(article)
    gather_solutions(article)
    open_folds(article)
    name_formulas(article)
    for shared in find(tree, SHARED):
        article.insert(0, shared)
    return article


def say_addresses(article: Element, address: str) -> None:
    """Say under each live part where it lives; its static form stays."""
    for element in find(article, "//*[@data-live='figure']"):
        name = element.get("data-figure")
        for caption in find(article, f"//figure[@id='{name}']/figcaption"):
            caption.append(where_it_moves(caption, f"{address}#{name}"))
    for element in find(article, "//*[@data-live='example']"):
        element.append(address_line("With your own numbers at", f"{address}#{element.get('id')}"))
    for element in find(article, "//*[contains-class('exercise')][.//*[@data-live='check']]"):
        element.append(address_line("Answers are checked at", f"{address}#{element.get('id')}"))


def where_it_moves(caption: Element, address: str) -> Element:
    """Return the line that says where a figure moves, with what its caption asks to do there."""
    task = take_task(caption)
    if task is None:
        return address_line("Moves at", address)
    line = address_line("To try at", address)
    line[-1].tail = ": "
    line.append(task)
    return line


def address_line(words: str, address: str) -> Element:
    """Return a line that leads to an address and shows it."""
    line = html.Element("p", {"class": "live-address"})
    line.text = f"{words} "
    link = html.Element("a", {"href": address})
    link.text = address.partition("://")[2]
    line.append(link)
    return line


def open_folds(article: Element) -> None:
    """Turn what the page folds into blocks that stand open."""
    for fold in find(article, "//details"):
        fold.tag = "div"
        fold.attrib.pop("open", None)
        for summary in find(fold, "./summary"):
            summary.tag = "p"
            summary.set("class", "fold-title")


def name_formulas(article: Element) -> None:
    """Give each formula its LaTeX as its name, for those who hear it, and leave one form of it."""
    for formula in find(article, "//span[contains-class('katex')]"):
        source = formula.xpath("string(.//annotation)")
        for hidden in find(formula, "./span[contains-class('katex-mathml')]"):
            hidden.drop_tree()
        for boxes in find(formula, "./span[contains-class('katex-html')]"):
            boxes.attrib.pop("aria-hidden", None)
        if source:
            formula.set("role", "img")
            formula.set("aria-label", " ".join(source.split()))
