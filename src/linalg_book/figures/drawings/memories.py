"""Patterns in a memory made of a matrix, and what three rules recall from a damaged one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Vector
from linalg_book.figures.kit.images import show_image
from linalg_book.figures.kit.scenes import Scene, Word, record_scene, words_of
from linalg_book.figures.kit.style import COLORS, in_book_style
from linalg_book.numeric import recall
from linalg_book.whole_numbers import whole_number

__all__ = ["memory"]

_PROBE, _PANE = 8.0, 2.3  # sides of the large image and of those beside it
_LEFT, _STEP = 9.0, 2.85  # of the images beside it
_STORED, _ROW = 1.14, 9.0  # side of the stored ones, and how far down they stand
_WIDTH = 14.3
_EDGE = 0.25
_NAMES = ("Hebb", "Hebb, signs", "projection")


@dataclass(frozen=True, kw_only=True)
class MemoryScene(Scene):
    """Patterns as rows of 0 and 1, how many are stored, which is shown, and what is flipped.

    ``order`` lists the pixels in the order in which the slider flips them; ``panes`` are left,
    top and side of the probe, of the three recalled images and of the stored ones.
    """

    kind, drawing = "memory", "memory"
    patterns: list[str]
    size: tuple[int, int]
    stored: int
    shown: int
    order: list[int]
    flipped: int
    panes: list[tuple[float, float, float]]
    words: list[Word]


@in_book_style
def memory(  # noqa: PLR0913, PLR0917 (what is stored, and what is shown)
    images: Sequence[Any] | NDArray[Any],
    stored: int,
    shown: int,
    order: Sequence[int],
    flipped: int,
    ax: Axes,
) -> Axes:
    """Draw a pattern with flipped pixels, and what three rules recall: Hebb's, with signs, X⁺X.

    Parameters
    ----------
    images : array of shape (k, 8, 8) of 1 (ink) and −1 (paper)
        The patterns, at most ten, as rows of pixels.
    stored : int
        How many of them, from the first, the memory holds.
    shown : int
        Which of all, from 0, is damaged and shown to the memory.
    order : sequence of int
        The 64 pixels, each once, in the order in which they are flipped.
    flipped : int
        How many pixels are flipped.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.2)`` fits it.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If an image is none of 8×8 pixels of ±1, or a number is out of its bounds.

    Notes
    -----
    A recalled number from −1 to 1 is a shade of gray from white to black; beyond, it counts as
    the nearest of them.
    Introduced in: sec-interpolation

    Examples
    --------
    >>> import numpy as np
    >>> from linalg_book import figures
    >>> ax = figures.axes(height=3.2)
    >>> ax = figures.memory(np.ones((1, 8, 8)), 1, 0, range(64), 3, ax)
    >>> [text.get_text() for text in ax.texts]
    ['Hebb', 'Hebb, signs', 'projection']
    """
    patterns = _read(images)
    whole_number(stored, "stored", 1, len(patterns))
    whole_number(shown, "shown", 0, len(patterns) - 1)
    whole_number(flipped, "flipped", 0, 64)
    turned = list(order)
    if sorted(turned) != list(range(64)):
        raise InvalidNumberError("expected the numbers from 0 to 63 in order, each once.")
    probe = patterns[shown].copy()
    probe[turned[:flipped]] *= -1
    panes = _panes(len(patterns))
    for pane, values in zip(panes, [probe, *recalled(patterns[:stored], probe), *patterns],
                            strict=True):  # fmt: skip
        _pane(ax, pane, values.reshape(8, 8))
    _marks(ax, panes, turned[:flipped], stored, shown)
    for (left, top, side), name in zip(panes[1:4], _NAMES, strict=True):
        ax.text(left + side + 0.3, -top - side / 2, name, color=COLORS["ink"], va="center")
    ax.set_axis_off()
    ax.set(xlim=(-_EDGE, _WIDTH + _EDGE), ylim=(-_ROW - _STORED - _EDGE, _EDGE))
    ax.set_aspect("equal")
    settled(ax)
    scene = MemoryScene(
        patterns=["".join("1" if value > 0 else "0" for value in row) for row in patterns],
        size=(8, 8), stored=stored, shown=shown, order=turned, flipped=flipped, panes=panes,
        words=words_of(ax, {}),
    )  # fmt: skip
    record_scene(ax, scene)
    return ax


def recalled(patterns: Vector, probe: Vector) -> list[Vector]:
    """Return what the three rules recall."""
    return [
        recall(patterns, probe, rule="hebb"),
        recall(patterns, probe, rule="hebb", signs=True),
        recall(patterns, probe),
    ]


def _read(images: Any) -> Vector:
    """Return one pattern a row."""
    patterns = np.array(images, dtype=float)
    if patterns.ndim != 3 or patterns.shape[1:] != (8, 8) or not 1 <= len(patterns) <= 10:
        raise ShapeError(
            f"expected one to ten images of 8×8 pixels, received shape {patterns.shape}."
        )
    if not np.isin(patterns, (-1, 1)).all():
        raise InvalidNumberError("expected pixels of 1 and −1 only: compare each with a threshold.")
    return patterns.reshape(len(patterns), 64)


def _panes(count: int) -> list[tuple[float, float, float]]:
    """Return left, top and side of all images; the stored ones fill the width."""
    beside = [(_LEFT, round(k * _STEP, 4), _PANE) for k in range(3)]
    gap = (_WIDTH - 10 * _STORED) / 9
    below = [(round(k * (_STORED + gap), 4), _ROW, _STORED) for k in range(count)]
    return [(0.0, 0.0, _PROBE), *beside, *below]


def _pane(ax: Axes, pane: tuple[float, float, float], values: Vector) -> None:
    """Draw one image; white paper and black ink, also on a dark page."""
    left, top, side = pane
    gray = np.round(255 * (1 - np.clip(values, -1, 1)) / 2).astype(np.uint8)
    show_image(ax, gray, (left, left + side, -top - side, -top))
    corner = (left, -top - side)
    ax.add_patch(
        Rectangle(corner, side, side, fill=False, edgecolor=COLORS["muted"], linewidth=0.8)
    )


def _marks(
    ax: Axes, panes: Sequence[tuple[float, float, float]], flipped: Sequence[int],
    stored: int, shown: int,
) -> None:  # fmt: skip
    """Mark flipped pixels, the stored images and the one that is shown."""
    unit = _PROBE / 8
    for pixel in flipped:
        row, column = divmod(pixel, 8)
        ax.plot([(column + 0.5) * unit], [-(row + 0.5) * unit], "o", markersize=4.6,
                color=COLORS["orange"], zorder=6, scalex=False, scaley=False)  # fmt: skip
    for k, (left, top, side) in enumerate(panes[4:]):
        if k < stored:
            y = -top - side - 0.12
            ax.plot([left, left + side], [y, y], color=COLORS["blue"], linewidth=2.2,
                    scalex=False, scaley=False)  # fmt: skip
        if k == shown:
            box = Rectangle((left, -top - side), side, side, fill=False,
                            edgecolor=COLORS["orange"], linewidth=2.2, zorder=5)  # fmt: skip
            ax.add_patch(box)
