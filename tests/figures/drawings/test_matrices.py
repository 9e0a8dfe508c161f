"""Matrices drawn entry by entry and as shapes: what stands where, and what is refused."""

import numpy as np
import pytest
from matplotlib.patches import Circle

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.examples import EIGHT_BY_EIGHT
from linalg_book.figures.kit.style import COLORS
from tests.figures.drawn import words

EIGHT, SMALL = EIGHT_BY_EIGHT.A, ((1, 2, 1, 3), (2, 4, 3, 8), (1, 2, 2, 5))
CASES = [
    *[(figures.echelon, (A,)) for A in (EIGHT, [[0, 0, 2]], [[0, 0], [0, 0]], [[1, -2], [2, 1]])],
    (figures.product, ([row[:4] for row in EIGHT], EIGHT[:4])),
    (figures.product, ([[2], [-1]], [[1, 0, 3]])),
    *[(figures.four_bases, (A,)) for A in (EIGHT, SMALL, [[0, 0], [0, 0]])],
    (figures.svd_shapes, ([(5, 2), (2, 5)],)),
    (figures.svd_shapes, ([(1, 1)],)),
]
SIZES = {
    "echelon": (4.2, 4.2),
    "four_bases": (4.2, 2.7),
    "product": (4.2, 4.2),
    "svd_shapes": (4.2, 3.6),
}


def entries(ax):
    """Map the tile (row, column) to what is written in its middle."""
    found = {}
    for text in ax.texts:
        x, y = text.get_position()
        found[float(y) - 0.5, float(x) - 0.5] = text.get_text().replace("$", "")
    return found


def test_echelon_form_with_staircase_and_pivots():
    # by hand: row 2 − 2·row 1 = (0, 0, 1, 2), and row 3 − row 1 repeats it
    ax = figures.echelon([[1, 2, 1, 3], [2, 4, 3, 8], [1, 2, 2, 5]], figures.axes())
    assert words(ax) == [*"1213", *"0012", *"0000"]
    (stairs,) = ax.lines
    assert np.column_stack(stairs.get_data()).tolist() == [
        [0, 0], [0, 1], [2, 1], [2, 2], [4, 2],
    ]  # fmt: skip
    rings = [patch.center for patch in ax.patches if isinstance(patch, Circle)]
    assert rings == [(0.5, 0.5), (2.5, 1.5)]


def test_no_staircase_without_a_pivot():
    ax = figures.echelon([[0, 0]], figures.axes())
    assert not ax.lines
    assert words(ax) == ["0", "0"]


def test_product_stands_beside_its_row_and_under_its_column():
    ax = figures.product([[1, 2], [0, -1]], [[3, 1, 0], [1, 1, 2]], figures.axes())
    # by hand: (1, 2)·columns = 5, 3, 4 and (0, −1)·columns = −1, −1, −2
    found = entries(ax)
    assert [found[2.5, 2.5 + j] for j in range(3)] == ["5", "3", "4"]
    assert [found[3.5, 2.5 + j] for j in range(3)] == ["-1", "-1", "-2"]
    assert [found[2.5 + i, 1.0] for i in range(2)] == ["2", "-1"]
    assert [found[1.0, 2.5 + j] for j in range(3)] == ["1", "1", "2"]


def test_bases_of_the_eight_by_eight_matrix():
    found = entries(figures.four_bases(EIGHT_BY_EIGHT.A, figures.axes(height=2.7)))
    top = min(row for row, _ in found if row > 1)
    columns = [[int(found[top + i, j]) for i in range(8)] for j in [*range(8), *range(9, 17)]]
    inputs, outputs = np.array(columns[:8]), np.array(columns[8:])
    A = np.array(EIGHT_BY_EIGHT.A)
    assert not (A @ inputs[4:].T).any()
    assert not (outputs[4:] @ A).any()
    for square in (inputs, outputs):
        assert not (square[:4] @ square[4:].T).any()
        assert round(np.linalg.det(square)) != 0


def test_colors_of_signs_and_spaces():
    ax = figures.echelon([[2, -1]], figures.axes())
    filled = [patch.get_facecolor() for patch in ax.patches if patch.get_alpha()]
    assert len(filled) == 2
    assert filled[0][:3] != filled[1][:3]
    named = figures.four_bases([[1, 2]], figures.axes(height=2.7))
    colors = {text.get_text(): text.get_color() for text in named.texts}
    assert colors["row\nspace"] == COLORS["blue"]
    assert colors["null\nspace"] == COLORS["orange"]
    assert "left null\nspace" not in colors  # it holds the zero vector only


@pytest.mark.parametrize(
    "draw",
    [
        lambda ax: figures.echelon([[0.5]], ax),
        lambda ax: figures.echelon([[1, 2], [3]], ax),
        lambda ax: figures.echelon([[0] * 19], ax),
        lambda ax: figures.echelon([], ax),
        lambda ax: figures.product([[1, 2]], [[1, 2]], ax),
        lambda ax: figures.four_bases([["a"]], ax),
    ],
)
def test_refused(draw):
    with pytest.raises(LinalgBookError):
        draw(figures.axes())


def test_refusal_says_what_to_do():
    with pytest.raises(ShapeError, match="received 2 and 1: change one of them"):
        figures.product([[1, 2]], [[1, 2]], figures.axes())


def test_shapes_say_their_sizes():
    ax = figures.svd_shapes([(3, 2), (1, 4)], figures.axes())
    sizes = [text.get_text().split("\n")[1] for text in ax.texts if "\n" in text.get_text()]
    assert sizes == ["3×2", "3×3", "3×2", "2×2", "1×4", "1×1", "1×4", "4×4"]
    kept = [
        (patch.get_width(), patch.get_height())
        for patch in ax.patches
        if patch.get_hatch() is None and not patch.get_fill()
    ]
    assert kept[:4] == [(2, 3), (2, 3), (2, 2), (2, 2)]
    assert kept[4:] == [(4, 1), (1, 1), (1, 1), (4, 1)]
