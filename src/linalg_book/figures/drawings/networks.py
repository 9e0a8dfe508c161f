"""Hinges and their sums, and outputs of networks with random weights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.rows import rising, short_rows
from linalg_book.figures.kit.scenes import Box, Scene, Tick, record_scene, ticks_of
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["hinge_sums", "output_cloud"]

_LENGTHS = (2.0, 1.5)
"""Lengths of the two inputs of the cloud, which differ so that their outputs spread differently."""
_NETWORKS = 100
_HALF = (4.6, 3.6)
_COMPASS = (-3.5, 2.45, 0.5)
"""Where the arrows of the inputs start, and their scale."""
_AHEAD = 0.12  # of the names before the tips
_INSIDE = 0.95


@in_book_style
def hinge_sums(
    hinges: Sequence[tuple[Number, Number]],
    sums: Mapping[str, Sequence[Number]],
    points: Sequence[tuple[Number, Number]],
    ax: Axes,
) -> Axes:
    """Draw hinges max(0, b + ct) over t from −2 to 2, thin, and sums of them with names.

    Parameters
    ----------
    hinges : sequence of (b, c)
        Height at 0 and slope of each hinge.
    sums : mapping from text to sequences of numbers
        One or two names, and the weight of each hinge in that sum; the first is solid.
    points : sequence of (t, y)
        Points to mark.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    ShapeError
        If there are not one or two sums, or a sum has not one weight for each hinge.

    Notes
    -----
    Introduced in: sec-nngp

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.hinge_sums([(0, 1), (0, -1)], {"both": [1, 1]}, [(1, 1)], figures.axes())
    >>> "both" in [text.get_text() for text in ax.texts]
    True
    """
    if not 1 <= len(sums) <= 2 or any(len(each) != len(hinges) for each in sums.values()):
        raise ShapeError(
            f"expected one or two sums with {len(hinges)} weights, received the lengths "
            f"{[len(each) for each in sums.values()]}: give a weight for each hinge."
        )
    t = np.linspace(-2, 2, 161)
    heights = np.array([np.maximum(0, float(b) + float(c) * t) for b, c in hinges])
    made = {name: np.array(list(map(float, w))) @ heights for name, w in sums.items()}
    show = [np.array([x, y]) for line in [*heights, *made.values()] for x, y in
            ((-2.0, line.min()), (2.0, line.max()))]  # fmt: skip
    if not any(height for _, height in show):
        show.append(np.array([0.0, 1.0]))  # a level line at 0 needs some height to stand in
    sketch = Sketch(ax, show, margin=0.05, names=("t", "f"), equal=False)
    settled(ax)
    for line in heights:
        sketch.curve(np.column_stack([t, line]), "ink", width=1.1)
    looks = (("orange", "-", (1, 0.3)), ("purple", (0, (5, 3)), (-1, -0.3)))
    for (name, line), (color, style, toward) in zip(made.items(), looks, strict=False):
        path = np.column_stack([t, line])
        sketch.curve(path, color, width=2.2, style=style)
        sketch.label(name, list(path[4:156:8]), color, toward=toward)
    for x, y in points:
        sketch.point(np.array([float(x), float(y)]), "blue")
    return sketch.finish()


@dataclass(frozen=True, kw_only=True)
class OutputsScene(Scene):
    """Outputs of networks at x, and at z for each angle, for each width.

    ``first[width][network]`` and ``second[angle][width][network]``; ``at`` counts width and angle
    that are shown, from 0; ``compass`` is a point of the plane and the scale of its arrows.
    """

    kind, drawing = "outputs", "output_cloud"
    angles: list[int]
    widths: list[int]
    lengths: tuple[float, float]
    first: list[list[float]]
    second: list[list[list[float]]]
    at: tuple[int, int]
    compass: tuple[float, float, float]
    view: Box
    ticks: dict[str, list[Tick]]


@in_book_style
def output_cloud(  # noqa: PLR0913, PLR0917 (what is drawn by lot, and what is shown)
    widths: Sequence[int],
    angles: Sequence[int],
    width: int,
    angle: int,
    seed: int,
    ax: Axes,
) -> Axes:
    """Draw the outputs of 100 random networks at two inputs, and the ellipse of their limit.

    Each disc is a network a·φ(Bx)/√k with standard normal weights and φ = ReLU; its coordinates
    are the outputs at x and at z.  The ellipse holds 95 % of the normal law with the covariance of
    these outputs.  Two arrows show the inputs, of lengths 2 and 1.5; a page turns z and changes k.

    Parameters
    ----------
    widths : sequence of int
        Rising numbers k of hidden units.
    angles : sequence of int
        Rising angles between the inputs, in degrees, above 0 and up to 180.
    width, angle : int
        What is drawn, one of each.
    seed : int
        Of the weights, which are the same for all angles.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    InvalidNumberError
        If widths or angles do not rise, or what is drawn is none of them.

    Notes
    -----
    Introduced in: sec-nngp

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.output_cloud([1, 100], [60, 120], 100, 60, 1, figures.axes())
    >>> len(ax.lines) > 2
    True
    """
    counts, degrees = rising(widths, "widths"), rising(angles, "angles", 180)
    if width not in counts or angle not in degrees:
        raise InvalidNumberError(
            f"expected a width among {counts} and an angle among {degrees}, received {width!r} "
            f"and {angle!r}: give what is to be drawn."
        )
    first, second = _outputs(counts, degrees, seed)
    at = (counts.index(width), degrees.index(angle))
    corners = [np.array(_HALF), -np.array(_HALF)]
    names = (r"f(\mathbf{x})", r"f(\mathbf{z})")
    sketch = Sketch(ax, corners, margin=0.0, names=names)
    settled(ax)
    (left, bottom), (right, top) = sketch.low.tolist(), sketch.high.tolist()
    view = (left, bottom, right, top)
    cloud = np.column_stack([first[at[0]], second[at[1]][at[0]]])
    for point in np.clip(cloud, view[:2], view[2:]):
        sketch.point(point, "blue", size=3.4, zorder=4)
    sketch.curve(ellipse(covariance(angle)), "orange", width=2.0)
    _inputs(sketch, angle)
    sketch.finish()
    scene = OutputsScene(
        angles=degrees, widths=counts, lengths=_LENGTHS, at=at, compass=_COMPASS,
        first=short_rows(first), second=[short_rows(rows) for rows in second],
        view=view, ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
    )  # fmt: skip
    record_scene(ax, scene)
    return ax


def covariance(angle: float) -> Vector:
    """Return E f(x)², E f(x)f(z) and E f(z)² as a matrix, for an angle in degrees."""
    theta = np.radians(angle)
    inner = (np.sin(theta) + (np.pi - theta) * np.cos(theta)) / (2 * np.pi)
    shares = np.array([[0.5, inner], [inner, 0.5]])
    found: Vector = np.outer(_LENGTHS, _LENGTHS) * shares
    return found


def ellipse(K: Vector) -> Vector:
    """Return points of the ellipse with 95 % of the normal law with covariance K, closed."""
    radius = np.sqrt(-2 * np.log(1 - _INSIDE))
    turn = np.linspace(0, 2 * np.pi, 73)
    found: Vector = radius * np.column_stack([np.cos(turn), np.sin(turn)]) @ np.linalg.cholesky(K).T
    return found


def _outputs(
    widths: Sequence[int], angles: Sequence[int], seed: int
) -> tuple[list[Vector], list[list[Vector]]]:
    """Draw the networks of each width, and compute what they say at x and at each z."""
    first: list[Vector] = []
    second: list[list[Vector]] = [[] for _ in angles]
    for k in widths:
        rng = np.random.default_rng([seed, k])
        a, B = rng.standard_normal((_NETWORKS, k)), rng.standard_normal((_NETWORKS, k, 2))
        first.append(_said(a, B, 0, _LENGTHS[0]))
        for rows, angle in zip(second, angles, strict=True):
            rows.append(_said(a, B, angle, _LENGTHS[1]))
    return first, second


def _said(a: Vector, B: Vector, angle: float, length: float) -> Vector:
    """Return the outputs of the networks at a point of some length and angle."""
    theta = np.radians(angle)
    hidden = np.maximum(B @ (length * np.array([np.cos(theta), np.sin(theta)])), 0)
    found: Vector = np.sum(a * hidden, axis=1) / np.sqrt(a.shape[1])
    return found


def _inputs(sketch: Sketch, angle: float) -> None:
    """Draw the two inputs as arrows, in a corner."""
    start, scale = np.array(_COMPASS[:2]), _COMPASS[2]
    for degrees, length, color, name in ((0, _LENGTHS[0], "ink", "x"), (angle, 1.5, "purple", "z")):
        theta = np.radians(degrees)
        tip = start + scale * length * np.array([np.cos(theta), np.sin(theta)])
        sketch.arrow(start, tip, color, width=2.0)
        ahead = tip + _AHEAD * (tip - start) / float(np.linalg.norm(tip - start))
        sketch.label(rf"$\mathbf{{{name}}}$", [ahead], color, toward=tip - start)
        if name == "z":
            sketch.point(tip, "ink", size=8.4)
