"""Which module of the figures may use which: no drawing another one, nobody's private names."""

import ast
from pathlib import Path

import pytest

import linalg_book
from linalg_book import figures
from linalg_book.figures import drawings

SOURCE = Path(linalg_book.__file__).parent
FIGURES = sorted((SOURCE / "figures").rglob("*.py"))
DRAWINGS = sorted((SOURCE / "figures" / "drawings").glob("[!_]*.py"))


def imports(path):
    """List the modules of the package that a file imports, each with the names it takes."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith("linalg_book"):
            yield node.module, [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from ((alias.name, []) for alias in node.names if "linalg_book" in alias.name)


def drawings_used(path):
    """List the drawings, or modules of drawings, that a file imports."""
    room = "linalg_book.figures.drawings"
    for module, names in imports(path):
        if module.startswith(room) or (module == "linalg_book.figures" and "drawings" in names):
            yield module, names


def private_names(path):
    """List the private modules and names that a file takes from another module."""
    for module, names in imports(path):
        yield from (name for name in [*module.split("."), *names] if name.startswith("_"))


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_what_two_drawings_use_is_in_the_kit(path):
    assert list(drawings_used(path)) == []


@pytest.mark.parametrize("path", FIGURES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_private_names_stay_in_their_module(path):
    assert list(private_names(path)) == []


def test_wrong_imports_are_found(tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text(
        "from linalg_book.figures.drawings.lines import line\n"
        "from linalg_book.figures import drawings\n"
        "from linalg_book.exact.engine import _minors\n"
        "import linalg_book.figures.drawings.svd\n"
    )
    assert len(list(drawings_used(wrong))) == 3
    assert list(private_names(wrong)) == ["_minors"]


def test_every_public_drawing_is_named_once():
    named = [name for path in DRAWINGS for name in getattr(drawings, path.stem).__all__]
    assert sorted(named) == sorted(set(named)) == sorted(drawings.__all__)
    assert set(named) <= set(figures.__all__)
