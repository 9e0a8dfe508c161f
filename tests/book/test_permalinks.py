"""Every paragraph has an address, and it stays when others are added."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document

from addresses import permalinks

if TYPE_CHECKING:
    from tests.book.site import Page

# What code writes: the cell has an address. What is a list of places: each entry is a link to one.
NAMES = {"admonition-title", "plan-title"}
LISTS = {"reference/index-of-terms", "reference/theorem-map"}
OF_CODE = ["worked-example", "output", "cell_output", "live-example", "field-list"]


def section(*paragraphs: str, name: str = "sec-one") -> nodes.document:
    """Return a document with one section of paragraphs."""
    document = new_document("page", get_default_settings())
    document += nodes.section("", *(nodes.paragraph("", text) for text in paragraphs), ids=[name])
    return document


def addresses(document: nodes.document) -> dict[str, str]:
    """Return the address of each paragraph, by its text."""
    permalinks.add_permalinks(None, document)  # type: ignore[arg-type]
    return {node.astext(): node["ids"][0] for node in document.findall(nodes.paragraph)}


def test_addresses_stay_when_paragraphs_are_added() -> None:
    before = addresses(section("One line runs down.", "Two lines cross in a point."))
    after = addresses(
        section("New.", "One line runs down.", "New too.", "Two lines cross in a point.")
    )
    assert before.items() <= after.items()
    assert before["One line runs down."].startswith("p-one-line-runs-")


def test_address_keeps_when_later_words_change() -> None:
    words = "a b c d e f g h"
    (one,), (other,) = (addresses(section(f"{words} {end}.")).values() for end in ("i", "j k"))
    assert one == other


def test_sections_keep_equal_paragraphs_apart() -> None:
    (one,) = addresses(section("The same words.")).values()
    (other,) = addresses(section("The same words.", name="sec-two")).values()
    assert one != other


def test_equal_beginnings_and_equal_paragraphs_get_different_addresses() -> None:
    document = section("a b c d e f g h one", "a b c d e f g h two", "Same.", "Same.", "Same.")
    permalinks.add_permalinks(None, document)  # type: ignore[arg-type]
    found = [node["ids"][0] for node in document.findall(nodes.paragraph)]
    assert len(set(found)) == 5


def test_formulas_tell_paragraphs_apart_but_do_not_show() -> None:
    document = section("", "")
    for node, tex in zip(document.findall(nodes.paragraph), ("x", "y"), strict=True):
        node += [nodes.Text("Let "), nodes.math("", tex), nodes.Text(" be a number")]
    one, other = addresses(document).values()
    assert one != other
    assert one.startswith("p-let-be-a-")


def test_a_label_is_kept_as_the_address() -> None:
    document = section("Named.")
    next(iter(document.findall(nodes.paragraph)))["ids"].append("here")
    assert list(addresses(document).values()) == ["here"]


def test_every_paragraph_and_formula_of_the_book_has_a_permalink(sourced: list[Page]) -> None:
    count = 0
    for page in (page for page in sourced if page.name not in LISTS):
        prose = page.soup.select("article section > p, article li > p, div.equation")
        for block in prose:
            if block.find_parent(class_=OF_CODE):
                continue
            if not block.get_text().strip() or {*block.get("class", [])} & NAMES:
                continue
            link = block.select_one("a.permalink, a.headerlink")
            assert link is not None, f"{page.name}: {block.get_text()[:80]}"
            assert str(link["href"]).removeprefix("#") in page.anchors
            count += 1
    assert count > 100


def test_permalinks_lead_to_what_holds_them(sourced: list[Page]) -> None:
    for page in sourced:
        links = page.soup.select("a.permalink")
        targets = Counter(str(link["href"]) for link in links)
        assert [name for name, times in targets.items() if times > 1] == []
        for link in links:
            assert link.find_parent(id=str(link["href"]).removeprefix("#")), link
            assert link.get_text() == ""
