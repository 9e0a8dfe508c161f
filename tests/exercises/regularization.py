"""Answers to the exercises of regression/regularization, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "hand-check-1": ("7/5 2/5", "2 0", "1 is too large and entry 2 is too small"),
    "hand-check-2": ("9/10 1/2", "1/2 9/10", "wrong order"),
    "hand-check-3": ("9", "3", "The square of this is the answer."),
    "mean-check-1": ("3/2", "3", "2 times too large"),
    "mean-check-2": ("27/5", "9/2", "9/2 is too small."),
    "steps-check-1": ("56", "57", "57 is too large."),
    "alone-check-1": ("1/3 1/3 1/3 1", "1/4 1/4 1/4 1", "Entry 4 is right"),
    "alone-check-2": ("-3/2 0 3/2 5", "-1 0 1 0", "Entry 2 is right"),
    "wide-check-1": ("24/5 24/5", "0 0", "1 is too small and entry 2 is too small"),
    "one-check-1": ("1/4", "1/2", "The square of this is the answer."),
    "one-check-2": ("4/5", "1", "1 is too large."),
    "one-check-3": ("2/3", "1/2", "1/2 is too small."),
    "twice-check-1": ("1 4/3", "1 1", "Entry 1 is right"),
    "conventions-check-1": ("1/4", "15", "60 times too large"),
    "conventions-check-2": ("1/2", "1/4", "This is the square of the answer."),
    "gcv-check-1": ("31/8", "3", "3 is too small."),
}
