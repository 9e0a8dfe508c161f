"""Rules 7 and 15, for the reader who leaves the folded parts closed."""

from __future__ import annotations

import ast
import symtable
from typing import TYPE_CHECKING

from addresses.cell_names import Unfolded
from tools.rules.code import FOLDED, parse_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.rules.records import Chapter, Directive, Finding

BOX = "In this chapter"
PATH = "First path"
HARD = ("Why:", "Further:")


def shown_names(chapter: Chapter) -> list[Finding]:
    """Rule 7: a visible cell loads no name whose last assignment stands in a folded cell."""
    folded_at: dict[str, int] = {}
    found = []
    for cell in chapter.cells:
        tree = parse_cell(cell)
        folded, imports = bool(cell.tags & FOLDED), any(map(_imports, ast.walk(tree)))
        if not folded:
            for name in sorted(_needed(tree) & set(folded_at)):
                problem = f'"{name}" was set in the folded cell at line {folded_at[name]}'
                remedy = "set it in a visible cell, and fold the figure's call alone"
                found.append(chapter.finding(cell.line, "rule 7", problem, remedy))
        for name in _names(tree)[1]:
            folded_at.pop(name, None)
            if folded and not imports:
                folded_at[name] = cell.line
    return found


def _imports(node: ast.AST) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _needed(tree: ast.Module) -> set[str]:
    """Return the names that a cell loads before it sets them itself."""
    needed: set[str] = set()
    known: set[str] = set()
    for statement in tree.body:
        loaded, stored = _names(ast.Module([statement], []))
        if isinstance(statement, ast.For | ast.With):
            loaded -= stored
        needed |= loaded - known
        known |= stored
    return needed


def _names(tree: ast.Module) -> tuple[set[str], set[str]]:
    """Return the global names that some code loads, and those that it sets."""
    unfolded = Unfolded().visit(ast.parse(ast.unparse(tree)))
    top = symtable.symtable(ast.unparse(unfolded), "cell", "exec")
    loaded = {symbol.get_name() for symbol in top.get_symbols() if symbol.is_referenced()}
    for table in _inside(top):
        loaded |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
    stored = {
        symbol.get_name()
        for symbol in top.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }
    return loaded, stored


def _inside(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    for child in table.get_children():
        yield child
        yield from _inside(child)


def ideas(chapter: Chapter) -> list[Finding]:
    """Rule 15: visible text with the word "idea" stands before each folded proof.

    It may stand anywhere after the proof before. A proof whose title tells its idea needs none.
    """
    found, since = [], 0
    for proof in chapter.directives:
        if not _folded(proof) or not proof.argument.startswith("Proof"):
            continue
        told = ":" in proof.argument or any(
            since < passage.line < proof.line and "idea" in passage.text.lower()
            for passage in chapter.passages
        )
        if not told:
            remedy = 'write one visible sentence "The idea: …" before it'
            found.append(chapter.finding(proof.line, "rule 15", "a proof without idea", remedy))
        since = proof.end
    return found


def _folded(block: Directive) -> bool:
    return "dropdown" in str(block.options.get("class", "")).split()


def hints(chapter: Chapter) -> list[Finding]:
    """Rule 14: an exercise "Why" or "Further" has a folded hint between it and its solution."""
    solutions = {
        item.argument: item.line
        for item in chapter.directives
        if item.name in {"solution", "solution-start"}
    }
    hinted = [item.line for item in chapter.directives if item.argument == "Hint" and _folded(item)]
    found = []
    for item in chapter.directives:
        hard = item.name == "exercise" and item.body.lstrip().startswith(HARD)
        until = solutions.get(item.label, item.end)
        if hard and not any(item.end <= line < until for line in hinted):
            problem = f'the exercise "{item.label}" has no hint'
            remedy = "add an admonition Hint of the class dropdown before its solution"
            found.append(chapter.finding(item.line, "rule 14", problem, remedy))
    return found


def first_path(chapter: Chapter) -> list[Finding]:
    """Rule 15: the opening box marks a first path."""
    return [
        chapter.finding(item.line, "rule 15", "no first path", f'add "{PATH}" to the box')
        for item in chapter.directives
        if item.argument.strip() == BOX and PATH not in item.body.splitlines()
    ]
