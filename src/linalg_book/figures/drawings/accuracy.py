"""Errors against condition numbers, both on logarithmic axes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import ShapeError
from linalg_book.figures.drawings.singular_values import logarithms, powers_of_ten
from linalg_book.figures.kit.geometry import Number
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import in_book_style

_EPS = 2.0**-52
_LOOKS = (("blue", False), ("orange", True))


@in_book_style
def accuracy(
    conditions: Sequence[Number], errors: Mapping[str, Sequence[Number]], ax: Axes
) -> Axes:
    r"""Draw the relative errors of one or two methods against the condition number.

    Two lines guide the eye: κ·eps and κ²·eps, with eps = 2⁻⁵².

    Parameters
    ----------
    conditions : sequence of numbers
        Condition numbers, each greater than 1, in ascending order.
    errors : mapping of str to sequence of numbers
        The name of each method, and its positive errors, one for each condition number.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there are no methods or more than two, lengths differ, or a number is out of range.

    Notes
    -----
    Introduced in: sec-pinv-in-practice

    Examples
    --------
    >>> from linalg_book import figures
    >>> errors = {"good": [1e-15, 1e-11], "bad": [1e-14, 1e-5]}
    >>> ax = figures.accuracy([10, 1e6], errors, figures.axes())
    >>> {"good", "bad"} <= {text.get_text() for text in ax.texts}
    True
    """
    across = logarithms("conditions", conditions, above=1.0)
    up = {name: logarithms("errors", series) for name, series in errors.items()}
    lengths = {len(series) for series in up.values()}
    if not 1 <= len(up) <= len(_LOOKS) or lengths != {len(across)}:
        raise ShapeError(
            f"expected one or two methods with {len(across)} errors each, received lengths "
            f"{[len(series) for series in up.values()]}: give one error for each condition number."
        )
    low = min(np.log10(_EPS), *(float(series.min()) for series in up.values()))
    shown = [np.array([across[-1], low]), np.array([across[0], 0.6])]
    sketch = Sketch(ax, shown, names=(r"\kappa", r"\mathrm{error}"), equal=False, margin=0.05)
    ax.set_xticks(*powers_of_ten(sketch.low[0], sketch.high[0], 2))
    ax.set_yticks(*powers_of_ten(sketch.low[1], sketch.high[1], 4))
    for slope, text in ((1, r"$\kappa \varepsilon$"), (2, r"$\kappa^2 \varepsilon$")):
        ends = [np.array([t, np.log10(_EPS) + slope * t]) for t in (0.0, across[-1])]
        if ends[1][1] > 0.3:
            ends[1] = np.array([(0.3 - ends[0][1]) / slope, 0.3])
        sketch.segment(ends[0], ends[1], "muted", width=1.2, style=(0, (5, 3)))
        spots = [ends[0] + t * (ends[1] - ends[0]) for t in (0.72, 0.6, 0.5, 0.82)]
        sketch.label(text, spots, "muted", toward=(-1, 1))
    for (name, series), (color, hollow) in zip(up.items(), _LOOKS, strict=False):
        points = np.column_stack([across, series])
        for start, end in pairwise(points):
            sketch.segment(start, end, color, width=1.2)
        for point in points:
            sketch.point(point, color, hollow=hollow, size=6)
        spots = [points[k] for k in sorted(range(len(points)), key=lambda k: -k)]
        sketch.label(name, spots, color, toward=(1, -1))
    return sketch.finish()
