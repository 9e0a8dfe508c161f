"""Named points of one or two groups, histories of objectives, and rows of small images."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from tests.figures.drawn import marked, words


def strip(rows, names, ax):
    """Draw rows of images in which 16 stands for full ink."""
    return figures.strip(rows, names, ax, most=16)


CLOSE = np.array([[1.9, 1.35], [1.8, 1.2], [1.7, -1.4], [1.9, -1.2]])
# An image and its like; names close together; sweeps.
CASES = [
    (strip, ([[[[0, 16], [3, 4]], [[9, 9], [8, 1]]]], ["given", "rank 1"])),
    (figures.embedding, ([(list("ABCD"), CLOSE), (["Island"], CLOSE[:1] / 2)],)),
    (figures.embedding, ([(["one"], np.zeros((1, 2)) + 1)],)),
    (figures.sweeps, ({"few": [[9, 3, 2]], "more": [[50, 20], [90, 80, 70]]},)),
]
GIVEN = {"strip": None}

USERS = (["Ada", "Ben"], np.array([[2.0, 1.0], [2.0, -1.0]]))
FILMS = (["Storm"], np.array([[1.0, 1.5]]))


def test_discs_and_rings_with_their_names():
    ax = figures.embedding([USERS, FILMS], figures.axes())
    assert set(marked(ax, "blue")) == {(2.0, 1.0), (2.0, -1.0)}
    rings = [line for line in ax.lines if line.get_markeredgecolor() == figures.COLORS["orange"]]
    assert [line.get_xydata().tolist() for line in rings] == [[[1.0, 1.5]]]
    assert rings[0].get_markerfacecolor() == figures.COLORS["paper"]
    assert set(words(ax)) >= {"Ada", "Ben", "Storm", "z_1", "z_2"}
    assert figures.COLORS["blue"] in {
        text.get_color() for text in ax.texts if text.get_text() == "Ada"
    }


@pytest.mark.parametrize("groups", [[], [USERS] * 3, [(["Ada"], USERS[1])], [(["A"], np.ones(2))]])
def test_names_and_points_have_to_fit(groups):
    with pytest.raises(ShapeError, match="one or two groups"):
        figures.embedding(groups, figures.axes())


def test_coordinates_are_finite():
    with pytest.raises(InvalidNumberError, match="finite coordinates"):
        figures.embedding([(["A"], np.array([[np.inf, 0]]))], figures.axes())


def test_histories_start_at_the_first_sweep():
    ax = figures.sweeps({"low": [[8, 4, 2], [9, 2]], "high": [[50, 40]]}, figures.axes())
    curves = [line.get_xydata().tolist() for line in ax.lines]
    assert curves == [[[1, 8], [2, 4], [3, 2]], [[1, 9], [2, 2]], [[1, 50], [2, 40]]]
    assert ax.get_yscale() == "log"
    assert words(ax) == ["low", "high"]
    assert ax.texts[0].xy == (3, 2)  # at the longest of the lowest
    assert len({line.get_linestyle() for line in ax.lines}) == 2


@pytest.mark.parametrize("groups", [{}, {"a": []}, {key: [[1]] for key in "abcd"}])
def test_groups_have_histories(groups):
    with pytest.raises(ShapeError, match="one to three groups"):
        figures.sweeps(groups, figures.axes())


@pytest.mark.parametrize("history", [[], [1, 0], [np.nan]])
def test_histories_are_positive(history):
    with pytest.raises(InvalidNumberError, match="positive numbers"):
        figures.sweeps({"a": [history]}, figures.axes())


def test_a_strip_of_images_in_ink():
    rows = [[np.array([[0, 16], [8, 32]]), np.array([[-4, 4]])]] * 2
    ax = figures.strip(rows, ["k = 1", "k = 2"], figures.axes(height=2), most=16)
    first, second = (shown.get_array() for shown in ax.images[:2])
    assert first.tolist() == [[255, 0], [127, 0]]  # ink is dark; beyond full ink there is none
    assert second.tolist() == [[255, 191]]
    assert len(ax.images) == 4
    assert ax.images[2].get_extent()[3] < ax.images[0].get_extent()[2]
    assert [text.get_text() for text in ax.texts] == ["k = 1", "k = 2"]


@pytest.mark.parametrize("rows", [[], [[np.eye(2)]]])
def test_each_image_has_a_name(rows):
    with pytest.raises(ShapeError, match="one for each name"):
        figures.strip(rows, ["a", "b"], figures.axes(), most=1)
