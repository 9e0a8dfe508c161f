"""Answers to the exercises of data/similarity, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "dot-check-1": ("0", "4", "4 is too large."),  # 2 + 2 − 4
    "dot-check-2": ("18", "9", "This is 2 times too small."),
    "dot-check-3": ("-2 2 -1", "2 2 1", "with (1, 2, 2) is 8, not 0."),
    "onto-check-1": ("21/5 28/5", "3 4", "Right direction"),
    "onto-check-2": ("1", "2", "This is 2 times too large."),
    "spring-check-1": ("44/21", "2", "2 is too small."),
    "spring-check-2": ("17/21", "1", "1 is too large."),
    "norms-check-1": ("19 13 12", "12 13 19", "the right numbers in the wrong order"),
    "ratings-check-1": ("2/65", "4/65", "2 times too large"),
    "digits-check-1": ("20", "21", "21 is too large."),
    "coins-check-1": ("1/4", "1/2", "The square of this is the answer."),
    "coins-check-2": ("5/32", "1/16", "1/16 is too small."),
    "tetrahedron-check-1": ("1/3 1/3", "1/2 1/2", "Right direction"),
}
