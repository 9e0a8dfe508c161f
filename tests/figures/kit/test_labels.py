"""Labels that find a free place."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.figures.kit.labels import Label, place


@pytest.fixture
def ax():
    axes = figures.axes()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    axes.figure.draw_without_rendering()
    return axes


def box_of(text):
    return text.get_window_extent()


def no_obstacles():
    return np.zeros((0, 3))


def test_label_stands_in_the_direction_asked_for(ax):
    for toward in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        place(ax, [Label("here", [np.array([5, 5])], "k", np.array(toward))], no_obstacles())
        box = box_of(ax.texts[-1])
        center = np.array([box.x0 + box.x1, box.y0 + box.y1]) / 2
        offset = center - ax.transData.transform((5, 5))
        assert offset @ np.array(toward) > 0
        assert abs(offset @ np.array([-toward[1], toward[0]])) < 1


def test_label_avoids_a_wall_of_obstacles(ax):
    x, y = ax.transData.transform((5, 5))
    wall = np.array([[x + dx, y + dy, 1.0] for dx in range(3, 60, 3) for dy in range(-60, 60, 3)])
    place(ax, [Label("here", [np.array([5, 5])], "k", np.array([1.0, 0]))], wall)
    assert box_of(ax.texts[0]).x1 < x + 3


def test_label_stays_inside_the_axes(ax):
    corner = np.array([10.0, 10.0])
    place(ax, [Label("corner", [corner], "k", np.array([1.0, 1.0]))], no_obstacles())
    box, frame = box_of(ax.texts[0]), ax.get_window_extent()
    assert box.x1 <= frame.x1
    assert box.y1 <= frame.y1


def test_second_label_makes_room_for_the_first(ax):
    same = Label("here", [np.array([5, 5])], "k", np.array([1.0, 0]))
    place(ax, [same, same], no_obstacles())
    first, second = (box_of(text) for text in ax.texts)
    assert not first.overlaps(second)


def test_only_a_label_that_a_line_crosses_gets_a_halo(ax):
    here, there = np.array([2.0, 2.0]), np.array([8.0, 8.0])
    everywhere = ax.transData.transform(here) + np.random.default_rng(1).uniform(-60, 60, (4000, 2))
    obstacles = np.column_stack([everywhere, np.ones(4000)])
    place(ax, [Label("here", [here], "k"), Label("there", [there], "k")], obstacles)
    assert ax.texts[0].get_path_effects()
    assert not ax.texts[1].get_path_effects()
