"""The triangle that a line cuts off between the axes."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import Number, line_of, require_two_intercepts
from linalg_book.figures.kit.notation import length
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style


@in_book_style
def intercept_triangle(a: Sequence[Number], b: Number, ax: Axes) -> Axes:
    """Draw the right triangle of the origin and the two intercepts, with its height.

    Parameters
    ----------
    a : sequence of 2 numbers
        The coefficients, both nonzero.
    b : number
        The right-hand side, nonzero.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the line does not cut both axes away from the origin.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.intercept_triangle((3, 4), 12, figures.axes())
    >>> [text.get_text() for text in ax.texts][-4:]
    ['$4$', '$3$', '$5$', '$12/5$']
    """
    drawn = line_of(a, b)
    require_two_intercepts(drawn)
    right, top = drawn.intercepts
    across, up = np.sign(right), np.sign(top)
    sketch = Sketch(ax, [right, top])
    sketch.area([ORIGIN, right, top], "blue")
    sketch.segment(ORIGIN, right, "ink")
    sketch.segment(ORIGIN, top, "ink")
    sketch.segment(right, top, "blue", width=2.4)
    sketch.segment(ORIGIN, drawn.foot, "orange", width=2.4, style=(0, (4, 2)))
    sketch.right_angle(ORIGIN, across, up)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    sketch.point(drawn.foot, "orange")
    hypotenuse = float(np.hypot(right[0], top[1]))
    sketch.side_label(f"${length(abs(right[0]))}$", ORIGIN, right, toward=-up)
    sketch.side_label(f"${length(abs(top[1]))}$", ORIGIN, top, toward=-across)
    sketch.side_label(f"${length(hypotenuse)}$", right, top, "blue", toward=drawn.outward)
    sketch.side_label(f"${length(drawn.distance)}$", ORIGIN, drawn.foot, "orange")
    return sketch.finish()
