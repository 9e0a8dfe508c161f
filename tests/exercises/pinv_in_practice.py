"""Answers to the exercises of pseudoinverse/pinv-in-practice, as derived there by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "shapes-check-1": ("49", "43", "43 is too small."),  # 25 + 15 + 9; V is no 3 by 1
    "shapes-check-2": ("33", "49", "49 is too large."),  # 15 + 9 + 9
    "padding-check-1": ("4 4 -2; -1 2 2", "4 4 -2; 1 2 2", "5 of 6 entries are right"),
    # the rows are perpendicular, with the squared norms 36 and 9
    "padding-check-2": (
        "1/9 -1/9; 1/9 2/9; -1/18 2/9",
        "1/9 -1/9; 1/9 2/9; 1/18 2/9",
        "entry (3, 1) has the wrong sign",
    ),
    "ranks-check-1": ("5 4 3 2", "2 3 4 5", "the right numbers in the wrong order"),
    "detect-check-1": ("2/15", "1/15", "This is 2 times too small."),
    "distance-check-1": ("15", "30", "This is 2 times too large."),
    "distance-check-2": ("1/30", "30", "This is the reciprocal"),
    "gram-check-1": ("27", "26", "26 is too small."),  # half of 2⁻⁵² is 2⁻⁵³, and 4⁻²⁶ is 2⁻⁵²
    "rounding-check-1": ("3", "6", "This is 2 times too large."),
    "rounding-check-2": ("2", "3", "3 is too large."),
    "smooth-check-1": ("5", "10", "This is 2 times too large."),
    "smooth-check-2": ("100/101", "101/100", "This is the reciprocal"),
}
