"""The dual of an activation: a mean over a cloud of normal pairs is the height of a curve."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from scipy.special import erf

from linalg_book.errors import InvalidNumberError, UnknownMethodError
from linalg_book.figures.kit.frame import write_number
from linalg_book.figures.kit.geometry import Number, Vector, finite_list
from linalg_book.figures.kit.panes import Pane
from linalg_book.figures.kit.scenes import Scene, Two, exact_texts, record_scene
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.style import COLORS, in_book_style
from linalg_book.numeric import dual_activation
from linalg_book.whole_numbers import whole_number

__all__ = ["dual_curve"]

_PAIRS = 200
_GAP = 0.14  # between the two panes, as a part of half a pane
_FRAME = (np.array([-2.2, -1.42]), np.array([2.64, 1.32]))
_REACH = 3.5  # of the cloud's pane
_ROOM = 1.2  # half of the curve's pane, in which the ends of its scale are 1 apart from the middle
_EDGE = 1.12  # where a mean beyond the scale is drawn
_SIZE, _LARGEST, _NONE = 1.6, 4.0, 0.8  # radii in points: of a product 1, the most, of 0


class Dual(NamedTuple):
    """An activation, its name, and the ends of its scale as numbers and text."""

    name: str
    value: Callable[[Vector], Vector]
    ticks: tuple[tuple[float, str], ...]

    def curve(self, rho: Vector) -> Vector:
        """Return the dual for unit variances."""
        return np.asarray(dual_activation(self.name).value(1.0, rho, 1.0))


_HALVES = ((0.0, "0"), (0.25, "1/4"), (0.5, "1/2"))
_SIGNED = ((-0.5, "-1/2"), (0.0, "0"), (0.5, "1/2"))
_KNOWN = (
    Dual("step", lambda t: np.heaviside(t, 0.5), _HALVES),
    Dual("relu", lambda t: np.maximum(t, 0.0), _HALVES),
    Dual("abs", np.abs, ((0.0, "0"), (0.5, "1/2"), (1.0, "1"))),
    Dual("erf", erf, _SIGNED),
    Dual("sin", np.sin, _SIGNED),
    Dual("identity", lambda t: t, ((-1.0, "-1"), (0.0, "0"), (1.0, "1"))),
)
DUALS: Mapping[str, Dual] = {dual.name: dual for dual in _KNOWN}
"""By name: a page has the same ones in ``geometry.js`` of the kind."""


@dataclass(frozen=True, kw_only=True)
class DualScene(Scene):
    """Pairs of independent normal numbers, the name of an activation, and a correlation."""

    kind, drawing = "dual", "dual_curve"
    cloud: list[Two]
    activation: str
    correlation: str


@in_book_style
def dual_curve(activation: str, correlation: Number, ax: Axes, *, seed: int = 5) -> Axes:
    r"""Draw the dual of an activation, and the cloud whose mean estimates its height.

    On the left stand 200 pairs (u, v) of normal numbers of variance 1 with a correlation ρ.  The
    area of each mark is the size of ϕ(u)ϕ(v): a disc where that is positive, a ring where it is
    negative, a grey dot where it is 0.  On the right is the curve of E ϕ(u)ϕ(v) over ρ from −1
    to 1, with a disc at the correlation of the cloud and the cloud's mean as a ring.

    Parameters
    ----------
    activation : str
        One of ``"step"``, ``"relu"``, ``"abs"``, ``"erf"``, ``"sin"`` and ``"identity"``.
    correlation : number
        ρ from −1 to 1; a float counts as the decimal that it shows.
    ax : matplotlib.axes.Axes
        Where to draw; ``figures.axes(height=2.4)`` suits the two panes.
    seed : int, default 5
        Of the pairs, which have two digits after the decimal point.

    Returns
    -------
    matplotlib.axes.Axes
        The same ``ax``.

    Raises
    ------
    LinalgBookError
        If the activation has another name, the correlation is beyond −1 or 1, or the seed is no
        whole number from 0 on.

    Notes
    -----
    Step and ReLU have the duals of Cho and Saul (2009), erf that of Williams (1997).
    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book import figures
    >>> ax = figures.dual_curve("relu", 0.5, figures.axes(height=2.4))
    >>> [text.get_text() for text in ax.texts if "/" in text.get_text()]
    ['$1/4$', '$1/2$']
    """
    if not isinstance(activation, str) or activation not in DUALS:
        raise UnknownMethodError.from_choices("activation", repr(activation), DUALS)
    (rho,) = finite_list("correlation", [], [correlation])
    if not -1 <= rho <= 1:
        raise InvalidNumberError(
            f"expected a correlation from -1 to 1, received {correlation!r}: divide the covariance "
            "by both standard deviations."
        )
    rng = np.random.default_rng(whole_number(seed, "seed", 0))
    cloud = np.round(rng.standard_normal((_PAIRS, 2)), 2) + 0.0
    u, v = pairs_of(cloud, rho)
    dual = DUALS[activation]
    products = dual.value(u) * dual.value(v)
    left, right = Pane(np.array([-1 - _GAP, 0]), _REACH), Pane(np.array([1 + _GAP, 0]), _ROOM)
    sketch = Sketch(ax, _FRAME, margin=0, bare=True)
    left.draw_bounds(sketch)
    right.draw_bounds(sketch)
    _draw_cloud(sketch, left, np.column_stack([u, v]), products)
    _draw_scale(sketch, right, dual)
    _draw_curve(sketch, right, dual, rho, float(products.mean()))
    record_scene(
        ax,
        DualScene(
            cloud=[(float(x), float(y)) for x, y in cloud],
            activation=activation,
            correlation=exact_texts([correlation])[0],
        ),
    )
    return sketch.finish()


def pairs_of(cloud: Vector, rho: float) -> tuple[Vector, Vector]:
    """Turn independent pairs, one a row, into pairs with a correlation."""
    first, second = cloud.T
    return first, rho * first + np.sqrt(1 - rho**2) * second


def _draw_cloud(sketch: Sketch, pane: Pane, points: Vector, products: Vector) -> None:
    """Draw the axes of the pairs, and each pair by a mark of the size of its product."""
    for axis in np.eye(2):
        ends = pane.center - axis, pane.center + axis
        sketch.segment(*ends, "muted", width=0.6, weight=0.3, zorder=1.5)
    places = pane.at(np.clip(points, -_REACH, _REACH))
    radii = np.minimum(np.round(2 * _SIZE * np.sqrt(np.abs(products))) / 2, _LARGEST)
    for radius in sorted({float(r) for r in radii if r}, reverse=True):
        for side, color in ((1, "blue"), (-1, "orange")):
            here = places[(radii == radius) & (np.sign(products) == side)]
            if len(here):
                _marks(sketch.ax, here, color, radius)
    _marks(sketch.ax, places[radii == 0], "muted", _NONE)
    name = r"size: $\phi(u)\,\phi(v)$"
    _write(sketch, pane, {"$u$": (1.14, 0), "$v$": (0, 1.16), name: (0, -1.2)})


def _marks(ax: Axes, places: Vector, color: str, radius: float) -> None:
    """Draw points of one look, small ones on large ones; orange ones are rings."""
    hollow = color == "orange"
    ax.plot(
        places[:, 0], places[:, 1], marker="o", linestyle="", markersize=2 * radius,
        markerfacecolor=COLORS["paper" if hollow else color], markeredgecolor=COLORS[color],
        markeredgewidth=1.0 if hollow else 0.0, zorder=5 - radius / 10, scalex=False, scaley=False,
    )  # fmt: skip


def _scaled(dual: Dual, height: Vector | float) -> Vector:
    """Return heights as parts of the scale: −1 and 1 are its ends."""
    low, high = dual.ticks[0][0], dual.ticks[-1][0]
    return np.asarray((2 * np.asarray(height) - low - high) / (high - low), dtype=float)


def _draw_scale(sketch: Sketch, pane: Pane, dual: Dual) -> None:
    """Draw the grid with its numbers, and the names of the axes."""
    for rho in (-1, 0, 1):
        ends = [pane.at(np.array([rho, side * _ROOM])) for side in (-1, 1)]
        _grid_line(sketch, ends, is_zero=rho == 0)
    for height, text in dual.ticks:
        y = float(_scaled(dual, height))
        ends = [pane.at(np.array([side * _ROOM, y])) for side in (-1, 1)]
        _grid_line(sketch, ends, is_zero=height == 0)
        write_number(sketch.ax, f"${text}$", (ends[1][0] + 0.07, ends[1][1]), ha="left")
    places = {f"${rho}$": (rho / _ROOM, -1.2) for rho in (-1, 0, 1)}
    names = {r"$\rho$": (0.45, -1.2), r"$\hat{\phi}(\rho)$": (0, 1.16)}
    _write(sketch, pane, {**places, **names})


def _write(sketch: Sketch, pane: Pane, words: dict[str, tuple[float, float]]) -> None:
    """Write words around a pane, at places counted from its center."""
    for text, (x, y) in words.items():
        write_number(sketch.ax, text, (pane.center[0] + x, pane.center[1] + y), ha="center")


def _grid_line(sketch: Sketch, ends: list[Vector], *, is_zero: bool) -> None:
    color, width = ("muted", 0.9) if is_zero else ("grid", 0.8)
    sketch.curve(np.array(ends), color, width=width, weight=0.3, zorder=1.5)


def _draw_curve(sketch: Sketch, pane: Pane, dual: Dual, rho: float, mean: float) -> None:
    """Draw the curve, its point at ρ, the mean beside it and the hair between them."""
    grid = np.sin(np.linspace(-np.pi / 2, np.pi / 2, 121))  # dense where the curve may be steep
    sketch.curve(pane.at(np.column_stack([grid, _scaled(dual, dual.curve(grid))])), "ink", width=2)
    exact = float(_scaled(dual, dual.curve(np.array(rho))))
    seen = float(np.clip(_scaled(dual, mean), -_EDGE, _EDGE))
    top, bottom = (pane.at(np.array([rho, y])) for y in (seen, exact))
    sketch.segment(top, bottom, "ink", width=0.9)
    sketch.point(top, "blue", hollow=True, size=12)
    sketch.point(bottom, "ink", size=8.4)
