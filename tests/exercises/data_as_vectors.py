"""Answers to the exercises of data/data-as-vectors, as its solutions derive them by hand."""

from tests.exercises.sentences import LONGER

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
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
}
