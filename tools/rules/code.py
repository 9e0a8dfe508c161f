"""Rules 7 and 11 for the source of code cells."""

from __future__ import annotations

import ast
import importlib
import importlib.util
from typing import TYPE_CHECKING

from tools.rules.checks import check_code
from tools.rules.prose import pieces_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.rules.records import Chapter, Directive, Finding

LONGEST_CELL = 16
LONGEST_LINE = 62  # characters: two rows of a phone
FOLDED = frozenset({"hide-input", "remove-input"})
PACKAGE = "linalg_book"


def parse_cell(cell: Directive) -> ast.Module:
    """Return the syntax tree of a cell, empty where it isn't Python (rule 7 says so)."""
    try:
        return ast.parse(cell.body)
    except SyntaxError:
        return ast.Module([], [])


def visible_cells(chapter: Chapter) -> list[Finding]:
    """Rule 7: a visible cell has at most 16 lines and ends in a value; a figure may end in `;`."""
    found = []
    for cell in chapter.cells:
        tree, lines = parse_cell(cell), cell.body.strip().splitlines()
        if lines and not tree.body and not all(line.startswith("#") for line in lines):
            remedy = "write plain Python, without magics"
            found.append(chapter.finding(cell.line, "rule 7", "the cell isn't Python", remedy))
        elif not cell.tags & (FOLDED | {"remove-cell", "hide-cell"}):
            if len(lines) > LONGEST_CELL:
                problem = f"a visible cell of {len(lines)} lines, at most {LONGEST_CELL}"
                remedy = "split it, or move a part into linalg_book"
                found.append(chapter.finding(cell.line, "rule 7", problem, remedy))
            found += _last_line(chapter, cell, tree)
    return found


def short_lines(chapter: Chapter) -> list[Finding]:
    """Rule 7: a line of a cell has at most 62 characters."""
    return [
        chapter.finding(
            cell.body_line + place,
            "rule 7",
            f"a line of {len(line)} characters in a cell, at most {LONGEST_LINE}",
            f"break it, as `ruff format --line-length {LONGEST_LINE}` would",
        )
        for cell in chapter.cells
        for place, line in enumerate(cell.body.splitlines())
        if len(line) > LONGEST_LINE
    ]


def _last_line(chapter: Chapter, cell: Directive, tree: ast.Module) -> Iterator[Finding]:
    last = tree.body[-1] if tree.body else None
    line = cell.body_line + (last.lineno - 1 if last else 0)
    remedy = "end the cell with the value to show"
    if not isinstance(last, ast.Expr):
        yield chapter.finding(line, "rule 7", "the cell ends in no value", remedy)
    elif isinstance(last.value, ast.Call) and ast.unparse(last.value.func) in {"print", "display"}:
        yield chapter.finding(line, "rule 7", "the cell ends in a print", remedy)
    elif cell.body.rstrip().endswith(";") and cell.setting("mystnb", "figure") is None:
        yield chapter.finding(line, "rule 7", "the last value is hidden by ;", "take the ; out")


def one_import_cell(chapter: Chapter) -> list[Finding]:
    """Rule 7: all imports stand in one folded cell, and only a page with code has a kernel."""
    importing = []
    for cell in chapter.cells:
        nodes = ast.walk(parse_cell(cell))
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in nodes):
            importing.append(cell)
    found = []
    for cell in importing[1:]:
        remedy = f"move its imports to the cell at line {importing[0].line}"
        found.append(chapter.finding(cell.line, "rule 7", "a second cell with imports", remedy))
    if importing and not importing[0].tags & FOLDED:
        remedy = "tag it hide-input or remove-input"
        found.append(chapter.finding(importing[0].line, "rule 7", "unfolded imports", remedy))
    for cell in chapter.cells:
        if cell.tags & {"remove-cell", "hide-cell"}:
            remedy = "use remove-input and remove-output: such a cell runs late or never"
            found.append(chapter.finding(cell.line, "rule 7", "a cell hidden by one tag", remedy))
    return found + _kernel(chapter)


def _kernel(chapter: Chapter) -> list[Finding]:
    runs = bool(chapter.cells) or any(p.name.startswith("eval") for p in pieces_of(chapter, "role"))
    if runs and "kernelspec" not in chapter.front:
        remedy = "add kernelspec and jupytext to the front matter"
        return [chapter.finding(1, "rule 7", "code on a page without a kernel", remedy)]
    if not runs and {"kernelspec", "jupytext"} & set(chapter.front):
        remedy = "take kernelspec and jupytext out of the front matter"
        return [chapter.finding(1, "rule 7", "a kernel on a page without code", remedy)]
    return []


def code_of(chapter: Chapter) -> Iterator[tuple[int, ast.AST]]:
    """Return the code of a page in reading order: line before it, and syntax tree."""
    parts = [(cell.body_line - 1, cell.body) for cell in chapter.cells]
    inline = [piece for piece in pieces_of(chapter, "role") if piece.name.startswith("eval")]
    parts += [(piece.line - 1, piece.text) for piece in inline]
    parts += [(item.line - 1, code) for item, code in check_code(chapter)]
    for before, source in sorted(parts):
        try:
            yield before, ast.parse(source)
        except SyntaxError:
            continue


def public_names(chapter: Chapter) -> list[Finding]:
    """Rule 7: a page uses only names that `linalg_book` and its modules list in `__all__`."""
    modules: dict[str, str] = {}
    found = []
    for before, tree in code_of(chapter):
        for node in ast.walk(tree):
            for name in [*_imported(node, modules), *_used(node, modules)]:
                remedy = "use a public name, or make it public with its documentation and tests"
                line = before + getattr(node, "lineno", 1)
                problem = f'"{name}" is not public in {PACKAGE}'
                found.append(chapter.finding(line, "rule 7", problem, remedy))
    return found


def _imported(node: ast.AST, modules: dict[str, str]) -> Iterator[str]:
    """Note which names are modules of the package; return those imported that aren't public."""
    if isinstance(node, ast.Import):
        for alias in node.names:
            if alias.name.partition(".")[0] == PACKAGE:
                modules[alias.asname or PACKAGE] = alias.name if alias.asname else PACKAGE
                if not all(_is_public(*step) for step in _steps(alias.name)):
                    yield alias.name
    elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == PACKAGE:
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            if not all(_is_public(*step) for step in _steps(full)):
                yield full
            elif _is_module(full):
                modules[alias.asname or alias.name] = full


def _used(node: ast.AST, modules: dict[str, str]) -> Iterator[str]:
    """Return an attribute that is private, or that its module of the package doesn't list."""
    if isinstance(node, ast.Attribute):
        owner = _module_of(node.value, modules)
        known = owner and not _is_public(owner, node.attr)
        if known or (node.attr.startswith("_") and node.attr != "__version__"):
            yield f"{owner or ast.unparse(node.value)}.{node.attr}"


def _module_of(node: ast.expr, modules: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return modules.get(node.id, "")
    if isinstance(node, ast.Attribute) and (owner := _module_of(node.value, modules)):
        return f"{owner}.{node.attr}" if _is_module(f"{owner}.{node.attr}") else ""
    return ""


def _steps(dotted: str) -> list[tuple[str, str]]:
    names = dotted.split(".")
    return [(".".join(names[:k]), names[k]) for k in range(1, len(names))]


def _is_public(module: str, name: str) -> bool:
    if name.startswith("_") and name != "__version__":
        return False
    if not _is_module(module):
        return False
    listed = getattr(importlib.import_module(module), "__all__", ())
    return name in listed or name == "__version__" or _is_module(f"{module}.{name}")


def _is_module(dotted: str) -> bool:
    try:
        return importlib.util.find_spec(dotted) is not None
    except ModuleNotFoundError:
        return False
