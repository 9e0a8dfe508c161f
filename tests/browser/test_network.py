"""What a page asks for: not much in all, and nothing that its policy does not allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.conftest import CHAPTER, SHORT, wait_until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page, Route

MOST_BYTES = 300_000
MOST_REQUESTS = 20
LIVE = "/_static/live/"
MOST_LIVE_BYTES = (
    102_000  # figures, examples and checks when they come near, what is kept of a reading
)
SCROLL_THROUGH = """async () => {
  for (let y = 0; y < document.body.scrollHeight; y += 800) {
    scrollTo(0, y);
    await new Promise(requestAnimationFrame);
  }
}"""


def test_chapter_is_light(context: Callable[..., BrowserContext], site: str) -> None:
    page = context(service_workers="allow").new_page()
    sizes: dict[str, int] = {}

    def weigh(request: object) -> None:
        sizes[request.url] = request.sizes()["responseBodySize"]  # type: ignore[attr-defined]

    page.on("requestfinished", weigh)
    page.goto(f"{site}{CHAPTER}.html", wait_until="networkidle")
    page.evaluate(SCROLL_THROUGH)
    for place in page.locator("[data-live=figure]").all():
        page.locator(f"#{place.get_attribute('data-figure')}").scroll_into_view_if_needed()
    wait_until(page, "!document.querySelector('[data-live=figure]:not([data-live-state])')")
    page.wait_for_load_state("networkidle")
    for is_live, most in ((False, MOST_BYTES), (True, MOST_LIVE_BYTES)):
        part = {url: size for url, size in sizes.items() if (LIVE in url) == is_live}
        report = "\n".join(f"{size:8} {url}" for url, size in sorted(part.items()))
        assert sum(part.values()) <= most, f"{sum(part.values())} bytes\n{report}"
        assert sum(part.values()) > 20_000, report  # the sizes were counted
        assert is_live or len(part) <= MOST_REQUESTS, report


def plant(page: Page, address: str, planted: str) -> None:
    """Serve the page with something put at the end of its body."""

    def fulfill(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace("</body>", f"{planted}</body>")
        route.fulfill(response=response, body=body)

    page.route(address, fulfill)


def test_policy_blocks_other_hosts_and_inline_scripts(
    context: Callable[..., BrowserContext], site: str
) -> None:
    page = context(service_workers="allow").new_page()
    page.add_init_script(
        "window.blocked = [];"
        "document.addEventListener('securitypolicyviolation', "
        "e => window.blocked.push([e.effectiveDirective, e.blockedURI]));"
    )
    failed = {}
    page.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
    plant(
        page,
        f"{site}{CHAPTER}.html",
        '<img src="http://other.invalid/x.png" alt=""><script>window.ran = true;</script>'
        '<script src="http://other.invalid/x.js"></script>'
        '<link rel="stylesheet" href="http://other.invalid/x.css">'
        '<button id="planted" onclick="window.ran = true">Run</button>',
    )
    page.goto(f"{site}{CHAPTER}.html")
    page.evaluate("document.getElementById('planted').click()")
    wait_until(page, "window.blocked.length >= 5")
    assert sorted(page.evaluate("window.blocked")) == [
        ["img-src", "http://other.invalid/x.png"],
        ["script-src-attr", "inline"],
        ["script-src-elem", "http://other.invalid/x.js"],
        ["script-src-elem", "inline"],
        ["style-src-elem", "http://other.invalid/x.css"],
    ]
    assert page.evaluate("window.ran") is None
    assert failed == {f"http://other.invalid/x.{kind}": "csp" for kind in ("png", "js", "css")}


def test_policy_blocks_requests_by_scripts(visit: Callable[..., Page]) -> None:
    page = visit(SHORT)
    refused = "fetch('http://other.invalid/').then(() => 'answered', error => error.name)"
    blocked = page.evaluate(
        "async () => { const seen = new Promise(done => document.addEventListener("
        "'securitypolicyviolation', e => done(e.effectiveDirective), {once: true}));"
        f"const result = await {refused}; return [result, await seen]; }}"
    )
    assert blocked == ["TypeError", "connect-src"]
