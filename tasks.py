#!/usr/bin/env python3
"""The tasks of the project, for every system: ``python3 tasks.py book``, for example.

``make book`` calls the same. Only Python 3.11 or newer is assumed; everything else is installed,
by exact version and hash, into ``.venv`` and ``node_modules`` beside this file. See --help.
What each task does is in ``tools/tasks``.
"""

import sys

OLDEST_PYTHON = (3, 11)

if sys.version_info < OLDEST_PYTHON:  # here, in words of any Python: the rest is not for older ones
    sys.exit(
        "tasks.py: expected Python " + ".".join(map(str, OLDEST_PYTHON)) + " or newer, but this is "
        + sys.version.split()[0] + ": call it with a newer one, for example "
        "make book PYTHON=python3.13"
    )  # fmt: skip

from tools.tasks.command import TASKS, main  # noqa: E402
from tools.tasks.installing import set_up  # noqa: E402

__all__ = ["OLDEST_PYTHON", "TASKS", "main", "set_up"]

if __name__ == "__main__":
    sys.exit(main())
