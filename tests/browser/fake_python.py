"""Python for live pages without the download: the page's runtime, answered by this process.

It keeps to the contract of book/_live/python/runtime.js: same states, progress and errors.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from linalg_book.live import call

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

RUNTIME = """
class PythonError extends Error {}
export { PythonError };
let slow = 0;
addEventListener("make-python-slow", () => { slow = 60000; });
let broken = false;
addEventListener("break-python", () => { broken = true; });
addEventListener("mend-python", () => { broken = false; slow = 0; });
export const python = {
  state: "off",
  size: 10400000,
  async start() { this.state = "ready"; },
  async call(name, request, { signal, onProgress = () => {} } = {}) {
    onProgress({ phase: this.state === "off" ? "download" : "run", loaded: 1, total: 10400000 });
    if (broken) throw new PythonError("Python broke. The book's own numbers are still shown.");
    await new Promise((done, fail) => {
      const timer = setTimeout(done, slow);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        fail(new PythonError("Stopped. The book's own numbers are still shown."));
      });
    });
    this.state = "ready";
    globalThis.pythonCalls = (globalThis.pythonCalls ?? 0) + 1;
    return JSON.parse(await callPython(name, JSON.stringify(request)));
  },
};
"""


def answer_here(context: BrowserContext) -> None:
    """Let every page of the context ask this process instead of Python in a worker."""
    context.expose_function("callPython", call)
    context.route(
        "**/_static/live/python/runtime.js",
        lambda route: route.fulfill(content_type="text/javascript", body=RUNTIME),
    )


def refusal(name: str, **fields: str) -> str:
    """Return the package's own message for the text of a form's fields."""
    answer = json.loads(call("run", json.dumps({"name": name, "fields": fields})))
    return str(answer["message"])
