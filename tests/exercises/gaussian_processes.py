"""Answers to the exercises of kernels/gaussian-processes, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "foot-check-1": ("5 0", "1 2", ""),
    "foot-check-2": ("1 2", "5 0", ""),
    "foot-check-3": ("4/5 -2/5; -2/5 1/5", "1/5 2/5; 2/5 4/5", "No entry is right"),
    "two-check-1": ("3", "6", "2 times too large"),
    "two-check-2": ("4", "5", "5 is too large."),
    "three-check-1": ("1", "3", "3 times too large"),
    "three-check-2": ("4/3", "5/3", "5/3 is too large."),
    "three-check-3": ("3/4", "1", "1 is too large."),
    "three-check-4": ("3/2", "4/3", "4/3 is too small."),
    "bridge-check-1": ("2", "8", "4 times too large"),
    "bridge-check-2": ("3/4", "1", "1 is too large."),
    "bridge-check-3": ("2", "3", "3 is too large."),
    "line-check-1": ("6", "3", "2 times too small"),
    "line-check-2": ("2", "10", "5 times too large"),
    "often-check-1": ("2/3", "1", "1 is too large."),
    "often-check-2": ("1/3", "1/2", "1/2 is too large."),
    "scale-check-1": ("8/3", "16/3", "2 times too large"),
    "scale-check-2": ("1", "8/3", "8/3 is too large."),
    "scale-check-3": ("8/3", "1", "1 is too small."),
    "units-check-1": ("36/73 192/73", "36/25 48/25", ""),
    "next-check-1": ("1", "2", "2 times too large"),
    "next-check-2": ("2/3", "4/3", "2 times too large"),
}
