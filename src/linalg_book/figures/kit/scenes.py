"""What a drawing shows, in numbers, written into its SVG: from it a page makes a figure that moves.

The numbers come from the call that drew the figure, so the two cannot differ. The subclasses of
``Scene`` are the one register of what can move: each names its kind, which is a folder of the
page's modules, and the public drawing that records it.
"""

import html
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any, ClassVar, TypeAlias
from urllib.parse import quote, unquote

import numpy as np
from matplotlib.axes import Axes
from matplotlib.axis import Axis

from linalg_book.figures.kit.geometry import Number, Vector
from linalg_book.figures.kit.style import COLORS

#: Exact numbers as text, for example ``["3", "-1/3"]``.
Texts: TypeAlias = list[str]
#: Two numbers: a point, or azimuth and elevation in degrees.
Two: TypeAlias = tuple[float, float]
#: Left, bottom, right and top.
Box: TypeAlias = tuple[float, float, float, float]
#: A number of an axis and how it is written.
Tick: TypeAlias = tuple[float, str]
#: A label, the place of its middle, and the name of its color.
Word: TypeAlias = tuple[str, float, float, str]

_MARK = "scene:"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """The numbers of one drawing; each kind has its own fields."""

    kind: ClassVar[str]
    drawing: ClassVar[str]  # its name in linalg_book.figures
    equations: ClassVar[int] = 0  # that a reader may leave without a coefficient


@dataclass(frozen=True, kw_only=True)
class AxisScene(Scene):
    """Points, an axis through their mean at an angle in degrees, and a bar of shares."""

    kind, drawing = "axis", "principal_axis"
    points: list[list[float]]
    angle: float
    names: list[str]
    view: Box
    bar: Box
    ticks: tuple[list[float], list[float]]


@dataclass(frozen=True, kw_only=True)
class CircleScene(Scene):
    """A 2×2 matrix and a direction."""

    kind, drawing = "circle", "circle_image"
    A: list[Texts]
    x: Texts


@dataclass(frozen=True, kw_only=True)
class JumpScene(Scene):
    """An ε, how far the picture reaches, and what stands still in it."""

    kind, drawing = "jump", "jump"
    epsilon: str
    reach: float
    high: float
    ticks: dict[str, list[Tick]]
    branches: list[list[Two]]
    single: Two
    words: list[Word]


@dataclass(frozen=True, kw_only=True)
class LineScene(Scene):
    """A line a·x = b, a solution t steps from the nearest one, and other solutions."""

    kind, drawing, equations = "line", "solution_family", 1
    a: Texts
    b: str
    t: str
    others: Texts


@dataclass(frozen=True, kw_only=True)
class PartsScene(Scene):
    """Two planes, a point x of their line, half the side of the box, and a direction."""

    kind, drawing = "parts", "solution_parts"
    A: list[Texts]
    b: Texts
    x: Texts
    half: float
    view: Two


@dataclass(frozen=True, kw_only=True)
class PerpendicularsScene(Scene):
    """Two planes, multipliers c of their rows, half the side of the box, and a direction."""

    kind, drawing = "perpendiculars", "perpendiculars"
    A: list[Texts]
    b: Texts
    c: Texts
    half: float
    view: Two


@dataclass(frozen=True, kw_only=True)
class PixelsScene(Scene):
    """An image, the number that stands for full ink, the marked pixel, and a gap in pixels."""

    kind, drawing = "pixels", "pixels"
    image: list[list[int]]
    most: int
    at: tuple[int, int]
    gap: float


@dataclass(frozen=True, kw_only=True)
class PlanesScene(Scene):
    """Two planes, half the side of the box, and a direction to look from."""

    kind, drawing, equations = "planes", "two_planes", 2
    A: list[Texts]
    b: Texts
    half: float
    view: Two


@dataclass(frozen=True, kw_only=True)
class PseudoinverseScene(Scene):
    """A 2×2 matrix, a wanted output, and a step from the least-norm minimizer."""

    kind, drawing = "pseudoinverse", "plane_pseudoinverse"
    A: list[Texts]
    b: Texts
    step: Texts


@dataclass(frozen=True, kw_only=True)
class SubspacesScene(Scene):
    """A 2×2 matrix, an input x and a wanted output b."""

    kind, drawing = "subspaces", "plane_subspaces"
    A: list[Texts]
    x: Texts
    b: Texts


@dataclass(frozen=True, kw_only=True)
class TruncationScene(Scene):
    """Singular values, the logarithm of a cut-off, and what errors are computed from.

    ``beta`` are the coordinates of b in the left singular vectors, ``gamma`` those of x in the
    right ones, ``rest`` is the squared norm of the part of b outside the column space.
    """

    kind, drawing = "truncation", "truncation"
    sigma: list[float]
    level: float
    beta: list[float]
    gamma: list[float]
    rest: float


@dataclass(frozen=True, kw_only=True)
class VectorsScene(Scene):
    """Two arrows of the plane."""

    kind, drawing = "vectors", "two_vectors"
    a: Texts
    b: Texts


def scene_classes() -> dict[str, type[Scene]]:
    """Return the kinds of scenes, each with its record: the register of what can move."""
    return {each.kind: each for each in Scene.__subclasses__()}


def record_scene(ax: Axes, scene: Scene) -> None:
    """Write a scene and the coordinates of the picture's corners into the drawing's SVG."""
    corners = [(0.0, 0.0), tuple(ax.figure.bbox.size)]
    frame = ax.transData.inverted().transform(corners).ravel()
    data = {"kind": scene.kind, **asdict(scene), "frame": [round(float(x), 4) for x in frame]}
    ax.set_gid(_MARK + quote(json.dumps(data, separators=(",", ":")), safe=""))


def scene_of(ax: Axes) -> dict[str, Any] | None:
    """Return what ``record_scene`` wrote for the page, or None."""
    written = ax.get_gid() or ""
    return json.loads(unquote(written[len(_MARK) :])) if written.startswith(_MARK) else None


def scene_in(svg: str) -> dict[str, Any] | None:
    """Return what ``record_scene`` wrote into a drawing, or None."""
    found = re.search(rf'id="{_MARK}([^"]+)"', svg)
    return json.loads(unquote(html.unescape(found[1]))) if found else None


def ticks_of(axis: Axis) -> list[Tick]:
    """Return the numbers of an axis as they are written, with a real minus."""
    places = [round(float(place), 4) for place in axis.get_majorticklocs()]
    texts = axis.get_major_formatter().format_ticks(places)
    written = [text.strip("$").replace("-", "−") for text in texts]
    return list(zip(places, written, strict=True))


def words_of(ax: Axes, plain: Mapping[str, str]) -> list[Word]:
    """Return the labels of a finished drawing, each at its middle, with marks of TeX replaced."""
    colors = {color: name for name, color in COLORS.items()}
    words = []
    for label in ax.texts:
        text = label.get_text().strip("$")
        for marks, letters in plain.items():
            text = text.replace(marks, letters)
        box = label.get_window_extent()
        middle = np.array([box.x0 + box.x1, box.y0 + box.y1]) / 2
        (place,) = short_points(ax.transData.inverted().transform([middle]))
        words.append((text, *place, colors[str(label.get_color())]))
    return words


def short_points(points: Vector) -> list[Two]:
    """Return points, one a row, with four digits after the decimal point."""
    return [(round(float(x), 4), round(float(y), 4)) for x, y in points]


def exact_texts(numbers: Iterable[Number]) -> list[str]:
    """Write numbers as exact fractions; a float counts as the decimal that it shows."""
    exact = (x if isinstance(x, int | Fraction | np.integer) else repr(float(x)) for x in numbers)
    return [str(Fraction(x)) for x in exact]
