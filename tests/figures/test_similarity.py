"""Arrows, shadows, three norms, a line through the origin, spreads and a sheet in space."""

import numpy as np
import pytest

from linalg_book import figures
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.drawings.two_vectors import shadow_of
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import marked, segments, words


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


def test_the_line_misses_each_point_by_its_residual():
    ax = figures.through_origin((1, 2, 3), (3, 5, 5), figures.axes(height=2.8), names=("kg", "c"))
    gaps = [gap[:, 1].tolist() for gap in segments(ax, "green")]
    assert gaps == [[2, 3], [4, 5], [6, 5]]  # the slope is 28/14 = 2
    (line,) = segments(ax, "blue")
    assert line[:, 1] == pytest.approx(2 * line[:, 0])
    assert ax.get_ylim()[1] > 6
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("kg", "c")
    for x, y in (((0, 0), (1, 2)), ((1, 2), (1, 2, 3))):
        with pytest.raises(ShapeError, match="as many entries"):
            figures.through_origin(x, y, figures.axes())
    with pytest.raises(InvalidNumberError):
        figures.through_origin((1, float("inf")), (1, 2), figures.axes())


def test_vectors_of_norm_one():
    ax = figures.unit_balls(figures.axes(height=3.2))
    paths = [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) == 5]
    square, diamond = paths
    assert np.abs(square).max(axis=1).tolist() == [1] * 5
    assert np.abs(diamond).sum(axis=1).tolist() == [1] * 5
    assert ax.patches[0].get_radius() == 1
    assert len([word for word in words(ax) if "Vert" in word]) == 3


def test_heights_of_a_spread_are_shares_over_widths():
    groups = {"one": [-0.9, -0.1, 0.1, 0.9], "two": [0.1, 0.2, 0.3, -0.6]}
    ax = figures.spread(groups, figures.axes(height=2.8), bins=4)
    first, second = (line.get_ydata()[1:-1:2].tolist() for line in ax.lines)
    assert first == [0.5, 0.5, 0.5, 0.5]  # each quarter of the numbers in a width of 1/2
    assert second == [0.5, 0, 1.5, 0]
    assert ax.lines[0].get_linestyle() != ax.lines[1].get_linestyle()
    assert [text.get_text() for text in ax.get_legend().get_texts()] == ["one", "two"]
    with pytest.raises(InvalidNumberError, match="from -1 to 1"):
        figures.spread({"one": [0, 2]}, figures.axes())
    for many in ({}, {name: [0.5] for name in "abcd"}):
        with pytest.raises(ShapeError, match="one to three groups"):
            figures.spread(many, figures.axes())


def test_the_crossing_of_the_sheet_is_named_by_its_place_in_space():
    u, v = np.array([2, -2, 1]) / 3, np.array([2, 1, -2]) / 3
    ax = figures.embedded_plane(u, v, (2, 1), figures.axes(height=3.9))
    assert r"(2,\, -1,\, 0)" in written(ax)
    assert len(marked(ax, "green")) == 1
    corner = figures.embedded_plane((1, 0, 0), (0, 1, 0), (0, 0), figures.axes(height=3.9))
    assert len(segments(corner, "orange")) == 0


@pytest.mark.parametrize(
    ("u", "v", "at"),
    [
        ((1, 2, 2), (2, 4, 4), (1, 1)),
        ((0, 0, 0), (2, 4, 4), (1, 1)),
        ((1, 2), (2, 4), (1, 1)),
        ((1, 0, 0), (0, 1, 0), (3, 0)),
    ],
)
def test_sheets_that_are_none_are_refused(u, v, at):
    with pytest.raises(LinalgBookError):
        figures.embedded_plane(u, v, at, figures.axes())
