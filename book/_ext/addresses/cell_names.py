"""Find the code that a cell needs from earlier cells: what gives values to the names it reads."""

from __future__ import annotations

import ast
import symtable

IMPORTS = (ast.Import, ast.ImportFrom)
BLOCKS = (ast.For, ast.While, ast.If, ast.With, ast.Try)  # whose statements may not run
FUNCTIONS = (ast.FunctionDef, ast.ClassDef)


def needed_code(earlier: list[str], cell: str) -> list[str]:
    """Return what an earlier cell must run before this one, for each cell that must run.

    Of a cell with imports or loops that is everything: it may set a style, or append to a list.
    Of the others it is the statements that give a value to a needed name, or change it in part:
    ``A[0] = 1``. A value that changes inside a call, such as the state of a random generator,
    is not seen.
    """
    kept: list[str] = []
    wanted, _ = _names_of(ast.parse(cell).body)
    for source in reversed(earlier):
        statements = ast.parse(source).body
        whole = any(isinstance(part, IMPORTS + BLOCKS) for part in statements)
        code: list[str] = []
        for group in [statements] if whole else [[part] for part in reversed(statements)]:
            needed, bound = _names_of(group)
            if bound & wanted:
                wanted = (wanted - bound) | needed
                code.insert(0, source if whole else _lines(source, group[0]))
        if code:
            kept.insert(0, "\n".join(code).strip("\n"))
    return kept


def _lines(source: str, statement: ast.stmt) -> str:
    """Return the whole lines of a statement, with blank lines around a function."""
    decorators = getattr(statement, "decorator_list", [])
    start = min(part.lineno for part in [statement, *decorators])
    text = "\n".join(source.splitlines()[start - 1 : statement.end_lineno])
    return f"\n{text}\n\n" if isinstance(statement, FUNCTIONS) else text


def _names_of(statements: list[ast.stmt]) -> tuple[set[str], set[str]]:
    """Return the names that statements need from before, and those they give a value to."""
    needed: set[str] = set()
    bound: set[str] = set()
    for statement in statements:
        unfolded = Unfolded().visit(ast.parse(ast.unparse(statement)))
        symbols = symtable.symtable(ast.unparse(unfolded), "cell", "exec")
        own = {n.get_name() for n in symbols.get_symbols() if n.is_assigned() or n.is_imported()}
        changed = _changed(statement) | (own if isinstance(statement, BLOCKS) else set())
        needed |= (_used(symbols) | changed) - _bound_first(statement) - bound
        bound |= own | changed
    return needed, bound


class Unfolded(ast.NodeTransformer):
    """Write comprehensions as generators: Python 3.12 takes their variables for the cell's."""

    def visit_ListComp(self, node: ast.ListComp | ast.SetComp) -> ast.GeneratorExp:
        """Write a list or a set as a generator."""
        self.generic_visit(node)
        return ast.GeneratorExp(node.elt, node.generators)

    visit_SetComp = visit_ListComp  # noqa: N815

    def visit_DictComp(self, node: ast.DictComp) -> ast.GeneratorExp:
        """Write a dictionary as a generator of pairs."""
        self.generic_visit(node)
        return ast.GeneratorExp(ast.Tuple([node.key, node.value]), node.generators)


def _bound_first(statement: ast.stmt) -> set[str]:
    """Return the names that a statement gives a value to before it reads them."""
    if isinstance(statement, FUNCTIONS):
        return {statement.name}
    target = statement.target if isinstance(statement, ast.For) else None
    return {n.id for n in ast.walk(target) if isinstance(n, ast.Name)} if target else set()


def _changed(statement: ast.stmt) -> set[str]:
    """Return the names whose value a statement changes in part: ``x += 1``, ``A[0] = 1``."""
    places = (ast.Subscript, ast.Attribute)
    found: set[str] = set()
    if isinstance(statement, FUNCTIONS):
        return found
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
