"""Variances and covariances of pairs of Gaussian numbers, entry by entry."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.numeric.reading.floats import Array, read_floats

ROUNDING = 2.0**-40
"""By so much of √(k₁₁k₂₂) a covariance may be too large."""


def mean_variance(k11: Array, k22: Array) -> Array:
    """Return √(k₁₁k₂₂), exactly where both are the same; it neither overflows nor underflows."""
    return np.where(k11 == k22, k11, np.sqrt(k11) * np.sqrt(k22))


def half_angle(k11: Array, k12: Array, k22: Array) -> tuple[Array, Array]:
    """Return √(k₁₁k₂₂) and half the angle whose cosine is k₁₂ by it; a right one for zeros."""
    s = mean_variance(k11, k22)
    near, far = np.maximum(s - k12, 0), np.maximum(s + k12, 0)
    return s, np.where(s > 0, np.arctan2(np.sqrt(near), np.sqrt(far)), np.pi / 4)


def determinant(k11: Array, k12: Array, k22: Array) -> Array:
    """Return k₁₁k₂₂ − k₁₂², not negative."""
    s = mean_variance(k11, k22)
    return np.asarray(np.maximum(s - k12, 0) * np.maximum(s + k12, 0))


def read_covariances(k11: ArrayLike, k12: ArrayLike, k22: ArrayLike) -> tuple[Array, Array, Array]:
    """Read variances and covariances of one shape, or of shapes that fit together."""
    names = ("k11", "k12", "k22")
    given = [read_floats(k, name) for k, name in zip((k11, k12, k22), names, strict=True)]
    try:
        a, k, b = np.broadcast_arrays(*given)
    except ValueError:
        shapes = ", ".join(str(array.shape) for array in given)
        raise ShapeError(
            f"k11, k12 and k22 are expected to fit together, but have the shapes {shapes}: "
            "give three numbers, or arrays of the same shape."
        ).about("k12") from None
    _require_variances(a, "k11")
    _require_variances(b, "k22")
    bound = mean_variance(a, b)
    if np.any(np.abs(k) > bound * (1 + ROUNDING)):
        raise InvalidNumberError(
            "k12 is expected to be at most the root of k11·k22 and at least its negative, but is "
            "not: give the covariance E uv."
        ).about("k12")
    return a, np.clip(k, -bound, bound), b


def _require_variances(values: Array, name: str) -> None:
    if np.any(values < 0):
        raise InvalidNumberError(
            f"{name} is expected to be a variance, from 0 on, but is {float(np.min(values))!r}: "
            "give E u²."
        ).about(name)
