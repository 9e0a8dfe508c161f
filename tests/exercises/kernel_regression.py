"""Answers to the exercises of kernels/kernel-regression, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "two-check-1": ("4 -2", "3 0", "1 is too small and entry 2 is too large"),
    "two-check-2": ("-3/4", "3/4", "sign"),
    "parabola-check-1": ("1/2 3/2", "2 6", "4 times too long"),
    "parabola-check-2": ("2 2 2", "2 1 2", "Entries 1 and 3 are right."),
    "parabola-check-3": ("10", "12", "12 is too large."),
    "which-check-1": ("0 1 1 0 1", "0 1 1 1 1", "Entries 1, 2, 3 and 5 are right."),
    "third-check-1": ("7/25", "16/25", "16/25 is too large."),
    "shared-check-1": ("-3/2 -3/2 4", "-3 0 4", "Entry 3 is right"),
    "shared-check-2": ("13", "5", "5 is too small."),
    "left-check-1": ("3 -3/2", "3 0", "Entry 1 is right"),
    "penalized-check-1": ("4/3", "2", "2 is too large."),
    "penalized-check-2": ("1", "2", "2 times too large"),
    "dots-check-1": ("1 -1 2", "2 1 2", "Entry 3 is right"),
    "dots-check-2": ("5", "6", "6 is too large."),
    "dots-check-3": ("13", "9", "9 is too small."),
    "degree-check-1": ("52", "60", "60 is too large."),
    "degree-check-2": ("39", "5", "5 is too small."),
    "degree-check-3": ("5", "39", "39 is too large."),
    "power-check-1": ("3/4", "1/4", "3 times too small"),
}
