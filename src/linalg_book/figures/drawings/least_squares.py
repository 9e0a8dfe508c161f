"""Least squares: a line with what it misses, and the foot of a vector on a plane of space."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from linalg_book import numeric
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.notation import number
from linalg_book.figures.kit.scenes import Scene, Texts, Two, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.space import Piece, Plane, View, face_in_box
from linalg_book.figures.kit.space_sketch import (
    box_half,
    frame_of_space,
    name_axes,
    paint,
    right_angle,
    sketch_of_box,
)
from linalg_book.figures.kit.style import in_book_style

__all__ = ["fitted_line", "foot_in_plane"]

_DASHES = (0, (4, 2.5))
_SAME = 1e-9  # differences up to this part of the box count as 0
_AXES = ("y_1", "y_2", "y_3")


@dataclass(frozen=True, kw_only=True)
class FootScene(Scene):
    """Two columns, a vector y, multipliers c of the columns, half the box, and a direction."""

    kind, drawing = "foot", "foot_in_plane"
    columns: list[Texts]
    y: Texts
    c: Texts
    half: float
    view: Two


@in_book_style
def fitted_line(t: Sequence[Number], y: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw points, the line with the least sum of squared misses, and what it misses.

    Parameters
    ----------
    t, y : sequence of numbers
        As many abscissas as ordinates, two of each or more; the abscissas are not all equal.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the numbers differ in number, there are fewer than two, one is not finite, or all
        points are above each other.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.fitted_line([0, 1, 2], [2, 0, 4], figures.axes())
    >>> "$y = 1 + t$" in [text.get_text() for text in ax.texts]
    True
    """
    across, up = (np.array([float(x) for x in numbers]) for numbers in (t, y))
    if len(up) != len(across) or len(across) < 2 or np.ptp(across) == 0:
        raise ShapeError(
            f"expected as many abscissas as ordinates, not all of the first equal, received "
            f"{t!r} and {y!r}: give for example [0, 1, 2] and [2, 0, 4]."
        )
    points = np.column_stack([across, up])
    if not np.isfinite(points).all():
        raise InvalidNumberError("expected finite coordinates, received others: leave them out.")
    height, slope = numeric.pseudoinverse(np.column_stack([np.ones_like(across), across])) @ up
    room = [np.array([across.max() + 0.1 * np.ptp(across), up.max() or 1.0])]  # for a word
    sketch = Sketch(ax, [*points, *room], names=("t", "y"), equal=False, margin=0.14)
    fitted = np.column_stack([across, height + slope * across])
    for point, foot in zip(points, fitted, strict=True):
        sketch.segment(point, foot, "purple", width=1.8, style=_DASHES, weight=2)
        sketch.point(point, "blue")
        miss = point[1] - foot[1]
        if abs(miss) > 0.06 * float(np.ptp(sketch.ax.get_ylim())):
            sketch.side_label(f"${number(miss)}$", foot, point, "purple", toward=(1, 0))
    spots = sketch.line(np.array([0.0, height]), np.array([1.0, slope]), "orange", width=2.4)
    sketch.label(f"$y = {_line(height, slope)}$", spots, "orange", toward=(0, 1))
    return sketch.finish()


def _line(height: float, slope: float) -> str:
    """Write the right side of a line's equation."""
    size = number(abs(slope))
    sign = "-" if slope < 0 else "+"
    return rf"{number(height)} {sign} {'' if size == '1' else size + chr(92) + ','}t"


@dataclass(frozen=True)
class FootInPlane:
    """A vector y, its foot p in the plane of two columns, and another point of the plane."""

    columns: Vector
    y: Vector
    tip: Vector

    @property
    def foot(self) -> Vector:
        """The point of the plane nearest to y."""
        found: Vector = self.columns @ numeric.pseudoinverse(self.columns) @ self.y
        return found

    @property
    def half(self) -> float:
        """Half the side of the box."""
        return box_half([float(np.abs([self.y, self.foot]).max())])

    @property
    def plane(self) -> Plane:
        """The plane that the columns span."""
        normal = np.cross(*self.columns.T)
        return Plane(normal / np.linalg.norm(normal), 0.0)

    def pieces(self) -> list[Piece]:
        """List what is drawn, in the order of painting where nothing else decides."""
        half, foot, origin = self.half, self.foot, np.zeros(3)
        pieces = [*frame_of_space(half), Piece("blue", face_in_box(self.plane, half))]
        rest, touching = self.y - foot, _SAME * half
        if np.abs(self.tip - foot).max() > touching:
            pieces.append(Piece("skew", np.array([self.tip, self.y])))
        if np.abs(rest).max() > touching:
            pieces.append(Piece("residual", np.array([foot, self.y])))
            if np.abs(foot).max() > touching:
                pieces += right_angle(foot, rest / np.linalg.norm(rest), half)
        if np.abs(foot).max() > touching:
            pieces.append(Piece("across", np.array([origin, foot])))
        marks = {"origin": origin, "tip": self.tip, "solution": self.y, "nearest": foot}
        return [*pieces, *(Piece(name, point[np.newaxis]) for name, point in marks.items())]


@in_book_style
def foot_in_plane(
    columns: Sequence[Sequence[Number]],
    y: Sequence[Number],
    c: Sequence[Number],
    ax: Axes,
    view: tuple[float, float] = (-5.0, 25.0),
) -> Axes:
    r"""Draw a vector y of space, its foot on the plane of two columns, and one more try.

    Parameters
    ----------
    columns : sequence of 2 columns with 3 numbers each
        They span a plane.
    y : sequence of 3 numbers
        The vector to come near to.
    c : sequence of 2 numbers
        Multipliers of the columns for the other point of the plane.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=3.9)`` gives the box its room.
    view : tuple of 2 numbers
        Azimuth and elevation of the eye in degrees.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the shapes do not fit or the columns span no plane.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.axes(height=3.9)
    >>> ax = figures.foot_in_plane([(1, 1, 1), (0, 1, 2)], (2, -3, 4), (3, -1), ax)
    >>> {r"$\mathbf{y}$", r"$\mathbf{p}$"} <= {text.get_text() for text in ax.texts}
    True
    """
    drawn = _read(columns, y, c)
    eye = View(*(float(angle) for angle in view))
    sketch = sketch_of_box(ax, drawn.half)
    paint(sketch, drawn.pieces(), [drawn.plane], eye, drawn.half)
    _name(sketch, drawn, eye)
    name_axes(sketch, eye, drawn.half, _AXES)
    scene = FootScene(
        columns=[exact_texts(column) for column in columns],
        y=exact_texts(y),
        c=exact_texts(c),
        half=drawn.half,
        view=(eye.azimuth, eye.elevation),
    )
    record_scene(ax, scene)
    return sketch.finish()


def _read(
    columns: Sequence[Sequence[Number]], y: Sequence[Number], c: Sequence[Number]
) -> FootInPlane:
    """Check the numbers."""
    shapes = [np.shape(np.asarray(part, dtype=object)) for part in (columns, y, c)]
    X = np.array(columns, dtype=float).T if shapes[0] == (2, 3) else np.zeros((3, 2))
    if shapes != [(2, 3), (3,), (2,)] or np.linalg.matrix_rank(X) < 2:
        raise ShapeError(
            f"expected two columns of three numbers that span a plane, a vector y of three and two "
            f"multipliers, received {columns!r}, {y!r} and {c!r}: give for example "
            "[(1, 1, 1), (0, 1, 2)], (2, -3, 4) and (3, -1)."
        )
    right = np.array([float(x) for x in y])
    return FootInPlane(X, right, X @ np.array([float(x) for x in c]))


def _name(sketch: Sketch, drawn: FootInPlane, eye: View) -> None:
    """Name y, its foot and the other point, away from each other."""
    y, foot, tip = eye.project(np.array([drawn.y, drawn.foot, drawn.tip]))
    sketch.label(r"$\mathbf{y}$", [y], "ink", toward=y - foot if np.any(y != foot) else None)
    if not np.allclose(y, foot):
        sketch.label(r"$\mathbf{p}$", [foot], "orange", toward=foot - y)
        sketch.side_label(r"$\mathbf{r}$", foot, y, "purple")
    if not np.allclose(tip, foot):
        sketch.label(r"$X\mathbf{c}$", [tip], "green", toward=tip - y)
