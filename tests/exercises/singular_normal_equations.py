"""Answers to regression/singular-normal-equations, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "hand-check-1": ("3 -1", "1 3", "entry 1 needs the factor 1/3"),
    "hand-check-2": ("4/45 4/15", "8/9 0", "Entry 1 is too large"),
    "hand-check-3": ("16/9", "8/9", "2 times too small"),
    "which-check-1": ("3", "2", "2 is too small."),
    "which-check-2": ("1 2 3", "1 2 4", "Its inner product with (1, 1, −1) is −1, not 0."),
    "drop-check-1": ("5 0 5", "5 5 0", "right numbers in the wrong order"),
    "drop-check-2": ("5 5", "5 10", "Entry 1 is right."),
    "four-check-1": ("2", "3", "3 is too large."),
    "four-check-2": ("2 -1 1 0; -1 -1 0 1", "2 -1 1 0; 4 -2 2 0", "vector 2 is 2 times vector 1"),
    "wide-check-1": ("91", "90", "90 is too small."),
    "units-check-1": ("9/10", "3/4", "3/4 is too small."),
    "vif-check-1": ("2", "4", "This is the square of the answer."),
    "vif-check-2": ("1/2", "1", "2 times too large"),
    "match-check-1": ("3", "4", "4 is too large."),  # the third match of a triangle adds nothing
    "match-check-2": ("2", "3", "3 is too large."),
    "ridge-check-1": ("2/3", "1/3", "2 times too small"),
    "ridge-check-2": ("1/2", "2/3", "2/3 is too large."),
    "ridge-check-3": ("1/2", "2", "This is the reciprocal"),
    "cohort-check-1": ("0 1 -1 1", "0 1 1 -1", "entry 3 needs the factor −1"),
    "cohort-check-2": ("0 1 1 0", "0 1 0 0", "is 1, not 0."),
}
