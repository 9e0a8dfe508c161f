"""Answers to the exercises of networks/ntk, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "start-check-1": ("125/169 1728/169", "1 12", "Entry 1 is too large"),
    "start-check-2": ("119", "-119", "sign"),
    "outputs-check-1": ("5 3; 3 2", "5 4; 4 2", "2 of 4 entries are right"),
    "outputs-check-2": ("3 0", "1 -1", "Entry 1 is too small"),
    "time-check-1": ("11/8 3/8", "7/4 0", "Entry 1 is too large"),
    "angle-check-1": ("2/3", "1/3", "2 times too small"),
    "angle-check-2": ("4/3", "2/3", "2 times too small"),
    "identity-check-1": ("6", "3", "2 times too small"),
    "zero-check-1": ("-0.394", "0.394", "sign"),
    "chance-check-1": ("48", "64", "64 is too large."),
    "chance-check-2": ("1200", "240", "5 times too small"),
    "square-check-1": ("1/2", "1", "2 times too large"),
    "square-check-2": ("5/8", "1/2", "1/2 is too small."),
    "constant-check-1": ("72/125", "144/125", "2 times too large"),
}
