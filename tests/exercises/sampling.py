"""Answers to the exercises of kernels/sampling, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "four-check-1": ("1", "12", "12 times too large"),
    "four-check-2": ("1/4", "3", "12 times too large"),
    "four-check-3": ("1/4", "1/2", "The square of this is the answer."),
    "dice-check-1": ("1/18", "1/36", "2 times too small"),
    "dice-check-2": ("7/30", "7/15", "2 times too large"),
    "poll-check-1": ("2000", "1999", "1999 is too small."),
    "poll-check-2": ("738", "737", "737 is too small."),
    "two-check-1": ("-1/4", "1/4", "sign"),
    "two-check-2": ("9/16", "3/4", "The square of this is the answer."),
    "two-check-3": ("17/16", "9/16", "9/16 is too small."),
    "gram-check-1": ("1 0 -1; 0 1 0; -1 0 1", "1 0 1; 0 1 0; 1 0 1", "7 of 9 entries are right"),
    "gram-check-2": ("2 0 2", "1 0 -1", "No single factor fits"),
    "cost-check-1": ("450", "1250", "1250 is too large."),
    "cost-check-2": ("25/9", "9/25", "This is the reciprocal"),
    "test-check-1": ("1726", "1000", "1000 is too small."),
    "test-check-2": ("183", "1726", "1726 is too large."),
    "laplace-check-1": ("3/8", "9/32", "9/32 is too small."),
    "relu-check-1": ("1/4", "1/2", "The square of this is the answer."),
}
