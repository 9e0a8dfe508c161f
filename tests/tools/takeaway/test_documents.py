"""A document made from pages: solutions at its end, folds open, links and names within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html
from tools.takeaway.book import Book, TakeawayError
from tools.takeaway.pdf.document import chapters_of, number_links, set_levels
from tools.takeaway.pdf.printing import chosen

from tests.tools.takeaway.site import ADDRESS, write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(write_site(tmp_path / "html"))


@pytest.fixture
def articles(book: Book) -> list[html.HtmlElement]:
    return [chapter.article for chapter in chapters_of(book, ["part/one", "part/two"])]


def test_solutions_stand_at_the_end_behind_their_hints(articles: list[html.HtmlElement]) -> None:
    last = articles[0].xpath("./section/section")[-1]
    assert last.get("id") == "one.solutions"
    assert [" ".join(block.text_content().split()) for block in last] == [
        "Solutions",
        "Hint for Exercise 3.1 (Try) Both.",
        "Solution to Exercise 3.1 (Try) It is 2.",
    ]
    assert articles[0].xpath(".//details") == []


def test_exercises_lead_to_their_solutions_and_their_checks(
    articles: list[html.HtmlElement],
) -> None:
    lines = articles[0].xpath(".//div[@id='one.exr-one-a']/p[@class='live-address']")
    assert [line.text_content() for line in lines] == [
        "Answers are checked at book.test/part/one.html#exr-one-a. Solution, page 000"
    ]
    assert lines[0].xpath("./a/@href") == [
        f"{ADDRESS}part/one.html#exr-one-a",
        "#one.sol-one-a",
    ]
    assert lines[0].xpath(".//span/@data-to") == ["one.sol-one-a"]
    assert articles[0].xpath(".//div[@id='one.exr-one-b']/p[@class='live-address']") == []


def test_what_only_a_screen_can_do_is_left_out_and_its_address_said(
    articles: list[html.HtmlElement],
) -> None:
    words = articles[0].text_content()
    assert "Moves at book.test/part/one.html#fig-one" in words
    assert "Needs" not in words
    assert not [target for target in articles[0].xpath(".//a/@href") if "deck" in target]
    assert not articles[0].xpath(".//*[@data-live] | .//*[@class='headerlink']")


def test_what_a_caption_asks_to_do_stands_where_it_can_be_done(
    articles: list[html.HtmlElement],
) -> None:
    (caption,) = articles[0].xpath(".//figure[@id='one.fig-asks']/figcaption")
    statement, line = (" ".join(p.text_content().split()) for p in caption.iter("p"))
    assert statement == "What moves is x."
    assert line == "To try at book.test/part/one.html#fig-asks: Drag x: where to? Then stop."


def test_nothing_is_said_of_forms_that_paper_does_not_have(
    articles: list[html.HtmlElement],
) -> None:
    (paragraph,) = articles[0].xpath(".//div[@id='one.exr-one-a']/section/p")
    assert paragraph.text_content().split() == ["By", "hand:", "add.", "And", "so", "on."]


def test_a_list_says_pages_but_not_in_headings_and_not_at_letters() -> None:
    listed = html.fromstring(
        '<article><p class="index-letters"><a href="#a">A</a></p><h2><a href="#b">One</a></h2>'
        '<p><a href="#c">Theorem 1.1</a> (<a href="https://a.b/">site</a>)</p></article>'
    )
    number_links(listed)
    assert listed.text_content() == "AOneTheorem 1.1, p.\u00a0000 (site)"
    assert listed.xpath(".//span/@data-to") == ["c"]


def test_links_lead_within_the_document_or_to_an_address(
    articles: list[html.HtmlElement],
) -> None:
    paragraph = articles[0].xpath(".//p[@id='one.p-1']")[0]
    assert paragraph.xpath("./a/@href") == [
        "#one.exr-one-a",
        "#two",  # no figure has this name
        f"{ADDRESS}search.html?q=a#b",
        "https://other.test/a",
    ]
    (theorem,) = articles[0].xpath(".//div[@id='one.thm-one']")
    assert theorem.xpath(".//a/@href") == ["#two"]
    for article in articles:
        names = set(article.xpath(".//@id"))
        assert {used[1:] for used in article.xpath(".//use/@href")} <= names
    everything = [name for article in articles for name in article.xpath(".//@id")]
    assert len(everything) == len(set(everything))


def test_a_formula_is_named_by_its_latex(articles: list[html.HtmlElement]) -> None:
    formula = articles[0].xpath(".//p[@id='one.p-1']/span")[0]
    assert (formula.get("role"), formula.get("aria-label")) == ("img", "x < 1")
    assert formula.xpath("string()") == "x"
    assert formula.xpath(".//@aria-hidden") == []


def test_headings_stand_below_those_of_the_document(articles: list[html.HtmlElement]) -> None:
    set_levels(articles[0], below=1)
    found = [(h.tag, h.get("class")) for h in articles[0].iter("h1", "h2", "h3")]
    assert found == [("h2", "level-1"), ("h3", "level-2"), ("h3", "level-2")]


def test_unknown_names_and_missing_pages_are_said_in_one_sentence(book: Book) -> None:
    with pytest.raises(TakeawayError, match="expected names of chapters or book, received x: the"):
        chosen(book, ["svd", "x"])
    assert chosen(book, ["svd", "book"]) == ["pseudoinverse/svd", "book"]
    assert len(chosen(book, [])) == len(book.chapters) + 1
    with pytest.raises(TakeawayError, match=r"found no none\.html: call make book first"):
        book.read("none")
