"""Who may import what among the moving figures: no kind another kind, no geometry a drawing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from linalg_book.figures.kit.scenes import scene_classes
from tests.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIVE = ROOT / "book" / "_live"
FIGURES = LIVE / "figures"
MODULES = sorted(FIGURES.glob("*/*.js"))
KINDS = sorted({path.parent.name for path in MODULES} - {"kit"})
IMPORT = re.compile(r'(\bimport\("|\bfrom "|^import ")(\.[^"]+)"', re.MULTILINE)
DRAWS = re.compile(r"\bdocument\b")


def imports(path: Path, *, types: bool) -> Iterator[Path]:
    """Yield the modules that a module imports, with those that only its types name or without."""
    for way, target in IMPORT.findall(path.read_text(encoding="utf-8")):
        if types or way != 'import("':
            yield (path.parent / target).resolve()


def everything_behind(path: Path) -> set[Path]:
    """Return a module and all that run when it is imported."""
    found, waiting = set(), [path]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += imports(module, types=False)
    return found


def name(path: Path) -> str:
    return path.relative_to(FIGURES).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_imports_from_its_own_folder_the_kit_and_what_all_share(path: Path) -> None:
    allowed = {path.parent, FIGURES / "kit", LIVE / "shared"}
    found = set(imports(path, types=True))
    assert all(module.is_file() for module in found)
    assert {module.parent for module in found} <= allowed


PURE = [
    path
    for path in MODULES
    if path.name == "geometry.js" or "Nothing here draws." in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", PURE, ids=name)
def test_geometry_imports_no_drawing(path: Path) -> None:
    behind = everything_behind(path)
    assert [module for module in behind if DRAWS.search(module.read_text(encoding="utf-8"))] == []


def test_the_page_finds_a_kind_by_its_folder() -> None:
    start = (FIGURES / "start.js").read_text(encoding="utf-8")
    assert "await import(`./${scene.kind}/figure.js`)" in start
    assert set(KINDS) == set(scene_classes())


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_its_folder(kind: str) -> None:
    files = {path.name for path in (FIGURES / kind).iterdir()}
    assert {"figure.js"} <= files <= {"figure.js", "geometry.js", "drawing.js"}
    assert "export function build(" in (FIGURES / kind / "figure.js").read_text(encoding="utf-8")
