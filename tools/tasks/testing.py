"""Runs the tests, all or those of one chapter, the audit, and what renews generated files."""

from __future__ import annotations

import re

from tools import audit
from tools.tasks import base, building, installing


def test(arguments: list[str]) -> None:
    """Set up, build the book and run all tests; further words go to pytest."""
    installing.set_up("dev")
    building.build()
    pytest(*arguments)


def pytest(*words: str, **extra: str) -> None:
    """Run tests on all cores, against the book that was just built."""
    flags = ("-n", str(base.cores()), "--dist", "worksteal", "--durations=10")
    base.run(base.PYTHON, "-m", "pytest", *flags, *words, BOOK_BUILT="1", **extra)


def chapter_named(words: list[str]) -> str:
    """Return the chapter that the words name, for example ``pseudoinverse/svd`` for ``svd``."""
    contents = (base.ROOT / "_toc.yml").read_text()
    listed: list[str] = re.findall(r"^ *- file: (\S+)$", contents, re.MULTILINE)
    found = [name for name in listed if words and words[0] in (name, name.rpartition("/")[2])]
    if len(found) != 1:
        known = ", ".join(name.rpartition("/")[2] for name in listed)
        received = words[0] if words else "none"
        raise base.TaskError(
            f"expected the name of one chapter, received {received}: call for example make chapter "
            f"NAME=svd; the chapters are {known}"
        )
    return found[0]


def claims_of(module: str) -> list[str]:
    """Return the files that test what a chapter claims: large ones are split by subject."""
    folder = base.ROOT / "tests" / "claims"
    found = [path for name in ("", "_*") for path in folder.glob(f"test_{module}{name}.py")]
    return [path.relative_to(base.ROOT).as_posix() for path in sorted(found)]


def chapter(arguments: list[str]) -> None:
    """Build the book and test one chapter (NAME=svd): rules, theorems, answers, page, browser."""
    name = chapter_named(arguments)
    installing.set_up("dev")
    building.build()
    module = name.rpartition("/")[2].replace("-", "_")
    has_answers = (base.ROOT / "tests" / "exercises" / f"{module}.py").exists()
    answers = "tests/exercises/test_chapters.py::test_each_check_knows_right_and_wrong"
    visited = "tests/browser/test_every_page.py::test_page_owes_its_reader"
    tests = [
        *("tests/tools/rules/test_chapters.py", "tests/test_theorems.py", f"{visited}[{name}]"),
        *claims_of(module),
        *([f"{answers}[{name}]"] if has_answers else []),
    ]
    pytest(*tests, *arguments[1:])


def accept(arguments: list[str]) -> None:
    """Renew labels, cases and transcripts, which are generated and committed; say what changed."""
    installing.set_up("dev")
    call = ("-m", "tools.accept")
    base.run(
        base.PYTHON, *call, "sources", *arguments, BOOK_BUILT="1", ACCEPT="1"
    )  # what a build asks for
    building.build()
    base.run(base.PYTHON, *call, "pages", *arguments, BOOK_BUILT="1", ACCEPT="1")


def check(arguments: list[str]) -> None:
    """Run the audit, which is no test: format, lint, types, spelling, HTML, Lighthouse, builds."""
    if unknown := audit.unknown(arguments):
        raise base.TaskError(unknown)
    installing.set_up("dev")
    building.build()
    base.run(base.PYTHON, "-m", "tools.audit", *arguments)


def audit_full(arguments: list[str]) -> None:
    """Run everything, as before a release: all tests at length, the audit, Firefox; an hour."""
    installing.set_up("dev")
    building.build()
    pytest("--full", *arguments, HYPOTHESIS_PROFILE="thorough", CI="true")
    base.run(base.PYTHON, "-m", "tools.audit")
    base.run(base.PYTHON, "-m", "tools.audit", "firefox")


def test_flint(arguments: list[str]) -> None:
    """Run the tests of the exact engine with python-flint, which SymPy uses when it is there."""
    installing.set_up("dev")
    flint = installing.install_beside("flint")
    code = 'from sympy.external.gmpy import GROUND_TYPES as G; assert G == "flint", G'
    base.run(base.PYTHON, "-c", code, **flint)
    folders = [f"tests/{part}" for part in ("exact", "claims", "problems")]
    tests = ["-n", str(base.cores()), "-p", "no:cacheprovider", *folders, *arguments]
    base.run(base.PYTHON, "-m", "pytest", *tests, **flint)
