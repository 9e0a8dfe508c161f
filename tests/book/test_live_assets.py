"""What the live layer adds to a site: only to pages with live parts, and only what they use."""

from __future__ import annotations

import json
import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from frame import pages
from live import live_assets
from tests.book.live_book import make_live_book
from tests.book.small_book import ROOT

if TYPE_CHECKING:
    from tests.book.small_book import SmallBook


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> SmallBook:
    """Return a book with a page that has no more than its citation, a figure, and Python."""
    return make_live_book(tmp_path_factory.mktemp("book"))


def html(book: SmallBook, name: str) -> str:
    return (book.html / f"{name}.html").read_text(encoding="utf-8")


def test_only_pages_with_live_parts_name_the_entry(book: SmallBook) -> None:
    assert 'data-live="_static/live/main.js"' in html(book, "figure")
    assert 'data-live="_static/live/main.js"' in html(book, "example")
    assert "live/main.js" not in html(book, "search")
    assert (book.html / "_static/live/main.js").is_file()


def test_only_pages_with_python_may_compile_webassembly(book: SmallBook) -> None:
    assert "wasm-unsafe-eval" in html(book, "example")
    for name in ("index", "figure", "search"):
        assert "wasm-unsafe-eval" not in html(book, name)
        assert "worker-src" not in html(book, name)


def test_policy_of_python_adds_nothing_else() -> None:
    plain, python = (set(pages.policy(python=flag).split("; ")) for flag in (False, True))
    assert [rule for rule in python - plain if "script-src" not in rule] == [
        "worker-src 'self' blob:"
    ]
    assert not re.search(r"https?:|'unsafe-eval'", pages.policy(python=True))


def test_only_needed_libraries_are_copied_with_their_licenses(book: SmallBook) -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = {f"{n}-{lock[f'node_modules/{n}']['version']}" for n in ("fraction.js", "katex")}
    vendor = book.html / "_static/live/vendor"
    python = re.compile(r"(pyodide|libraries|linalg_book)-.*")
    assert {p.name for p in vendor.iterdir() if not python.fullmatch(p.name)} == wanted
    licenses = (book.html / "_static/licenses.txt").read_text(encoding="utf-8")
    assert "Robert Eisele" in licenses  # the author of fraction.js
    assert licenses.count("Khan Academy") == 1  # KaTeX serves pages as well


def test_vendor_module_names_copies_and_settings(book: SmallBook) -> None:
    module = (book.html / "_static/live/vendor.js").read_text(encoding="utf-8")
    folders = re.findall(r'export const (\w+) = new URL\("(vendor/[^"]+/)"', module)
    assert [name for name, _ in folders] == ["FRACTION_JS", "KATEX"]
    assert all((book.html / "_static/live" / folder).is_dir() for _, folder in folders)
    assert r'"\\R": "\\mathbb{R}"' in module
    source = (ROOT / "book/_live/vendor.js").read_text(encoding="utf-8")
    declared = re.compile(r"export const (\w+)")
    assert set(declared.findall(module)) <= set(declared.findall(source))


def test_libraries_are_those_of_the_features_in_use() -> None:
    for features, expected in [
        ({"cite", "python"}, []),
        ({"example"}, ["katex"]),
        ({"check", "cite"}, ["fraction.js", "katex"]),
    ]:
        metadata = {"a": {"live": dict.fromkeys(features, True)}, "b": {}}
        env = SimpleNamespace(metadata=metadata, found_docs={"a", "b"})
        assert live_assets.libraries(env) == expected  # type: ignore[arg-type]
    known = {library for libraries in live_assets.FEATURES.values() for library in libraries}
    assert known == set(live_assets.LIBRARIES)


@pytest.mark.parametrize(
    ("source", "depth", "start"),
    [
        ('import Fraction from "fraction.js";', 1, 'import Fraction from "../vendor/fraction.js-'),
        ('await import("katex")', 0, 'await import("./vendor/katex-'),
    ],
)
def test_names_of_libraries_become_paths(source: str, depth: int, start: str) -> None:
    assert live_assets.with_paths(source, depth).startswith(start)


@pytest.mark.parametrize("source", ['import x from "./x.js";', 'const from = "a";'])
def test_other_words_stay(source: str) -> None:
    assert live_assets.with_paths(source, 1) == source


def test_unknown_names_are_refused() -> None:
    with pytest.raises(ValueError, match=r"expected a feature .*received 'video'"):
        live_assets.use(object(), "index", "video")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"expected .*received 'react'"):
        live_assets.with_paths('import "react";', 0)
