"""Arrows, their lengths and angles, and the shadow of one on another."""

from fractions import Fraction

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, ShapeError
from linalg_book.figures.drawings.vectors import shadow_of
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import segments, words
from tests.figures.moving import Moving, numbers

# An acute, an obtuse and a right angle, one direction, the opposite one, zero vectors, fractions.
TWO_VECTORS = [
    ((3, 4), (4, 2)),
    ((2, 1), (-3, 2)),
    ((1, -2), (4, 2)),
    ((1, 2), (2, 4)),
    ((1, 2), (-2, -4)),
    ((0, 0), (4, 2)),
    ((3, 4), (0, 0)),
    ((Fraction(1, 3), Fraction(-1, 7)), (0.02, 0.5)),
]
CASES = [
    *[(figures.two_vectors, data) for data in TWO_VECTORS],
    *[(figures.length_and_direction, (v,)) for v in ((3, 4), (-5, 12), (0.6, -0.8), (-1, -7))],
    (figures.arrows, ([(2, 1), (1, 1), (4, 2)], ["first", "second", "first, twice"])),
]


def vectors_agrees(scene, facts):
    a, b = (np.array(numbers(scene[name])) for name in "ab")
    shadow = a * (a @ b) / (a @ a) if a.any() else 0 * a
    assert numbers(facts["shadow"]) == shadow.tolist()


MOVING = {
    "vectors": Moving(
        "data/similarity",
        "similarity-shadow",
        "3 · 4 + 4 · 2 = 20",
        {"a = (": "ArrowDown", "b = (": "ArrowDown", "entry 1 of b": "ArrowUp"},
        {"a = (": (-60, 20), "b = (": (-60, 20)},
        "entry 1 of a",
        "vectors/geometry.js",
        "({ a, b }) => module.vectorsFacts({ a: read(a), b: read(b) })",
        vectors_agrees,
    ),
}


def test_length_and_direction():
    ax = figures.length_and_direction((-6, 8), figures.axes())
    written = {word.replace("{", "").replace("}", "") for word in words(ax)}
    assert {r"(-6,\, 8)", "length 10", r"(-3/5,\, 4/5)"} <= written
    assert any(np.allclose(ends, [[-6, 0], [-6, 8]]) for ends in segments(ax, "ink"))
    for vector in ((0, 0), (1, 2, 3), (1,)):
        with pytest.raises(ShapeError, match="two numbers, not both 0"):
            figures.length_and_direction(vector, figures.axes())


def written(ax):
    return [word.replace("{", "").replace("}", "") for word in words(ax)]


def test_shadow_by_hand():
    # 20/25 of (3, 4); of a zero vector the origin; orthogonal: the origin
    assert shadow_of(np.array([3.0, 4.0]), np.array([4.0, 2.0])) == pytest.approx([2.4, 3.2])
    assert shadow_of(np.zeros(2), np.array([4.0, 2.0])).tolist() == [0, 0]
    assert shadow_of(np.array([3.0, 4.0]), np.array([8.0, -6.0])) == pytest.approx([0, 0])


def test_two_vectors_are_named_and_the_scene_is_exact():
    ax = figures.two_vectors((3, 4), (4, 2), figures.axes())
    named = written(ax)
    assert r"\mathbfp = (12/5,\, 16/5)" in named
    assert {r"\mathbfa = (3,\, 4)", r"\mathbfb = (4,\, 2)", r"\theta"} <= set(named)
    scene = scene_in(figures.svg(ax.figure))
    assert (scene["kind"], scene["a"], scene["b"]) == ("vectors", ["3", "4"], ["4", "2"])
    assert len(scene["frame"]) == 4


def test_without_a_direction_there_is_no_angle_and_no_shadow():
    for a, b in (((0, 0), (4, 2)), ((3, 4), (0, 0)), ((0, 0), (0, 0))):
        named = written(figures.two_vectors(a, b, figures.axes()))
        assert r"\theta" not in named
        assert not any("mathbfp" in word for word in named)
    parallel = written(figures.two_vectors((3, 4), (6, 8), figures.axes()))
    assert r"\theta" not in parallel
    assert r"\mathbfp = (6,\, 8)" in parallel


@pytest.mark.parametrize(
    ("a", "b", "error"),
    [
        ((3, 4, 5), (1, 2), ShapeError),
        ((3, 4), (1,), ShapeError),
        ((3, float("nan")), (1, 2), InvalidNumberError),
        ((1e13, 1), (1, 2), InvalidNumberError),
        ((1e-13, 1), (1, 2), InvalidNumberError),
    ],
)
def test_vectors_that_cannot_be_drawn_are_refused(a, b, error):
    with pytest.raises(error):
        figures.two_vectors(a, b, figures.axes())


def test_arrows_have_names_and_the_shorter_lies_on_top():
    tips, names = [(2, 1), (1, 1), (4, 2)], ["one", "two", "three"]
    ax = figures.arrows(tips, names, figures.axes(height=2.8), axis_names=("great", "bad"))
    assert {r"one (2,\, 1)", r"two (1,\, 1)", r"three (4,\, 2)"} <= set(written(ax))
    assert {r"\mathrmgreat", r"\mathrmbad"} <= set(written(ax))
    layers = [patch.get_zorder() for patch in ax.patches]
    assert layers == sorted(layers)
    assert ax.patches[0].get_linewidth() < ax.patches[-1].get_linewidth()
    for vectors, given in (([], []), ([(0, 0)], ["o"]), ([(1, 2)], []), ([(1, 2, 3)], ["a"])):
        with pytest.raises(ShapeError, match="pairs of numbers"):
            figures.arrows(vectors, given, figures.axes())
