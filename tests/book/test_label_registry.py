"""Published labels stay: the registry, what it refuses, and the redirects that it makes."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from addresses import labels
from tests.book.label_registry import labels_of, lost, problems, read, with_new, write
from tests.book.site import Page, read_site
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.book.small_book import SmallBook

REGISTRY = ROOT / "book" / "labels.json"
OLD = {"thm-a-old": {"address": "a.html#thm-a-old", "since": "0.1.0"}}
NEW = {"thm-a-new": {"address": "a.html#thm-a-new", "since": "0.2.0"}}
MOVED = {"thm-a-old": {**OLD["thm-a-old"], "moved_to": "thm-a-new"}, **NEW}
AT_NEW = {"thm-a-new": "a.html#thm-a-new"}


def test_every_published_label_is_where_it_was(sourced: list[Page]) -> None:
    built = labels_of(sourced)
    assert "thm-one-equation-nearest" in built
    if os.environ.get("ACCEPT"):
        write(REGISTRY, with_new(read(REGISTRY), built))
    assert problems(read(REGISTRY), built) == []


def test_every_registered_address_still_leads_somewhere(built_book: Path) -> None:
    site = {f"{page.name}.html": page for page in read_site(built_book)}
    for label, entry in read(REGISTRY).items():
        address, _, anchor = entry["address"].partition("#")
        assert anchor in site[address].anchors, label


def test_no_release_has_lost_a_label() -> None:
    def git(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, text=True, check=False
        )

    for tag in git("tag", "--list", "v*").stdout.split():
        released = git("show", f"{tag}:book/labels.json")
        if released.returncode == 0:
            assert lost(json.loads(released.stdout), read(REGISTRY)) == [], tag


def test_a_label_that_is_lost_from_the_registry_is_named() -> None:
    assert lost(OLD, MOVED) == []
    assert lost(OLD, NEW) == ["thm-a-old"]
    assert lost(OLD, {"thm-a-old": {"address": "b.html#thm-a-old"}}) == ["thm-a-old"]


@pytest.mark.parametrize(
    ("registry", "built", "words"),
    [
        (OLD, {}, "thm-a-old was published and is gone: bring it back, or name"),
        (OLD, {"thm-a-old": "b.html#thm-a-old"}, "published at a.html#thm-a-old and is now at b"),
        ({}, AT_NEW, "thm-a-new is not registered: call make accept"),
        (MOVED, AT_NEW | {"thm-a-old": "a.html#thm-a-old"}, "is back at its old address"),
    ],
)
def test_changes_without_a_word_are_refused(
    registry: dict[str, dict[str, str]], built: dict[str, str], words: str
) -> None:
    (problem,) = problems(registry, built)
    assert words in problem


def test_a_label_with_a_redirect_may_go() -> None:
    assert problems(MOVED, AT_NEW) == []


def test_update_adds_and_never_takes_away() -> None:
    updated = with_new(OLD, AT_NEW)
    assert updated["thm-a-old"] == OLD["thm-a-old"]
    assert updated["thm-a-new"]["address"] == "a.html#thm-a-new"


@pytest.mark.parametrize(
    ("target", "words"), [("thm-b", "is not registered"), ("thm-a-old", "leads back")]
)
def test_redirect_to_nowhere_is_refused(target: str, words: str) -> None:
    registry = {"thm-a-old": {"address": "a.html#thm-a-old", "moved_to": target}}
    with pytest.raises(ValueError, match=words):
        labels.moves(registry)


def test_label_that_moved_within_its_page_leads_to_its_new_place(catalog: SmallBook) -> None:
    soup = Page(catalog.html, catalog.html / "index.html").soup
    old = soup.find(id="thm-index-old")
    assert old is not None
    assert old.find_next_sibling()["id"] == "thm-index-new"  # type: ignore[index]


def test_label_that_left_its_page_leaves_a_link(catalog: SmallBook) -> None:
    found = Page(catalog.html, catalog.html / "index.html")
    line = found.soup.find(id="thm-index-far")
    assert line is not None
    assert line.get_text().split()[:5] == ["What", "was", "called", "thm-index-far", "has"]
    (link,) = line.find_all("a")
    assert found.target(link["href"]) == (catalog.html / "other.html", "thm-other-new")


def test_page_that_is_gone_leaves_a_page_of_links(catalog: SmallBook) -> None:
    found = Page(catalog.html, catalog.html / "part" / "gone.html")
    line = found.soup.find(id="thm-gone-one")
    assert line is not None
    (link,) = line.find_all("a")
    assert found.target(link["href"]) == (catalog.html / "other.html", "thm-other-new")
    assert found.attribute('meta[name="robots"]', "content") == "noindex"
