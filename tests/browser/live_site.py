"""A small site that runs Python, and one whose package misbehaves on request."""

from __future__ import annotations

import gzip
import io
import os
import shutil
import time
import zipfile
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest

from tests.book.live_book import make_live_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

# In the place of the package: what a derivation never does.
MISBEHAVING = """
import json

def call(name, request):
    return json.dumps(globals()[name](json.loads(request)))

def echo(request):
    return request

def work_on_forever(request):
    while True:
        pass

def use_up_memory(request):
    held = []
    while True:
        held.append(bytearray(2**28))

def ask_elsewhere(address):
    import js
    request = js.XMLHttpRequest.new()
    request.open("GET", address, False)
    try:
        request.send()
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return request.status

def fetch_elsewhere(address):
    import js
    async def ask():
        try:
            await js.fetch(address)
        except Exception as error:
            js.console.log("refused: " + str(error))
    import asyncio
    asyncio.ensure_future(ask())
"""
CALL = """async ([name, request, options]) => {
  const { python } = await import("/_static/live/python/runtime.js");
  const seen = [];
  const stop = new AbortController();
  const onProgress = (progress) => {
    seen.push(progress);
    if (progress.phase === options.cancel) stop.abort();
  };
  const start = performance.now();
  const result = { seen, size: python.size, versions: python.versions };
  try {
    const all = { ...options, signal: stop.signal, onProgress };
    result.answer = await python.call(name, request, all);
  } catch (error) {
    result.kind = error.kind;
    result.message = error.message;
  }
  return { ...result, state: python.state, ms: performance.now() - start };
}"""


def call(page: Page, name: str, request: Any, **options: Any) -> dict[str, Any]:
    """Call a function of ``linalg_book.live`` in a page; return what came of it."""
    return page.evaluate(CALL, [name, request, options])


def misbehave(site: Path) -> None:
    """Put the misbehaving module in the place of the package."""
    (path,) = site.glob("_static/live/vendor/linalg_book-*.zip.gz")
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("linalg_book/__init__.py", "")
        archive.writestr("linalg_book/live.py", dedent(MISBEHAVING))
    path.write_bytes(gzip.compress(content.getvalue()))


def made_once(folder: Path, make: Callable[[Path], object], patience: float = 300) -> Path:
    """Let the first of the parallel workers make a folder; the others wait until it is made."""
    begun, done = folder.with_suffix(".begun"), folder.with_suffix(".done")
    try:
        begun.mkdir()  # only one can
    except FileExistsError:
        end = time.monotonic() + patience
        while not done.exists():
            assert time.monotonic() < end, f"another worker did not make {folder.name}: see there"
            time.sleep(0.2)
        return folder
    folder.mkdir()
    make(folder)
    done.touch()
    return folder


@pytest.fixture(scope="session")
def live_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small site that runs Python, built once for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return made_once(shared / "live", make_live_book) / "_build" / "html"


@pytest.fixture(scope="session")
def misbehaving_folder(live_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site whose package misbehaves."""
    folder = tmp_path_factory.mktemp("misbehaving") / "html"
    shutil.copytree(live_folder, folder)
    misbehave(folder)
    return folder
