"""Every part of the package imports only from the parts to its left."""

import ast
import re
import subprocess
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import linalg_book
from tests.paths import ROOT

SOURCE = Path(linalg_book.__file__).parent
WRITING = {"errors", "examples", "writing"}
FIRST = {*WRITING, "worked", "formula"}
EXACT = {f"exact.{part}" for part in ("reading", "engine", "steps", "functions")}
DRAWING = {"matplotlib", "matplotlib_inline", "numpy", "scipy", "IPython"}
# part of the package: (parts that it may import beside itself, packages that it may import)
LAYERS = {
    "__init__": (set(), set()),
    "errors": (set(), set()),
    "arguments": (set(), set()),
    "registers": (set(), set()),
    "containers": (set(), set()),
    "examples": ({"errors"}, set()),
    "writing": ({"errors", "examples"}, {"sympy"}),
    "whole_numbers": ({"errors", "writing"}, set()),
    "formula": ({"writing"}, set()),
    "worked": (WRITING, set()),
    "exact.reading": (WRITING | {"whole_numbers", "containers"}, {"sympy"}),
    "exact.engine": ({"errors", "exact.reading"}, {"sympy"}),
    "exact.steps": (FIRST | {"exact.reading", "exact.engine"}, {"sympy"}),
    "exact.functions": (FIRST | EXACT | {"arguments", "whole_numbers", "registers"}, {"sympy"}),
    "exact.__init__": ({"exact", "exact.reading", "exact.functions", "registers"}, set()),
    "problems": (FIRST | EXACT | {"exact", "whole_numbers"}, {"sympy"}),
    "asking": (
        FIRST | {"arguments", "exact", "exact.reading", "whole_numbers", "registers"},
        set(),
    ),
    "cli": (FIRST | {"exact", "asking", "sheets", "whole_numbers", "__version__"}, set()),
    "checking": (FIRST | EXACT | {"exact", "problems"}, {"sympy"}),
    "sheets": (FIRST | {"exact", "problems", "checking", "whole_numbers"}, {"sympy"}),
    "live": (
        FIRST | EXACT | {"exact", "problems", "asking", "checking", "sheets", "whole_numbers"},
        {"sympy"},
    ),
    "__main__": ({"cli"}, set()),
    "numeric.reading": ({"errors", "writing", "containers"}, {"numpy"}),
    "numeric.solving": ({"errors", "whole_numbers", "numeric.reading"}, {"numpy", "scipy"}),
    "numeric": ({"numeric.solving", "registers"}, set()),
    "scale": (
        {"errors", "whole_numbers", "numeric.reading", "numeric.solving", "registers"},
        {"numpy", "scipy", "dask", "pyarrow", "threadpoolctl"},
    ),
    "datasets": ({"errors"}, {"numpy"}),
    "figures.kit": (FIRST | EXACT | {"exact", "numeric", "whole_numbers"}, DRAWING),
    "figures.drawings": (
        FIRST
        | EXACT
        | {"exact", "numeric", "numeric.reading", "whole_numbers", "figures.kit", "registers"},
        DRAWING,
    ),
    "figures": ({"figures.kit", "figures.drawings", "registers"}, set()),
}
FILES = sorted(SOURCE.rglob("*.py"))


def imported(path):
    """List the modules that a file imports anywhere, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import; write the full name"
            if node.module == "linalg_book":
                yield from (f"linalg_book.{alias.name}" for alias in node.names)
            else:
                yield node.module


def part_of(module):
    """Return the part of the package that a module belongs to, the narrowest that is listed."""
    names = module.split(".")
    found = (".".join(names[:length]) for length in (2, 1))
    return next((name for name in found if name in LAYERS), names[0])


def forbidden(path):
    """List the imports of a file that its layer does not allow."""
    part = part_of(".".join(path.relative_to(SOURCE).with_suffix("").parts))
    parts, packages = LAYERS[part]
    for name in imported(path):
        top, _, rest = name.partition(".")
        if top == "linalg_book":
            allowed = part_of(rest) in parts | {part}
        else:
            allowed = top in sys.stdlib_module_names or top in packages
        if not allowed:
            yield name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_import_direction(path):
    found = list(forbidden(path))
    assert not found, f"{path.relative_to(SOURCE)} imports {found}: see LAYERS in {__file__}"


def test_a_wrong_import_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    (tmp_path / "exact" / "engine").mkdir(parents=True)
    wrong = tmp_path / "exact" / "engine" / "wrong.py"
    wrong.write_text(
        "import sympy, numpy\nfrom linalg_book import numeric\n"
        "def f():\n    from linalg_book.figures.kit.style import COLORS\n"
    )
    assert list(forbidden(wrong)) == [
        "numpy",
        "linalg_book.numeric",
        "linalg_book.figures.kit.style",
    ]


def test_the_engine_that_makes_a_sentence_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    (tmp_path / "exact" / "engine").mkdir(parents=True)
    wrong = tmp_path / "exact" / "engine" / "wrong.py"
    wrong.write_text(
        "from linalg_book.writing.prose import prose\nfrom linalg_book.worked import Check\n"
    )
    assert list(forbidden(wrong)) == ["linalg_book.writing.prose", "linalg_book.worked"]


def module_of(path):
    """Return the full name of the module that a file of the package is."""
    names = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(["linalg_book", *names]).removesuffix(".__init__")


def targets(path):
    """List the modules, or names in modules, that a file imports from the package anywhere."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def import_graph(paths):
    """Map each module to those that it imports, for whatever purpose."""
    known = {module_of(path): path for path in paths}
    graph = {}
    for module, path in known.items():
        found = {name if name in known else name.rpartition(".")[0] for name in targets(path)}
        graph[module] = found & known.keys() - {module}
    return graph


def a_circle(graph):
    """Return the modules of a circle of imports; nothing if there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def test_no_module_imports_itself_by_way_of_others():
    assert a_circle(import_graph(FILES)) == []


def test_a_circle_is_found_even_if_only_a_type_checker_goes_round_it(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    (tmp_path / "one.py").write_text("from linalg_book import two\n")
    (tmp_path / "two.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from linalg_book.one import f\n"
    )
    graph = import_graph(tmp_path.glob("*.py"))
    assert set(a_circle(graph)) == {"linalg_book.one", "linalg_book.two"}


def private_to_others(path):
    """List the names with a leading underscore that a file takes from another folder."""
    package = module_of(path if path.name == "__init__.py" else path.parent / "__init__.py")
    for name in targets(path):
        private = any(part.startswith("_") and part[1:2] != "_" for part in name.split("."))
        if private and not name.startswith(f"{package}."):
            yield name


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_private_name_of_another_folder(path):
    assert list(private_to_others(path)) == []


def test_a_private_name_of_another_folder_is_found(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "SOURCE", tmp_path)
    (tmp_path / "live").mkdir()
    wrong = tmp_path / "live" / "wrong.py"
    wrong.write_text(
        "from linalg_book.live import _form\nfrom linalg_book import __version__\n"
        "from linalg_book.cli._parser import build_parser\nfrom linalg_book.worked import _hidden\n"
    )
    assert list(private_to_others(wrong)) == [
        "linalg_book.cli._parser.build_parser",
        "linalg_book.worked._hidden",
    ]


def test_the_fast_pseudoinverse_is_behind_one_door():
    rooms = {path for path in FILES if path.parent.name == "pinv"}
    assert len(rooms) > 1
    inside = {module_of(path) for path in rooms} - {"linalg_book.exact.engine.pinv"}
    for path in set(FILES) - rooms:
        names = set(targets(path)) | set(imported(path))
        assert not inside & (names | {name.rpartition(".")[0] for name in names}), path


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import linalg_book", ["sympy", "numpy", "scipy", "matplotlib"]),
        ("import linalg_book.errors, linalg_book.examples", ["sympy", "numpy", "matplotlib"]),
        ("import linalg_book.exact", ["numpy", "scipy", "matplotlib"]),
        (
            "from linalg_book.exact import closest_point as f; e = f([3, 4], 12); str(e); e.html()",
            ["numpy", "scipy", "matplotlib"],
        ),
        ("import linalg_book.numeric", ["sympy", "matplotlib"]),
        ("import linalg_book.datasets", ["sympy", "scipy", "matplotlib"]),
    ],
)
def test_nothing_needless_is_loaded(statement, absent):
    code = f"import sys; {statement}; print([m for m in {absent} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_parts_load_on_first_use():
    assert linalg_book.examples.ONE_EQUATION.b == 12
    assert set(linalg_book.__all__) <= set(dir(linalg_book))
    with pytest.raises(AttributeError, match="has no attribute 'matrices'"):
        linalg_book.matrices  # noqa: B018


def test_no_test_is_a_helper_of_others():
    for path in sorted((ROOT / "tests").rglob("*.py")):
        for name in imported(path):
            remedy = "move what both use to a module whose name does not begin with test_"
            assert not re.match(r"tests\.(.*\.)?test_", name), f"{path} imports {name}: {remedy}"
