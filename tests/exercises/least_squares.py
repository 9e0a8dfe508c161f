"""Answers to the exercises of regression/least-squares, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "line-check-1": ("1/2 3/2", "3/2 1/2", ""),
    "line-check-2": ("1/2 -1 1/2", "-1/2 1 -1/2", "it points the opposite way"),
    "line-check-3": ("3/2", "3", "2 times too large"),
    "triangle-check-1": (
        "1/3 2/3; 2/3 1/3; 2/3 -2/3",
        "1 2; 2 1; 2 -2",
        "every entry is 3 times too large",
    ),
    "triangle-check-2": ("3 3; 0 3", "3 9; 0 3", "3 of 4 entries are right"),
    "triangle-check-3": ("1 1", "1 -1", ""),
    "pull-check-1": ("-3/10 -1/10 1/10 3/10", "-3/2 -1/2 1/2 3/2", ""),
    "luggage-check-1": ("-1/5 3/5 -3/5 1/5", "-1/2 1/2 -1/2 1/2", ""),
    "luggage-check-2": ("3", "2", "2 is too small."),
    "luggage-check-3": ("5/4", "4/5", ""),
    "ellipse-check-1": ("-1 1", "-1 -1", ""),
    "both-ways-check-1": ("5/13", "1/2", "1/2 is too large."),
    "counted-check-1": ("23/6 7/4", "3 2", ""),
    "steps-check-1": ("2/169", "2/13", ""),
    "steps-check-2": ("214/169 277/169", "10/13 24/13", ""),
    "steps-check-3": ("12/5", "5/12", ""),
    "best-step-check-1": ("1/17", "1/34", ""),
    "absolute-check-1": ("6 10", "5 11", ""),
}
