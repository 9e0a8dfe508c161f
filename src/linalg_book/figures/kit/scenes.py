"""What a drawing shows, in numbers, written into its SVG: from it a page makes a figure that moves.

The numbers come from the call that drew the figure, so the two cannot differ.
"""

import html
import json
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import Any
from urllib.parse import quote, unquote

import numpy as np
from matplotlib.axes import Axes

from linalg_book.figures.kit.geometry import Number

_MARK = "scene:"


def record_scene(ax: Axes, kind: str, **data: Any) -> None:
    """Write kind, data and the coordinates of the picture's corners into the drawing's SVG."""
    corners = [(0.0, 0.0), tuple(ax.figure.bbox.size)]
    frame = ax.transData.inverted().transform(corners).ravel()
    scene = {"kind": kind, **data, "frame": [round(float(x), 4) for x in frame]}
    ax.set_gid(_MARK + quote(json.dumps(scene, separators=(",", ":")), safe=""))


def scene_in(svg: str) -> dict[str, Any] | None:
    """Return what ``record_scene`` wrote into a drawing, or None."""
    found = re.search(rf'id="{_MARK}([^"]+)"', svg)
    return json.loads(unquote(html.unescape(found[1]))) if found else None


def exact_texts(numbers: Iterable[Number]) -> list[str]:
    """Write numbers as exact fractions; a float counts as the decimal that it shows."""
    exact = (x if isinstance(x, int | Fraction | np.integer) else repr(float(x)) for x in numbers)
    return [str(Fraction(x)) for x in exact]
