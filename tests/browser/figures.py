"""Figures that move, for tests: bring one into view, drag its parts, read what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FAMILY, PLANES = "#fig-one-equation-family", "#fig-one-equation-planes"
BOTH = "fig-one-equation-family,fig-one-equation-planes"  # the parts that these tests are about
PHONE = {"width": 360, "height": 780}
SOLUTION = "[aria-label^='t: moves']"
NEAREST = "[aria-label^='Right-hand side']"
NORMAL = "[aria-label^='Normal vector']"

# What is laid out only when it is near pushes a figure away; a reader then scrolls on.
COME_NEAR = """async (figure) => {
  const place = document.querySelector(`[data-figure="${figure.id}"]`);
  for (let tries = 0; tries < 300 && !(tries && place.dataset.liveState); tries += 1) {
    figure.scrollIntoView({ behavior: "instant", block: "nearest" });
    await new Promise(requestAnimationFrame);
  }
}"""


def moving(page: Page, selector: str) -> Locator:
    """Bring a figure into view, so that it starts, and return it."""
    figure = page.locator(selector)
    figure.evaluate(COME_NEAR)
    expect(figure.locator(".figure-readout dd").first).to_be_visible(timeout=15_000)
    return figure


def told(figure: Locator) -> dict[str, str]:
    """Return what the figure says, by name."""
    names = figure.locator(".figure-readout dt").all_text_contents()
    return dict(zip(names, figure.locator(".figure-readout dd").all_text_contents(), strict=True))


def drag(page: Page, handle: Locator, dx: float, dy: float) -> None:
    """Drag a handle by pixels, in a few moves."""
    box = handle.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx / 2, y + dy / 2, steps=3)
    page.mouse.move(x + dx, y + dy, steps=3)
    page.mouse.up()


def swipe(page: Page, x: float, y: float, dx: float, dy: float) -> None:
    """Draw a finger over the page, as the browser itself would see it."""
    session = page.context.new_cdp_session(page)

    def send(kind: str, *points: dict[str, float]) -> None:
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": list(points)})

    send("touchStart", {"x": x, "y": y})
    for k in range(1, 9):
        send("touchMove", {"x": x + dx * k / 8, "y": y + dy * k / 8})
        page.wait_for_timeout(20)
    send("touchEnd")
    page.wait_for_timeout(200)
