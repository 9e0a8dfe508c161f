"""The figures of the pseudoinverse: b in and out of the column space, and the jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.figures import drag, moving, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

CHAPTER = "pseudoinverse/pseudoinverse"
PLANE, JUMP = "#fig-pseudoinverse-plane", "#fig-pseudoinverse-jump"


def test_b_in_and_out_of_the_column_space(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, PLANE)
    # by hand: (−2, 6) = (2, 4) + (−4, 2), and A⁺ is the transpose over 10
    assert told(figure) == {
        "Rank": "1",
        "A⁺": "rows (1/10, 1/5) and (1/10, 1/5)",
        "b": "(−2, 6) = (2, 4) + (−4, 2)",
        "p = AA⁺b": "(2, 4), squared distance from b 20",
        "A⁺b": "(1, 1), squared length 2",
        "x": "(3, −1), Ax = (2, 4), squared length 10",
        "Case": "b is not in the column space: no solution, and A⁺b is the shortest "
        "least-squares solution",
        "Panes": "inputs from −4 to 4, outputs from −8 to 8 on each axis",
    }
    figure.get_by_label("entry 1 of b").fill("2")
    figure.get_by_label("entry 2 of b").fill("4")
    after = told(figure)
    assert after["p = AA⁺b"] == "(2, 4), squared distance from b 0"
    assert "shortest of infinitely many solutions" in after["Case"]
    assert after["x"].startswith("(3, −1)")
    figure.get_by_label("last entry of A").focus()
    page.keyboard.press("ArrowRight")
    assert told(figure)["Case"] == "b is in the column space: A⁺b is the only solution"
    figure.get_by_role("button", name="Reset").click()
    assert told(figure)["b"] == "(−2, 6) = (2, 4) + (−4, 2)"


def test_x_stays_among_the_least_squares_solutions(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, PLANE)
    handle = figure.get_by_label("x = (")
    handle.focus()
    page.keyboard.press("ArrowRight")  # half a unit, of which a quarter lies along (1, −1)
    expect(handle).to_have_attribute("aria-label", "x = (13/4, −5/4): arrow keys move it")
    assert "Ax = (2, 4)" in told(figure)["x"]
    drag(page, figure.get_by_label("b = ("), 60, 0)
    assert told(figure)["b"] != "(−2, 6) = (2, 4) + (−4, 2)"


def test_a_link_leads_to_the_same_x(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, PLANE)
    figure.get_by_label("entry 2 of b").fill("1")
    handle = figure.get_by_label("x = (")
    handle.focus()
    page.keyboard.press("ArrowUp")
    before = told(figure)
    page.wait_for_url("**b2=1*")
    page.reload()
    assert told(moving(page, PLANE)) == before


def test_the_jump_at_zero(visit: Callable[..., Page]) -> None:
    page = visit(CHAPTER)
    figure = moving(page, JUMP)
    # by hand: the inverse of (1, 1; 1, 3/2) is (3, −2; −2, 2)
    assert told(figure) == {
        "A": "rows (1, 1) and (1, 3/2), rank 2",
        "A⁺": "rows (3, −2) and (−2, 2)",
        "Largest entry": "3",
        "A⁺b for b = (2, 3)": "(0, 2)",
    }
    handle = figure.get_by_label("ε = 1/2: arrow keys move it")
    handle.focus()
    for _ in range(10):
        page.keyboard.press("ArrowLeft")
    assert told(figure)["A⁺"] == "rows (1/4, 1/4) and (1/4, 1/4)"
    figure.get_by_label("ε, exactly").fill("-1/1000")
    assert told(figure)["Largest entry"] == "1000"
    figure.get_by_label("ε, exactly").fill("x")
    expect(figure.locator(".figure-problem")).to_contain_text("expected a number")
    figure.get_by_role("button", name="Reset").click()
    drag(page, figure.locator(".figure-handle"), -300, 0)
    assert told(figure)["A"].startswith("rows (1, 1) and (1, −")
