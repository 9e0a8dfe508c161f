"""The unit circle and its image under a 2×2 matrix: in two panes, and step by step in four."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.drawings.subspaces import half_of
from linalg_book.figures.kit.geometry import Number, Vector, circle_points
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

_GAP = 0.14  # between two panes, as a part of half a pane
_NEAREST, _FARTHEST = 1e-12, 1e12
_FLAT = 1e-12  # a singular value up to this part of the largest is drawn as 0
_COLORS = ("blue", "orange")
_UNIT_HALF = 1.5  # half the side of a pane that shows the unit circle


@dataclass(frozen=True)
class CircleMap:
    """A 2×2 matrix with its singular vectors and a unit vector x."""

    A: Vector
    U: Vector
    sigma: Vector
    V: Vector
    x: Vector

    @property
    def half(self) -> float:
        """Half the side of a pane that shows the image: a round number."""
        return half_of([np.array([self.sigma[0], 0.0])])

    def arms(self) -> list[Vector]:
        """Return the images of the right singular vectors, the half axes of the image."""
        return [s * u for s, u in zip(self.sigma, self.U.T, strict=True)]


@dataclass(frozen=True)
class Pane:
    """A square pane of half side 1 in the picture, around a center."""

    center: Vector
    half: float

    def at(self, point: Vector) -> Vector:
        """Place of a point, or of each row, in the picture."""
        return self.center + point / self.half


@in_book_style
def circle_image(A: Sequence[Sequence[Number]], x: Sequence[Number], ax: Axes) -> Axes:
    """Draw the unit circle and its image under A, with the singular vectors and their images.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, of any rank.
    x : sequence of 2 numbers
        A direction, not zero; the unit vector in it and its image are drawn too.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.3)`` suits the two panes.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit, x is zero, or an entry is not finite, too small or too large.

    Notes
    -----
    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.circle_image([(3, 0), (4, 5)], (-3, 4), figures.axes(height=2.3))
    >>> len(ax.texts)
    6
    """
    drawn = circle_map(A, x)
    reach = np.array([2.04 + _GAP, 1.04])
    sketch = Sketch(ax, [-reach, reach], margin=0, bare=True)
    offset = np.array([1 + _GAP, 0.0])
    inputs, outputs = Pane(-offset, _UNIT_HALF), Pane(offset, drawn.half)
    circle = circle_points(1.0)
    names = [[rf"$\mathbf{{v}}_{i}$" for i in (1, 2)],
             [rf"$\sigma_{i}\mathbf{{u}}_{i}$" for i in (1, 2)]]  # fmt: skip
    _draw_pane(sketch, inputs, circle, list(drawn.V.T), names[0])
    _draw_pane(sketch, outputs, circle @ drawn.A.T, drawn.arms(), names[1])
    for pane, tip, name in (
        (inputs, drawn.x, r"$\mathbf{x}$"),
        (outputs, drawn.A @ drawn.x, r"$A\mathbf{x}$"),
    ):
        sketch.point(pane.at(tip), "ink", size=5)
        if tip.any():
            sketch.arrow(pane.center, pane.at(tip), "ink", width=1.4)
            sketch.label(name, [pane.at(tip)], "ink", toward=tip)
    record_scene(ax, "circle", A=[exact_texts(row) for row in A], x=exact_texts(x))
    return sketch.finish()


def circle_map(A: Sequence[Sequence[Number]], x: Sequence[Number] = (1, 0)) -> CircleMap:
    """Check the numbers and compute what their drawing shows."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (A, x)]
    if shapes != [(2, 2), (2,)]:
        raise ShapeError(
            f"expected a 2×2 matrix and a vector of two entries, received A = {A!r}, x = {x!r}: "
            "give for example A = [(3, 0), (4, 5)], x = (-3, 4)."
        )
    matrix, into = (np.asarray(part, dtype=float) for part in (A, x))
    sizes = np.abs(np.concatenate([matrix.ravel(), into]))
    if not np.all((sizes == 0) | ((sizes >= _NEAREST) & (sizes <= _FARTHEST))) or not into.any():
        raise InvalidNumberError(
            f"expected 0 or numbers of a size from {_NEAREST:g} to {_FARTHEST:g}, and x not zero, "
            f"received A = {A!r}, x = {x!r}: scale them."
        )
    found = numeric.svd(matrix)
    sigma = found.singular_values
    sigma = np.where(sigma <= _FLAT * sigma[0], 0.0, sigma)
    return CircleMap(matrix, found.U, sigma, found.V, into / np.hypot(*into))


def _draw_pane(
    sketch: Sketch, pane: Pane, curve: Vector, arms: Sequence[Vector], names: Sequence[str]
) -> None:
    """Draw a frame, its axes, a closed curve around the center and two perpendicular arrows."""
    low, high = pane.center - 1, pane.center + 1
    corners = [low, np.array([high[0], low[1]]), high, np.array([low[0], high[1]]), low]
    sketch.curve(np.array(corners), "grid", width=0.8, weight=0.3, zorder=1)
    for axis in np.eye(2):
        ends = pane.center - axis, pane.center + axis
        sketch.segment(*ends, "muted", width=0.6, weight=0.3, zorder=1.5)
    sketch.curve(pane.at(curve), "purple", width=1.6)
    sizes = [float(np.hypot(*arm)) for arm in arms]
    if min(sizes) > 0:
        first, second = (arm / size for arm, size in zip(arms, sizes, strict=True))
        sketch.right_angle(pane.center, first, second)
    for arm, size, color, name in zip(arms, sizes, _COLORS, names, strict=True):
        if size > 0:
            sketch.arrow(pane.center, pane.at(arm), color, width=2.6)
            sketch.label(name, [pane.at(arm)], color, toward=arm)
        else:
            sketch.point(pane.center, color, size=6)
            if max(sizes) > 0:
                sketch.label(f"{name}$ = \\mathbf{{0}}$", [pane.center], color)


@in_book_style
def svd_square(A: Sequence[Sequence[Number]], ax: Axes) -> Axes:
    """Draw the three steps of a singular value decomposition beside the map itself, in a square.

    The unit circle is at the upper left.  Straight down leads A; the way around leads by the
    transpose of V, by the diagonal matrix of the singular values, and by U.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, not zero.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=4.2)`` suits the square.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If A is no 2×2 matrix or is zero, or an entry is not finite, too small or too large.

    Notes
    -----
    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.svd_square([(3, 0), (4, 5)], figures.axes(height=4.2))
    >>> {"$A$", "$U$"} <= {text.get_text() for text in ax.texts}
    True
    """
    drawn = circle_map(A)
    if not drawn.sigma[0]:
        raise InvalidNumberError(
            "expected a matrix that is not zero, received zeros only: give for example "
            "A = [(3, 0), (4, 5)]."
        )
    apart = 1.5
    sketch = Sketch(ax, [np.full(2, -1 - apart), np.full(2, 1 + apart)], margin=0.02, bare=True)
    circle, diagonal = circle_points(1.0), np.diag(drawn.sigma)
    axes = list(np.eye(2))
    panes = [
        (Pane(np.array([-apart, apart]), _UNIT_HALF), circle, list(drawn.V.T), r"\mathbf{v}"),
        (Pane(np.array([apart, apart]), _UNIT_HALF), circle, axes, r"\mathbf{e}"),
        (Pane(np.array([apart, -apart]), drawn.half), circle @ diagonal, list(diagonal), ""),
        (Pane(np.array([-apart, -apart]), drawn.half), circle @ drawn.A.T, drawn.arms(), "u"),
    ]
    for pane, curve, arms, letter in panes:
        after = {"": r"\mathbf{e}", "u": r"\mathbf{u}"}.get(letter)
        names = [rf"$\sigma_{i}{after}_{i}$" if after else f"${letter}_{i}$" for i in (1, 2)]
        _draw_pane(sketch, pane, curve, arms, names)
    inner = apart - 1
    ways = [
        ((-inner + 0.08, apart), (inner - 0.08, apart), r"$V^\top$", (0, 1)),
        ((apart, inner - 0.08), (apart, -inner + 0.08), r"$\Sigma$", (1, 0)),
        ((inner - 0.08, -apart), (-inner + 0.08, -apart), "$U$", (0, 1)),
        ((-apart, inner - 0.08), (-apart, -inner + 0.08), "$A$", (1, 0)),
    ]
    for start, end, name, toward in ways:
        ends = np.array(start), np.array(end)
        sketch.arrow(*ends, "ink", width=1.6)
        sketch.label(name, [(ends[0] + ends[1]) / 2], "ink", toward=toward)
    return sketch.finish()
