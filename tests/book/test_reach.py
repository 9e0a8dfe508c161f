"""What a screen reader, another site and a server make of the built pages."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.book.site import Page

BLOCKS = {"alg", "cor", "def", "ex", "exr", "lem", "thm"}


def test_numbered_blocks_are_landmarks_with_their_titles(sourced: list[Page]) -> None:
    kinds = set()
    for page in sourced:
        blocks = page.soup.select("div.admonition[id]")
        for block in blocks:
            kind = str(block["id"]).split("-")[0]
            title = block.find(class_="admonition-title")
            if kind not in BLOCKS or title is None:
                continue
            kinds.add(kind)
            assert block.get("role") == "region", f"{page.name}: {block['id']}"
            name = title.find(id=block["aria-labelledby"])
            assert name.get_text().strip() == title.get_text().strip(), page.name
            assert not name.find("a"), page.name
    assert kinds == BLOCKS


def test_a_link_to_any_page_shows_the_picture_of_the_cover(sourced: list[Page]) -> None:
    for page in sourced:
        address = page.attribute('meta[property="og:image"]', "content")
        site = page.attribute('meta[property="og:url"]', "content").partition(page.name)[0]
        picture = page.root / address.removeprefix(site)
        head = picture.read_bytes()[:24]  # a PNG begins with its signature and its size
        assert head[:8] == b"\x89PNG\r\n\x1a\n", page.name
        assert struct.unpack(">II", head[16:24]) == (1200, 630)


def test_the_page_for_no_address_works_at_any_depth(pages: list[Page]) -> None:
    page = next(page for page in pages if page.name == "404")
    addresses = [value for _, value in page.fetched()]
    addresses += [str(link["href"]) for link in page.soup.find_all("a", href=True)]
    assert len(addresses) > 10
    assert [a for a in addresses if not a.startswith(("/", "#", "https:", "data:"))] == []


def test_bold_and_blackboard_letters_are_letters_in_mathml(sourced: list[Page]) -> None:
    for page in sourced:
        left = page.soup.select('math [mathvariant="bold"], math [mathvariant="double-struck"]')
        assert [part.get_text() for part in left if part.get_text().isalnum()] == [], page.name
