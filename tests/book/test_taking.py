"""Frames and slides of the built book: each piece has its own, cut from the finished pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

import pytest
from lxml import html

from taking import decks, markup
from tests.book.site import Page, is_elsewhere, policy_of
from tests.built import moving_in, number_of, sources

if TYPE_CHECKING:
    from pathlib import Path

PIECE = ("def-", "thm-", "lem-", "cor-", "alg-", "ex-", "exr-")
CHAPTER = "systems/one-equation"
MOST = 700_000  # bytes of a chapter's slides: drawings and formulas of the chapter, no code


@pytest.fixture(scope="module")
def chapters(sourced: list[Page]) -> list[Page]:
    """Return the chapters, which have numbers."""
    folders = {"data", "systems", "pseudoinverse", "regression", "kernels", "networks", "scale"}
    return [page for page in sourced if page.name.partition("/")[0] in folders]


@pytest.fixture(scope="module")
def embeds(built_book: Path) -> dict[str, html.HtmlElement]:
    """Return every frame by the label of its piece."""
    paths = sorted((built_book / "embed").glob("*.html"))
    return {path.stem: html.fromstring(path.read_text("utf-8")) for path in paths}


@pytest.fixture(scope="module")
def slides(built_book: Path) -> dict[str, html.HtmlElement]:
    """Return the slides of every chapter by its slug."""
    paths = sorted((built_book / "slides").glob("*.html"))
    return {path.stem: html.fromstring(path.read_text("utf-8")) for path in paths}


def labels(page: Page) -> list[str]:
    """Return the labels of the pieces of a chapter in their order, all figures too."""
    found = [str(block["id"]) for block in page.soup.select("div.admonition[id], figure[id]")]
    return [label for label in found if label.startswith((*PIECE, "fig-"))]


def test_every_piece_has_a_frame_and_a_slide(
    chapters: list[Page], embeds: dict[str, html.HtmlElement], slides: dict[str, html.HtmlElement]
) -> None:
    assert len(chapters) == len(slides) == 24
    framed = set()
    for page in chapters:
        moving = set(moving_in(page.name))
        framed |= {name for name in labels(page) if name in moving or not name.startswith("fig-")}
        shown = slides[page.name.rpartition("/")[2]].xpath("//section[contains(@class, 'slide-')]")
        named = [slide.get("id").removeprefix("slide-") for slide in shown]
        folded = {str(b["id"]) for b in page.soup.select("details figure[id], details div[id]")}
        assert named == ["title", *(name for name in labels(page) if name not in folded)]
    assert set(embeds) == framed
    assert len(framed) > 400


def test_a_frame_says_where_it_is_from_and_asks_not_to_be_found(
    embeds: dict[str, html.HtmlElement], chapters: list[Page]
) -> None:
    by_address = {page.attribute('[rel="canonical"]', "href"): page for page in chapters}
    for label, frame in embeds.items():
        (address,) = frame.xpath("//link[@rel='canonical']/@href")
        page = by_address[address]
        (place,) = frame.xpath("//footer/a[1]/@href")
        assert place == f"../{page.name}.html#{label}"
        assert label in page.anchors
        assert frame.xpath("//meta[@name='robots']/@content") == ["noindex"]
        words = frame.findtext(".//footer/cite"), frame.xpath("//footer/a[2]")[0].text
        assert words == ("From Linear Systems to Neural Networks", "CC BY 4.0")
        assert frame.xpath("//header | //nav | //form[@role='search']") == []
        policy = frame.xpath("//meta[@http-equiv]/@content")[0]
        assert policy == page.attribute("meta[http-equiv]", "content")
    assert "'self'" in policy_of(page)["script-src"]


def test_links_of_frames_and_slides_lead_on(
    embeds: dict[str, html.HtmlElement],
    slides: dict[str, html.HtmlElement],
    pages: list[Page],
) -> None:
    by_name = {page.name: page for page in pages}
    for folder, made in (("embed", embeds), ("slides", slides)):
        for name, tree in made.items():
            own = {str(value) for value in tree.xpath("//@id")}
            for address in map(str, tree.xpath("//a/@href")):
                path, anchor = urldefrag(address)
                if is_elsewhere(address) or path.startswith("?"):
                    continue
                if path.endswith(".html"):
                    page = by_name[path.removeprefix("../").removesuffix(".html")]
                    assert not anchor or anchor in page.anchors, (folder, name, address)
                else:
                    assert anchor in own, (folder, name, address)


def test_drawings_have_what_they_borrow_and_names_are_unique(
    embeds: dict[str, html.HtmlElement], slides: dict[str, html.HtmlElement]
) -> None:
    for name, tree in [*embeds.items(), *slides.items()]:
        own = [str(value) for value in tree.xpath("//@id")]
        assert len(own) == len(set(own)), name
        used = {str(value).removeprefix("#") for value in tree.xpath("//use/@href")}
        used |= {v.removeprefix("#") for v in map(str, tree.xpath("//use/@*")) if v[0] == "#"}
        assert used <= set(own), name


def test_slides_hold_one_another_in_no_other_way_than_sections(
    slides: dict[str, html.HtmlElement],
) -> None:
    for slug, tree in slides.items():
        deep = tree.xpath("//section/section/section")
        assert deep == [], f"{slug}: reveal.js would take them for slides"
        assert all(len(stack) for stack in tree.xpath("//div[contains(@class, 'slides')]/section"))


def test_notes_are_the_proofs_and_solutions(slides: dict[str, html.HtmlElement]) -> None:
    deck = slides["one-equation"]

    def note(label: str) -> str:
        return " ".join(deck.xpath(f"//section[@id='slide-{label}']/aside//p[1]/text()"))

    assert note("thm-one-equation-nearest").startswith("Proof")
    assert "Solution to" in note("exr-one-equation-by-hand")
    assert "Hint" in note("exr-one-equation-weights")
    assert note("def-one-equation-norm") == ""
    for slug, tree in slides.items():
        for exercise in tree.xpath("//section[contains(@class, 'slide-exercise')]"):
            titles = exercise.xpath("aside/p[@class='notes-title']")
            assert "Solution to" in titles[-1].text_content(), (slug, exercise.get("id"))
        assert tree.xpath("//aside//details | //aside//*[@data-live]") == []


def test_steps_come_one_at_a_time_and_figures_move(slides: dict[str, html.HtmlElement]) -> None:
    deck = slides["one-equation"]
    steps = deck.xpath(
        "//section[@id='slide-ex-one-equation-nearest']//li[contains(@class,'step')]"
    )
    assert [step.get("class") for step in steps] == ["step", *["step fragment"] * (len(steps) - 1)]
    assert len(steps) > 3
    movers = set(map(str, deck.xpath("//*[@data-live='figure']/@data-figure")))
    assert movers == set(moving_in(CHAPTER))
    assert deck.xpath("//*[@data-live and not(@data-live='figure' or self::script)]") == []


def test_nothing_of_it_is_found_by_search_or_site_map(built_book: Path) -> None:
    for name in ("sitemap.xml", "_static/search-index.js"):
        text = (built_book / name).read_text("utf-8")
        assert "one-equation.html" in text
        assert not re.search(r"\b(embed|slides)/", text), name


def test_the_chapter_leads_to_its_slides_and_back(
    chapters: list[Page], slides: dict[str, html.HtmlElement], sourced: list[Page]
) -> None:
    for page in chapters:
        slug = page.name.rpartition("/")[2]
        (link,) = page.soup.select(".page-actions a[href*='slides/']")
        assert str(link["href"]) == f"../slides/{slug}.html"
        targets = {str(a["href"]).partition("#")[2] for a in page.soup.select("a.slide-link")}
        assert targets == set(labels(page)), slug
        assert f"../{page.name}.html" in slides[slug].xpath("//nav/a/@href")
    others = [page for page in sourced if page not in chapters]
    assert len(others) == len(sources()) - 24
    assert not any(page.soup.select(".slide-link, .copy-latex") for page in others)


def test_a_course_page_finds_what_to_paste(pages: list[Page]) -> None:
    (page,) = [page for page in pages if page.name == f"cite/{CHAPTER}"]
    shown = {s.h2["id"]: s.select_one(".cite-iframe") for s in page.soup.select("section.cite")}
    frame = html.fromstring(shown["thm-one-equation-nearest"].get_text())
    assert frame.tag == "iframe"
    assert frame.get("src").endswith("/linalg-book/embed/thm-one-equation-nearest.html")
    assert frame.get("title").startswith(f"Theorem {number_of(CHAPTER)}.1")
    assert shown["fig-one-equation-triangle"] is None  # it does not move: its file serves
    assert shown["fig-one-equation-family"] is not None
    assert shown["exr-one-equation-by-hand"] is not None


def test_slides_are_light_and_their_library_has_its_license(built_book: Path) -> None:
    assert "Hakim El Hattab" in (built_book / "_static" / "licenses.txt").read_text("utf-8")
    sizes = {path.stem: path.stat().st_size for path in (built_book / "slides").glob("*.html")}
    assert max(sizes.values()) < 1.5 * MOST, sizes


def test_a_proof_belongs_to_the_last_result_without_one() -> None:
    def slide(label: str, kind: str, notes: list[str]) -> decks.Slide:
        return decks.Slide(label, kind, "", "", notes)

    first, second = slide("thm-a", "theorem", []), slide("fig-b", "figure", [])
    decks.keep_note([first, second], "", "proof")
    assert (first.notes, second.notes) == (["proof"], [])
    exercises = [slide("exr-a", "exercise", []), slide("exr-b", "exercise", [])]
    decks.keep_note(exercises, "sol-a", "solution")
    assert [one.notes for one in exercises] == [["solution"], []]


def test_an_element_that_does_not_end_is_refused() -> None:
    with pytest.raises(ValueError, match="expected a whole element"):
        markup.end_of("<div><div></div>", 0)
