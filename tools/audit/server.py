"""A server of the built pages on this machine that compresses text, as a published site does."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Shorten = Callable[[Path, str], bytes | None]

TEXT = {".html", ".css", ".js", ".mjs", ".svg", ".xml", ".json"}


@functools.cache
def compressed(path: Path, changed: int) -> bytes:  # noqa: ARG001 (a changed file is read again)
    """Return a file's content in gzip's format."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve files, text compressed, without a line for each request."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, shorten: Shorten | None = None, **options: Any) -> None:
        self.shorten = shorten
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer with the compressed file when it is text."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in TEXT or not path.is_file():
            super().do_GET()
            return
        short = self.shorten and self.shorten(path, urlsplit(self.path).query)
        body = gzip.compress(short) if short else compressed(path, path.stat().st_mtime_ns)
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server whose connections end with it, without a word when the browser hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a page that is closed early breaks its connections."""


@contextmanager
def serving(folder: Path, shorten: Shorten | None = None) -> Iterator[str]:
    """Serve a folder at a free port of this machine and yield the address.

    ``shorten`` takes a file and the query of its address, and may return another content.
    """
    handler = functools.partial(Handler, directory=str(folder), shorten=shorten)
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()
