"""Where the pseudoinverse leads: back between two planes, and on a detour through a product."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.exact import pseudoinverse
from linalg_book.figures.drawings.subspaces import (
    FRAME,
    Map,
    draw_parts,
    draw_plane,
    half_of,
    map_of,
)
from linalg_book.figures.kit.geometry import Number, Vector, clip, finite_list
from linalg_book.figures.kit.notation import pair
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style


@in_book_style
def plane_pseudoinverse(
    A: Sequence[Sequence[Number]], b: Sequence[Number], step: Sequence[Number], ax: Axes
) -> Axes:
    r"""Draw what the pseudoinverse of a 2×2 matrix makes of b, and another minimizer.

    On the right stands b as the sum of its part p in the column space (green) and the part
    that is dropped (purple).  On the left stand all x with A x = p, as a thin line if the rank
    is 1, and the one in the row space (blue), which is A⁺b.

    Parameters
    ----------
    A : sequence of 2 rows with 2 numbers each
        The matrix, of any rank.
    b : sequence of 2 numbers
        The wanted output.
    step : sequence of 2 numbers
        From A⁺b to another x with the same output: the part of it in the null space is taken.
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
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> A, b = [(1, 1), (2, 2)], (-2, 6)
    >>> ax = figures.plane_pseudoinverse(A, b, (2, -2), figures.axes(height=2.5))
    >>> r"$A^{+}\mathbf{b}$" in [text.get_text() for text in ax.texts]
    True
    """
    given = map_of(A, step, b)  # refuses what cannot be drawn
    back = np.array(pseudoinverse([exact_texts(row) for row in A]).answer, dtype=float)
    least, shift = back @ given.b, given.x - given.domain.split(given.x)
    domain = replace(given.domain, half=half_of([least, least + shift]))
    codomain = replace(given.codomain, half=half_of([given.A @ least, given.b]))
    drawn = replace(given, x=least + shift, domain=domain, codomain=codomain)
    sketch = Sketch(ax, FRAME, margin=0, bare=True)
    for plane in (drawn.domain, drawn.codomain):
        draw_plane(sketch, plane)
    _draw_minimizers(sketch, drawn, least)
    draw_parts(sketch, drawn.domain, drawn.x, r"$\mathbf{x}$" if shift.any() else "")
    draw_parts(sketch, drawn.codomain, drawn.b, r"$\mathbf{b}$")
    reached = drawn.codomain.at(drawn.codomain.split(drawn.b))
    for at, name in ((drawn.domain.at(least), r"$A^{+}\mathbf{b}$"), (reached, r"$\mathbf{p}$")):
        sketch.point(at, "ink", hollow=True, size=8)
        sketch.label(name, [at], "ink")
    numbers = {"A": [exact_texts(row) for row in A], "b": exact_texts(b)}
    record_scene(ax, "pseudoinverse", **numbers, step=exact_texts(step))
    return sketch.finish()


def _draw_minimizers(sketch: Sketch, drawn: Map, least: Vector) -> None:
    """Draw the line through A⁺b along the null space, if the null space is a line."""
    plane = drawn.domain
    if plane.second.shape[1] == 1:
        low, high = plane.center - 1, plane.center + 1
        ends = clip(plane.at(least), plane.second[:, 0], low, high)
        sketch.segment(*ends, "ink", width=1.0, weight=0.5, zorder=2.2)


@in_book_style
def detour(a: Sequence[Number], b: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw why the pseudoinverse of a row times a column is no product of pseudoinverses.

    The way there, b, lies on the column space of B = b; the way back by the pseudoinverse of
    A = a leads to the multiple of a with the same product, and from there to its projection
    onto the multiples of b.

    Parameters
    ----------
    a, b : sequence of 2 numbers
        The row and the column, with a product other than 0.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    ShapeError
        If ``a`` and ``b`` are not two numbers each, or their product is 0.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.detour([1, 0], [1, 1], figures.axes())
    >>> "column space of $B$" in {text.get_text() for text in ax.texts}
    True
    """
    row: Vector = np.array(finite_list("a", [], [float(entry) for entry in a]))
    there: Vector = np.array(finite_list("b", [], [float(entry) for entry in b]))
    if row.shape != (2,) or there.shape != (2,) or row @ there == 0:
        raise ShapeError(
            f"expected two vectors of two numbers whose product is not 0, received {a!r} and "
            f"{b!r}: give for example [1, 0] and [1, 1]."
        )
    back = (row @ there) / (row @ row) * row
    end = (back @ there) / (there @ there) * there
    sketch = Sketch(ax, [1.45 * there, 1.45 * back, -0.25 * there])
    spots = sketch.line(ORIGIN, there, "green", width=1.6)
    sketch.label("column space of $B$", spots[1::2], "green", toward=(-1, 1))
    sketch.line(ORIGIN, row, "blue", width=1.6, style=(0, (5, 3)))
    sketch.label("row space of $A$", [1.4 * back, 1.2 * back], "blue", toward=(0, -1))
    sketch.arrow(ORIGIN, there, "ink", width=2.2, short=4)
    sketch.segment(there, back, "muted", width=1.4, style=(0, (1.2, 2)))
    sketch.arrow(ORIGIN, back, "blue", width=2.6, short=4)
    if not np.allclose(back, end):
        sketch.arrow(back, end, "orange", width=2.2, short=4)
        along = there / np.hypot(*there)
        off = (back - end) / np.hypot(*(back - end))
        sketch.right_angle(end, along, off)
    for at, color in ((there, "ink"), (back, "blue"), (end, "orange")):
        sketch.point(at, color)
        sketch.label(f"${pair(at)}$", [at], color)
    return sketch.finish()
