"""The cover lists the chapters of the contents, in the words of their front matter."""

from __future__ import annotations

import logging
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import yaml
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from tools.markup import parsed

from frame import chapter_list
from reference.claims import planned_chapters
from tests.built import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def words_of(chapter: str) -> str:
    """Return what a chapter is called on the cover."""
    front = (ROOT / "book" / f"{chapter}.md").read_text(encoding="utf-8").split("---\n")[1]
    return str(yaml.safe_load(front)["cover"])


def test_the_cover_lists_every_chapter_of_the_contents(built_book: Path) -> None:
    cover = parsed((built_book / "index.html").read_text(encoding="utf-8"))
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    numbered = [part for part in contents["parts"] if part.get("numbered")]
    (published,) = cover.select("#sec-index-chapters ol, #the-chapters ol")
    assert len(published.find_all("li")) == len(numbered)
    for part, item in zip(numbered, published.find_all("li"), strict=True):
        chapters = [page["file"] for page in part["chapters"]]
        named = "; ".join(words_of(chapter) for chapter in chapters)
        assert item.get_text() == f"{part['caption']}: {named}."
        links = [link["href"] for link in item.select("a:not(.permalink)")]
        assert links == [f"{page}.html#sec-{page.rpartition('/')[2]}" for page in chapters]


def test_a_chapter_without_words_for_the_cover_is_named(caplog: pytest.LogCaptureFixture) -> None:
    document = new_document("index", get_default_settings())
    document += chapter_list.chapter_list()
    part = SimpleNamespace(caption="Kernels", numbered=True, items=["kernels/feature-maps"])
    rest = SimpleNamespace(caption="Back matter", numbered=False, items=["notation"])
    contents = SimpleNamespace(root=SimpleNamespace(subtrees=[part, rest]))
    env = SimpleNamespace(external_site_map=contents, metadata={"kernels/feature-maps": {}})
    builder = SimpleNamespace(get_relative_uri=lambda _here, there: f"{there}.html")
    with caplog.at_level(logging.ERROR):
        chapter_list.fill(SimpleNamespace(env=env, builder=builder), document, "index")
    assert "kernels/feature-maps is not named on the cover" in caplog.text
    (item,) = document.findall(nodes.list_item)
    assert item.astext() == "Kernels: ."


def planned_on(folder: Path, written: list[str]) -> list[str]:
    """Return what the cover says is planned, of a book of two chapters of which some exist."""
    book = folder / "book"
    for name in ("claims", "part"):
        (book / name).mkdir(parents=True, exist_ok=True)
    (book / "claims/planned.yml").write_text("- first: the first\n- second: the second\n")
    for slug in written:
        (book / "part" / f"{slug}.md").touch()
    env = SimpleNamespace(srcdir=str(book), note_dependency=lambda _: None)
    directive = chapter_list.PlannedChapters.__new__(chapter_list.PlannedChapters)
    directive.state = SimpleNamespace(  # type: ignore[assignment]
        document=SimpleNamespace(settings=SimpleNamespace(env=env))
    )
    return [node.astext() for node in directive.run()]


def test_what_is_planned_goes_from_the_cover_by_itself(tmp_path: Path) -> None:
    assert planned_on(tmp_path / "a", []) == ["Planned: the first; the second."]
    assert planned_on(tmp_path / "b", ["first"]) == ["Planned: the second."]
    assert planned_on(tmp_path / "c", ["first", "second"]) == []


def test_the_cover_says_what_is_planned_and_no_other_page_does(built_book: Path) -> None:
    cover = parsed((built_book / "index.html").read_text(encoding="utf-8")).article
    assert cover is not None
    words = [words for words in planned_chapters(ROOT / "book/claims").values() if words]
    assert ("Planned:" in cover.get_text()) == bool(words)
    for one in words:
        assert one in cover.get_text()
    for path in [ROOT / "README.md", *(ROOT / "book").glob("[!_]*/*.md"), ROOT / "book/index.md"]:
        said = re.findall(
            r"\bplanned\b(?!-)|\bnot yet (?:published|written)\b", path.read_text("utf-8")
        )
        assert said == [], path
