"""Python in the page: it starts, answers as here, can be stopped, and asks nobody else."""

from __future__ import annotations

import http.server
import json
import re
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from tools.audit.server import serving

from linalg_book import live
from tests.browser.live_site import call, live_folder, misbehaving_folder  # noqa: F401 (fixtures)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page

PATIENCE = 120_000  # milliseconds, on a busy machine
REQUESTS = [
    {"name": "closest-point", "fields": {"equation": "3x + 4y = 12"}},
    {"name": "closest-point", "fields": {"equation": "5x - 2y = 7"}},
    {"name": "closest-point", "fields": {"equation": "3x + = 12"}},
    {"name": "pseudoinverse", "fields": {"A": "1 2; 3 4; 5 6"}},
    {"name": "svd", "fields": {"A": "1 2; 3 4"}},
    {"name": "eigen", "fields": {"A": "0 1; 1 1"}},
]
# The same request as that of ``ask_elsewhere``, in a worker from a blob as Python's is.
ASK_IN_A_WORKER = """(address) => new Promise((resolve) => {
  const source = `const r = new XMLHttpRequest(); r.open("GET", ${JSON.stringify(address)}, false);
    try { r.send(); postMessage(r.status); } catch (error) { postMessage(error.name); }`;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  worker.onmessage = ({ data }) => resolve(data);
})"""


@pytest.fixture
def open_example(context: Callable[..., BrowserContext]) -> Iterator[Callable[[Path], Page]]:
    """Return a function that serves a folder and opens the page that may run Python."""
    servers = []

    def open_page(folder: Path) -> Page:
        servers.append(serving(folder))
        page = context().new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{servers[-1].__enter__()}example.html")
        return page

    yield open_page
    for server in servers:
        server.__exit__(None, None, None)


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server that answers anyone, and the list of what it was asked."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", asked
        server.shutdown()


def test_answers_are_those_of_the_package(
    open_example: Callable[[Path], Page],
    live_folder: Path,  # noqa: F811
) -> None:
    page = open_example(live_folder)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    first, *others = [call(page, "run", request) for request in REQUESTS]
    for request, result in zip(REQUESTS, [first, *others], strict=True):
        assert result.get("answer") == json.loads(live.call("run", json.dumps(request))), result
        assert result["state"] == "ready"
    phases = [progress["phase"] for progress in first["seen"]]
    assert list(dict.fromkeys(phases)) == ["download", "start", "run"]
    assert all(progress["loaded"] <= progress["total"] for progress in first["seen"])
    assert {p["phase"] for result in others for p in result["seen"]} == {"run"}
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("blob:")}
    assert hosts == {urlsplit(page.url).netloc}


def test_size_is_said_before_and_is_what_comes(
    open_example: Callable[[Path], Page],
    live_folder: Path,  # noqa: F811
) -> None:
    page = open_example(live_folder)
    sizes: dict[str, int] = {}
    module = 'import("/_static/live/python/runtime.js").then(({ python }) => python.%s)'
    said = page.evaluate(module % "size")
    page.on(
        "requestfinished",
        lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}),
    )
    page.evaluate(module % "start()")
    loaded = {url: size for url, size in sizes.items() if "/vendor/" in url}
    assert len(loaded) == 5
    assert said == pytest.approx(sum(loaded.values()), rel=0.01)
    assert said < 13_000_000


@pytest.fixture(scope="module")
def harmed(browser: Browser, misbehaving_folder: Path) -> Iterator[Page]:  # noqa: F811
    """Return a page whose package misbehaves; each test leaves Python ready or off."""
    with serving(misbehaving_folder) as address:
        context = browser.new_context(service_workers="block")
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{address}example.html")
        yield page
        context.close()


def test_cancelled_call_ends_and_the_next_one_starts_anew(harmed: Page) -> None:
    page = harmed
    for phase in ("download", "run"):
        result = call(page, "work_on_forever", None, cancel=phase)
        assert result["kind"] == "cancelled"
        assert result["state"] == "off"
    assert call(page, "echo", {"x": "½"})["answer"] == {"x": "½"}


def test_call_that_takes_too_long_ends(harmed: Page) -> None:
    page = harmed
    call(page, "echo", 1)
    result = call(page, "work_on_forever", None, seconds=0.5)
    assert result["kind"] == "time"
    assert "more than 0.5 seconds" in result["message"]
    assert 500 <= result["ms"] < 10_000
    assert call(page, "echo", 2)["answer"] == 2


def test_crash_is_told_and_the_next_call_starts_anew(harmed: Page) -> None:
    page = harmed
    for name, reason in {"use_up_memory": "MemoryError", "no_such_function": "KeyError"}.items():
        result = call(page, name, None, seconds=100)
        assert result["kind"] == "crash", result
        assert reason in result["message"]
        assert "book's own numbers are still shown" in result["message"]
    assert call(page, "echo", 3)["answer"] == 3


def test_files_that_do_not_come_are_told(
    open_example: Callable[[Path], Page],
    live_folder: Path,  # noqa: F811
) -> None:
    page = open_example(live_folder)
    wanted = re.compile(r"libraries-.*\.zip\.gz")
    page.route(wanted, lambda route: route.fulfill(status=404))
    result = call(page, "run", REQUESTS[0])
    assert result["kind"] == "load"
    assert "received the answer 404" in result["message"]
    page.unroute(wanted)
    assert call(page, "run", REQUESTS[0])["answer"]["ok"]


def test_policy_holds_in_the_worker(
    open_example: Callable[[Path], Page],
    misbehaving_folder: Path,  # noqa: F811
    elsewhere: tuple[str, list[str]],
) -> None:
    address, asked = elsewhere
    page = open_example(misbehaving_folder)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    result = call(page, "ask_elsewhere", f"{address}planted")
    assert "NetworkError" in result["answer"], result
    call(page, "fetch_elsewhere", f"{address}planted")
    refusal = "refused: TypeError: Python in the page loads nothing else"
    for _ in range(100):  # what a worker says comes late on a busy machine
        if any(refusal in text for text in said):
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail(f"not refused: {said}")
    assert asked == []
    page.goto(page.url.replace("example.html", "_static/licenses.txt"))  # a page without a policy
    assert page.evaluate(ASK_IN_A_WORKER, f"{address}control") == 200
    assert asked == ["/control"]


def test_nothing_is_loaded_before_it_is_asked_for(
    open_example: Callable[[Path], Page],
    live_folder: Path,  # noqa: F811
) -> None:
    page = open_example(live_folder)
    page.wait_for_load_state("networkidle")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [url for url in loaded if "pyodide" in url or ".gz" in url] == []
