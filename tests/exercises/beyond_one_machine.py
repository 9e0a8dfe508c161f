"""Answers to the exercises of scale/beyond-one-machine, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "line-check-1": ("4 10; 10 38", "4 10; 10 34", "3 of 4 entries are right"),
    "line-check-2": ("33/26 9/13", "9/13 33/26", "wrong order"),
    "join-check-1": ("25 15; 15 18", "25 12; 12 18", "2 of 4 entries are right"),
    "join-check-2": ("5 3; 0 3", "7 4; 0 4", ""),
    "direction-check-1": ("4 -2", "1 2", "No single factor fits"),
    "direction-check-2": ("26", "25", "25 is too small."),
    "ridge-check-1": ("4/11 19/22", "1 1", "1 is too large and entry 2 is too large"),
    "fold-check-1": ("8 7", "8 8", "Entry 1 is right"),
    "row-check-1": ("2 3", "3 2", "wrong order"),
    "row-check-2": ("1 2", "2 3", ""),
    "row-check-3": ("11/5 16/5", "3 4", ""),
    "landmark-check-1": ("1/2", "1", "2 times too large"),
    "landmark-check-2": ("1", "1/2", "2 times too small"),
    "landmark-check-3": ("2", "3", "3 is too large."),
    "workers-check-1": ("72", "64", "64 is too small."),
    "workers-check-2": ("20", "2", ""),
    "workers-check-3": ("21", "20", "20 is too small."),
    "fade-check-1": ("32/7", "4", "4 is too small."),
    "sketch-check-1": ("4", "2", "The square of this is the answer."),
}
