"""The book's cover picture."""

import numpy as np
from matplotlib.axes import Axes

from linalg_book.examples import ONE_EQUATION
from linalg_book.figures.kit.geometry import line_of
from linalg_book.figures.kit.notation import equation, pair
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style


@in_book_style
def cover(ax: Axes) -> Axes:
    """Draw the first picture of the book: the solutions of 3x + 4y = 12 and the shortest one.

    Parameters
    ----------
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(width=4.6, height=2.5)`` suits a cover.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    AttributeError
        If ``ax`` is not an Axes.

    Notes
    -----
    Introduced in: sec-one-equation

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.cover(figures.axes(width=4.6, height=2.5))
    >>> [text.get_text() for text in ax.texts][-1]
    '$3x + 4y = 12$'
    """
    drawn = line_of(ONE_EQUATION.A, ONE_EQUATION.b)  # type: ignore[arg-type]
    corners = [np.array([-3.1, -1.2]), np.array([5.9, 4.0])]
    sketch = Sketch(ax, corners, margin=0, bare=True)
    for third in (1, 2, 4, 5, 6, 7, 8):
        sketch.circle(ORIGIN, third / 3 * drawn.distance, "grid", width=1.0, weight=0.1)
    dashes = (0, (4, 3))
    sketch.circle(ORIGIN, drawn.distance, "muted", width=1.0, style=dashes, weight=0.3)
    for step in (-3.4, -2.4, -1.2, 1.2, 2.4, 3.6, 4.8):
        fade = 0.8 / (1 + abs(step) / 1.8)
        sketch.arrow(ORIGIN, drawn.at(step), "blue", width=1.2, short=3, alpha=fade)
    spots = sketch.line(drawn.foot, drawn.along, "blue", width=2.6)
    sketch.arrow(ORIGIN, drawn.foot, "orange", width=3.0, short=4)
    sketch.right_angle(drawn.foot, drawn.along, -drawn.outward)
    sketch.point(ORIGIN, "ink", size=5.5)
    sketch.point(drawn.foot, "orange", size=8.5)
    sketch.label(f"${pair(drawn.foot)}$", [drawn.foot], "orange", toward=drawn.outward, size=13)
    text = f"${equation(drawn.a, drawn.b)}$"
    sketch.label(text, spots, "blue", toward=drawn.outward, size=13)
    return sketch.finish()
