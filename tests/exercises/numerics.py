"""Answers to the exercises of regression/numerics, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "two-errors-check-1": ("2", "1", "2 times too small"),
    "two-errors-check-2": ("0 0; 0 -1", "0 0; 0 -2", "2 times too large"),
    "triangle-check-1": ("1 0 0; 1 1 0; 0 1 1", "1 1 0; 0 1 1; 0 0 1", "transpose"),
    "triangle-check-2": ("2 3 7", "2 5 10", "Entry 1 is right"),
    "line-check-1": ("1 1", "3 1", "Entry 2 is right"),
    "hair-check-1": ("9/20", "5/4", "5/4 is too large."),
    "hair-check-2": ("8", "16", "2 times too large"),
    "lever-check-1": ("2000/10001", "1/5", "1/5 is too large."),
    "columns-check-1": ("1000 1", "1000 1000", "Entry 1 is right"),
    "division-check-1": ("63/64 9/8", "63/64 7/8", "Entry 1 is right"),
    "division-check-2": ("3/2", "3", "2 times too large"),
    "one-column-check-1": ("5/3", "3/5", "reciprocal"),
}
