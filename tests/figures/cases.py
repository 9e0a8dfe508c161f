"""Every case of every drawing: the test module of a subject says which, this collects them.

``CASES`` of such a module are drawings with their data.  ``SIZES`` are those that are not 4.2
inches wide and 3.4 high, ``GIVEN`` the colors of what is given, where it is not blue.
``MOVING`` are the kinds of moving figures that they draw.
"""

from collections.abc import Callable, Sequence
from typing import Any

from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from linalg_book import figures
from linalg_book.figures.kit.scenes import scene_of
from tests.collected import collected, modules_of
from tests.figures.moving import Moving

Draw = Callable[..., Axes]
FOLDER = "tests.figures.drawings"
CASES: list[tuple[Draw, Sequence[object]]] = [
    case for module in modules_of(FOLDER) for case in module.CASES
]
SIZES: dict[str, tuple[float, float]] = collected(FOLDER, "SIZES")
GIVEN: dict[str, str | None] = collected(FOLDER, "GIVEN")
MOVING: dict[str, Moving] = collected(FOLDER, "MOVING")
_SCENES: dict[int, Any] = {}


def draw_case(draw: Draw, data: Sequence[object]) -> Axes:
    """Draw a case of the table in its size."""
    ax = figures.axes(*SIZES.get(draw.__name__, (4.2, 3.4)))
    returned = draw(*data, ax)
    assert returned is ax
    return ax


def draw_number(k: int) -> Axes:
    """Draw a case by its number, and keep its scene for the tests that need no more of it."""
    ax = draw_case(*CASES[k])
    _SCENES[k] = scene_of(ax)
    return ax


def scene_of_number(k: int) -> Any:
    """Return the scene of a case, which is drawn unless another test of this process did."""
    if k not in _SCENES:
        plt.close(draw_number(k).figure)
    return _SCENES[k]


def name_of(case: object) -> str:
    """Name a case of the table in a test's report."""
    if isinstance(case, tuple) and callable(case[0]):
        return case[0].__name__
    return case.__name__ if callable(case) else str(case).replace(" ", "")
