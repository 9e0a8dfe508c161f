"""A built site is put where it belongs: releases once and for good, the newest build at the top."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tools.put_on_site import SiteError, files, main, put

if TYPE_CHECKING:
    from pathlib import Path

MARK = {".git/HEAD"}  # what makes a folder a checkout here
NEW_COMMIT, OLD_COMMIT = "bbbbbbb", "aaaaaaa"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of a branch that holds something else."""
    folder = tmp_path / "pages"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/gh-pages\n")
    (folder / "README.md").write_text("What the branch was made from.\n")
    (folder / "src").mkdir()
    (folder / "src" / "old.py").write_text("1\n")
    return folder


def site(folder: Path, version: str, *, commit: str = NEW_COMMIT, released: bool = False) -> Path:
    """Write a built book of one page whose text names what was built."""
    folder.mkdir(parents=True)
    facts = {"version": version, "commit": commit, "released": released}
    (folder / "version.json").write_text(json.dumps(facts))
    (folder / "_static").mkdir()
    (folder / "_static" / "book.css").write_text("p {}\n")
    (folder / "index.html").write_text(f"<p>{version} {commit} {released}</p>\n")
    return folder


def text(checkout: Path, place: str = "") -> str:
    """Return the text of the page at a place of the site."""
    return (checkout / place / "index.html").read_text().strip()


def test_first_release_stands_at_the_top_and_at_its_version(checkout: Path, tmp_path: Path) -> None:
    assert put(site(tmp_path / "one", "1.0.0", released=True), checkout) == "Version 1.0.0"
    build = {"version.json", "index.html", "_static/book.css"}
    assert files(checkout) == MARK | build | {".nojekyll"} | {f"v/1.0.0/{name}" for name in build}
    assert text(checkout) == text(checkout, "v/1.0.0") == "<p>1.0.0 bbbbbbb True</p>"


def test_second_release_leaves_the_first_as_it_was(checkout: Path, tmp_path: Path) -> None:
    one = site(tmp_path / "one", "1.0.0", commit=OLD_COMMIT, released=True)
    (one / "gone.html").write_text("<p>gone</p>\n")
    put(one, checkout)
    (checkout / "CNAME").write_text("book.example\n")
    put(site(tmp_path / "two", "2.0.0", released=True), checkout)
    assert text(checkout) == text(checkout, "v/2.0.0") == "<p>2.0.0 bbbbbbb True</p>"
    assert text(checkout, "v/1.0.0") == "<p>1.0.0 aaaaaaa True</p>"
    assert not (checkout / "gone.html").exists()
    assert (checkout / "v/1.0.0/gone.html").exists()
    assert (checkout / "CNAME").read_text() == "book.example\n"


def test_development_build_replaces_the_top_only(checkout: Path, tmp_path: Path) -> None:
    put(site(tmp_path / "one", "1.0.0", commit=OLD_COMMIT, released=True), checkout)
    said = put(site(tmp_path / "next", "1.0.0"), checkout)
    assert said == "Development version, commit bbbbbbb"
    assert text(checkout) == "<p>1.0.0 bbbbbbb False</p>"
    assert text(checkout, "v/1.0.0") == "<p>1.0.0 aaaaaaa True</p>"
    assert [path.name for path in (checkout / "v").iterdir()] == ["1.0.0"]


@pytest.mark.parametrize("release_first", [True, False])
def test_release_and_draft_of_one_commit_end_alike(
    release_first: bool,  # noqa: FBT001 (a parameter of the test)
    checkout: Path,
    tmp_path: Path,
) -> None:
    builds = [
        site(tmp_path / f"{r}", "1.0.0", released=r) for r in (release_first, not release_first)
    ]
    for build in builds:
        put(build, checkout)
    assert text(checkout) == text(checkout, "v/1.0.0") == "<p>1.0.0 bbbbbbb True</p>"


def test_a_release_is_never_written_anew(checkout: Path, tmp_path: Path) -> None:
    one = site(tmp_path / "one", "1.0.0", released=True)
    put(one, checkout)
    put(one, checkout)  # the same again is no change
    before = text(checkout)
    (one / "index.html").write_text("<p>mended</p>\n")
    (one / "more.html").write_text("<p>more</p>\n")
    with pytest.raises(
        SiteError, match=r"2 files of this build differ \(index\.html, more\.html\)"
    ):
        put(one, checkout)
    assert text(checkout) == text(checkout, "v/1.0.0") == before


def test_what_is_no_build_or_no_checkout_is_refused(checkout: Path, tmp_path: Path) -> None:
    one = site(tmp_path / "one", "1.0.0")
    (tmp_path / "empty").mkdir()
    with pytest.raises(SiteError, match=r"version\.json"):
        put(tmp_path / "empty", checkout)
    with pytest.raises(SiteError, match=r"found no \.git"):
        put(one, tmp_path / "empty")
    with pytest.raises(SiteError, match=r"version\.json"):
        put(site(tmp_path / "odd", "../../etc", released=True), checkout)
    (one / "v").mkdir()
    with pytest.raises(SiteError, match="the build has v at its top"):
        put(one, checkout)
    assert (checkout / "README.md").exists()


def test_command_says_what_it_did_or_what_to_do(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = site(tmp_path / "one", "1.0.0", released=True)
    assert main([str(one), str(checkout)]) == 0
    assert capsys.readouterr().out == "Version 1.0.0\n"
    (one / "index.html").write_text("<p>mended</p>\n")
    assert main([str(one), str(checkout)]) == 1
    assert "release it under a new version" in capsys.readouterr().err
    assert main([]) == 2
