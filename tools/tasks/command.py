"""The command line: which tasks there are, and how a failure is said."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

from tools.tasks import base, building, locking, stored, takeaway, testing

if TYPE_CHECKING:
    from collections.abc import Callable

MADE = ["_build", ".venv", "node_modules"]
CACHES = [".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"]


def clean(arguments: list[str]) -> None:
    """Remove everything that was built or installed, and every cache."""
    base.refuse_others(arguments)
    for name in [*MADE, *CACHES]:
        shutil.rmtree(base.ROOT / name, ignore_errors=True)
    for folder in ("src", "tests", "tools"):
        for cache in base.ROOT.glob(f"{folder}/**/__pycache__"):
            shutil.rmtree(cache, ignore_errors=True)


TASK_LIST = [
    *(building.book, testing.test, testing.test_flint),
    *(stored.test_torch, stored.test_jax, stored.test_sklearn),
    *(stored.test_octave, stored.test_r),
    *(testing.chapter, testing.accept, building.watch, testing.check, testing.audit_full),
    *(takeaway.pdf, takeaway.takeaway, takeaway.release, clean, locking.lock),
]
TASKS: dict[str, Callable[[list[str]], None]] = {
    task.__name__.replace("_", "-"): task for task in TASK_LIST
}


def main() -> int:
    """Run the task that the command line names."""
    lines = [f"  {name:11} {task.__doc__}" for name, task in TASKS.items()]
    parser = argparse.ArgumentParser(
        prog="tasks.py",
        description="The tasks of the project.",
        epilog="tasks:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="task")
    arguments, rest = parser.parse_known_args()
    try:
        TASKS[arguments.task](rest)
    except base.TaskError as error:
        print(f"tasks.py {arguments.task}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0
