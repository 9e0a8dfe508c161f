"""Gram matrices and covariances in float64: square, not empty, symmetric up to rounding."""

from typing import Any

import numpy as np

from linalg_book.errors import EmptySystemError, NotSymmetricError, ShapeError
from linalg_book.numeric.reading.floats import EPS, Array, flat_column, read_floats
from linalg_book.numeric.reading.matrices import read_matrix

ROUNDING = 8
"""Entries on both sides of the diagonal may differ by so many times N·eps of the largest."""


def read_symmetric(K: Any, name: str = "K") -> Array:
    """Read a symmetric matrix; halves that differ by rounding are averaged."""
    matrix = read_matrix(K, name)
    if not len(matrix) or not matrix.shape[1]:
        raise EmptySystemError(
            f"{name} is expected to have a row and a column for each point, but is "
            f"{matrix.shape[0]}×{matrix.shape[1]}: give at least one point."
        ).about(name)
    if matrix.shape[0] != matrix.shape[1]:
        raise ShapeError(
            f"{name} is expected to have as many columns as rows, but is "
            f"{matrix.shape[0]}×{matrix.shape[1]}: give the values for all pairs of points."
        ).about(name)
    if np.array_equal(matrix, matrix.T):
        return matrix
    gaps = np.abs(matrix / 2 - matrix.T / 2)
    i, j = np.unravel_index(np.argmax(gaps), gaps.shape)
    if gaps[i, j] > ROUNDING * len(matrix) * EPS * np.max(np.abs(matrix)):
        raise NotSymmetricError(
            f"{name} is expected to be symmetric, but has {matrix[i, j]:g} in row {i + 1}, column "
            f"{j + 1}, and {matrix[j, i]:g} in row {j + 1}, column {i + 1}: "
            "a kernel and a covariance have the same value both ways round."
        ).about(name, int(i) + 1, int(j) + 1)
    return np.asarray(matrix / 2 + matrix.T / 2)


def read_targets(values: Any, count: int, name: str = "y", of: str = "K") -> Array:
    """Read a list with one number for each row of a matrix."""
    targets = flat_column(read_floats(values, name))
    if targets.shape != (count,):
        raise ShapeError(
            f"{name} is expected to be a list of {count} numbers, one for each row of {of}, but "
            f"has shape {targets.shape}: give one number for each point."
        ).about(name)
    return targets


def read_between(values: Any, count: int, name: str = "between") -> Array:
    """Read the kernel between new points, one a row, and those of a fit, one a column."""
    matrix = read_matrix(values, name)
    if matrix.shape[1] != count:
        raise ShapeError(
            f"{name} is expected to have a row for each new point and {count} columns, one for "
            f"each point of the fit, but is {matrix.shape[0]}×{matrix.shape[1]}: "
            "give the kernel of the new points with the old ones, k(Z, X)."
        ).about(name)
    return matrix
