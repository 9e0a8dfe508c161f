"""Answers to the exercises of networks/nngp, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "targets-check-1": ("1/2 1/2 0", "0 1 1", "shortest"),
    "targets-check-2": ("3/2", "3", "2 times too large"),
    "four-check-1": ("1/2 3/4; 3/4 3/2", "2 3; 3 6", "4 times too large"),
    "pair-check-1": ("25 11; 11 5", "25 10; 10 5", "2 of 4 entries are right"),
    "pair-check-2": ("25/2", "25", "2 times too large"),
    "square-check-1": ("4", "2", "The square of this is the answer."),
    "three-check-1": ("5/4", "5/2", "2 times too large"),
    "three-check-2": ("43/160", "43/16", "10 times too large"),
    "wide-check-1": ("12500", "5000", "5000 is too small."),
    "wide-check-2": ("200000", "50000", "4 times too small"),
    "layers-check-1": ("7/4", "3/2", "3/2 is too small."),
    "layers-check-2": ("2", "1", "2 times too small"),
    "side-check-1": ("5", "-5", "sign"),
    "side-check-2": ("2/9", "1/18", "4 times too small"),
    "opposite-check-1": ("3/16", "1/4", "1/4 is too large."),
    "fourth-check-1": ("3/2", "3/4", "2 times too small"),
    "mixture-check-1": ("3/4", "3/2", "2 times too large"),
    "mixture-check-2": ("5/6", "3/4", "3/4 is too small."),
}
