"""A memory made of a matrix: what is stored, shown and recalled."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_of
from linalg_book.numeric import recall
from tests.figures.drawn import marked, words
from tests.figures.moving import Moving

DRAWN = np.random.default_rng(3).choice([-1, 1], (10, 8, 8))
ORDER = list(range(0, 64, 2)) + list(range(1, 64, 2))


CASES = [
    (figures.memory, (DRAWN, 10, 3, ORDER, 6)),
    (figures.memory, (DRAWN[:2], 1, 1, ORDER, 0)),
    (figures.memory, (np.concatenate([DRAWN[:2], DRAWN[:2], -DRAWN[:1]]), 5, 4, ORDER, 30)),
]
SIZES = {"memory": (4.2, 3.2)}
GIVEN = {"memory": "orange"}


def recalls_agree(scene, facts):
    X = np.array([[1 if bit == "1" else -1 for bit in bits] for bits in scene["patterns"]])
    probe = X[scene["shown"]].copy()
    probe[scene["order"][: scene["flipped"]]] *= -1
    kept = X[: scene["stored"]]
    np.testing.assert_allclose(facts["hebb"], recall(kept, probe, rule="hebb"), atol=1e-12)
    np.testing.assert_allclose(facts["projection"], recall(kept, probe), atol=1e-12)
    assert facts["signs"] == recall(kept, probe, rule="hebb", signs=True).tolist()


MOVING = {
    "memory": Moving(
        "regression/interpolation",
        "interpolation-memory",
        "pattern 3 with 6 pixels flipped",
        {
            "space flips it": "Space",
            "how many patterns are stored": "ArrowLeft",
            "which pattern is shown": "ArrowRight",
            "how many pixels are flipped": "ArrowRight",
        },
        {},
        None,
        "memory/geometry.js",
        "({ patterns, stored, shown, order, flipped }) =>"
        " module.recalled(patterns.map(module.signsOf),"
        " { stored, shown, flipped: module.firstOf(order, flipped) })",
        recalls_agree,
    ),
}


def test_what_is_shown_has_its_flips_marked():
    ax = figures.memory(DRAWN, 4, 2, ORDER, 3, figures.axes(height=3.2))
    assert marked(ax, "orange") == [(0.5, -0.5), (2.5, -0.5), (4.5, -0.5)]
    assert words(ax) == ["Hebb", "Hebb, signs", "projection"]
    blue = [line for line in ax.lines if line.get_color() == figures.COLORS["blue"]]
    assert len(blue) == 4
    shown, hebb, signs, projection, *stored = (image.get_array() for image in ax.images)
    flat = DRAWN[2].ravel().copy()
    flat[ORDER[:3]] *= -1
    np.testing.assert_array_equal(shown.ravel(), np.where(flat > 0, 0, 255))
    assert len(stored) == 10
    gray = np.round(255 * (1 - np.clip(recall(DRAWN[:4].reshape(4, 64), flat), -1, 1)) / 2)
    np.testing.assert_array_equal(projection.ravel(), gray)
    assert set(signs.ravel().tolist()) <= {0, 255}
    assert not np.array_equal(hebb, projection)
    assert len(scene_of(ax)["panes"]) == 14


@pytest.mark.parametrize(
    ("data", "error"),
    [
        ((DRAWN[0], 1, 0, 0), ShapeError),
        ((DRAWN[:, :4], 1, 0, 0), ShapeError),
        ((2 * DRAWN, 1, 0, 0), InvalidNumberError),
        ((DRAWN, 11, 0, 0), InvalidNumberError),
        ((DRAWN, 1, 10, 0), InvalidNumberError),
        ((DRAWN, 1, 0, 65), InvalidNumberError),
    ],
)
def test_refused(data, error):
    with pytest.raises(error):
        figures.memory(*data[:3], ORDER, data[3], figures.axes(height=3.2))


def test_every_pixel_is_flipped_once():
    with pytest.raises(InvalidNumberError, match="each once"):
        figures.memory(DRAWN, 1, 0, [0] * 64, 1, figures.axes(height=3.2))
