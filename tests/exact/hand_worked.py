"""Matrices with the reduced form and the pivots that elimination by hand found."""

# A, its reduced echelon form, the columns of the pivots
HAND_WORKED = {
    "regular": ([[2, 1], [1, 3]], [[1, 0], [0, 1]], (0, 1)),
    "dependent rows": ([[1, 2], [2, 4]], [[1, 2], [0, 0]], (0,)),
    "dependent columns": ([[1, 2, 3], [2, 4, 7]], [[1, 2, 0], [0, 0, 1]], (0, 2)),
    "zero column first": ([[0, 0, 3], [0, 5, 1]], [[0, 1, 0], [0, 0, 1]], (1, 2)),
    "zero": ([[0, 0], [0, 0]], [[0, 0], [0, 0]], ()),
    "one number": ([["2/3"]], [[1]], (0,)),
    "1 to 9": ([[1, 2, 3], [4, 5, 6], [7, 8, 9]], [[1, 0, -1], [0, 1, 2], [0, 0, 0]], (0, 1)),
    "wide": ([[2, 4, 6]], [[1, 2, 3]], (0,)),
    "tall": ([[2], [4], [6]], [[1], [0], [0]], (0,)),
    "huge": ([[10**200, 10**200], [0, 3]], [[1, 0], [0, 1]], (0, 1)),
}
