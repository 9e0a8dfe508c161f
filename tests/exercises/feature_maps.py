"""Answers to the exercises of kernels/feature-maps, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "center-check-1": ("1/3 2/9 4/9", "1/3 1/3 1/3", "Entry 1 is right"),
    "parabola-check-1": ("1 0 1", "1 1 1", "Entries 1 and 3 are right"),
    "measures-check-1": ("50/21 100/21 200/21", "2 8 8", "is too small"),
    "measures-check-2": ("2 8 8", "50/21 100/21 200/21", "is too large"),
    "count-check-1": ("308505", "307720", "too small"),
    "count-check-2": ("307720", "308505", "too large"),
    "and-check-1": ("7/48 -5/48 -5/48 -5/48", "1/8 -1/8 -1/8 -1/8", "is too"),
    "and-check-2": ("-1/6 1/2 1/2 -1/6 1/2 -1/6", "-1/2 1/2 1/2 0 0 0", "are right"),
    "signs-check-1": ("14", "16", "16 is too large."),
    "homogeneous-check-1": ("1 1", "2 2", "2 times too long"),
    "negative-check-1": ("-8", "8", "sign"),
    "turning-check-1": ("1/3", "0", "0"),
    "anywhere-check-1": ("6 -6 -2 1", "10 -6 -2 1", "are right"),
    "exponential-check-1": ("1/2", "1/6", "too small"),
    "ridge-check-1": ("1/1000", "1/10", "too large"),
}
