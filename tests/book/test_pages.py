"""Every built page: its head, what it loads, and what it links to."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import yaml

from tests.book.site import Page, is_elsewhere, policy_of
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

UNWANTED = re.compile(r"thebe|require(\.min)?\.js|requirejs|font-?awesome|mathjax", re.IGNORECASE)


# The head


def test_policy_stands_before_everything_it_governs(pages: list[Page]) -> None:
    for page in pages:
        policy = 'meta[http-equiv="Content-Security-Policy"]'
        loading = page.soup.select(f"{policy}, script, link, style")
        assert loading[0].name == "meta", f"{page.name}: {loading[0]} stands before the policy"


def test_policy_allows_this_site_only(pages: list[Page]) -> None:
    for page in pages:
        policy = policy_of(page)
        assert policy["default-src"] == ["'self'"], page.name
        assert policy["object-src"] == ["'none'"], page.name
        assert policy["base-uri"] == ["'self'"], page.name
        allowed = {word for words in policy.values() for word in words}
        hashes = {word for word in allowed if word.startswith("'sha256-")}
        runs_python = bool(
            page.soup.select("[data-live=example], [data-live=sheet], [data-another]")
        )
        wasm = {"'wasm-unsafe-eval'"} if runs_python else set()
        worker = {"blob:"} if runs_python else set()
        known = {"'self'", "'none'", "'unsafe-inline'", "data:", *hashes, *wasm, *worker}
        assert allowed <= known, page.name
        assert policy["script-src"][0] == "'self'", page.name
        assert set(policy["script-src"][1:]) == hashes | wasm, page.name


def test_inline_scripts_are_those_that_the_policy_names(pages: list[Page]) -> None:
    for page in pages:
        for script in page.soup.find_all("script", src=False):
            if script.get("type") == "application/ld+json":
                continue  # data: a browser runs nothing of it
            digest = hashlib.sha256(str(script.string).encode()).digest()
            word = f"'sha256-{base64.b64encode(digest).decode()}'"
            assert word in policy_of(page)["script-src"], f"{page.name}: {script}"


def test_no_script_in_attributes(pages: list[Page]) -> None:
    for page in pages:
        for tag in page.soup.find_all(name=True):
            handlers = [name for name in tag.attrs if name.startswith("on")]
            scripts = [v for v in tag.attrs.values() if str(v).lower().startswith("javascript:")]
            assert not handlers, f"{page.name}: {tag}"
            assert not scripts, f"{page.name}: {tag}"


def test_language_title_description_and_canonical_address(sourced: list[Page]) -> None:
    config = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    base = os.environ.get("BOOK_URL", config["html"]["baseurl"]).rstrip("/") + "/"
    for page in sourced:
        assert page.attribute("html", "lang") == "en", page.name
        assert 40 <= len(page.attribute('meta[name="description"]', "content")) <= 200, page.name
        assert page.attribute('link[rel="canonical"]', "href") == f"{base}{page.name}.html"
        assert page.attribute('meta[property="og:url"]', "content") == f"{base}{page.name}.html"
        assert len(page.soup.select('meta[name="viewport"]')) == 1, page.name


def test_titles_are_plain_and_differ(pages: list[Page]) -> None:
    titles = [page.soup.title.get_text().strip() if page.soup.title else "" for page in pages]
    assert all(titles)
    assert not [title for title in titles if re.search(r"[$\\<]", title)]
    halves = [title.split(" — ") for title in titles]
    assert [parts for parts in halves if len(set(parts)) < len(parts)] == []
    assert [title for title, count in Counter(titles).items() if count > 1] == []


def test_descriptions_differ(sourced: list[Page]) -> None:
    found = Counter(page.attribute('meta[name="description"]', "content") for page in sourced)
    assert [words for words, count in found.items() if count > 1] == []


# What a page loads and links to


def test_nothing_is_fetched_from_elsewhere(pages: list[Page]) -> None:
    found = [
        f"{page.name}: {tag.name} {address}"
        for page in pages
        for tag, address in page.fetched()
        if is_elsewhere(address)
    ]
    assert found == []


def test_style_sheets_fetch_nothing_from_elsewhere(built_book: Path) -> None:
    sheets = sorted(built_book.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)", text)
        found = [one or other for one, other in addresses if is_elsewhere(one or other)]
        assert found == [], sheet.name


def test_files_that_pages_and_style_sheets_fetch_exist(pages: list[Page]) -> None:
    missing = [
        f"{page.name}: {address}"
        for page in pages
        for _, address in page.fetched()
        if not address.startswith("data:") and not page.target(address)[0].exists()
    ]
    sheet = pages[0].root / "_static" / "book.css"
    missing += [
        f"book.css: {address}"
        for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", sheet.read_text(encoding="utf-8"))
        if not address.startswith("data:") and not (sheet.parent / address).exists()
    ]
    assert missing == []


def test_no_unwanted_scripts_or_icon_fonts(pages: list[Page]) -> None:
    files = [path.name for path in pages[0].root.rglob("*") if UNWANTED.search(path.name)]
    assert files == []
    for page in pages:
        loaded = [str(tag) for tag in page.soup.find_all(["script", "link"])]
        assert [tag for tag in loaded if UNWANTED.search(tag)] == [], page.name
    css = (pages[0].root / "_static" / "book.css").read_text(encoding="utf-8")
    assert not re.search(r"font-family:\s*[\"']?Font ?Awesome", css, re.IGNORECASE)


@cache
def ids(path: Path) -> set[str]:
    """Return the ids of a page that is made of parts of others."""
    return set(re.findall(r' id="([^"]+)"', path.read_text(encoding="utf-8")))


def test_internal_links_and_anchors_resolve(pages: list[Page]) -> None:
    by_path = {page.path.resolve(): page for page in pages}
    broken = []
    for page in pages:
        for link in page.soup.find_all("a", href=True):
            if is_elsewhere(str(link["href"])):
                continue
            path, anchor = page.target(str(link["href"]))
            known = by_path.get(path.resolve())
            if not path.is_file() or (
                anchor and anchor not in (known.anchors if known else ids(path))
            ):
                broken.append(f"{page.name}: {link['href']}")
    assert broken == []


def test_links_elsewhere_use_https(pages: list[Page]) -> None:
    links = {str(tag["href"]) for page in pages for tag in page.soup.find_all("a", href=True)}
    assert [a for a in links if is_elsewhere(a) and not a.startswith(("https://", "mailto:"))] == []


def test_site_map_lists_each_page_of_the_book(sourced: list[Page]) -> None:
    tree = ET.parse(sourced[0].root / "sitemap.xml")  # noqa: S314 (our own file)
    listed = [str(tag.text) for tag in tree.iter() if tag.tag.endswith("}loc")]
    assert sorted(listed) == sorted(page.attribute('[rel="canonical"]', "href") for page in sourced)
