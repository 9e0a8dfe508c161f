"""A photograph as a matrix, at several ranks."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from numpy.typing import NDArray

from linalg_book.errors import ShapeError
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.images import show_image
from linalg_book.figures.kit.scenes import Box, Scene, record_scene
from linalg_book.figures.kit.style import COLORS, in_book_style

__all__ = ["ranks"]

_GAP = 0.06  # between two pictures, in widths
_BELOW = 0.17  # for the words under a picture
_WORD = 0.075  # from a picture to the middle of its word
_LEVELS = 127  # of a coordinate of a singular vector in the page


@dataclass(frozen=True, kw_only=True)
class PhotographScene(Scene):
    """Singular vectors of an image in whole numbers, and what each rank misses.

    ``left`` and ``right`` hold one byte a coordinate, vector by vector, in base 64; a term is the
    product of its two vectors and its entry of ``scales``.  ``missed`` are the distances from the
    image as parts of its Frobenius norm, from rank 0 on.
    """

    kind, drawing = "photograph", "ranks"
    rows: int
    columns: int
    left: str
    right: str
    scales: list[float]
    missed: list[float]
    shown: list[int]
    panels: list[Box]


@in_book_style
def ranks(image: NDArray[Any], counts: Sequence[int], ax: Axes) -> Axes:
    """Draw the nearest matrices of four ranks to an image, as images.

    Parameters
    ----------
    image : array of shape (m, n)
        Numbers from 0 (dark) to 255 (bright).
    counts : sequence of 4 whole numbers
        The ranks, rising; the last is at most the lesser of m and n.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.4)`` suits an image two thirds as high as wide.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the array is no matrix, or there are not four rising ranks that it can have.

    Notes
    -----
    Introduced in: sec-low-rank

    Examples
    --------
    >>> from linalg_book import datasets, figures
    >>> gray = datasets.cat().values.mean(axis=2)
    >>> ax = figures.ranks(gray, [1, 5, 20, 44], figures.axes())
    >>> [text.get_text() for text in ax.texts]
    ['rank 1', 'rank 5', 'rank 20', 'rank 44']
    """
    A, kept = np.asarray(image, dtype=float), [int(count) for count in counts]
    if A.ndim != 2 or len(kept) != 4 or kept != sorted(set(kept)):
        raise ShapeError(
            f"expected a matrix and four rising ranks, received shape {A.shape} and {counts!r}: "
            "give for example a gray image and [1, 5, 20, 44]."
        )
    if kept[0] < 1 or kept[-1] > min(A.shape):
        raise ShapeError(f"expected ranks from 1 to {min(A.shape)}, received {counts!r}.")
    U, sigma, Vt = np.linalg.svd(A, full_matrices=False)
    height = A.shape[0] / A.shape[1]
    corners = [(x, y) for y in (0.0, -height - _BELOW) for x in (0.0, 1 + _GAP)]
    panels = [(x, y - height, x + 1, y) for x, y in corners]
    for k, (left, bottom, right, top) in zip(kept, panels, strict=True):
        near = U[:, :k] * sigma[:k] @ Vt[:k]
        shown = np.clip(np.round(near), 0, 255).astype(np.uint8)
        show_image(ax, shown, (left, right, bottom, top))
        middle = (left + right) / 2
        ax.text(middle, bottom - _WORD, f"rank {k}", ha="center", va="center", color=COLORS["ink"])
    ax.set_axis_off()
    ax.set(xlim=(0, 2 + _GAP), ylim=(-2 * (height + _BELOW), 0))
    ax.set_aspect("equal")
    ax.get_figure(root=True).draw_without_rendering()  # type: ignore[union-attr] # equal scales
    record_scene(ax, _scene(A.shape, (U.T, sigma, Vt), kept, panels))
    return ax


def _scene(
    shape: tuple[int, ...],
    decomposition: tuple[Vector, Vector, Vector],
    kept: list[int],
    panels: list[Box],
) -> PhotographScene:
    """Return what the page needs to show every rank up to the largest."""
    left, sigma, right = decomposition
    most = kept[-1]
    sizes = [np.abs(vectors[:most]).max(axis=1, keepdims=True) for vectors in (left, right)]
    texts = [
        _bytes(vectors[:most] / size)
        for vectors, size in zip((left, right), sizes, strict=True)
    ]  # fmt: skip
    scales = sigma[:most] * sizes[0][:, 0] * sizes[1][:, 0] / _LEVELS**2
    tails = np.sqrt(np.append(np.cumsum(sigma[::-1] ** 2)[::-1], 0))
    return PhotographScene(
        rows=shape[0],
        columns=shape[1],
        left=texts[0],
        right=texts[1],
        scales=[float(f"{scale:.5g}") for scale in scales],
        missed=[round(float(tail / tails[0]), 5) for tail in tails[: most + 1]],
        shown=kept,
        panels=panels,
    )


def _bytes(vectors: Vector) -> str:
    """Write numbers from -1 to 1 as bytes."""
    levels = np.round(_LEVELS * vectors).astype(np.int8)
    return base64.b64encode(levels.tobytes()).decode("ascii")
