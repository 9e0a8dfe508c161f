"""Singular values against cut-offs, truncation, and errors against condition numbers."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import marked, segments, words
from tests.figures.moving import Moving

# Nothing kept, everything kept, one value; a tie with the cut-off counts as 0.
CASES = [
    (figures.cut_offs, ([1, 1e-5, 1e-14, 5e-16], {"strict": 1e-15, "lax": 1e-3})),
    (figures.cut_offs, ([3], {"one rule": 0.5})),
    (figures.truncation, ([[3, 0], [0, 0.1], [0, 0]], [3, 1, 1], [1, 0], 0.5)),
    (figures.truncation, ([[200, 0], [0, 100]], [1, 1], [1, 1], 300)),
    (figures.accuracy, ([20, 5e2, 1e6, 1e9], {"one way": [1e-16, 1e-14, 1e-12, 1e-9]})),
    (figures.accuracy, ([20, 1e6], {"one way": [1e-15, 1e-12], "another": [1e-14, 1e-5]})),
]


def truncation_agrees(scene, facts):
    kept = np.array(scene["sigma"]) > 10 ** scene["level"]
    assert facts["rank"] == kept.sum()
    solution = np.where(kept, np.array(scene["beta"]) / scene["sigma"], 0)
    assert facts["norm"] == pytest.approx(np.linalg.norm(solution))


MOVING = {
    "truncation": Moving(
        "pseudoinverse/pinv-in-practice",
        "pinv-in-practice-truncation",
        "τ = 0.5, rank 3",
        {"decimal logarithm of the cut-off": "ArrowRight"},
        {},
        None,
        "truncation/geometry.js",
        "(scene) => module.truncated(scene, scene.level)",
        truncation_agrees,
    ),
}

# by hand: σ₁ = 4 with v₁ = (1, 0), u₁ = (0, 1, 0), and σ₂ = 3 with v₂ = (0, 1), u₂ = (1, 0, 0)
MATRIX, RIGHT, TRUTH = [[0, 3], [4, 0], [0, 0]], [6, 8, 5], [1, 7]


def test_discs_are_kept_and_rings_are_dropped():
    # of 100, 1 and 10⁻⁴ a thousandth of 100 keeps two, one part in 10⁷ all
    ax = figures.cut_offs([100, 1, 1e-4], {"lax": 1e-3, "strict": 1e-7}, figures.axes())
    assert marked(ax, "blue") == [(2, -1), (0, -1), (2, -2), (0, -2), (-4, -2)]
    assert marked(ax, "paper") == [(-4, -1)]
    assert words(ax) == ["2", "3"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["lax", "strict"]


def test_a_value_at_the_cut_off_counts_as_zero():
    ax = figures.cut_offs([1, 1e-3], {"rule": 1e-3}, figures.axes())
    assert marked(ax, "paper") == [(-3, -1)]


def test_what_a_logarithmic_axis_refuses():
    for values, rule in (([1, 0], 0.1), ([1, -1], 0.1), ([1], 0)):
        with pytest.raises(InvalidNumberError, match="no place for them"):
            figures.cut_offs(values, {"rule": rule}, figures.axes())
    for values, rules in (([], {"rule": 0.1}), ([1], {})):
        with pytest.raises(ShapeError, match="one number or more"):
            figures.cut_offs(values, rules, figures.axes())


def test_the_scene_holds_the_parts_by_hand():
    ax = figures.truncation(MATRIX, RIGHT, TRUTH, 3.5, figures.axes())
    scene = scene_in(figures.svg(ax.figure))
    assert scene["kind"] == "truncation"
    assert scene["sigma"] == pytest.approx([4, 3])
    assert np.abs(scene["beta"]) == pytest.approx([8, 6])
    assert np.abs(scene["gamma"]) == pytest.approx([1, 7])
    assert scene["rest"] == pytest.approx(25)
    assert scene["level"] == pytest.approx(np.log10(3.5), abs=1e-6)
    assert len(marked(ax, "blue")) == len(marked(ax, "paper")) == 1
    assert marked(ax, "paper")[0] == pytest.approx((2, np.log10(3)))


def test_shapes_and_numbers_that_are_refused():
    with pytest.raises(ShapeError, match="make them fit"):
        figures.truncation(MATRIX, RIGHT[:2], TRUTH, 1, figures.axes())
    with pytest.raises(ShapeError, match="make them fit"):
        figures.truncation(MATRIX, RIGHT, RIGHT, 1, figures.axes())
    with pytest.raises(InvalidNumberError, match="cut_off"):
        figures.truncation(MATRIX, RIGHT, TRUTH, 0, figures.axes())
    with pytest.raises(InvalidNumberError, match="singular values"):
        figures.truncation([[1, 1], [0, 0]], [1, 1], [1, 1], 1, figures.axes())


def test_marks_and_guides():
    errors = {"good": [1e-15, 1e-12], "bad": [1e-14, 1e-5]}
    ax = figures.accuracy([100, 1e6], errors, figures.axes())
    assert np.array(marked(ax, "blue")) == pytest.approx(np.array([(2, -15), (6, -12)]))
    assert np.array(marked(ax, "paper")) == pytest.approx(np.array([(2, -14), (6, -5)]))
    slopes = [
        (end[1] - start[1]) / (end[0] - start[0])
        for start, end in segments(ax, "muted")
        if abs(start[1] - np.log10(2.0**-52)) < 1e-6
    ]
    assert slopes == pytest.approx([1, 2])


def test_numbers_that_are_refused():
    with pytest.raises(ShapeError, match="2 errors each"):
        figures.accuracy([10, 100], {"one": [1e-3]}, figures.axes())
    with pytest.raises(ShapeError, match="one or two methods"):
        figures.accuracy([10], {name: [1e-3] for name in "abc"}, figures.axes())
    with pytest.raises(InvalidNumberError, match="greater than 1"):
        figures.accuracy([1], {"one": [1e-3]}, figures.axes())
    with pytest.raises(InvalidNumberError, match="greater than 0"):
        figures.accuracy([10], {"one": [0]}, figures.axes())
