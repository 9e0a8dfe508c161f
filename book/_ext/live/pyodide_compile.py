"""Compile an archive of Python sources; Pyodide runs this, see ``pyodide_archive.mjs``.

Docstrings of libraries are left out: a third of their size. ``assert`` stays, and so do the
docstrings of linalg_book, which its forms read.
"""

import ast
import importlib.util
import marshal
import warnings
import zipfile
from pathlib import PurePosixPath

warnings.simplefilter("ignore", SyntaxWarning)  # of libraries; nothing here is run

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
UNCHECKED_HASH = 1  # the interpreter neither looks for a source nor compares times


def without_docstrings(tree: ast.Module) -> ast.Module:
    """Take the docstrings out of a module."""
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            first, *rest = node.body
            node.body = rest or [ast.copy_location(ast.Pass(), first)]
    return tree


def bytecode(name: str, source: bytes) -> bytes:
    """Return the content of the .pyc file of a module."""
    tree = ast.parse(source, name)
    if not name.startswith("linalg_book/"):
        tree = without_docstrings(tree)
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0)
    flags = UNCHECKED_HASH.to_bytes(4, "little")
    head = importlib.util.MAGIC_NUMBER + flags + importlib.util.source_hash(source)
    return head + marshal.dumps(code)


def compiled(source: str, target: str) -> None:
    """Write the archive again, each module as bytecode, without times and uncompressed."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as made:
        for name in sorted(given.namelist()):
            content = given.read(name)
            if PurePosixPath(name).suffix == ".py":
                name, content = f"{name}c", bytecode(name, content)  # noqa: PLW2901
            made.writestr(zipfile.ZipInfo(name), content)  # a ZipInfo of no date: 1980
