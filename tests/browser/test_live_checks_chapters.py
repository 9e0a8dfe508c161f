"""The checks of the chapters: answers worked by hand, and what wrong ones are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

LONGER = "Right direction, wrong length: yours is {} times too long"
OTHER = "This solves the system, but it is not the "
# For each check: a right answer, as the solutions derive it by hand; a wrong one; what is said.
CHECKS = {
    "data/data-as-vectors": {
        "position-check-1": ("21", "20", "20 is too small."),  # 2 rows of 8, and 5 more
        "position-check-2": ("7 2", "2 7", "the right numbers in the wrong order"),
        "direction-check-1": ("7", "49", "This is the square of the answer."),
        "direction-check-2": ("2/7 -3/7 6/7", "2 -3 6", LONGER.format(7)),
        "mean-check-1": ("72 121/3", "216 121", LONGER.format(3)),
        "counts-check-1": ("1 2 1", "2 1 1", "the right numbers in the wrong order"),
        "counts-check-2": ("5", "4", "4 is too small."),
        "counts-check-3": ("12", "24", "This is 2 times too large."),
        "lamps-check-1": ("2 4", "4 2", "the right numbers in the wrong order"),
        "ink-check-1": ("8", "0", "0 is too small."),
        "transpose-check-1": (
            "1 0 0 0; 0 0 1 0; 0 1 0 0; 0 0 0 1",
            "1 0 0 0; 0 1 0 0; 0 0 1 0; 0 0 0 1",
            "entry (2, 2) is too large, entry (2, 3) is too small",
        ),
    },
    "pseudoinverse/pseudoinverse": {
        "hand-check-1": ("1/25 2/25; 2/25 4/25", "1 2; 2 4", "every entry is 25 times too large"),
        "hand-check-2": ("1/5 2/5", "1 2", LONGER.format(5)),
        "hand-check-3": ("2 -1", "-2 1", "it points the opposite way"),
        "columns-check-1": (
            "2/3 -1/3 1/3; -1/3 2/3 1/3",
            "2/3 1/3 1/3; -1/3 2/3 1/3",
            "5 of 6 entries are right; entry (1, 2) has the wrong sign.",
        ),
        "columns-check-2": (
            "2/3 -1/3 1/3; -1/3 2/3 1/3; 1/3 1/3 2/3",
            "2 -1 1; -1 2 1; 1 1 2",
            "every entry is 3 times too large",
        ),
        "columns-check-3": ("1 1 -1", "1 1 1", "entry 3 needs the factor −1."),
        # by hand: the readings 1, 3 and 6 share a fault of 3
        "mended-check-1": ("10 6 2 12 3 8 9 3", "9 6 3 12 3 6 9 3", "2, 4, 5, 7 and 8 are right"),
        "mended-check-2": ("3", "4", "4 is too large."),
        "mended-check-3": (
            "2/3 5/3 7/3 1 1/3 -1 4/3 2/3",
            "2 5 7 3 1 -3 4 2",
            LONGER.format(3),
        ),
        "rank-one-check-1": (
            "1/90 1/45 1/45; 1/30 1/15 1/15",
            "1 2 2; 3 6 6",
            "every entry is 90 times too large",
        ),
        "three-check-1": ("4", "3", "3 is too small."),
        "own-check-1": ("1/16", "1", "16 times too large"),
        "thread-check-1": (
            "101/4 -99/4; -99/4 101/4",
            "1/4 1/4; 1/4 1/4",
            "entry (1, 1) is too small, entry (1, 2) is too large",
        ),
        "greville-check-1": ("49", "81", "81 is too large."),
    },
    "data/similarity": {
        "dot-check-1": ("0", "4", "4 is too large."),  # 2 + 2 − 4
        "dot-check-2": ("18", "9", "This is 2 times too small."),
        "dot-check-3": ("-2 2 -1", "2 2 1", "with (1, 2, 2) is 8, not 0."),
        "onto-check-1": ("21/5 28/5", "3 4", "Right direction"),
        "onto-check-2": ("1", "2", "This is 2 times too large."),
        "spring-check-1": ("44/21", "2", "2 is too small."),
        "spring-check-2": ("17/21", "1", "1 is too large."),
        "norms-check-1": ("19 13 12", "12 13 19", "the right numbers in the wrong order"),
        "ratings-check-1": ("2/65", "4/65", "2 times too large"),
        "digits-check-1": ("20", "21", "21 is too large."),
        "coins-check-1": ("1/4", "1/2", "The square of this is the answer."),
        "coins-check-2": ("5/32", "1/16", "1/16 is too small."),
        "tetrahedron-check-1": ("1/3 1/3", "1/2 1/2", "Right direction"),
    },
    "systems/four-subspaces": {
        "solve-check-1": ("1 2 0", "1 1 1", "Row 1 gives 4, not 3"),
        "solve-check-2": ("1 1 -1", "1 1 1", "row 1 · vector = 4, not 0."),
        "bases-check-1": ("1 2", "2 1", "it is no combination of the rows."),
        "bases-check-2": ("2 -1", "1 2", "row 1 · vector = 5, not 0."),
        "bases-check-3": ("1 3", "1 2", "it is no combination of the columns."),
        "bases-check-4": ("3 -1", "1 3", "column 1 · vector = 10, not 0."),
        "side-check-1": ("3", "5", "5 is too large."),  # row 3 is row 1 plus row 2
        "side-check-2": ("1 1 -1", "1 1 1", "entry 3 needs the factor −1."),
        "order-check-1": ("2 0 0; -4 0 0", "2 0 0; 0 -4 0", "The rank is 2, not 1."),
        "sensor-check-1": ("6", "7", "7 is too large."),
        "split-check-1": ("1 1 2 1 0 0 1 1", "3 3 0 3 0 0 0 0", "Entries 5 and 6 are right."),
        "pivot-check-1": ("15", "16", "16 is too large."),
        "choose-check-1": ("36", "70", "70 is too large."),  # all choices of 4 among 8 are 70
    },
    "systems/planes": {
        "orthogonal-check-1": (
            "1 1",
            "9, 9",
            "Right direction, wrong length: yours is 9 times too l",
        ),
        "orthogonal-check-2": ("(3, 3, 0)", "9 0 0", "Row 2 gives 18, not 9."),
        "orthogonal-check-3": ("-2 2 -1", "2 2 1", "Its inner product with (1, 2, 2) is 8, not 0."),
        "system-check-1": ("2 1; 1 2", "2 0; 0 2", "2 of 4 entries are right"),
        "system-check-2": ("1, 3, 2", "4 0 5", "This solves the system, but it is not the nearest"),
        "gap-check-1": ("1 -1 0", "1, 1, 0", "Entry 2 has the wrong sign."),
        "gap-check-2": ("12", "14", "14 is too large."),
        "twice-check-1": ("1, 2, 2", "9 0 0", "This solves the system, but it is not the nearest"),
        # by hand: 2 (1, 2, 2) + 1 (3, 6, 6) = (5, 10, 10)
        "twice-check-2": (
            "-2 1",
            "2 1",
            "Row 1 gives 5, not 1; row 2 gives 10, not 2; row 3 gives 10",
        ),
        "third-check-1": ("8", "6", "6 is too small."),
        "origin-check-1": ("10/3, 4/3, 4/3", "3.33 1.33 1.33", "You rounded: 3.33 is not 10/3."),
    },
    "systems/least-norm": {
        "middle-check-1": ("2 1", "4 2", LONGER.format(2)),
        "middle-check-2": ("0 1 2 3 4", "10 0 0 0 0", "Row 2 gives −20, not 10."),
        "middle-check-3": ("1 -2 1 0 0", "1 -1 0 0 0", "with (−2, −1, 0, 1, 2) is −1, not 0."),
        "split-check-1": ("4 3 2 1", "4 3 2 -1", "Entry 4 has the wrong sign."),
        "split-check-2": ("1 -2 1 0", "2 -4 2 0", LONGER.format(2)),
        "dependent-check-1": ("6", "5", "5 is too small."),
        "dependent-check-2": ("1 2 1", "3 0 3", f"{OTHER}shortest solution"),
        # by hand: (1, 1, 0) alone is not (1, 2, 1)
        "dependent-check-3": ("2 2 -1", "1 0 0", "Row 2 gives 1, not 2; row 3 gives 0, not 1."),
        "series-check-1": ("15/32 15/32", "15/16 15/16", LONGER.format(2)),
        "series-check-2": ("15/16", "1", "1 is too large."),
        "pull-check-1": ("2/3 -1/3 2/3", "2 -1 2", LONGER.format(3)),
        "pull-check-2": ("9", "10", "10 is too large."),
        "change-check-1": ("-6 8 2 6", "-2 1 4 7", f"{OTHER}solution nearest to (0, 10, 0, 0)"),
        "strip-check-1": ("2 -2", "-2 2", "the right numbers in the wrong order"),
        "weights-check-1": ("15/4 25/8 5/2 5/8", "4 3 2 1", f"{OTHER}one with the least heat"),
    },
    "pseudoinverse/svd": {
        "by-hand-check-1": ("8 2", "2 8", "the right numbers in the wrong order"),
        "by-hand-check-2": ("3 3", "1 2", "entry 2 needs the factor 2."),
        "by-hand-check-3": ("0 -2", "1 0", "Entry 1 of every multiple is 0; yours is 1."),
        "row-check-1": ("5", "25", "This is the square of the answer."),
        "row-check-2": ("4 -3", "4 3", "Its inner product with (3, 4) is 24, not 0."),
        "repeated-check-1": ("3", "9", "This is the square of the answer."),
        "repeated-check-2": ("2 -2 -1", "2 2 1", "No single factor fits"),
        "order-check-1": ("3 4; 0 0", "3 4; 3 4", "2 of 4 entries are right"),
        "power-check-1": ("10", "9", "9 is too small."),
        "digits-check-1": ("8", "15", "15 is too large."),
        "two-check-1": ("34", "32", "32 is too small."),
        "two-check-2": ("26", "34", "34 is too large."),
        "symmetric-check-1": ("3 1", "3 -1", "Entry 2 has the wrong sign."),
        "distance-check-1": ("-3/2 3/2; 1/2 -1/2", "0 0; 0 0", "No entry is right"),
        "polar-check-1": ("5 3; 3 5", "5 -3; -3 5", "2 of 4 entries are right"),
    },
    "pseudoinverse/low-rank": {
        "by-hand-check-1": ("4 2; 2 1; 4 2", "5 0; 0 5; 4 2", "2 of 6 entries are right"),
        "by-hand-check-2": ("25", "5", "The square of this is the answer."),
        "four-check-1": ("2 2", "1 -1", "No single factor fits"),
        "four-check-2": ("4/5", "1/5", "This is 4 times too small."),
        "storage-check-1": ("44", "45", "45 is too large."),
        "half-step-check-1": ("2 1", "1 2", "the right numbers in the wrong order"),
        "half-step-check-2": ("7/5 4/5", "7 4", LONGER.format(5)),
        "half-step-check-3": ("8/5", "4/5", "This is 2 times too small."),
        "retina-check-1": ("26", "25", "25 is too small."),
        "tie-check-1": ("25", "5", "The square of this is the answer."),
        "center-check-1": ("1 1", "1 -1", "No single factor fits"),
        "center-check-2": ("1 -1", "1 1", "No single factor fits"),
        "gap-check-1": ("6", "5", "5 is too small."),
    },
}


@pytest.mark.parametrize("chapter", CHECKS)
def test_each_check_knows_right_and_wrong(visit: Callable[..., Page], chapter: str) -> None:
    page, slug = visit(chapter), chapter.rpartition("/")[2]
    names = page.locator("[data-check]:not([data-check*='symbolic'])").evaluate_all(
        "all => all.map(p => p.dataset.name)"
    )
    assert names == [f"exr-{slug}-{name}" for name in CHECKS[chapter]]
    for name, (right, wrong, said) in CHECKS[chapter].items():
        place = page.locator(f"[data-name='exr-{slug}-{name}']")
        place.evaluate("place => place.scrollIntoView({block: 'center'})")
        field, told = (page.locator(f"#exr-{slug}-{name}{end}") for end in ("", "-feedback"))
        for answer, words in ((wrong, said), ("?", "Not readable."), (right, "Right")):
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
