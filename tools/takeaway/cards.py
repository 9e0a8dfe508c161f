"""What stands on the cards: definitions, results and exercises by hand, from the built pages."""

from __future__ import annotations

import copy
import html as escaping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import html

from tools.takeaway.pages import find
from tools.takeaway.wording import drop_notes_of_checks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.takeaway.book import Book

Element = html.HtmlElement

STATED = ("definition", "theorem", "lemma", "corollary", "proposition")
BY_HAND = "By hand"
KEPT_ATTRIBUTES = {"href", "start", "colspan", "rowspan"}
UNSHOWN = [
    "//*[contains-class('permalink')]", "//*[contains-class('headerlink')]",
    "//*[contains-class('slide-link')]",
    "//*[contains-class('figure-parts')]",
    "//*[contains-class('cite-link')]", "//*[contains-class('ties')]",
    "//*[contains-class('answer-check')]", "//*[contains-class('hide')]",
    "//*[contains-class('live-room')]", "//figure", "//svg", "//button", "//*[@hidden]",
]  # fmt: skip


@dataclass(frozen=True)
class Card:
    """A card: the label that names it for ever, both sides, where it is from."""

    label: str
    kind: str
    front: str
    back: str
    title: str
    address: str


def cards_of(book: Book, page: str) -> Iterator[Card]:
    """Yield the cards of a chapter in the order of its text."""
    article = find(book.read(page), "//article[contains-class('bd-article')]")[0]
    address = f"{book.address}{page}.html"
    for block in find(article, "//div[contains-class('admonition')][@id]"):
        classes = set(block.get("class", "").split())
        stated = next((kind for kind in STATED if kind in classes), None)
        if stated:
            yield statement(block, stated, address)
        elif "exercise" in classes and words(block.find("section")).startswith(BY_HAND):
            yield exercise(article, block, address)


def words(block: Element | None) -> str:
    """Return the text of a block with single spaces."""
    return "" if block is None else " ".join(block.text_content().split())


def title_of(block: Element) -> tuple[str, str]:
    """Return the number and the name of a block, ``Theorem 3.1`` and ``Pythagoras``."""
    number = find(block, "//*[contains-class('caption-number')]")[0].text_content().strip()
    (title,) = block.xpath("./p[@class='admonition-title']/span[1]")
    return number, words(title).removeprefix(number).strip().strip("()")


def statement(block: Element, kind: str, address: str) -> Card:
    """Return the card that asks for a definition or a result."""
    number, name = title_of(block)
    ask = "What is meant?" if kind == "definition" else "What does it say?"
    front = f"<p><b>{escaping.escape(name or number)}</b></p><p>{ask}</p>"
    label = block.get("id")
    back = written(block.find("section"), address)
    return Card(label, kind, front, back, number, f"{address}#{label}")


def exercise(article: Element, block: Element, address: str) -> Card:
    """Return the card of an exercise, with its solution behind."""
    number, name = title_of(block)
    label = block.get("id")
    front = f"<p><b>{escaping.escape(name)}</b></p>{written(block.find('section'), address)}"
    solution = article.xpath(f".//details[@id='{label.replace('exr-', 'sol-', 1)}']/section")
    back = written(solution[0], address) if solution else ""
    return Card(label, "exercise", front, back, number, f"{address}#{label}")


def written(block: Element, address: str) -> str:
    """Return the content of a block in the HTML that cards can show."""
    block = copy.deepcopy(block)
    drop_notes_of_checks(block)
    for path in UNSHOWN:
        for element in find(block, path):
            element.drop_tree()
    for formula in find(block, "//span[contains-class('katex')]"):
        set_formula(formula)
    for element in block.iter():
        target = element.get("href")
        for name in set(element.attrib) - KEPT_ATTRIBUTES:
            del element.attrib[name]
        if target:
            element.set("href", urljoin(address, target))
    for element in [*block.iter("span", "div", "section")]:
        if element is not block:
            element.drop_tag()
    inside = (html.tostring(child, encoding="unicode") for child in block)
    return (escaping.escape(block.text or "") + "".join(inside)).strip()


def set_formula(formula: Element) -> None:
    """Write a formula as Anki's MathJax reads it, in place of its boxes."""
    source = " ".join(str(formula.xpath("string(.//annotation)")).split())
    parent = formula.getparent()
    display = parent is not None and "katex-display" in parent.get("class", "")
    tail = formula.tail
    formula.clear()
    formula.text, formula.tail = rf"\[{source}\]" if display else rf"\({source}\)", tail
