"""Make the archives of Python code that a page loads: the libraries, and the package.

Both are compiled to bytecode by the very Pyodide that loads them, and kept under a digest of what
they are made from, so that an edit of the package compiles the package alone.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.metadata
import importlib.util
import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from frame.node_scripts import run_script
from places import EXTENSIONS, MODULES, ROOT

HERE = Path(__file__).resolve().parent
PYODIDE = MODULES / "pyodide"
SOURCE = ROOT / "src"
BEGUN: dict[Path, subprocess.Popen[bytes]] = {}  # who fills which cache
COMPILERS = [HERE / "pyodide_archive.mjs", HERE / "pyodide_compile.py"]

# Parts of the package that a page cannot or need not run.
PACKAGE_LEFT_OUT = {"figures", "numeric", "cli", "__main__", "datasets", "scale"}

# Parts of SymPy that linear algebra never loads. A test runs every derivation without them.
SYMPY_LEFT_OUT = (
    *(f"sympy/{name}/" for name in ("benchmarks", "categories", "crypto", "diffgeom", "holonomic")),
    *(f"sympy/{name}/" for name in ("liealgebras", "physics", "sandbox", "stats", "testing")),
    *(f"sympy/parsing/{name}/" for name in ("autolev", "c", "fortran", "latex")),
    *(f"sympy/{name}.py" for name in ("conftest", "galgebra", "parsing/mathematica", "this")),
)
# Simplification and solving look whether a number has a unit.
SYMPY_KEPT = ("sympy/physics/__init__", "sympy/physics/matrices", "sympy/physics/units/")

# Parts of Python: networks and mail, other processes, debuggers, documentation, files' formats.
STANDARD_LEFT_OUT = {
    "_markupbase", "_pydatetime", "_pyio", "_pyrepl", "antigravity", "argparse", "bdb", "cProfile",
    "cmd", "code", "compileall", "configparser", "doctest", "email", "fileinput", "filecmp",
    "ftplib", "getopt", "getpass", "http", "imaplib", "ipaddress", "mailbox", "mimetypes",
    "modulefinder", "multiprocessing", "netrc", "nturl2path", "optparse", "pdb", "pickletools",
    "plistlib", "poplib", "profile", "pstats", "pty", "py_compile", "pyclbr", "pydoc", "quopri",
    "rlcompleter", "runpy", "shelve", "site-packages", "smtplib", "socketserver", "sqlite3",
    "statistics", "stringprep", "symtable", "tabnanny", "tarfile", "this", "tomllib", "trace",
    "tracemalloc", "tty", "unittest", "urllib", "uuid", "wave", "webbrowser", "wsgiref", "xmlrpc",
    "zipapp", "zoneinfo", "__hello__", "__phello__",
}  # fmt: skip
STANDARD_FOLDERS_LEFT_OUT = (
    "xml/etree/ElementInc",
    "xml/etree/cElement",
    "xml/sax/",
    "xml/parsers/",
    "ctypes/macholib/",
)
ENCODINGS = {"__init__", "aliases", "ascii", "cp437", "latin_1", "utf_8", "unicode_escape"}


def library_sources(name: str) -> dict[str, bytes]:
    """Return the modules of an installed pure Python library, by their names in an archive."""
    found = importlib.util.find_spec(name)
    assert found is not None  # noqa: S101 (both are dependencies of the package)
    assert found.origin is not None  # noqa: S101
    folder = Path(found.origin).parent
    names = {path.relative_to(folder.parent).as_posix(): path for path in folder.rglob("*.py")}
    return {
        name: path.read_bytes()
        for name, path in sorted(names.items())
        if "/tests/" not in name
        and (name.startswith(SYMPY_KEPT) or not name.startswith(SYMPY_LEFT_OUT))
    }


def is_standard_needed(name: str) -> bool:
    """Tell whether a page may need a module of Python's standard library."""
    top, _, rest = name.removesuffix(".py").partition("/")
    if top == "encodings":
        return rest in ENCODINGS
    return (
        name.endswith(".py")
        and top not in STANDARD_LEFT_OUT
        and not top.startswith("_sysconfigdata")
        and not name.startswith(STANDARD_FOLDERS_LEFT_OUT)
    )


def standard_sources() -> dict[str, bytes]:
    """Return the modules of the standard library that comes with Pyodide."""
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as whole:
        return {name: whole.read(name) for name in whole.namelist() if is_standard_needed(name)}


def package_sources() -> dict[str, bytes]:
    """Return the modules of linalg_book that a page runs."""
    names = {path.relative_to(SOURCE): path for path in (SOURCE / "linalg_book").rglob("*.py")}
    return {
        name.as_posix(): path.read_bytes()
        for name, path in sorted(names.items())
        if name.with_suffix("").parts[1] not in PACKAGE_LEFT_OUT
    }


def digest_of(*parts: bytes) -> str:
    """Return a short digest of some contents."""
    total = hashlib.sha256()
    for part in parts:
        total.update(hashlib.sha256(part).digest())
    return total.hexdigest()[:16]


def package_digest() -> str:
    """Return the digest of the package's source."""
    sources = package_sources().items()
    return digest_of(*(part for name, text in sources for part in (name.encode(), text)))


@cache
def interpreter() -> dict[str, str]:
    """Return what Pyodide says of itself: the version of Python, and of the binary interface."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return dict(lock["info"])


@cache
def versions() -> dict[str, str]:
    """Return the versions of the libraries that a page runs: those that build the book."""
    package = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    found = {name: importlib.metadata.version(name) for name in ("sympy", "mpmath")}
    return {"pyodide": package["version"], **found}


def recipe() -> bytes:
    """Return what, beside the package's source, decides the content of an archive."""
    scripts = b"".join(path.read_bytes() for path in [*COMPILERS, Path(__file__)])
    return scripts + json.dumps(versions()).encode()


def write_compressed(path: Path, content: bytes) -> None:
    """Write a file of the cache at once, so that another build never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    unfinished.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    unfinished.replace(path)


def packed(sources: dict[str, bytes]) -> bytes:
    """Return an archive of sources, the same bytes each time."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in sorted(sources):
            archive.writestr(zipfile.ZipInfo(name), sources[name])
    return content.getvalue()


def compiled(archives: list[bytes]) -> list[bytes]:
    """Return archives with their modules compiled, all in one process."""
    with tempfile.TemporaryDirectory() as folder:
        requests = []
        for number, archive in enumerate(archives):
            source, target = Path(folder, f"{number}.source"), Path(folder, f"{number}.target")
            source.write_bytes(archive)
            requests.append({"source": str(source), "target": str(target)})
        run_script("live/pyodide_archive.mjs", json.dumps({"archives": requests}))
        return [Path(request["target"]).read_bytes() for request in requests]


def archive_paths(cache_folder: Path, *, draft: bool) -> dict[str, Path]:
    """Return where both archives are kept, under digests of what they are made from."""
    libraries = digest_of(recipe())
    package = digest_of(recipe(), package_digest().encode(), bytes(draft))
    return {
        "libraries": cache_folder / f"libraries-{libraries}.zip.gz",
        "linalg_book": cache_folder / f"linalg_book-{package}.zip.gz",
    }


def begin(cache_folder: Path, *, draft: bool = False) -> None:
    """Start to make missing archives in another process, while pages are read: 18 seconds."""
    paths = archive_paths(cache_folder, draft=draft).values()
    if cache_folder not in BEGUN and not all(path.exists() for path in paths):
        code = (
            "import sys; from pathlib import Path; from live.python_archives import make_archives; "
            f"make_archives(Path(sys.argv[1]), draft={draft})"
        )
        command = [sys.executable, "-c", code, str(cache_folder)]
        BEGUN[cache_folder] = subprocess.Popen(command, cwd=EXTENSIONS)


def make_archives(cache_folder: Path, *, draft: bool = False) -> dict[str, Path]:
    """Return the paths of both compressed archives; compile those that are not in the cache.

    A draft carries the package as it is written: to compile it would cost seconds at each save.
    """
    begun = BEGUN.pop(cache_folder, None)
    if begun is not None:
        begun.wait()  # if it failed, the same work fails here and says why
    paths = archive_paths(cache_folder, draft=draft)
    missing = {}
    if not paths["libraries"].exists():
        parts = [standard_sources(), library_sources("mpmath"), library_sources("sympy")]
        whole = {name: text for part in parts for name, text in part.items()}
        missing[paths["libraries"]] = packed(whole)
    if not paths["linalg_book"].exists():
        content = packed(package_sources())
        if draft:
            write_compressed(paths["linalg_book"], content)
        else:
            missing[paths["linalg_book"]] = content
    if missing:
        for path, content in zip(missing, compiled(list(missing.values())), strict=True):
            write_compressed(path, content)
    return paths
