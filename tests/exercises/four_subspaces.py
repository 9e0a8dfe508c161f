"""Answers to the exercises of systems/four-subspaces, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "solve-check-1": ("1 2 0", "1 1 1", "Row 1 gives 4, not 3"),
    "solve-check-2": ("1 1 -1", "1 1 1", "row 1 · vector = 4, not 0."),
    "bases-check-1": ("1 2", "2 1", "it is no combination of the rows."),
    "bases-check-2": ("2 -1", "1 2", "row 1 · vector = 5, not 0."),
    "bases-check-3": ("1 3", "1 2", "it is no combination of the columns."),
    "bases-check-4": ("3 -1", "1 3", "column 1 · vector = 10, not 0."),
    "side-check-1": ("3", "5", "5 is too large."),  # row 3 is row 1 plus row 2
    "side-check-2": ("1 1 -1", "1 1 1", "entry 3 needs the factor −1."),
    "order-check-1": ("2 0 0; -4 0 0", "2 0 0; 0 -4 0", "The rank is 2, not 1."),
    "sensor-check-1": ("6", "7", "7 is too large."),
    "split-check-1": ("1 1 2 1 0 0 1 1", "3 3 0 3 0 0 0 0", "Entries 5 and 6 are right."),
    "pivot-check-1": ("15", "16", "16 is too large."),
    "choose-check-1": ("36", "70", "70 is too large."),  # all choices of 4 among 8 are 70
}
