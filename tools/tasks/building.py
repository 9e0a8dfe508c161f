"""Builds the book and serves it."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import sys
import time
import webbrowser
from pathlib import Path

from tools.tasks import base, installing

NOT_BUILT = (
    "the book was not built: the warnings and errors before this line name the page and the line; "
    "mend them and call the task again"
)


def sphinx_build(out: Path, doctrees: Path, **extra: str) -> None:
    """Build strictly; after a failure the next build starts anew, so that it fails again."""
    sphinx = (base.PYTHON, "-m", "sphinx", "-b", "html")
    flags = ("-W", "-n", "--keep-going", "-j", str(base.cores()), "-q")
    try:
        base.run(*sphinx, *flags, "-d", doctrees, "book", out, remedy=NOT_BUILT, **extra)
    except base.TaskError:
        shutil.rmtree(doctrees, ignore_errors=True)
        raise


def build() -> None:
    """Build the book into ``_build/html``."""
    installing.set_up("book")
    start = time.perf_counter()
    sphinx_build(base.BUILD / "html", base.BUILD / "doctrees")
    print(
        f"Built in {time.perf_counter() - start:.1f} s: {Path('_build/html/index.html')}",
        flush=True,
    )


def serve() -> None:
    """Serve the built book on this machine only, at the first free port from 8000."""
    handler = functools.partial(QuietHandler, directory=str(base.BUILD / "html"))
    for port in range(8000, 8100):
        try:
            server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
        except OSError:
            continue
        address = f"http://127.0.0.1:{port}/"
        print(f"The book is at {address} (stop with Ctrl+C)", flush=True)
        if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY"):
            webbrowser.open(address)
        with server:
            server.serve_forever()
    raise base.TaskError("no free port between 8000 and 8099: stop another server and try again")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serve files without a line for each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


def book(arguments: list[str]) -> None:
    """Set up, build the book, serve it, print the address (only build: SERVE=0, --no-serve)."""
    base.refuse_others(arguments, "--no-serve")
    build()
    if os.environ.get("SERVE", "1") != "0" and "--no-serve" not in arguments:
        serve()


def watch(arguments: list[str]) -> None:
    """Serve the book and build a page again as soon as its chapter or the package changes."""
    installing.set_up("book")
    flags = ["--port", "0", "--watch", "src", "--ignore", "*.pyc", *arguments]
    made = base.BUILD / "watch"
    base.run(base.PYTHON, "tools/watch.py", *flags, "-d", made / "doctrees", "book", made / "html")
