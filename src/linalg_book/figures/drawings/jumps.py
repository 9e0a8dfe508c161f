"""Where the pseudoinverse jumps: one entry of it as a curve, and smooth curves that come near."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from matplotlib.axes import Axes

from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.exact import pseudoinverse
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.notation import number
from linalg_book.figures.kit.scenes import exact_texts, record_scene
from linalg_book.figures.kit.sketch import ORIGIN, Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style

_REACH = 1.6  # of the axis of ε
_FAR = 1.3  # of the axis of a
_HIGH = 6.0  # of the vertical axis
_LEAST = 1e-12
_SHARE = 0.6  # of its height, where a hump bears its name
_PLAIN = {
    r"$\varepsilon$": "ε",
    "$(A^{+})_{22}$": "(A⁺)₂₂",
    "$1/4$": "1/4",
    r"$1/\varepsilon$": "1/ε",
}
_DASHES = ((0, (8, 2, 1.5, 2)), (0, (5, 3)), (0, (1.2, 2)))


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
    (text,) = exact_texts(finite_list("epsilon", [], [float(epsilon)]) and [epsilon])
    if 0 < abs(Fraction(text)) < _LEAST:
        raise InvalidNumberError(
            f"expected 0 or an ε of size {_LEAST:g} or more, received {text}: give a larger one."
        )
    found = pseudoinverse([[1, 1], [1, 1 + Fraction(text)]]).answer[1, 1]
    sketch = Sketch(ax, _ends(), margin=0.04, names=(r"\varepsilon", "(A^{+})_{22}"), equal=False)
    grid = np.linspace(1 / _HIGH, _REACH, 120)
    branches = [np.column_stack([x, 1 / x]) for x in (grid, -grid)]
    for branch in branches:
        sketch.curve(branch, "blue", width=2.4)
    single = np.array([0.0, 0.25])
    sketch.point(single, "orange")
    sketch.label("$1/4$", [single], "orange", toward=(-1, 0.6))
    places = [np.array([x, 1 / x]) for x in (0.4, 0.3, 0.7)]
    sketch.label(r"$1/\varepsilon$", places, "blue", toward=(1, 1))
    at = np.clip([float(Fraction(text)), float(found)], [-_REACH, -_HIGH], [_REACH, _HIGH])
    sketch.point(at, "ink", hollow=True, size=9)
    drawn = sketch.finish()
    shown = {"single": single.tolist(), "branches": [curve.round(4).tolist() for curve in branches]}
    look = {"ticks": _ticks(ax), "words": _words(ax)}
    record_scene(ax, "jump", epsilon=text, reach=_REACH, high=_HIGH, **shown, **look)
    return drawn


def _ticks(ax: Axes) -> dict[str, list[list[float | str]]]:
    """Return the numbers of both axes as values and as texts."""
    return {
        name: [
            [float(value), label.get_text().strip("$").replace("-", "\N{MINUS SIGN}")]
            for value, label in zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True)
        ]
        for name, axis in (("x", ax.xaxis), ("y", ax.yaxis))
    }


def _words(ax: Axes) -> list[list[str | float]]:
    """Return the labels without TeX, each with its center and the name of its color."""
    found: list[list[str | float]] = []
    back = ax.transData.inverted()
    names = {color: name for name, color in COLORS.items()}
    for label in ax.texts:
        box = label.get_window_extent()
        x, y = back.transform([(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2])
        color = names[str(label.get_color())]
        found.append([_PLAIN[label.get_text()], round(float(x), 4), round(float(y), 4), color])
    return found


def _ends() -> list[Vector]:
    return [np.array([-_REACH, -_HIGH]), np.array([_REACH, _HIGH])]
