"""What a page says while it is read, and which other hosts it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Page


def listen(page: Page, site: str) -> list[str]:
    """Return a list that grows by all that a page says, and by what it asks other hosts for."""
    said: list[str] = []

    def asks(url: str) -> None:
        if urlsplit(url).netloc != urlsplit(site).netloc and not url.startswith(("data:", "blob:")):
            said.append(f"asks for {url}")

    page.on("request", lambda request: asks(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("response", lambda r: said.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    return said
