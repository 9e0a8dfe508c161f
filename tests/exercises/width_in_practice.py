"""Answers to the exercises of networks/width-in-practice, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "four-check-1": ("2 -2 2", "2 -2 -2", "Entry 3 has the wrong sign."),
    "four-check-2": ("1", "-1", "sign"),
    "two-check-1": ("1/2", "1", "2 times too large"),
    "two-check-2": ("1/2", "1", "2 times too large"),
    "far-check-1": ("6", "9", "9 is too large."),
    "far-check-2": ("6", "18", "3 times too large"),
    "far-check-3": ("18", "6", "3 times too small"),
    "unit-check-1": ("7", "9", "9 is too large."),
    "unit-check-2": ("16", "4", "The square of this is the answer."),
    "unit-check-3": ("12", "144", "This is the square of the answer."),
    "slope-check-1": ("-1/2 -1 0", "1/2 1 0", "sign"),
    "count-check-1": ("1/3", "2/3", "2 times too large"),
    "count-check-2": ("41", "40", "40 is too small."),
    "scale-check-1": ("1/100", "1/10", "The square of this is the answer."),
    "leaky-check-1": ("5", "4", "4 is too small."),
    "leaky-check-2": ("0", "8", "8 is too large."),
    "second-check-1": ("1", "0", "0 is too small."),
}
