"""What was opened can be read without a network, and a new release takes the place of the old."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect
from tools.audit.server import serving

from tests.browser.conftest import wait_until
from tests.browser.live_site import call, live_folder  # noqa: F401 (a fixture)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

REQUEST = {"name": "closest-point", "fields": {"equation": "5x - 2y = 7"}}
BUSY = 60  # seconds: a browser may put off what the page does not wait for
IS_KEPT = """(part) => caches.keys().then((names) => Promise.all(names.map((name) =>
  caches.open(name).then((cache) => cache.keys()))))
  .then((all) => all.flat().some(({ url }) => url.includes(part)))"""


@pytest.fixture
def folder(live_folder: Path, tmp_path: Path) -> Path:  # noqa: F811
    """Return a copy of the small site, to change it."""
    return shutil.copytree(live_folder, tmp_path / "site")


@pytest.fixture
def site(folder: Path) -> Iterator[str]:
    """Serve the copy and return its address."""
    with serving(folder) as address:
        yield address


def wait_until_kept(page: Page, *parts: str) -> None:
    """Wait until files with these parts in their addresses are in a cache."""
    for part in parts:
        wait_until(page, f"({IS_KEPT})({part!r})", BUSY)


def test_visited_page_and_python_work_offline(
    context: Callable[..., BrowserContext], site: str
) -> None:
    visitor = context(service_workers="allow")
    visitor.set_default_timeout(120_000)
    page = visitor.new_page()
    page.goto(f"{site}example.html")
    online = call(page, "run", REQUEST)["answer"]
    wait_until_kept(page, "example.html", "book.css", "book.js", "linalg_book-", "worker.js")
    wait_until_kept(page, "libraries-", "pyodide.asm.wasm.gz", "pyodide.asm.mjs", "pyodide.mjs")
    visitor.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_contain_text("Example")
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily") != ""
    assert page.evaluate("[...document.styleSheets].some((s) => s.href?.includes('book.css'))")
    offline = call(page, "run", REQUEST)
    assert offline.get("answer") == online, offline.get("message")
    page.goto(f"{site}figure.html")
    expect(page.locator("h1")).to_have_text("No connection")
    visitor.set_offline(False)
    page.goto(f"{site}figure.html")
    expect(page.locator("h1")).to_contain_text("Figure")


def test_new_release_takes_the_place_of_the_old(
    context: Callable[..., BrowserContext], site: str, folder: Path
) -> None:
    visitor = context(service_workers="allow")
    page = visitor.new_page()
    for name in ("figure", "index"):
        page.goto(f"{site}{name}.html")
        wait_until_kept(page, f"{name}.html", "book.css")
    (old,) = [n for n in page.evaluate("caches.keys()") if "unchanging" not in n]
    script = folder / "service-worker.js"
    source = script.read_text(encoding="utf-8")
    script.write_text(re.sub(r'RELEASE = ".*"', 'RELEASE = "next"', source), encoding="utf-8")
    index = folder / "index.html"
    changed = index.read_text(encoding="utf-8").replace("Nothing moves here", "Nothing moved here")
    index.write_text(changed, encoding="utf-8")
    page.goto(f"{site}index.html")
    expect(page.locator("article")).to_contain_text("Nothing moved here")
    wait_until(
        page, "caches.keys().then((names) => names.some((name) => name.endsWith('next')))", BUSY
    )
    wait_until(page, f"caches.keys().then((names) => !names.includes({old!r}))", BUSY)
    visitor.set_offline(True)
    page.reload()
    expect(page.locator("article")).to_contain_text("Nothing moved here")
    page.goto(f"{site}figure.html")  # opened before, in the old release only
    expect(page.locator("h1")).to_contain_text("Figure")


def test_page_says_what_is_kept_and_keeps_all_if_asked(
    context: Callable[..., BrowserContext], built_book: Path
) -> None:
    with serving(built_book) as address:
        visitor = context(service_workers="allow")
        page = visitor.new_page()
        page.goto(f"{address}reference/citing.html")
        line = page.locator(".kept > p")
        page.locator(".kept").scroll_into_view_if_needed()  # then it is said
        expect(line).to_contain_text("This page is kept on this device", timeout=BUSY * 1000)
        expect(line).to_contain_text("; 1 of ")
        page.get_by_role("button", name="Keep all pages").click()
        expect(line).to_contain_text(re.compile(r"; all \d+ pages are"), timeout=2 * BUSY * 1000)
        expect(page.locator(".kept > button")).to_be_hidden()
        visitor.set_offline(True)
        page.goto(f"{address}systems/planes.html")
        expect(page.locator("h1")).to_contain_text("Planes")


def test_site_can_be_installed(built_book: Path) -> None:
    manifest = json.loads((built_book / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (built_book / manifest["start_url"]).exists()
    for icon in manifest["icons"]:
        with Image.open(built_book / icon["src"]) as picture:
            assert "x".join(map(str, picture.size)) == icon["sizes"]
            corner = picture.convert("RGBA").getpixel((0, 0))
        assert corner == (255, 254, 251, 255)  # paper to its corners: systems cut them
    assert {icon["sizes"] for icon in manifest["icons"]} == {"192x192", "512x512"}
    page = (built_book / "systems" / "planes.html").read_text(encoding="utf-8")
    assert 'data-manifest="../manifest.webmanifest"' in page  # book.js links it when all is there


def test_release_names_version_and_commit(live_folder: Path) -> None:  # noqa: F811
    import linalg_book

    source = (live_folder / "service-worker.js").read_text(encoding="utf-8")
    found = re.search(r'^const RELEASE = "(.*)";$', source, re.MULTILINE)
    assert found is not None
    assert found[1].split("-")[0] == linalg_book.__version__
    page = (live_folder / "index.html").read_text(encoding="utf-8")
    assert 'data-offline="service-worker.js"' in page
