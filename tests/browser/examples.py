"""Worked examples, for tests: their form and what they show. The fixtures are in conftest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Locator

LABEL = "ex-one-equation-nearest"
# by hand: 5² + 2² = 29, and 7/29 of (5, −2)
OWN, OWN_POINT = "5x - 2y = 7", "35/29"
# a page's steps without what only the browser adds
STEPS = """element => {
  const copy = element.querySelector(".live-result").cloneNode(true);
  for (const box of copy.querySelectorAll("[tabindex]")) box.removeAttribute("tabindex");
  // an outline that a page shares is what it stands for
  for (const use of copy.querySelectorAll('use[href^="#formula-root-"]')) {
    const path = document.querySelector(use.getAttribute("href")).cloneNode();
    for (const name of ["id", "stroke"]) path.removeAttribute(name);
    use.replaceWith(path);
  }
  return copy.innerHTML;
}"""


def with_form(made: Locator) -> Locator:
    """Open the form of an example."""
    made.locator(".live-toggle").click()
    expect(equation(made)).to_be_focused()
    return made


def equation(example: Locator) -> Locator:
    return example.get_by_label("Equation", exact=True)


def work(example: Locator) -> None:
    example.get_by_role("button", name="Work it out").click()


def title(example: Locator) -> Locator:
    return example.locator(".worked-title annotation")
