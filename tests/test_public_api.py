"""Every public name is typed, documented, and introduced by a section of the book."""

import inspect
import pydoc
import re
from importlib import import_module
from pkgutil import iter_modules
from typing import get_type_hints

import pytest
import sympy

import linalg_book
from linalg_book import exact, numeric
from linalg_book.registers import public_names
from tests.claimed import PLANNED
from tests.paths import ROOT

BOOK = ROOT / "book"
LABELS = {
    label
    for page in BOOK.rglob("*.md")
    for label in re.findall(
        r"^\((sec-[a-z0-9-]+)\)=$", page.read_text(encoding="utf-8"), re.MULTILINE
    )
}
PLANNED_LABELS = {f"sec-{slug}" for slug in PLANNED}
FUNCTIONS = [
    (f"{part}.{name}", getattr(import_module(f"linalg_book.{part}"), name))
    for part in ("exact", "problems", "numeric", "scale", "datasets", "figures")
    for name in import_module(f"linalg_book.{part}").__all__
    if inspect.isfunction(getattr(import_module(f"linalg_book.{part}"), name))
]
PUBLIC = [
    (f"{part}.{name}", getattr(import_module(f"linalg_book.{part}"), name))
    for part in linalg_book.__all__
    for name in getattr(import_module(f"linalg_book.{part}"), "__all__", ())
]
named = pytest.mark.parametrize(
    ("name", "function"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS]
)


def sections(text):
    """List the numpydoc sections of a docstring."""
    return re.findall(r"^(\w+)\n-+$", inspect.cleandoc(text), re.MULTILINE)


@pytest.mark.parametrize("part", linalg_book.__all__)
def test_every_part_lists_its_names(part):
    module = import_module(f"linalg_book.{part}")
    assert module.__doc__
    assert len(set(module.__all__)) == len(module.__all__)
    assert all(hasattr(module, name) for name in module.__all__)


@pytest.mark.parametrize(
    "package", ["exact.functions", "numeric.solving", "scale", "figures.drawings"]
)
def test_what_a_module_names_is_public_where_readers_import_it(package):
    folder = import_module(f"linalg_book.{package}").__path__
    paths = [f"linalg_book.{package}.{found.name}" for found in iter_modules(folder)]
    named = [name for path in paths for name in getattr(import_module(path), "__all__", ())]
    public = import_module(f"linalg_book.{package.partition('.')[0]}")
    assert named
    assert len(set(named)) == len(named)
    assert set(named) <= set(public.__all__), "a line is missing in the __init__.py"


def test_what_a_package_has_from_elsewhere_is_not_public():
    package = {"__name__": "linalg_book.exact", "sympy": sympy, "svd": exact.svd, "pi": 3}
    assert public_names(package | {"other": numeric.pca, "f": exact.qr}) == ["f", "svd"]


@pytest.mark.parametrize(("name", "thing"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_every_class_and_function_has_a_sentence(name, thing):
    if inspect.isclass(thing) or inspect.isfunction(thing):
        first = (thing.__doc__ or "").strip().splitlines()[0]
        assert first.endswith((".", ":")), f"{name}: {first!r} is no sentence"


@named
def test_sections(name, function):
    found = sections(function.__doc__)
    if inspect.signature(function).parameters:
        assert "Parameters" in found, f"{name} does not document its parameters"
    if not name.startswith("figures."):
        assert {"Returns", "Raises", "Examples"} <= set(found), f"{name} documents only {found}"


@named
def test_every_parameter_is_documented(name, function):
    text = inspect.cleandoc(function.__doc__)
    for parameter in inspect.signature(function).parameters:
        assert re.search(rf"^(.*, )?\**{parameter}\b.* :", text, re.MULTILINE), (
            f"{name}: {parameter}"
        )


@named
def test_introduced_in_a_section_of_the_book(name, function):
    found = re.findall(r"^\s*Introduced in: (.+)$", function.__doc__, re.MULTILINE)
    assert len(found) == 1, f"{name}: write one line “Introduced in: sec-…”"
    assert found[0] in LABELS | PLANNED_LABELS, f"{name}: no page has or will have ({found[0]})="


@named
def test_annotated(name, function):
    signature = inspect.signature(function)
    missing = [p for p in signature.parameters.values() if p.annotation is p.empty]
    assert not missing, f"{name}: {missing}"
    assert signature.return_annotation is not signature.empty


SHORT = [item for item in FUNCTIONS if not item[0].startswith(("figures.", "datasets."))]


@pytest.mark.parametrize("function", [f for _, f in SHORT], ids=[name for name, _ in SHORT])
def test_the_signature_that_help_shows_is_short(function):
    shown = pydoc.plaintext.document(function, function.__name__).splitlines()[0]
    assert not re.search(r"Union|Annotated|ndarray\[|collections\.abc|Sequence", shown), shown
    parameters = inspect.signature(function).parameters.values()
    assert all(len(str(parameter)) <= 40 for parameter in parameters), shown
    assert len(shown) <= 110 or len(parameters) > 3, shown


def test_exact_functions_return_worked_examples():
    from linalg_book.worked import WorkedExample

    # These state a number and read text: there is nothing to derive.
    plain = {"rational_from_float", "parse_equations"}
    for name in set(exact.__all__) - plain:
        assert get_type_hints(getattr(exact, name))["return"] is WorkedExample
    assert set(exact.functions.__all__) == set(exact.__all__) - plain


def test_the_version_has_one_source():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'path = "src/linalg_book/__init__.py"' in project
    assert re.fullmatch(r"\d+\.\d+\.\d+", linalg_book.__version__)
