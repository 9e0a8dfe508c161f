"""The circle and its image: what is drawn where, what the SVG says, and what is refused."""

import numpy as np
import pytest

from linalg_book import figures, numeric
from linalg_book.errors import InvalidNumberError, LinalgBookError, ShapeError
from linalg_book.figures.kit.circle_map import circle_map
from linalg_book.figures.kit.scenes import scene_in
from tests.figures.drawn import MAPS, marked, words
from tests.figures.moving import ENTRIES, Moving, numbers

CASES = [
    *[(figures.circle_image, (A, x)) for A, x, _ in MAPS if any(x)],
    (figures.circle_image, (((3, 0), (4, 5)), (-3, 4))),
    *[(figures.svd_square, (A,)) for A in (((3, 0), (4, 5)), ((1, 1), (2, 2)), ((0, -2), (2, 0)))],
    *[(figures.stretch, (A,)) for A in (((3, 0), (4, 5)), ((1, 1), (2, 2)), ((1, 0), (0, 7)))],
]
SIZES = {"circle_image": (4.2, 2.3), "svd_square": (4.2, 4.2)}


def circle_agrees(scene, facts):
    matrix = np.array(numbers(scene["A"]), dtype=float)
    assert facts["sigma"] == pytest.approx(numeric.svd(matrix).singular_values, abs=1e-12)


MOVING = {
    "circle": Moving(
        "pseudoinverse/svd",
        "svd-ellipse",
        "an ellipse",
        {"x = (": "ArrowRight", "last entry of A": "ArrowRight", **ENTRIES},
        {"x = (": (75, 0)},
        "row 1, column 1",
        "circle/geometry.js",
        "({ A }) => module.circleFacts({ A: read(A), angle: 0 })",
        circle_agrees,
    ),
}

MOTORS = [(3, 0), (4, 5)]


def draw(A, x=(-3, 4)):
    return figures.circle_image(A, x, figures.axes(height=2.3))


def curves(ax):
    """Return the closed curves of a drawing, in data units."""
    return [np.column_stack(line.get_data()) for line in ax.lines if len(line.get_xdata()) > 20]


def test_singular_vectors_of_the_motors():
    # by hand: v = (1, ±1)/√2, images (3, 9)/√2 and (3, −1)/√2
    drawn = circle_map(MOTORS, (-3, 4))
    assert drawn.sigma == pytest.approx([45**0.5, 5**0.5])
    assert pytest.approx(np.array([[1, 1], [1, -1]])) == drawn.V * 2**0.5
    assert np.array(drawn.arms()) * 2**0.5 == pytest.approx(np.array([[3, 9], [3, -1]]))
    assert drawn.x == pytest.approx([-0.6, 0.8])
    assert drawn.half == 8


def test_points_and_curves_are_where_they_belong():
    ax = draw(MOTORS)
    left, right = np.array([-1.14, 0]), np.array([1.14, 0])
    x, image = marked(ax, "ink")
    assert x == pytest.approx(left + np.array([-0.6, 0.8]) / 1.5)
    assert image == pytest.approx(right + np.array([-1.8, 1.6]) / 8)
    circle, ellipse = curves(ax)
    assert np.hypot(*(circle - left).T) == pytest.approx(1 / 1.5)
    # x = A⁻¹ y by hand: A⁻¹ = [[5, 0], [−4, 3]]/15
    back = 8 * (ellipse - right) @ np.array([[5, 0], [-4, 3]]).T / 15
    assert np.hypot(*back.T) == pytest.approx(1)
    assert {r"\mathbf{v}_1", r"\sigma_2\mathbf{u}_2", r"A\mathbf{x}"} <= set(words(ax))


def test_a_flat_image_and_a_point():
    ax = draw([(1, 1), (2, 2)])
    assert marked(ax, "orange") == [pytest.approx((1.14, 0))]
    _, segment = curves(ax)
    assert segment[:, 1] == pytest.approx(2 * (segment[:, 0] - 1.14))
    zero = draw([(0, 0), (0, 0)])
    assert len(marked(zero, "blue")) == len(marked(zero, "orange")) == 1


def test_svg_says_what_it_shows():
    scene = scene_in(figures.svg(draw([(1, 0), (4, 0.5)]).figure))
    assert scene["kind"] == "circle"
    assert (scene["A"], scene["x"]) == ([["1", "0"], ["4", "1/2"]], ["-3", "4"])


def test_the_square_commutes():
    ax = figures.svd_square(MOTORS, figures.axes(height=4.2))
    start, _, diagonal, end = curves(ax)
    assert np.ptp(diagonal, axis=0) * 8 == pytest.approx([2 * 45**0.5, 2 * 5**0.5], rel=1e-3)
    unit = 1.5 * (start - [-1.5, 1.5])
    assert 8 * (end - [-1.5, -1.5]) == pytest.approx(unit @ np.array(MOTORS).T)
    assert words(ax)[-4:] == [r"V^\top", r"\Sigma", "U", "A"]


def test_extremes_of_the_stretch():
    ax = figures.stretch(MOTORS, figures.axes())
    assert marked(ax, "blue") == [pytest.approx((angle, 45**0.5)) for angle in (45, 225)]
    assert marked(ax, "orange") == [pytest.approx((angle, 5**0.5)) for angle in (135, 315)]
    (wave,) = curves(ax)
    assert wave[0] == pytest.approx((0, 5))  # the first column, (3, 4)
    assert wave[45] == pytest.approx((90, 5))  # the second, (0, 5)


@pytest.mark.parametrize(
    ("A", "x", "error"),
    [
        ([(1, 1)], (1, 0), ShapeError),
        (MOTORS, (1, 0, 0), ShapeError),
        (MOTORS, (0, 0), InvalidNumberError),
        ([(float("nan"), 0), (0, 1)], (1, 0), InvalidNumberError),
        ([(1e13, 0), (0, 1)], (1, 0), InvalidNumberError),
    ],
)
def test_refused(A, x, error):
    with pytest.raises(error):
        draw(A, x)


def test_nothing_to_show_is_refused():
    with pytest.raises(LinalgBookError):
        figures.svd_square([(0, 0), (0, 0)], figures.axes())
    with pytest.raises(ShapeError, match="two different singular values"):
        figures.stretch([(0, 2), (-2, 0)], figures.axes())
    for shapes in ([], [(0, 2)], [(2, 13)]):
        with pytest.raises(ShapeError):
            figures.svd_shapes(shapes, figures.axes())
