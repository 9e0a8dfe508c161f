"""A drawing on a square grid that remembers what it drew, so that labels keep clear of it."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle, FancyArrowPatch, Polygon

from linalg_book.figures.kit.frame import fit_frame
from linalg_book.figures.kit.geometry import Vector, circle_points, clip
from linalg_book.figures.kit.labels import Label, obstacle, place
from linalg_book.figures.kit.style import COLORS

ORIGIN = np.zeros(2)
_SPOTS = (0.1, 0.9, 0.15, 0.85, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6, 0.5)


class Sketch:
    """Segments, arrows, points and labels on one axes, in one look."""

    def __init__(  # noqa: PLR0913 - keywords with defaults: the look
        self,
        ax: Axes,
        show: Iterable[Vector],
        *,
        margin: float = 0.16,
        names: tuple[str, str] = ("x", "y"),
        equal: bool = True,
        bare: bool = False,
    ) -> None:
        self.ax = ax
        self._labels: list[Label] = []
        self._obstacles: list[Vector] = []
        if bare:
            ax.set_axis_off()
        self.low, self.high, powers = fit_frame(ax, np.array([ORIGIN, *show]), margin, equal=equal)
        if bare:
            return
        for k, direction in enumerate(np.eye(2)):
            ends = clip(ORIGIN, direction, self.low, self.high)
            self.segment(*ends, "muted", width=0.9, weight=0.6, zorder=1.5)
            unit = f" / 10^{{{powers[k]}}}" if powers[k] else ""
            inward = 1 - 2 * direction
            self.label(f"${names[k]}{unit}$", [self.high * direction], "muted", toward=inward)

    def line(self, point: Vector, direction: Vector, color: str, **look: Any) -> list[Vector]:
        """Draw a whole line; return points of it where a label would do well."""
        start, end = clip(point, direction, self.low, self.high)
        self.segment(start, end, color, **look)
        return [start + t * (end - start) for t in _SPOTS]

    def segment(self, start: Vector, end: Vector, color: str, **look: Any) -> None:
        """Draw the segment between two points."""
        self.curve(np.array([start, end]), color, **look)

    def curve(  # noqa: PLR0913 - keywords with defaults: the look
        self,
        points: Vector,
        color: str,
        *,
        style: Any = "-",
        width: float = 2.0,
        weight: float = 1.0,
        zorder: float = 3,
        alpha: float | None = None,
    ) -> None:
        """Draw the path through the rows of ``points``."""
        self.ax.plot(
            points[:, 0],
            points[:, 1],
            linestyle=style,
            linewidth=width,
            color=COLORS[color],
            zorder=zorder,
            alpha=alpha,
            marker="",
            scalex=False,
            scaley=False,
        )
        self._avoid(points, weight)

    def circle(  # noqa: PLR0913 - keywords with defaults: the look
        self,
        center: Vector,
        radius: float,
        color: str,
        *,
        style: Any = "-",
        width: float = 2.0,
        weight: float = 1.0,
    ) -> None:
        """Draw a whole circle."""
        self.ax.add_patch(
            Circle(
                (float(center[0]), float(center[1])),
                radius,
                fill=False,
                edgecolor=COLORS[color],
                linewidth=width,
                linestyle=style,
                zorder=2.5,
            )
        )
        self._avoid(center + circle_points(radius), weight)

    def arrow(  # noqa: PLR0913 - keywords with defaults: the look
        self,
        start: Vector,
        end: Vector,
        color: str,
        *,
        style: str = "-",
        width: float = 2.0,
        short: float = 0.0,
        zorder: float = 4,
        alpha: float | None = None,
    ) -> None:
        """Draw an arrow whose tip ends ``short`` points before ``end``."""
        self.ax.add_patch(
            FancyArrowPatch(
                (float(start[0]), float(start[1])),
                (float(end[0]), float(end[1])),
                arrowstyle="-|>,head_length=0.5,head_width=0.22",
                mutation_scale=14,
                shrinkA=0,
                shrinkB=short,
                linewidth=width,
                linestyle=style,
                alpha=alpha,
                color=COLORS[color],
                zorder=zorder,
                joinstyle="miter",
                capstyle="butt",
            )
        )
        self._avoid(np.array([start, end]), 2.0)

    def point(
        self,
        at: Vector,
        color: str,
        *,
        hollow: bool = False,
        size: float = 7.0,
        zorder: float = 6,
    ) -> None:
        """Mark a point by a disc, or by a ring if hollow."""
        self.ax.plot(
            [at[0]],
            [at[1]],
            marker="o",
            linestyle="",
            markersize=size,
            zorder=zorder,
            markerfacecolor=COLORS["paper" if hollow else color],
            markeredgecolor=COLORS[color],
            markeredgewidth=1.6,
            scalex=False,
            scaley=False,
        )
        self._avoid(np.array([at, at]), 4.0)

    def right_angle(self, corner: Vector, first: Vector, second: Vector) -> None:
        """Draw the small square of a right angle between two unit directions."""
        side = 9.0 * self.data_per_point
        path = [corner + side * first, corner + side * (first + second), corner + side * second]
        self.curve(np.array(path), "ink", width=1.1, weight=0.5)

    def area(
        self,
        corners: Sequence[Vector],
        color: str,
        *,
        alpha: float = 0.1,
        weight: float = 0.0,
        zorder: float = 1,
    ) -> None:
        """Fill a polygon lightly; with a weight, labels keep clear of it."""
        if weight:
            center = np.mean(corners, axis=0)
            for share in (0.2, 0.4, 0.6, 0.8):
                self._avoid(np.array([*corners, corners[0]]) * share + center * (1 - share), weight)
        self.ax.add_patch(
            Polygon(
                np.array(corners),
                facecolor=COLORS[color],
                edgecolor="none",
                alpha=alpha,
                zorder=zorder,
            )
        )

    def label(  # noqa: PLR0913 - keywords with defaults: the look
        self,
        text: str,
        anchors: Sequence[Vector],
        color: str = "ink",
        *,
        toward: Sequence[float] | Vector | None = None,
        gap: float | None = 5.0,
        size: float | None = None,
    ) -> None:
        """Ask for text beside the first of the anchors that has room, best in one direction.

        Without a gap the text is centered on its anchor.
        """
        wish = None if toward is None else np.asarray(toward, dtype=float)
        if wish is not None and not wish.any():
            wish = None  # the point is seen at the middle
        if wish is not None:
            wish = wish / np.hypot(*wish)
        gaps = () if gap is None else (gap, gap + 3, gap + 7)
        self._labels.append(Label(text, anchors, COLORS[color], wish, gaps, size))

    def side_label(
        self,
        text: str,
        start: Vector,
        end: Vector,
        color: str = "ink",
        *,
        toward: Sequence[float] | Vector | None = None,
    ) -> None:
        """Ask for text beside a segment, near its middle."""
        places = [start + t * (end - start) for t in (0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75)]
        self.label(text, places, color, toward=toward, gap=4.0)

    @property
    def data_per_point(self) -> float:
        """Length in data units of one point (1/72 inch) of the page."""
        box = self.ax.get_window_extent()
        dpi = self.ax.get_figure(root=True).dpi  # type: ignore[union-attr]
        return float((self.high[0] - self.low[0]) / box.width * dpi / 72)

    def finish(self) -> Axes:
        """Place the labels and return the axes."""
        place(self.ax, self._labels, np.concatenate(self._obstacles))
        return self.ax

    def _avoid(self, points: Vector, weight: float) -> None:
        """Remember a path, so that labels keep clear of it."""
        self._obstacles.append(obstacle(self.ax.transData.transform(points), weight))
