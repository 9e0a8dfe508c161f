"""Answers to the exercises of pseudoinverse/low-rank, as its solutions derive them by hand."""

from tests.exercises.sentences import LONGER

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
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
}
