"""Answers to the exercises of systems/least-norm, as its solutions derive them by hand."""

from tests.exercises.sentences import LONGER, OTHER

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
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
}
