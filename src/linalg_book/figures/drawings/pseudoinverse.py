"""What the pseudoinverse does: on a detour, at a jump and softened."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.exact import pseudoinverse
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.notation import number, pair
from linalg_book.figures.kit.scenes import (
    JumpScene,
    exact_texts,
    record_scene,
    short_points,
    ticks_of,
    words_of,
)
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import in_book_style

__all__ = ["detour", "jump", "softened_reciprocals"]

_REACH = 1.6  # of the axis of ε
_FAR = 1.3  # of the axis of a
_HIGH = 6.0  # of the vertical axis
_SINGLE = (0.0, 0.25)  # the entry at ε = 0
_LEAST = 1e-12
_SHARE = 0.6  # of its height, where a hump bears its name
# how the words of the jump are written where there is no typesetting
_PLAIN = {r"\varepsilon": "ε", "^{+}": "⁺", "_{22}": "₂₂"}
_DASHES = ((0, (8, 2, 1.5, 2)), (0, (5, 3)), (0, (1.2, 2)))


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


@in_book_style
def softened_reciprocals(deltas: Sequence[Number], ax: Axes) -> Axes:
    r"""Draw the pseudoinverse 1/a of a number a > 0, 0 at 0, and the curves a/(a² + δ).

    Parameters
    ----------
    deltas : sequence of 1 to 3 positive numbers
        The values of δ.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If there is no δ or more than three, or one is not positive or not finite.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.softened_reciprocals([0.25], figures.axes())
    >>> [text.get_text() for text in ax.texts][-1]
    '$1/a$'
    """
    values = finite_list("deltas", [], [float(delta) for delta in deltas])
    if not 1 <= len(values) <= len(_DASHES):
        raise ShapeError(f"expected one to three values of δ, received {deltas!r}: leave some out.")
    if min(values) <= 0:
        raise InvalidNumberError(f"expected positive values of δ, received {deltas!r}: raise them.")
    sketch = Sketch(ax, [np.array([_FAR, _HIGH])], margin=0.06, names=("a", "a^{+}"), equal=False)
    exact = np.linspace(1 / _HIGH, _FAR, 120)
    sketch.curve(np.column_stack([exact, 1 / exact]), "blue", width=2.6)
    grid = np.linspace(0, _FAR, 241)
    for delta, style in zip(values, _DASHES, strict=False):
        curve = np.column_stack([grid, grid / (grid**2 + delta)])
        sketch.curve(curve, "orange", width=1.4, style=style)
        x = min(delta**0.5 / _SHARE, 0.8 * _FAR)
        inside = np.array([x, 0.68 * x / (x * x + delta)])
        sketch.label(rf"$\delta = {number(delta)}$", [inside], "orange", gap=None)
    sketch.point(ORIGIN, "blue")
    places = [np.array([x, 1 / x]) for x in (0.3, 0.4, 0.25)]
    sketch.label("$1/a$", places, "blue", toward=(1, 1))
    return sketch.finish()


@in_book_style
def jump(epsilon: Number, ax: Axes) -> Axes:
    r"""Draw the last entry of the pseudoinverse of the rows (1, 1), (1, 1 + ε) against ε.

    Parameters
    ----------
    epsilon : number
        The ε of the ringed point; what lies outside the picture is ringed at its edge.
    ax : matplotlib.axes.Axes
        Where to draw.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    InvalidNumberError
        If ``epsilon`` is not finite, or too small to be drawn without being 0.

    Notes
    -----
    Introduced in: sec-pseudoinverse

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.jump(0.5, figures.axes())
    >>> "$1/4$" in [text.get_text() for text in ax.texts]
    True
    """
    finite_list("epsilon", [], [float(epsilon)])  # refuses what is not finite
    (text,) = exact_texts([epsilon])
    if 0 < abs(Fraction(text)) < _LEAST:
        raise InvalidNumberError(
            f"expected 0 or an ε of size {_LEAST:g} or more, received {text}: give a larger one."
        )
    found = pseudoinverse([[1, 1], [1, 1 + Fraction(text)]]).answer[1, 1]
    sketch = Sketch(ax, _ends(), margin=0.04, names=(r"\varepsilon", "(A^{+})_{22}"), equal=False)
    grid = np.linspace(1 / _HIGH, _REACH, 120)
    right = np.column_stack([grid, 1 / grid])
    for branch in (right, -right):
        sketch.curve(branch, "blue", width=2.4)
    single = np.array(_SINGLE)
    sketch.point(single, "orange")
    sketch.label("$1/4$", [single], "orange", toward=(-1, 0.6))
    places = [np.array([x, 1 / x]) for x in (0.4, 0.3, 0.7)]
    sketch.label(r"$1/\varepsilon$", places, "blue", toward=(1, 1))
    at = np.clip([float(Fraction(text)), float(found)], [-_REACH, -_HIGH], [_REACH, _HIGH])
    sketch.point(at, "ink", hollow=True, size=9)
    sketch.finish()
    scene = JumpScene(
        epsilon=text,
        reach=_REACH,
        high=_HIGH,
        ticks={"x": ticks_of(ax.xaxis), "y": ticks_of(ax.yaxis)},
        branches=[short_points(branch) for branch in (right, -right)],
        single=_SINGLE,
        words=words_of(ax, _PLAIN),
    )
    record_scene(ax, scene)
    return ax


def _ends() -> list[Vector]:
    return [np.array([-_REACH, -_HIGH]), np.array([_REACH, _HIGH])]
