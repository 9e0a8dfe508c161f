"""What holds for every drawing, whatever its line: readable, quiet, in the book's colors."""

import re
from itertools import combinations

import pytest
from matplotlib import pyplot as plt

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from tests.figures.drawn import (
    ANY_LINE,
    BALLS,
    CASES,
    LOW_RANK,
    MATRIX_CASES,
    NO_DATA,
    PARTS,
    PENALIZED,
    PLANES,
    POINTS,
    SKEW,
    SOME_PLANES,
    SPECTRA,
    TWO_INTERCEPTS,
    VECTORS,
    WAYS_BACK,
    name_of,
)

PHONE_POINTS = 328 * 0.75  # a phone's column of 328 px, in points of 1/96 * 4/3 inch
SMALLEST_TEXT = 9.0
IN_SPACE = {
    figures.two_planes: PLANES[0],
    figures.perpendiculars: SKEW[0],
    figures.planes_in_box: SOME_PLANES[0],
    figures.solution_parts: PARTS[0],
}
WITH_DATA = IN_SPACE | {
    figures.entries: VECTORS[1],
    figures.interpolants: POINTS[0],
    figures.penalized: PENALIZED[0],
    figures.norm_balls: BALLS[0],
}
SIZES = {draw.__name__: (4.2, 3.9) for draw in IN_SPACE} | {
    "penalized": (4.2, 3.9),
    "norm_balls": (4.2, 3.9),
    "story": (4.2, 4.8),
    "cover": (4.6, 2.5),
    "echelon": (4.2, 4.2),
    "product": (4.2, 4.2),
    "four_bases": (4.2, 2.7),
    "matrix_pair": (4.2, 2.7),
    "subspace_map": (4.2, 2.4),
    "plane_subspaces": (4.2, 2.5),
    "circle_image": (4.2, 2.3),
    "svd_square": (4.2, 4.2),
    "svd_shapes": (4.2, 3.6),
    "plane_pseudoinverse": (4.2, 2.5),
    "embedded_plane": (4.2, 3.9),
    "principal_axis": (4.2, 3.9),
}


@pytest.fixture(autouse=True)
def _close_figures():
    yield
    plt.close("all")


def draw_case(draw, data):
    ax = figures.axes(*SIZES.get(draw.__name__, (4.2, 3.4)))
    returned = draw(*data, ax)
    assert returned is ax
    return ax


@pytest.mark.parametrize(("draw", "data"), CASES, ids=name_of)
def test_every_drawing_is_readable(draw, data):
    ax = draw_case(draw, data)
    ax.figure.canvas.draw()
    boxes = {text.get_text(): text.get_window_extent() for text in ax.texts}
    check_inside(boxes, ax.figure.bbox)
    check_apart(boxes)
    check_points_are_free(boxes, ax)
    check_size(ax)


def check_inside(boxes, page):
    for text, box in boxes.items():
        assert box.x0 >= page.x0 - 1, f"{text} leaves the page on the left"
        assert box.x1 <= page.x1 + 1, f"{text} leaves the page on the right"
        assert box.y0 >= page.y0 - 1, f"{text} leaves the page at the bottom"
        assert box.y1 <= page.y1 + 1, f"{text} leaves the page at the top"


def check_apart(boxes):
    for (first, one), (second, other) in combinations(boxes.items(), 2):
        assert not one.overlaps(other), f"{first} and {second} overlap"


def check_points_are_free(boxes, ax):
    discs = [line for line in ax.lines if line.get_marker() == "o" and len(line.get_xdata()) == 1]
    for disc in discs:
        x, y = ax.transData.transform((disc.get_xdata()[0], disc.get_ydata()[0]))
        for text, box in boxes.items():
            assert not box.contains(x, y), f"{text} hides a marked point"


def check_size(ax):
    numbers = [*ax.get_xticklabels(), *ax.get_yticklabels(), ax.xaxis.label] if ax.axison else []
    sizes = [text.get_fontsize() for text in [*ax.texts, *numbers] if text.get_text()]
    assert min(sizes) * PHONE_POINTS / (ax.figure.get_figwidth() * 72) >= SMALLEST_TEXT


WITH_DATA |= dict(reversed([*MATRIX_CASES, *SPECTRA, *WAYS_BACK, *LOW_RANK]))
EVERY = [*ANY_LINE, *TWO_INTERCEPTS, *WITH_DATA, *NO_DATA]


def some_data(draw):
    if draw in WITH_DATA:
        return WITH_DATA[draw]
    return () if draw in NO_DATA else ((-1, 1), 2)


@pytest.mark.parametrize("draw", EVERY, ids=name_of)
def test_an_svg_has_no_color_but_the_books(draw):
    ax = draw_case(draw, some_data(draw))
    text = re.sub(r'url\(#\w+\)|href="#[^"]*"', "", figures.svg(ax.figure))
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text)) <= set(figures.COLORS.values())
    assert (
        figures.COLORS["orange" if draw in {figures.entries, figures.unit_balls} else "blue"]
        in text
    )
    assert not re.search(r"(?:fill|stroke): (?!none|#)[a-z]", text), "a color by name"


@pytest.mark.parametrize("draw", EVERY, ids=name_of)
def test_no_title_no_legend_no_ground(draw):
    ax = draw_case(draw, some_data(draw))
    assert [ax.get_title(where) for where in ("left", "center", "right")] == ["", "", ""]
    assert ax.figure.get_suptitle() == ""
    assert ax.get_legend() is None
    assert not ax.patch.get_visible()
    assert not ax.figure.patch.get_visible()


@pytest.mark.parametrize("draw", [*ANY_LINE, *TWO_INTERCEPTS], ids=name_of)
def test_input_that_is_not_a_line_is_refused(draw):
    ax = figures.axes()
    with pytest.raises(ShapeError, match="two coefficients"):
        draw((3, 4, 5), 12, ax)
    with pytest.raises(ShapeError, match="two coefficients"):
        draw(((3, 4), (1, 2)), 12, ax)
    for a, c in (((0, 0), 12), ((0, 0), 0), ((float("nan"), 1), 1), ((1, 2), float("inf"))):
        with pytest.raises(LinalgBookError):
            draw(a, c, ax)


@pytest.mark.parametrize("draw", [*ANY_LINE, *TWO_INTERCEPTS], ids=name_of)
def test_input_is_not_changed(draw):
    a = [3, 4]
    draw(a, 12, figures.axes())
    assert a == [3, 4]
