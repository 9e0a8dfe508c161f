"""Serve the book and build it again, in this process, as soon as a file changes.

sphinx-autobuild does the serving, the watching and the reloading of the page. Its own way to
build, a new Sphinx process for each change, takes most of the time that an author waits; here
one Sphinx application stays alive, cells that have not changed are not run again, and the next
chapter's kernel is started and has imported the libraries before it is asked for. A draft
leaves out what only a published book needs.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "book" / "_ext"))

import nbformat
import sphinx_autobuild.__main__ as autobuild
from jupyter_core.utils import run_sync
from myst_nb.core import execute
from nbclient import NotebookClient
from replay import ReplayingClient, stamp
from sphinx.application import Sphinx
from sphinx_autobuild import server
from sphinx_autobuild.utils import show_message

from mends.trees import read_all  # of the book's extensions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replay import Stamp

REST = 3  # seconds after a build, until garbage is collected

# What a chapter's first figure would wait for; a cell must find none of these names.
WARM_UP = (
    "import io, numpy, scipy.linalg, sympy, matplotlib.pyplot as plt; "
    "from linalg_book import exact, examples, figures, numeric; "
    "ax = figures.line([3, 4], 12, figures.axes()); "
    "ax.figure.savefig(io.BytesIO(), format='svg'); plt.close('all'); "
    "del io, numpy, scipy, sympy, plt, exact, examples, figures, numeric, ax"
)


class WarmKernel:
    """Keep one kernel started, with the libraries imported, for the next chapter that runs."""

    def __init__(self) -> None:
        self.manager: Any = None
        self.stamp: Stamp = ()

    def prepare(self) -> None:
        """Start a kernel and do not wait for it."""
        arguments = [f"--IPKernelApp.exec_lines={WARM_UP}"]
        client = NotebookClient(nbformat.v4.new_notebook(), extra_arguments=arguments)
        client.create_kernel_manager()
        self.stamp = stamp()
        client.start_new_kernel()
        self.manager = client.km

    def hand_over(self, client: NotebookClient) -> Any:
        """Give the kernel to a chapter's client; start one if none is waiting, or it is stale."""
        if self.manager and self.stamp != stamp():
            run_sync(self.manager.shutdown_kernel)(now=True)
            self.manager = None
        if self.manager is None:
            self.prepare()
        client.km, self.manager = self.manager, None
        client.start_new_kernel_client()
        return client.km


class LivingBuilder:
    """Build with one Sphinx application, as sphinx-autobuild calls its builder.

    Everything that Sphinx and the kernels do happens in one thread: their sockets belong to it.
    """

    def __init__(self, sphinx_args: list[str], *, url_host: str, **_: Any) -> None:
        source, out, doctrees = sphinx_args[-2], sphinx_args[-1], sphinx_args[-3]
        self.folders = (source, source, out, doctrees)
        self.address = f"http://{url_host}/"
        self.cells = Path(doctrees) / "cells.pickle"
        ReplayingClient.recall(self.cells)
        self.kernel = WarmKernel()
        self.app: Sphinx | None = None
        self.thread = ThreadPoolExecutor(max_workers=1)
        gc.disable()  # among the trees of all pages it takes a second, while an author waits
        self.collection = threading.Timer(REST, self.collect)
        execute.NotebookClientInline = ReplayingClient
        execute.inline.ModifiedNotebookClient.create_kernel_manager = (
            lambda client: self.kernel.hand_over(client)  # noqa: PLW0108 (bound at the call)
        )

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:  # noqa: ARG002 (its name)
        """Build what has changed, then get ready for the next build while the page is shown."""
        self.thread.submit(self.build).result()
        self.thread.submit(self.get_ready)

    def build(self) -> None:
        """Build in the thread that owns the application."""
        start = time.perf_counter()
        self.collection.cancel()
        try:
            if self.app is None:
                self.app = Sphinx(
                    *self.folders, "html", {"draft": True}, status=None, warning=sys.stderr
                )
            self.app.build()
        except Exception as error:  # noqa: BLE001 (the server must outlive a broken page)
            print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        show_message(f"Built in {time.perf_counter() - start:.1f} s: {self.address}")

    def get_ready(self) -> None:
        """Prepare for the next build, while nobody waits."""
        try:
            if self.kernel.manager is None:
                self.kernel.prepare()
            if self.app is not None:
                read_all(self.app.env)
                ReplayingClient.keep(self.cells)
        except Exception as error:  # noqa: BLE001 (the next build tries again)
            message = f"the next build will wait: {type(error).__name__}: {error}"
            print(message, file=sys.stderr)  # noqa: T201
        self.collection = threading.Timer(REST, self.collect)
        self.collection.daemon = True
        self.collection.start()

    def collect(self) -> None:
        """Collect garbage in the thread that owns the application and the sockets."""
        self.thread.submit(gc.collect)


if __name__ == "__main__":
    autobuild.Builder = LivingBuilder
    server.ProcessPoolExecutor = ThreadPoolExecutor  # a process of its own could not stay alive
    autobuild.main(sys.argv[1:])
