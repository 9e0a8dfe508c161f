"""Find the cells that another cell needs, from the names it reads and they give a value to."""

from __future__ import annotations

import ast
import symtable


def needed_cells(earlier: list[str], cell: str) -> list[str]:
    """Return the earlier cells, in order, that give a value to a name the cell needs."""
    kept: list[str] = []
    wanted, _ = _names_of(cell)
    for source in reversed(earlier):
        needed, bound = _names_of(source)
        if bound & wanted:
            kept.insert(0, source)
            wanted = (wanted - bound) | needed
    return kept


def _names_of(source: str) -> tuple[set[str], set[str]]:
    """Return the names that a cell needs from before it, and those it gives a value to."""
    needed: set[str] = set()
    bound: set[str] = set()
    for statement in ast.parse(source).body:
        symbols = symtable.symtable(ast.unparse(statement), "cell", "exec")
        own = {n.get_name() for n in symbols.get_symbols() if n.is_assigned() or n.is_imported()}
        reads_first = isinstance(statement, ast.Assign | ast.AnnAssign)
        changed = _changed(statement)
        needed |= (_used(symbols) - (set() if reads_first else own) | changed) - bound
        bound |= own | changed
    return needed, bound


def _changed(statement: ast.stmt) -> set[str]:
    """Return the names whose value a statement changes in part: ``x += 1``, ``A[0] = 1``."""
    places = (ast.Subscript, ast.Attribute)
    found = set()
    for node in ast.walk(statement):
        name: ast.AST = node.target if isinstance(node, ast.AugAssign) else node
        if name is node and not (isinstance(node, places) and isinstance(node.ctx, ast.Store)):
            continue
        while isinstance(name, places):
            name = name.value
        if isinstance(name, ast.Name):
            found.add(name.id)
    return found


def _used(symbols: symtable.SymbolTable) -> set[str]:
    """Return the names of the cell that a statement reads, also inside functions."""
    top = symbols.get_type() == "module"
    used = {
        name.get_name()
        for name in symbols.get_symbols()
        if name.is_referenced() and (top or name.is_global())
    }
    return used.union(*(_used(inner) for inner in symbols.get_children()))
