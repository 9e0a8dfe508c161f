"""Answers to the exercises of pseudoinverse/pseudoinverse, as its solutions derive them by hand."""

from tests.exercises.sentences import LONGER

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
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
}
