"""The four subspaces of a 2×2 matrix, drawn in two planes: what goes in and what comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.exact import four_subspaces
from linalg_book.figures.kit.geometry import Number, Vector, clip
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

_GAP = 0.14  # between the two planes, as a part of half a plane
FRAME = (np.array([-2 - _GAP, -1.52]), np.array([2 + _GAP, 1.04]))  # of both planes
_NEAREST, _FARTHEST = 1e-12, 1e12
_TOUCHING = 1e-9
_HALVES = (1, 1.5, 2, 3, 4, 6, 8, 10)
_STYLES = ("-", (0, (4, 2)))


@dataclass(frozen=True)
class Plane:
    """A plane of the picture with two orthogonal subspaces, each by its basis."""

    center: Vector
    half: float
    first: Vector
    second: Vector
    colors: tuple[str, str]
    names: tuple[str, str]

    def at(self, point: Vector) -> Vector:
        """Place of a point of this plane in the picture, where every plane has half side 1."""
        return self.center + point / self.half

    def split(self, vector: Vector) -> Vector:
        """Return the part of a vector in the first subspace."""
        basis = self.first
        if basis.shape[1] == 0:
            return np.zeros(2)
        part: Vector = basis @ np.linalg.solve(basis.T @ basis, basis.T @ vector)
        return part


@dataclass(frozen=True)
class Map:
    """A 2×2 matrix with an input x and a wanted output b."""

    A: Vector
    x: Vector
    b: Vector
    domain: Plane
    codomain: Plane


@in_book_style
def plane_subspaces(
    A: Sequence[Sequence[Number]], x: Sequence[Number], b: Sequence[Number], ax: Axes
) -> Axes:
    """Draw the four subspaces of a 2×2 matrix, and how x and b split between them.

    On the left stand the row space (blue) and the null space (orange), with x as the sum of its
    parts.  On the right stand the column space (green) and the left null space (purple), with
    A x and with b as the sum of its parts.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, of any rank.
    x, b : sequence of 2 numbers
        A vector of each plane.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.5)`` suits the two planes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, or an entry is not finite, too small or too large to be drawn.

    Notes
    -----
    Floats count as the decimals that they show.
    Introduced in: sec-four-subspaces

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.plane_subspaces([(1, 1), (2, 2)], (3, 1), (2, 9), figures.axes(height=2.5))
    >>> "row space" in [text.get_text() for text in ax.texts]
    True
    """
    drawn = map_of(A, x, b)
    sketch = Sketch(ax, FRAME, margin=0, bare=True)
    for plane in (drawn.domain, drawn.codomain):
        draw_plane(sketch, plane)
    draw_parts(sketch, drawn.domain, drawn.x, r"$\mathbf{x}$")
    draw_parts(sketch, drawn.codomain, drawn.b, r"$\mathbf{b}$")
    image = drawn.codomain.at(drawn.A @ drawn.x)
    sketch.point(image, "ink", hollow=True, size=8)
    sketch.label(r"$A\mathbf{x}$", [image], "ink")
    numbers = {"A": [exact_texts(row) for row in A], "x": exact_texts(x), "b": exact_texts(b)}
    record_scene(ax, "subspaces", **numbers)
    return sketch.finish()


def map_of(A: Sequence[Sequence[Number]], x: Sequence[Number], b: Sequence[Number]) -> Map:
    """Check the numbers and compute what their drawing shows."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (A, x, b)]
    if shapes != [(2, 2), (2,), (2,)]:
        raise ShapeError(
            f"expected a 2×2 matrix and two vectors of two entries, received A = {A!r}, x = {x!r}, "
            f"b = {b!r}: give for example A = [(1, 1), (2, 2)], x = (3, 1), b = (2, 9)."
        )
    matrix, into, wanted = (np.asarray(part, dtype=float) for part in (A, x, b))
    sizes = np.abs(np.concatenate([matrix.ravel(), into, wanted]))
    if not np.all((sizes == 0) | ((sizes >= _NEAREST) & (sizes <= _FARTHEST))):
        raise InvalidNumberError(
            f"expected 0 or numbers of a size from {_NEAREST:g} to {_FARTHEST:g}, received "
            f"A = {A!r}, x = {x!r}, b = {b!r}: scale them."
        )
    found = four_subspaces([exact_texts(row) for row in A]).answer
    column, row, null, left = (np.array(basis, dtype=float).reshape(2, -1) for basis in found)
    offset = np.array([1 + _GAP, 0.0])
    domain = Plane(
        -offset, half_of([into]), row, null, ("blue", "orange"), ("row space", "null space")
    )
    codomain = Plane(
        offset,
        half_of([matrix @ into, wanted]),
        column,
        left,
        ("green", "purple"),
        ("column space", "left null space"),
    )
    return Map(matrix, into, wanted, domain, codomain)


def half_of(points: Sequence[Vector]) -> float:
    """Return half the side of a plane that shows the points: a round number."""
    farthest = 1.1 * float(np.max(np.abs(points)))
    if farthest == 0:
        return 1.0
    power = 10.0 ** np.floor(np.log10(farthest))
    return float(next(k * power for k in _HALVES if k * power >= farthest))


def draw_plane(sketch: Sketch, plane: Plane) -> None:
    """Draw the frame, the axes and the two subspaces of a plane, and name them under it."""
    low, high = plane.center - 1, plane.center + 1
    corners = [low, np.array([high[0], low[1]]), high, np.array([low[0], high[1]])]
    sketch.curve(np.array([*corners, low]), "grid", width=0.8, weight=0.3, zorder=1)
    for axis in np.eye(2):
        ends = plane.center - axis, plane.center + axis
        sketch.segment(*ends, "muted", width=0.6, weight=0.3, zorder=1.5)
    for k, basis in enumerate((plane.first, plane.second)):
        look: dict[str, Any] = {
            "color": plane.colors[k],
            "width": 1.8,
            "style": _STYLES[k],
            "zorder": 2,
        }
        if basis.shape[1] == 2:
            sketch.area(corners, plane.colors[k], alpha=0.16)
        elif basis.shape[1] == 1:
            sketch.segment(*clip(plane.center, basis[:, 0], low, high), **look)
        else:
            sketch.point(plane.center, plane.colors[k], size=6)
        row = low + np.array([0.28, -0.18 - 0.24 * k])
        sketch.segment(row - np.array([0.26, 0]), row, **look)
        sketch.label(plane.names[k], [row], plane.colors[k], toward=(1, 0), gap=3.0)
    if plane.first.shape[1] == 1:
        first, second = (v[:, 0] / np.hypot(*v[:, 0]) for v in (plane.first, plane.second))
        sketch.right_angle(plane.center, first, second)


def draw_parts(sketch: Sketch, plane: Plane, vector: Vector, name: str) -> None:
    """Draw a vector as the sum of its parts in the two subspaces."""
    part, tip = plane.at(plane.split(vector)), plane.at(vector)
    if np.linalg.norm(part - plane.center) > _TOUCHING:
        sketch.arrow(plane.center, part, plane.colors[0], width=2.6)
    if np.linalg.norm(tip - part) > _TOUCHING:
        sketch.arrow(part, tip, plane.colors[1], width=2.6)
    if vector.any():
        sketch.arrow(plane.center, tip, "ink", width=1.4)
    if name:
        sketch.point(tip, "ink", size=5)
        sketch.label(name, [tip], "ink")
