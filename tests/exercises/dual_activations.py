"""Answers to the exercises of networks/dual-activations, as its solutions derive them by hand."""

# For each check: a right answer, a wrong one, and words of what is said of that.
CHECKS = {
    "step-check-1": ("1/8", "3/8", "3 times too large"),
    "step-check-2": ("0", "1/2", "1/2 is too large."),
    "right-check-1": ("3", "6", "2 times too large"),
    "right-check-2": ("2", "1", "2 times too small"),
    "right-check-3": ("12", "6", "2 times too small"),
    "cube-check-1": ("9 6", "3 6", "Entry 2 is right. Look at the other again."),
    "cube-check-2": ("21/4", "15", "15 is too large."),
    "leaky-check-1": ("5/8", "1/2", "1/2 is too small."),
    "leaky-check-2": ("-1/2", "1/2", "sign"),
    "leaky-check-3": ("1/8", "1/2", "4 times too large"),
    "draw-check-1": ("0.2273", "0.3045", "0.3045 is too large."),
    "layers-check-1": ("45", "55", "55 is too large."),
    "price-check-1": ("6", "3", "2 times too small"),
    "leaky-depth-check-1": ("15", "3", "5 times too small"),
    "erf-depth-check-1": ("0.882", "0.7", "0.7 is too small."),
}
