"""The error of the shortest fit against the number of features."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from linalg_book.numeric import interpolation_error
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving

SMALL = ((4, 1, 1), [1, 2, 4], {2: [[1, 10, 2], [2, 100, 1]]}, 2, 4)
PLACES = [*range(1, 30), *range(30, 101, 5)]
ROW = [3 + 100 / (1 + abs(p - 20)) for p in PLACES]
CASES = [
    (figures.features_through_peak, SMALL),
    (figures.features_through_peak, ((100, 4, 0.25), PLACES, {20: [ROW, ROW], 30: [ROW]}, 20, 70)),
    (figures.features_through_peak, ((100, 4, 0.25), PLACES, {20: [ROW], 30: [ROW]}, 30, 30)),
]


def peaks_agree(scene, facts):
    d, signal, noise = scene["total"], scene["signal"], scene["noise"]
    assert len(facts) == len(scene["examples"]) * len(scene["features"])
    for N, p, mean in facts:
        unused = signal * (1 - p / d)
        expected = unused + interpolation_error(N, p, signal - unused, noise + unused)
        assert (np.inf if mean is None else mean) == pytest.approx(expected)


GIVEN = {"features_through_peak": "orange"}
MOVING = {
    "peak": Moving(
        "regression/interpolation",
        "interpolation-peak",
        "3.79 for p = 70 of 100 features and N = 20",
        {
            "point of the curve": "ArrowRight",
            "number of examples N": "ArrowRight",
        },
        {"point of the curve": (-40, 0)},
        "number of features p, exactly",
        "peak/geometry.js",
        "(scene) => scene.examples.flatMap((n) =>"
        " scene.features.map((p) => [n, p, module.meanError(scene, n, p)]))",
        peaks_agree,
    ),
}


def curves(ax, color):
    """List the curves of a color with their points."""
    lines = [line for line in ax.lines if line.get_color() == figures.COLORS[color]]
    return [np.column_stack(line.get_data()) for line in lines]


def test_by_hand():
    # p = 4 of 4: 1 − 2/4 + 2/(4 − 2 − 1) = 5/2; p = 1 to 3 are infinite
    ax = figures.features_through_peak(*SMALL, figures.axes(height=3.2))
    assert marked(ax, "orange") == [pytest.approx((4, np.log10(2.5)))]
    (mean,) = [curve for curve in curves(ax, "orange") if len(curve) > 1]
    top = ax.get_ylim()[1]
    np.testing.assert_allclose(mean, [[3, top], [4, np.log10(2.5)]])
    (dashed,) = [c for c in curves(ax, "ink") if len(c) == 3]
    np.testing.assert_allclose(dashed, [[1, 0], [2, 1], [4, np.log10(2)]])
    assert words(ax)[-3:] == ["p = N", "mean", "median"]
    assert scene_of(ax)["ticks"]["y"][:3] == [[0, "1"], [0.4771, "3"], [1, "10"]]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({0: (4, 1, 0)}, InvalidNumberError),
        ({0: (4, -1, 1)}, InvalidNumberError),
        ({1: [1, 2, 5]}, InvalidNumberError),
        ({2: {2: [[1, 2]]}}, ShapeError),
        ({2: {2: [[1, 2, 0]]}}, InvalidNumberError),
        ({3: 3}, ShapeError),
        ({4: 3}, ShapeError),
    ],
)
def test_refused(change, error):
    data = [change.get(k, value) for k, value in enumerate(SMALL)]
    with pytest.raises(error):
        figures.features_through_peak(*data, figures.axes())
