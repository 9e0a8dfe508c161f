"""axe-core finds nothing on any page: light and dark, desktop and phone, all blocks open."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from tests.built import sources

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

RUN = "() => axe.run(document, {resultTypes: ['violations'], elementRef: false})"
TWO_FRAMES = "requestAnimationFrame(() => requestAnimationFrame(done))"
WIDTHS = {"desktop": 1280, "phone": 360}
LOOKS = list(product(("light", "dark"), WIDTHS))
OTHERS = "search and citations"  # the short pages without a source


def violations(page: Page) -> list[str]:
    """Return what axe-core finds, one line for each element."""
    result: dict[str, Any] = page.evaluate(RUN)
    assert len(result["passes"]) > 10
    return [
        f"{page.url} {rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]


def set_open(page: Page, opened: bool) -> None:  # noqa: FBT001 (a state, not an option)
    """Open or close every block that folds, and wait until the page has measured its boxes."""
    page.evaluate("o => document.querySelectorAll('details').forEach(d => { d.open = o; })", opened)
    page.evaluate(f"() => new Promise(done => {TWO_FRAMES})")


@pytest.mark.parametrize("scheme_and_width", LOOKS, ids="-".join)
@pytest.mark.parametrize("source", [*sources(), OTHERS])
def test_axe_finds_nothing(
    source: str,
    scheme_and_width: tuple[str, str],
    visit: Callable[..., Page],
    names: list[str],
    axe: str,
) -> None:
    scheme, width = scheme_and_width
    size = {"width": WIDTHS[width], "height": 900}
    others = [name for name in names if name not in sources()]
    assert others
    found = []
    for name in others if source == OTHERS else [source]:
        page = visit(name, viewport=size, color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate("document.documentElement.dataset.theme") == scheme
        page.evaluate(axe)
        for opened in (False, True):
            set_open(page, opened)
            assert page.evaluate("document.getAnimations().length") == 0, "no motion was asked for"
            found += violations(page)
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_contents_open(
    scheme: str, visit: Callable[..., Page], axe: str
) -> None:
    page = visit(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page.get_by_role("button", name="Contents").click()
    assert page.locator("#site-contents").is_visible()
    page.evaluate(axe)
    assert violations(page) == []


def test_axe_would_find_something(visit: Callable[..., Page], axe: str) -> None:
    page = visit()
    page.evaluate("document.querySelector('.site-search input').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.site-search input').removeAttribute('placeholder')")
    page.evaluate(axe)
    assert [line.split()[1] for line in violations(page)] == ["label:"]
