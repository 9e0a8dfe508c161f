"""Level curves and gradient descent."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import exact, figures
from linalg_book.errors import LinalgBookError
from linalg_book.figures.drawings.descent import Bowl
from tests.figures.drawn import marked, segments
from tests.figures.moving import Moving, flat, numbers

PARCELS = [(1, 0), (0, 1), (1, 1)], (2, 3, 8)
VALLEY = [(3, 4)], (12,)
HALF = Fraction(1, 2), Fraction(1, 60), 48
SHORT = Fraction(1, 50), Fraction(1, 500), 44
# A bowl, a valley, a start at the end of both, a step that runs away, a long thin bowl.
CASES = [
    (figures.descent_path, data)
    for data in (
        (*PARCELS, (0, 0), HALF),
        (*VALLEY, (1, 1), SHORT),
        (*PARCELS, (3, 4), HALF),
        (*VALLEY, (Fraction(36, 25), Fraction(48, 25)), SHORT),
        (*PARCELS, (1, 0), (1, 1, 1)),
        ([(1, t) for t in (1, 2, 3, 4)], (6, 5, 10, 11), (0, 0), (Fraction(1, 20),) * 2 + (1,)),
    )
]


def descent_agrees(scene, facts):
    X, y, start = (numbers(scene[name]) for name in ("X", "y", "start"))
    found = exact.least_squares(X, y)
    bottom = flat(found.answer)
    null = [flat(v) for v in (found.values["null_space"].T.tolist())]
    end = bottom
    for v in null:
        share = sum(a * b for a, b in zip(v, start, strict=True)) / sum(a * a for a in v)
        end = [a + share * b for a, b in zip(end, v, strict=True)]
    assert numbers(facts["end"]) == end


MOVING = {
    "descent": Moving(
        "regression/least-squares",
        "least-squares-descent",
        "η = 1/2, less than",
        {"Start at": "ArrowUp", "step size": "ArrowRight"},
        {"Start at": (60, -40)},
        None,
        "descent/geometry.js",
        "({ X, y, start, step }) => module.descentFacts(module.bowlOf(read(X), read(y)),"
        " { start: read(start), step: read(step) })",
        descent_agrees,
    ),
}


def test_the_path_by_hand():
    ax = figures.descent_path(*PARCELS, (0, 0), HALF, figures.axes())
    (path,) = [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) == 41]
    assert path[:3].tolist() == [[0, 0], [5, 5.5], [2.25, 3]]  # factors -1/2 and 1/2
    assert (3, 4) in [tuple(np.round(point, 9)) for point in marked(ax, "orange")]


def test_a_valley_has_a_line_of_minimizers():
    ax = figures.descent_path(*VALLEY, (1, 1), SHORT, figures.axes())
    (line,) = segments(ax, "green")
    assert line @ [3, 4] == pytest.approx([12, 12])
    assert marked(ax, "orange")[-1] == pytest.approx((1.6, 1.8))
    assert marked(ax, "blue") == [(1, 1)]


def test_level_curves_are_level():
    bowl = Bowl(np.array(PARCELS[0], dtype=float), np.array(PARCELS[1], dtype=float))
    for k in (1, 3):
        (ring,) = bowl.level(k, 0.5)
        misses = ring @ bowl.X.T - bowl.y
        sums = (misses**2).sum(axis=1)
        assert sums == pytest.approx(3 + (0.5 * k) ** 2)  # 3 at the bottom, σ₂ = 1


@pytest.mark.parametrize(
    ("X", "y", "start", "slider"),
    [
        ([(0, 0)], [1], (0, 0), HALF),
        ([(1, 2, 3)], [1], (0, 0), HALF),
        ([(3, 4)], [1, 2], (0, 0), SHORT),
        ([(3, 4)], [1], (0, 0, 0), SHORT),
        ([(3, 4)], [1], (0, 0), (Fraction(1, 7), Fraction(1, 50), 9)),
        ([(3, 4)], [1], (0, 0), (1, Fraction(1, 50), 9)),
        ([(3, 4)], [1], (0, 0), (0, 0, 9)),
    ],
)
def test_what_is_no_descent_is_refused(X, y, start, slider):
    with pytest.raises(LinalgBookError, match="expected"):
        figures.descent_path(X, y, start, slider, figures.axes())
