"""The checks of the chapter on planes: answers worked by hand, and what wrong ones are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# For each check: a right answer, as the solutions derive it by hand; a wrong one; what is said.
CHECKS = {
    "orthogonal-check-1": ("1 1", "9, 9", "Right direction, wrong length: yours is 9 times too l"),
    "orthogonal-check-2": ("(3, 3, 0)", "9 0 0", "Row 2 gives 18, not 9."),
    "orthogonal-check-3": ("-2 2 -1", "2 2 1", "Its inner product with (1, 2, 2) is 8, not 0."),
    "system-check-1": ("2 1; 1 2", "2 0; 0 2", "2 of 4 entries are right"),
    "system-check-2": ("1, 3, 2", "4 0 5", "This solves the system, but it is not the nearest"),
    "gap-check-1": ("1 -1 0", "1, 1, 0", "Entry 2 has the wrong sign."),
    "gap-check-2": ("12", "14", "14 is too large."),
    "twice-check-1": ("1, 2, 2", "9 0 0", "This solves the system, but it is not the nearest"),
    # by hand: 2 (1, 2, 2) + 1 (3, 6, 6) = (5, 10, 10)
    "twice-check-2": ("-2 1", "2 1", "Row 1 gives 5, not 1; row 2 gives 10, not 2; row 3 gives 10"),
    "third-check-1": ("8", "6", "6 is too small."),
    "origin-check-1": ("10/3, 4/3, 4/3", "3.33 1.33 1.33", "You rounded: 3.33 is not 10/3."),
}


def test_each_check_knows_right_and_wrong(visit: Callable[..., Page]) -> None:
    page = visit("systems/planes")
    places = page.locator("[data-check]")
    names = places.evaluate_all("places => places.map(p => p.dataset.name)")
    assert names == [f"exr-planes-{name}" for name in CHECKS]
    for name, (right, wrong, said) in CHECKS.items():
        place = page.locator(f"[data-name='exr-planes-{name}']")
        place.evaluate("place => place.scrollIntoView({block: 'center'})")
        field, told = (page.locator(f"#exr-planes-{name}{end}") for end in ("", "-feedback"))
        for answer, words in (
            (wrong, f"Not yet. {said}"),
            ("?", "Not readable."),
            (right, "Right"),
        ):
            field.fill(answer)
            field.press("Enter")
            expect(told).to_contain_text(words)


def test_further_exercises_ask_only_for_what_the_chapter_defines(
    visit: Callable[..., Page],
) -> None:
    page = visit("systems/planes")
    place = page.locator("[data-another='exr-planes-system']")
    place.evaluate("place => place.scrollIntoView({block: 'center'})")
    place.get_by_role("button", name="Another one like it").click()
    expect(place.locator(".check-label")).to_have_text(["The shortest solution (x, y, z)"])
