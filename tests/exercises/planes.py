"""Answers to the exercises of systems/planes, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "orthogonal-check-1": (
        "1 1",
        "9, 9",
        "Right direction, wrong length: yours is 9 times too l",
    ),
    "orthogonal-check-2": ("(3, 3, 0)", "9 0 0", "Row 2 gives 18, not 9."),
    "orthogonal-check-3": ("-2 2 -1", "2 2 1", "Its inner product with (1, 2, 2) is 8, not 0."),
    "system-check-1": ("2 1; 1 2", "2 0; 0 2", "2 of 4 entries are right"),
    "system-check-2": ("1, 3, 2", "4 0 5", "This solves the system, but it is not the nearest"),
    "gap-check-1": ("1 -1 0", "1, 1, 0", "Entry 2 has the wrong sign."),
    "gap-check-2": ("12", "14", "14 is too large."),
    "twice-check-1": ("1, 2, 2", "9 0 0", "This solves the system, but it is not the nearest"),
    # by hand: 2 (1, 2, 2) + 1 (3, 6, 6) = (5, 10, 10)
    "twice-check-2": (
        "-2 1",
        "2 1",
        "Row 1 gives 5, not 1; row 2 gives 10, not 2; row 3 gives 10",
    ),
    "third-check-1": ("8", "6", "6 is too small."),
    "origin-check-1": ("10/3, 4/3, 4/3", "3.33 1.33 1.33", "You rounded: 3.33 is not 10/3."),
}
