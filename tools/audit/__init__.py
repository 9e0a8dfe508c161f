"""The checks that are not tests, for ``make check``: each prints one line, or what to mend.

``python tasks.py check`` runs all of them, ``python tasks.py check spelling html`` only these.
What stands under ``ON_REQUEST`` runs only when it is named.
"""

# ruff: noqa: T201 (a script speaks to the one who calls it)

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from tools.audit import builds, firefox, pages, sources
from tools.audit.base import CheckError
from tools.tasks.base import cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CHECKS: dict[str, Callable[[], str | None]] = {
    "format": sources.formatting,
    "lint": sources.lint,
    "types": sources.types,
    "spelling": sources.spelling,
    "assets": sources.assets,
    "citation": sources.citation,
    "workflows": sources.workflows,
    "build": builds.build,
    "lighthouse": pages.lighthouse,
    "html": pages.html,
}
ON_REQUEST: dict[str, Callable[[], str | None]] = {
    "external-links": pages.external_links,  # needs the network
    "firefox": firefox.chapters,  # needs Firefox; make audit-full runs it
}


def report(name: str) -> tuple[bool, str]:
    """Run one check; return whether it passed and what to print."""
    start = time.perf_counter()
    try:
        measured = (CHECKS | ON_REQUEST)[name]()
    except CheckError as error:
        output = error.output.replace("\n", "\n    ")
        return False, f"FAIL  {name}\n    {output}\n    Remedy: {error.remedy}"
    took = f"{time.perf_counter() - start:.1f} s"
    return True, f"ok    {name} ({took}{'; ' + measured if measured else ''})"


def unknown(names: Iterable[str]) -> str:
    """Return what to say of names that no check has, or nothing."""
    others = [name for name in names if name not in CHECKS | ON_REQUEST]
    known = ", ".join([*CHECKS, *ON_REQUEST])
    return f"expected names of checks ({known}), received: {' '.join(others)}" if others else ""


def main(names: Iterable[str]) -> int:
    """Run the named checks, or all; return how many failed, at most 1."""
    chosen = list(names) or list(CHECKS)
    if message := unknown(chosen):
        print(message)
        return 2
    passed = []
    with ThreadPoolExecutor(max_workers=cores()) as pool:
        for good, line in pool.map(report, chosen):
            print(line, flush=True)
            passed.append(good)
    print(f"{sum(passed)} of {len(passed)} checks passed")
    return 0 if all(passed) else 1
