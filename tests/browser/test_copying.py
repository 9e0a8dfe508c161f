"""What lands on the clipboard: LaTeX for formulas, and code without prompts and results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.axe import set_open

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

CLIPBOARD = ["clipboard-read", "clipboard-write"]
PARTS = "thm-one-equation-nearest,equation-eq-one-equation-answer"
SELECT = """e => {
  const range = new Range();
  range.selectNodeContents(e);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def copied(page: Page, part: Locator) -> str:
    """Return the plain text that a reader gets who selects a part and copies it."""
    part.scroll_into_view_if_needed()
    part.evaluate(SELECT)
    page.keyboard.press("Control+c")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return " ".join(text.split())


def test_formulas_are_copied_as_latex_without_our_macros(visit: Callable[..., Page]) -> None:
    page = visit(only=PARTS, permissions=CLIPBOARD)
    theorem = page.locator("#thm-one-equation-nearest")
    paragraph = copied(page, theorem.locator("p:not(.admonition-title)").first)
    assert paragraph.startswith(r"Let $n \ge 1$, let $\mathbf{a} \in \mathbb{R}^n$ be nonzero")
    whole = copied(page, theorem)
    assert paragraph in whole
    assert whole.startswith("Theorem ")
    assert r"$$ \mathbf{x}^{\star}" in whole.replace("$$", "$$ ")
    display = copied(page, page.locator("#equation-eq-one-equation-answer div.math"))
    assert display.startswith("$$")
    assert display.endswith("$$")
    for text in (paragraph, whole, display):
        assert "\u200b" not in text
        assert r"\vect" not in text
        assert r"\norm" not in text


def test_code_is_copied_without_prompts_and_results(visit: Callable[..., Page]) -> None:
    page = visit("reference/api", only="api-exact-svd", permissions=CLIPBOARD)
    set_open(page, opened=True)
    block = page.locator("div.doctest").first
    lines = (block.locator("pre").text_content() or "").splitlines()
    button = block.get_by_role("button", name="Copy this code")
    block.hover()
    button.click()
    expect(button).to_have_class("copybtn o-tooltip--left success")
    text = page.evaluate("navigator.clipboard.readText()")
    code = [line[4:] for line in lines if line.startswith((">>> ", "... "))]
    assert len(code) < len(lines)
    assert text.splitlines() == code
