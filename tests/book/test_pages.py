"""Every built page: its head, its structure, its links, its mathematics and its drawings."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.book.site import Page, is_elsewhere, paints, policy_of, read_site
from tests.built import sources
from tests.paths import ROOT

if TYPE_CHECKING:
    from pathlib import Path

UNWANTED = re.compile(r"thebe|require(\.min)?\.js|requirejs|font-?awesome|mathjax", re.IGNORECASE)


@pytest.fixture(scope="session")
def pages(built_book: Path) -> list[Page]:
    """Return every page of the built book."""
    found = read_site(built_book)
    assert len([page for page in found if page.has_source]) == len(sources())
    return found


@pytest.fixture(scope="session")
def sourced(pages: list[Page]) -> list[Page]:
    """Return the pages that come from a file of the book."""
    return [page for page in pages if page.has_source]


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
        runs_python = bool(page.soup.select("[data-live=example], [data-another]"))
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


def test_internal_links_and_anchors_resolve(pages: list[Page]) -> None:
    by_path = {page.path.resolve(): page for page in pages}
    broken = []
    for page in pages:
        for link in page.soup.find_all("a", href=True):
            if is_elsewhere(str(link["href"])):
                continue
            path, anchor = page.target(str(link["href"]))
            known = by_path.get(path.resolve())
            if not path.is_file() or (anchor and (known is None or anchor not in known.anchors)):
                broken.append(f"{page.name}: {link['href']}")
    assert broken == []


def test_links_elsewhere_use_https(pages: list[Page]) -> None:
    links = {str(tag["href"]) for page in pages for tag in page.soup.find_all("a", href=True)}
    assert [a for a in links if is_elsewhere(a) and not a.startswith(("https://", "mailto:"))] == []


def test_site_map_lists_each_page_of_the_book(sourced: list[Page]) -> None:
    tree = ET.parse(sourced[0].root / "sitemap.xml")  # noqa: S314 (our own file)
    listed = [str(tag.text) for tag in tree.iter() if tag.tag.endswith("}loc")]
    assert sorted(listed) == sorted(page.attribute('[rel="canonical"]', "href") for page in sourced)


# Structure


def test_headings_are_in_order(pages: list[Page]) -> None:
    for page in pages:
        main = page.soup.main
        assert main is not None, page.name
        levels = [int(tag.name[1]) for tag in main.find_all(re.compile(r"^h[1-6]$"))]
        assert levels[0] == 1, page.name
        assert levels.count(1) == 1, page.name
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert jumps == [], page.name


def test_images_have_words(pages: list[Page]) -> None:
    for page in pages:
        for image in page.soup.find_all("img"):
            named = str(image.get("alt", "")).strip()
            holder = image.find_parent("a")
            decorates = "alt" in image.attrs and holder is not None and holder.get_text().strip()
            assert named or decorates, f"{page.name}: {image}"


def test_drawings_have_words_and_a_caption(pages: list[Page]) -> None:
    for page in pages:
        for drawing in page.soup.find_all("svg"):
            if drawing.find_parent(attrs={"aria-hidden": "true"}):
                continue  # a stretched sign of a formula: its MathML is what is read aloud
            assert drawing.get("role") == "img", f"{page.name}: {str(drawing)[:200]}"
            assert len(str(drawing.get("aria-label", ""))) >= 40, page.name
            figure = drawing.find_parent("figure")
            assert figure is not None, page.name
            caption = figure.find("figcaption")
            assert caption is not None, page.name
            assert len(caption.get_text().split()) > 4, page.name


def test_colors_of_drawings_follow_the_page(pages: list[Page]) -> None:
    drawn = 0
    for page in pages:
        for drawing in page.soup.select("svg.figure-svg"):
            for paint in paints(drawing):
                drawn += 1
                follows = re.match(r"var\(--figure-[a-z0-9-]+,|none$|currentColor$|url\(#", paint)
                assert follows, f"{page.name}: {paint} in {drawing['aria-label']}"
    assert drawn > 50


# Mathematics


def test_every_formula_is_rendered_with_mathml(sourced: list[Page]) -> None:
    count = 0
    for page in sourced:
        assert "data-tex" not in page.text, page.name
        assert "katex-error" not in page.text, page.name
        for formula in page.soup.select(".math"):
            count += 1
            assert formula.select_one(".katex-mathml math"), f"{page.name}: {formula}"
            assert formula.select_one(".katex-html[aria-hidden=true]"), f"{page.name}: {formula}"
    assert count > 100


def test_no_raw_latex_is_left_in_the_text(sourced: list[Page]) -> None:
    for page in sourced:
        assert page.soup.main is not None
        strings = [
            str(text)
            for text in page.soup.main.find_all(string=True)
            if text.find_parent(["pre", "code", "annotation"]) is None
        ]
        raw = [text for text in strings if re.search(r"\\[(\[a-zA-Z]|\$", text)]
        assert raw == [], page.name


def test_formulas_are_numbered_without_gaps(pages: list[Page]) -> None:
    """A formula that shows no number must not use one up."""
    for page in pages:
        shown = re.findall(r'class="eqno">\((?:[0-9]+\.)?([0-9]+)\)', page.text)
        assert [int(number) for number in shown] == list(range(1, len(shown) + 1)), page.name
