"""Answers to the exercises of systems/one-equation, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "multiplier-check-1": ("12/25", "25/12", "This is the reciprocal: turn the fraction over."),
    "multiplier-check-2": ("2.4", "2.5", "2.5 is too large."),
    "by-hand-check-1": (
        "10/13, 24/13",
        "20/13, 48/13",
        "Right direction, wrong length: yours is 2 times too long.",
    ),
    "by-hand-check-2": ("2", "4", "This is the square of the answer."),
    "by-hand-check-3": ("-24, 10", "5, -12", "Its inner product with (5, 12) is −119, not 0."),
    "plane-check-1": ("4 6 12", "49 0 0", "This solves the equation, but it is not the nearest"),
    "plane-check-2": (
        "(0, 2, -1); (3, 0, -1)",
        "(-3, 2, 0)",
        "In the null space, but 1 vector is not enough: its dimension is 2.",
    ),
    "point-check-1": ("56/25, 33/25", "4, 0", "This solves the equation, but it is not the sol"),
    "point-check-2": ("23/5", "-23/5", "The size is right, the sign is not."),
    "weights-check-1": (
        "36/13, 12/13",
        "2.77, 0.92",
        "You rounded: 2.77 is not 36/13. Write the fraction.",
    ),
    "integers-check-1": ("0, 3", "1, 2", "The left side gives 11, not 12."),
    "norms-check-1": ("0, 3", "3, 0", "These are the right numbers in the wrong order."),
    "norms-check-2": ("12/7, 12/7", "4, 0", "This solves the equation, but it is not the one wh"),
}
