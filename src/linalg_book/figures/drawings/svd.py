"""The unit circle and its image under a 2×2 matrix: in two panes, step by step, as lengths."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import FixedFormatter, FixedLocator

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.circle_map import circle_map
from linalg_book.figures.kit.frame import settled
from linalg_book.figures.kit.geometry import Number, Vector, circle_points
from linalg_book.figures.kit.notation import length
from linalg_book.figures.kit.panes import Pane
from linalg_book.figures.kit.scenes import CircleScene, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["circle_image", "stretch", "svd_square"]

_GAP = 0.14  # between two panes, as a part of half a pane
_COLORS = ("blue", "orange")
_UNIT_HALF = 1.5  # half the side of a pane that shows the unit circle
_DASHES = (0, (5, 3))


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
    record_scene(ax, CircleScene(A=[exact_texts(row) for row in A], x=exact_texts(x)))
    return sketch.finish()


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


@in_book_style
def stretch(A: Sequence[Sequence[Number]], ax: Axes) -> Axes:
    r"""Draw the length of A x against the angle of the unit vector x, with its extremes.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, with two different singular values.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If A is no 2×2 matrix, its singular values are equal, or an entry cannot be drawn.

    Notes
    -----
    Introduced in: sec-svd

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.stretch([(3, 0), (4, 5)], figures.axes())
    >>> [text.get_text() for text in ax.texts][-2:]
    ['$\\sigma_1 = 3\\sqrt{5}$', '$\\sigma_2 = \\sqrt{5}$']
    """
    drawn = circle_map(A)
    if drawn.sigma[0] - drawn.sigma[1] <= 1e-9 * drawn.sigma[0]:
        raise ShapeError(
            f"expected a matrix with two different singular values, received A = {A!r}: all "
            "lengths are equal, so there is nothing to draw; change an entry."
        )
    angles = np.linspace(0, 360, 181)
    turned = np.deg2rad(angles)
    lengths = np.hypot(*(drawn.A @ np.array([np.cos(turned), np.sin(turned)])))
    top = 1.16 * drawn.sigma[0]
    sketch = Sketch(ax, [np.zeros(2), np.array([360.0, top])],
                    names=(r"\theta", r"\|A\mathbf{x}\|"), equal=False, margin=0.03)  # fmt: skip
    ax.set_xlabel(r"angle $\theta$ of $\mathbf{x}$ in degrees")
    ticks = [0, 90, 180, 270, 360]
    ax.xaxis.set_major_locator(FixedLocator(ticks))
    ax.xaxis.set_major_formatter(FixedFormatter([f"${tick}$" for tick in ticks]))
    sketch.curve(np.column_stack([angles, lengths]), "purple")
    for k, (color, toward) in enumerate((("blue", (0, 1)), ("orange", (0, -1)))):
        size = float(drawn.sigma[k])
        level = np.array([[0.0, size], [360.0, size]])
        sketch.curve(level, color, width=1.1, style=_DASHES)
        first = np.rad2deg(np.arctan2(drawn.V[1, k], drawn.V[0, k])) % 180
        spots = [np.array([angle, size]) for angle in (first, first + 180)]
        name = rf"$\sigma_{k + 1} = {length(size)}$"
        for spot in spots:
            sketch.point(spot, color)
        sketch.label(name, spots, color, toward=toward)
    return settled(sketch.finish())  # its own marks on the axis
