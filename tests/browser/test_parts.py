"""The parts of drawings, as those hear them who do not see them: in the tree of accessibility."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from places import site_pages
from tests.browser.figures import BOTH, FAMILY, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

LIST = "Parts of the drawing"


def heard(page: Page) -> list[list[str]]:
    """Return what each list of parts says in the tree that screen readers get."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def text(node: dict) -> str:
        if node.get("role", {}).get("value") == "StaticText":
            return str(node["name"]["value"])
        return "".join(text(by_id[child]) for child in node.get("childIds", []))

    lists = [
        node
        for node in nodes
        if node.get("role", {}).get("value") == "list" and node.get("name", {}).get("value") == LIST
    ]
    return [[text(by_id[item]) for item in each["childIds"]] for each in lists]


def test_a_static_drawing_says_planes_points_and_lines_with_their_numbers(
    visit: Callable[..., Page],
) -> None:
    page = visit("systems/planes", only="fig-planes-one")
    (parts,) = heard(page)
    assert "blue plane 2x − y + 2z = 9" in parts
    assert "orange point (2, −1, 2)" in parts
    box = page.locator(".figure-parts").bounding_box()
    assert box
    assert box["width"] <= 1
    page.emulate_media(media="print")
    expect(page.locator(".figure-parts")).not_to_be_visible()


def test_a_moving_figure_says_its_parts_anew_when_they_move(visit: Callable[..., Page]) -> None:
    page = visit(only=BOTH)
    before = heard(page)
    assert any("blue line 3x + 4y = 12" in line for line in before[0])
    figure = moving(page, FAMILY)
    said = figure.locator(".figure-parts li")
    expect(said).to_have_count(len(told(figure)))
    parts = said.all_text_contents()
    assert {line.partition(": ")[0] for line in parts} == set(told(figure))
    assert parts in heard(page)
    handle = figure.get_by_role("spinbutton").first
    (handle if handle.count() else figure.locator(".figure-handle").first).press("ArrowRight")
    expect(said.first).to_be_attached()
    now = said.all_text_contents()
    assert now != parts
    assert now in heard(page)
    assert len(now) == len(told(figure))


def test_every_drawing_of_the_book_has_a_list_of_its_parts(built_book: Path) -> None:
    without = {}
    count = 0
    for path in site_pages(built_book):
        page = path.read_text(encoding="utf-8")
        drawings = page.count('<svg class="figure-svg"')
        count += drawings
        if page.count('<ul class="figure-parts"') != drawings:
            without[path.name] = drawings
    assert without == {}
    assert count > 100
