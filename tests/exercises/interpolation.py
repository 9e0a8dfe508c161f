"""Answers to the exercises of regression/interpolation, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "one-check-1": ("4/3 2/3 4/3", "2 1 2", "1"),
    "one-check-2": ("5", "4", "4 is too small."),
    "sides-check-1": ("4 77/9", "4 3", "Entry 1 is right"),
    "sides-check-2": ("9 10 11", "8 10 12", "Entry 2 is right"),
    "sides-check-3": ("6", "0", "0 is too small."),
    "one-strong-check-1": ("1/20 596/175", "1/20 0", "Entry 1 is right"),
    "more-check-1": ("16/5 32/3", "32/3 16/5", "wrong order"),
    "more-check-2": ("17", "16", "16 is too small."),
    "recall-check-1": ("1/2 1/2 -1/2 1/2", "1 1 -1 1", "2 times too large"),
    "recall-check-2": ("1/3 1/3 -1 1/3", "1/2 1/2 -1/2 1/2", "1"),
    "frames-check-1": ("1 0; 0 1", "2 0; 0 2", "2 times too large"),
    "frames-check-2": ("2 0; 0 2", "1 0; 0 1", "2 times too small"),
    "median-check-1": ("1", "0", "0 is too small."),
    "intercept-check-1": ("19", "20", "20 is too large."),
    "damage-check-1": ("10/133", "1/25", "1/25 is too small."),
    "coins-check-1": ("1/2", "1/4", "1/4"),
    "coins-check-2": ("3/4", "1", "1 is too large."),
}
