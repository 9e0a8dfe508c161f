"""Put Python beside the pages that run it: Pyodide, the archives, what they weigh, their licenses.

The large files are stored compressed, because no server need know that WebAssembly and archives
compress well; the page decompresses them as they come.
"""

from __future__ import annotations

import gzip
import importlib.metadata
import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import linalg_book
from live.live_assets import features
from live.python_archives import (
    PYODIDE,
    begin,
    interpreter,
    make_archives,
    versions,
    write_compressed,
)
from places import BUILD

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LICENSES = """

pyodide {pyodide}

Mozilla Public License 2.0, https://www.mozilla.org/MPL/2.0/. Its source:
https://github.com/pyodide/pyodide. It contains Python {python}, Copyright (c) 2001 Python
Software Foundation; All Rights Reserved, licensed under https://docs.python.org/3/license.html.
"""
MODULES = {"runtime": "pyodide.mjs", "interpreter": "pyodide.asm.mjs"}


def compressed_interpreter(cache: Path) -> bytes:
    """Return the interpreter's WebAssembly, compressed once for each version of Pyodide."""
    path = cache / f"pyodide-{versions()['pyodide']}.wasm.gz"
    if not path.exists():
        write_compressed(path, (PYODIDE / "pyodide.asm.wasm").read_bytes())
    return path.read_bytes()


def files_module(files: dict[str, tuple[str, int]]) -> str:
    """Return the module that tells the page which files there are and how many bytes they have."""
    entries = [
        f'  {name}: {{ url: new URL("../{path}", import.meta.url).href, bytes: {size} }},'
        for name, (path, size) in files.items()
    ]
    said = {"python": interpreter()["python"], **versions(), "linalg_book": linalg_book.__version__}
    lines = [
        *("export const FILES = {", *entries, "};"),
        f"export const VERSIONS = {json.dumps(said)};",
        f"export const ABI = {json.dumps(interpreter()['abi_version'])};",
    ]
    return "\n".join([*lines, ""])


def licenses() -> str:
    """Return the licenses of everything that Python in the page consists of."""
    text = LICENSES.format(python=interpreter()["python"], **versions())
    for library in ("sympy", "mpmath"):
        found = next(f for f in importlib.metadata.files(library) or () if f.name == "LICENSE")
        text += f"\n\n{library} {versions()[library]}\n\n{found.read_text('utf-8').strip()}\n"
    return text


def write_python(app: Sphinx) -> None:
    """Write Python's files, if any page runs it."""
    if not any("python" in features(app.env, name) for name in app.env.found_docs):
        return
    static, cache = Path(app.outdir) / "_static", BUILD / "python"
    live, folder = static / "live", f"vendor/pyodide-{versions()['pyodide']}"
    (live / folder).mkdir(parents=True)
    files = {}
    for name, module in MODULES.items():
        shutil.copy(PYODIDE / module, live / folder)
        transferred = gzip.compress((PYODIDE / module).read_bytes(), compresslevel=6)
        files[name] = (f"{folder}/{module}", len(transferred))
    contents = {"wasm": (f"{folder}/pyodide.asm.wasm.gz", compressed_interpreter(cache))}
    for name, path in make_archives(cache, draft=app.config.draft).items():
        contents[name] = (f"vendor/{path.name}", path.read_bytes())
    for name, (path, content) in contents.items():
        (live / path).write_bytes(content)
        files[name] = (path, len(content))
    (live / "python" / "files.js").write_text(files_module(files), encoding="utf-8")
    with (static / "licenses.txt").open("a", encoding="utf-8") as file:
        file.write(licenses())


def begin_early(app: Sphinx) -> None:
    """Begin what takes longest before the pages are read."""
    if app.builder.name == "html":
        begin(BUILD / "python", draft=app.config.draft)


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the extension."""
    app.connect("builder-inited", begin_early)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
