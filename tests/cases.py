"""Count the exact cases on which the tests of a theorem run, and hold every run to the count.

``book/claims/cases.json`` has the number of cases of each test that ``book/claims`` names; the
page of verified claims prints them.  A run with fewer cases than that fails, so the page is true
of every run.  ``make accept`` writes the file anew: it runs ``tests/claims`` and ``tests/exact`` in
one process with ``ACCEPT=1``.  The end of a run says how many false neighbors were caught.
"""

from __future__ import annotations

import json
import os
from functools import cache, wraps
from typing import TYPE_CHECKING, Any

import pytest

from tests.claimed import CASES, CLAIMS, LISTED, counts

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

UPDATE = bool(os.environ.get("ACCEPT"))
CAUGHT = "tests/claims/test_neighbors.py::test_the_counterexample_breaks_"
REMEDY = "call make accept and look at the difference"


@cache
def promised() -> dict[str, int]:
    """Return the committed number of cases of each test, by its node."""
    return counts()


class Counter:
    """Counts the calls of a test that came to their end; a case that is assumed away does not."""

    def __init__(self, test: Callable[..., Any]) -> None:
        self.cases = 0
        self.test = test

    def counting(self) -> Callable[..., Any]:
        """Return the test, counted."""

        @wraps(self.test)
        def counted(*args: Any, **kwargs: Any) -> Any:
            result = self.test(*args, **kwargs)
            self.cases += 1
            return result

        return counted


class Plugin:
    """What pytest calls."""

    def __init__(self) -> None:
        self.found: dict[str, int] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, Any, Any]:
        """Count the cases of a test that is named beside a theorem."""
        node = pyfuncitem.nodeid
        if node.partition("[")[0] not in LISTED:
            return (yield)
        handle = getattr(pyfuncitem.obj, "hypothesis", None)
        if handle is None:
            result = yield
            self.note(node, 1)
            return result
        counter = Counter(handle.inner_test)
        handle.inner_test = counter.counting()
        try:
            result = yield
        finally:
            handle.inner_test = counter.test
        self.note(node, counter.cases)
        return result

    def note(self, node: str, cases: int) -> None:
        """Keep a count, or hold it against the promise."""
        self.found[node] = cases
        least = promised().get(node) if not UPDATE else 0
        assert least is not None, f"expected {node} in {CASES.name}: {REMEDY}"
        assert cases >= least, f"expected at least {least} cases of {node}, ran {cases}: {REMEDY}"

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the counts when asked; tests that were not run keep theirs, unlisted ones go."""
        if not (UPDATE and self.found):
            return
        if os.environ.get("PYTEST_XDIST_WORKER") or session.config.getoption("numprocesses", None):
            raise pytest.UsageError(f"ACCEPT=1 counts in one process only (-n 0): {REMEDY}")
        before = promised() if CASES.exists() else {}
        whole = {
            node: cases
            for node, cases in sorted({**before, **self.found}.items())
            if node.partition("[")[0] in LISTED
        }
        CASES.write_text(json.dumps(whole, indent=0) + "\n", encoding="utf-8")

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many false neighbors the register states, and how many this run caught."""
        run = {
            outcome: sum(CAUGHT in getattr(report, "nodeid", "") for report in reports)
            for outcome, reports in terminalreporter.stats.items()
            if outcome != "deselected"
        }
        if any(run.values()):
            all_of_them = sum(len(claim.neighbors) for claim in CLAIMS)
            caught = run.get("passed", 0)
            terminalreporter.write_line(f"false neighbors: {all_of_them} stated, {caught} caught")
