"""Two kinds of points, flat and lifted onto a surface, with a cut at one height."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector, circle_points
from linalg_book.figures.kit.panes import Pane, half_of
from linalg_book.figures.kit.quadratic import Quadratic
from linalg_book.figures.kit.scenes import Scene, Texts, Two, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import View
from linalg_book.figures.kit.style import in_book_style

__all__ = ["lift"]

_GAP = 0.14  # between the two panes, as a part of half a pane
_FRAME = (np.array([-2 - _GAP, -1.34]), np.array([2 + _GAP, 1.04]))
_SCALE = 0.76  # of the picture of the surface in its pane
_RINGS, _SPOKES = 3, 8
_SOME = 12  # points of a kind, at most


@dataclass(frozen=True, kw_only=True)
class LiftScene(Scene):
    """Discs and rings, the feature's coefficients, the cut, the radius shown, a direction."""

    kind, drawing = "lift", "lift"
    discs: list[Texts]
    rings: list[Texts]
    feature: Texts
    cut: str
    radius: float
    view: Two


@in_book_style
def lift(  # noqa: PLR0913 (two kinds of points, a feature, a cut, the picture)
    discs: Sequence[Sequence[Number]],
    rings: Sequence[Sequence[Number]],
    feature: Sequence[Number],
    cut: Number,
    ax: Axes,
    *,
    view: tuple[float, float] = (-60.0, 24.0),
) -> Axes:
    """Draw two kinds of points in the plane, and lifted to the heights that a feature gives them.

    The feature is p·x₁² + q·x₁x₂ + r·x₂².  In both panes a curve shows where it has the height of
    the cut.

    Parameters
    ----------
    discs, rings : sequence of 1 to 12 pairs of numbers
        The points of the two kinds.
    feature : sequence of 3 numbers
        p, q and r.
    cut : number
        The height of the cut.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.5)`` suits the two panes.
    view : tuple of 2 numbers
        Azimuth and elevation of the eye in degrees.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit or a number is not finite.

    Notes
    -----
    Introduced in: sec-feature-maps

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.lift([(0, 0)], [(3, 4), (-5, 0)], (1, 0, 1), 9, figures.axes(height=2.5))
    >>> [text.get_text() for text in ax.texts]
    ['from above', 'lifted']
    """
    tables, coefficients = _read(discs, rings, feature, cut)
    quadratic = Quadratic(coefficients, half_of([np.hypot(*np.vstack(tables).T)]))
    curves = quadratic.level(float(cut))
    left, right = (Pane(np.array([side * (1 + _GAP), 0.0]), half)
                   for side, half in ((-1, quadratic.radius), (1, 1 / _SCALE)))  # fmt: skip
    sketch = Sketch(ax, _FRAME, margin=0, bare=True)
    _draw_plane(sketch, left, tables, quadratic, curves)
    eye = View(*(float(angle) for angle in view))
    _draw_surface(sketch, right, tables, quadratic, curves, float(cut), eye)
    for pane, name in ((left, "from above"), (right, "lifted")):
        sketch.label(name, [pane.center + np.array([0.0, -1.17])], "muted", gap=None)
    scene = LiftScene(
        discs=[exact_texts(point) for point in discs],
        rings=[exact_texts(point) for point in rings],
        feature=exact_texts(feature),
        cut=exact_texts([cut])[0],
        radius=quadratic.radius,
        view=(eye.azimuth, eye.elevation),
    )
    record_scene(ax, scene)
    return sketch.finish()


def _read(
    discs: Sequence[Sequence[Number]],
    rings: Sequence[Sequence[Number]],
    feature: Sequence[Number],
    cut: Number,
) -> tuple[list[Vector], Vector]:
    """Check the numbers."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (discs, rings)]
    fits = all(len(shape) == 2 and shape[1] == 2 and shape[0] <= _SOME for shape in shapes)
    if not fits or not all(shape[0] for shape in shapes) or len(feature) != 3:
        raise ShapeError(
            f"expected from 1 to {_SOME} points of each kind with two coordinates and three "
            f"coefficients, received shapes {shapes[0]}, {shapes[1]} and {feature!r}: give for "
            "example [(0, 0)], [(3, 4)] and (1, 0, 1)."
        )
    tables = [np.array(part, dtype=float) for part in (discs, rings)]
    coefficients = np.array(feature, dtype=float)
    numbers = np.concatenate([*(table.ravel() for table in tables), coefficients, [float(cut)]])
    if not np.isfinite(numbers).all():
        raise InvalidNumberError("expected finite numbers, received others: leave them out.")
    return tables, coefficients


def _draw_plane(
    sketch: Sketch, pane: Pane, tables: list[Vector], quadratic: Quadratic, curves: list[Vector]
) -> None:
    """Draw the disc with its axes, the cut and the points."""
    sketch.curve(pane.at(circle_points(quadratic.radius)), "grid", width=0.8, weight=0.3, zorder=1)
    for axis in quadratic.radius * np.eye(2):
        sketch.segment(pane.at(-axis), pane.at(axis), "muted", width=0.6, weight=0.3, zorder=1.5)
    for curve in curves:
        sketch.curve(pane.at(curve), "orange", width=2.6)
    _mark(sketch, [pane.at(table) for table in tables])


def _draw_surface(  # noqa: PLR0913, PLR0917 (what is drawn, and from where)
    sketch: Sketch,
    pane: Pane,
    tables: list[Vector],
    quadratic: Quadratic,
    curves: list[Vector],
    cut: float,
    eye: View,
) -> None:
    """Draw the surface as a net, the sheet of the cut, and the lifted points."""

    def seen(points: Vector, heights: Vector) -> Vector:
        return pane.at(eye.project(quadratic.lifted(points, heights)))

    edge = circle_points(quadratic.radius)
    for share in np.arange(1, _RINGS + 1) / _RINGS:
        ring = share * edge
        sketch.curve(seen(ring, quadratic.at(ring)), "muted", width=0.6, weight=0.2, zorder=1)
    steps = np.linspace(0, 1, 13)[:, np.newaxis]
    for turn in np.arange(_SPOKES) * 2 * np.pi / _SPOKES:
        spoke = steps * quadratic.radius * np.array([np.cos(turn), np.sin(turn)])
        sketch.curve(seen(spoke, quadratic.at(spoke)), "muted", width=0.6, weight=0.2, zorder=1)
    low, high = quadratic.range
    if low <= cut <= high:
        sheet = seen(edge, np.full(len(edge), cut))
        sketch.area(list(sheet), "orange", alpha=0.16, zorder=2)
        for curve in curves:
            sketch.curve(seen(curve, np.full(len(curve), cut)), "orange", width=2.6)
    _mark(sketch, [seen(table, quadratic.at(table)) for table in tables])
    turn = np.deg2rad(eye.azimuth)
    side = quadratic.radius * np.array([[-np.sin(turn), np.cos(turn)]])  # where the cut is held
    sketch.point(seen(side, np.array([np.clip(cut, low, high)]))[0], "orange", size=7)


def _mark(sketch: Sketch, places: list[Vector]) -> None:
    """Mark the points of the two kinds."""
    for points, color, hollow in zip(places, ("blue", "ink"), (False, True), strict=True):
        for point in points:
            sketch.point(point, color, hollow=hollow, size=7)
