"""The numbers that a drawing carries for its page."""

from fractions import Fraction

import pytest

from linalg_book import figures
from linalg_book.figures.kit.scenes import exact_texts, record_scene, scene_in


def test_what_is_written_is_read():
    ax = figures.axes()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    data = {"text": 'a "quoted" & <odd> 1/2 %', "numbers": ["-16/25"]}
    record_scene(ax, "test", **data)
    scene = scene_in(figures.svg(ax.figure))
    assert scene.pop("frame")[0] < 0
    assert scene == {"kind": "test", **data}


def test_frame_holds_the_corners_of_the_picture():
    ax = figures.solution_family((3, 4), 12, figures.axes())
    x0, y0, x1, y1 = scene_in(figures.svg(ax.figure))["frame"]
    corners = ax.transData.transform([(x0, y0), (x1, y1)]).ravel()
    assert corners == pytest.approx(
        [0, 0, 420, 340], abs=0.5
    )  # another backend measures text a little differently


def test_the_family_of_3x_4y_12():
    # shifts 12/5, 24/5 and −16/5 along a direction (4, −3) of length 5
    ax = figures.solution_family((3, 4), 12, figures.axes())
    scene = scene_in(figures.svg(ax.figure))
    assert (scene["a"], scene["b"]) == (["3", "4"], "12")
    assert (scene["t"], scene["others"]) == ("-16/25", ["12/25", "24/25"])


def test_a_drawing_without_a_scene_has_none():
    assert scene_in(figures.svg(figures.line((3, 4), 12, figures.axes()).figure)) is None


def test_numbers_are_exact():
    assert exact_texts([3, Fraction(-1, 3), 0.1, 1e-8]) == ["3", "-1/3", "1/10", "1/100000000"]
