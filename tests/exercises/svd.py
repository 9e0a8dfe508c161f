"""Answers to the exercises of pseudoinverse/svd, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
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
}
