"""The numbers that a drawing carries for its page."""

from dataclasses import asdict
from fractions import Fraction

import pytest

from linalg_book import figures
from linalg_book.figures.kit.scenes import (
    LineScene,
    exact_texts,
    record_scene,
    scene_classes,
    scene_in,
    scene_of,
)


def test_what_is_written_is_read():
    ax = figures.axes()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    written = LineScene(a=["-16/25", 'a "quoted" & <odd> 1/2 %'], b="0", t="1", others=[])
    record_scene(ax, written)
    scene = scene_in(figures.svg(ax.figure))
    assert scene == scene_of(ax)
    assert scene.pop("frame")[0] < 0
    assert scene == {"kind": "line", **asdict(written)}


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


def test_each_kind_is_recorded_by_one_public_drawing():
    named = [scene.drawing for scene in scene_classes().values()]
    assert sorted(set(named)) == sorted(named)
    assert set(named) <= set(figures.__all__)


def test_the_jump_records_what_stands_still():
    scene = scene_of(figures.jump(Fraction(1, 2), figures.axes()))
    assert scene["ticks"]["x"][:2] == [[-1.5, "−1.5"], [-1.0, "−1"]]
    assert [text for _, text in scene["ticks"]["y"]] == ["−6", "−4", "−2", "0", "2", "4", "6"]
    right, left = scene["branches"]
    assert all(x * y == pytest.approx(1, abs=1e-3) for x, y in right)
    assert left == [[-x, -y] for x, y in right]
    assert right[-1] == [scene["reach"], 0.625]
    assert scene["single"] == [0, 0.25]
    colors = {text: color for text, _, _, color in scene["words"]}
    assert colors == {"ε": "muted", "(A⁺)₂₂": "muted", "1/4": "orange", "1/ε": "blue"}
    (x, y), *_ = [(x, y) for text, x, y, _ in scene["words"] if text == "1/4"]
    assert abs(x) < 0.3
    assert 0.25 < y < 1.25


def test_numbers_are_exact():
    assert exact_texts([3, Fraction(-1, 3), 0.1, 1e-8]) == ["3", "-1/3", "1/10", "1/100000000"]
