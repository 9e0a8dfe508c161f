"""The archive of the site: whole, the same each time, and honest about what a folder cannot do."""

from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest
from tools.takeaway.archive import write_archive
from tools.takeaway.book import NAME, Book
from tools.takeaway.offer import offer

from tests.tools.takeaway.site import ADDRESS, write_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(write_site(tmp_path / "html"))


def test_archive_is_the_site_without_what_it_offers(book: Book, tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(b"%PDF")
    offer(book.site, [tmp_path / "one.pdf"], "pdf")
    with zipfile.ZipFile(write_archive(book, tmp_path)) as archive:
        names = archive.namelist()
        pages = {
            name: archive.read(f"{NAME}/{name}.html").decode() for name in ("index", "part/one")
        }
    inside = ("index.html", "part/one.html", "part/two.html", "version.json")
    assert names == [f"{NAME}/{name}" for name in inside]
    assert "take-away" not in pages["part/one"]
    assert "You read a copy from a folder" in pages["index"]
    assert "python3 -m http.server" in pages["index"]
    assert f'<a href="{ADDRESS}">' in pages["index"]
    assert "from a folder" not in pages["part/one"]


def test_archive_is_the_same_each_time(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764500000")
    first = write_archive(book, tmp_path).read_bytes()
    for path in book.site.rglob("*.html"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert write_archive(book, tmp_path).read_bytes() == first
    with zipfile.ZipFile(tmp_path / f"{NAME}.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2025, 11, 30, 10, 53, 20)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")  # no year before 1980 can be written
    assert write_archive(book, tmp_path).exists()
