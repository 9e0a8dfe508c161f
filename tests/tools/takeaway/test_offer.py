"""What is put into the site is linked where it is, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tools.takeaway.book import NAME
from tools.takeaway.offer import offer, with_links, without_links

from tests.tools.takeaway.site import write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "html")


def made(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_bytes(b"%PDF")
    return paths


def text(site: Path, page: str) -> str:
    return (site / f"{page}.html").read_text(encoding="utf-8")


def test_a_chapter_links_its_file_and_the_cover_the_book(site: Path, tmp_path: Path) -> None:
    untouched = text(site, "part/two")
    slides = site / "slides" / "one.html"  # of the same name, and no page of the book
    slides.parent.mkdir()
    slides.write_text(text(site, "part/one"), encoding="utf-8")
    offer(site, made(tmp_path, "one.pdf"), "pdf")
    assert '<a class="take-away" href="../pdf/one.pdf" download>PDF</a>' in text(site, "part/one")
    assert "take-away" not in text(site, "index")  # the whole book is not there
    assert text(site, "part/two") == untouched
    assert "take-away" not in slides.read_text(encoding="utf-8")
    offer(site, made(tmp_path, f"{NAME}.pdf"), "pdf")
    assert f'href="pdf/{NAME}.pdf" download>The book as PDF<' in text(site, "index")
    assert ".zip" not in text(site, "index")
    offer(site, made(tmp_path, f"{NAME}.zip"), "take-away")
    assert text(site, "index").count('class="take-away"') == 2
    assert (site / "take-away" / f"{NAME}.zip").exists()


def test_links_are_put_once_and_taken_away_whole(site: Path) -> None:
    before = text(site, "part/one")
    once = with_links(before, {"a.pdf": "PDF"})
    assert once != before
    assert with_links(once, {"a.pdf": "PDF"}) == once
    assert without_links(once) == before
    assert with_links(once, {}) == before
