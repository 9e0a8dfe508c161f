"""What holds for every drawing, whatever its data: readable, quiet, in the book's colors."""

import re
from dataclasses import dataclass, fields
from itertools import combinations
from typing import Any, get_args, get_origin, get_type_hints

import pytest
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from linalg_book import figures
from linalg_book.errors import LinalgBookError, ShapeError
from linalg_book.figures import drawings
from linalg_book.figures.kit.scenes import scene_classes, scene_of
from tests.figures.cases import CASES, GIVEN, draw_case, draw_number, name_of
from tests.figures.drawn import LINES

PHONE_POINTS = 328 * 0.75  # a phone's column of 328 px, in points of 1/96 * 4/3 inch
SMALLEST_TEXT = 9.0
OF_A_LINE = [draw for draw, data in CASES if data is LINES[0]]
FIRST_CASES = [next(case for case in CASES if case[0] is draw) for draw in dict(CASES)]
RECORDS = {scene.drawing: scene for scene in scene_classes().values()}


@dataclass(frozen=True)
class Drawn:
    """One case of the table, drawn once for all tests of this file."""

    name: str
    ax: Axes


@pytest.fixture(scope="module", params=range(len(CASES)), ids=lambda k: name_of(CASES[k]))
def drawn(request):
    ax = draw_number(request.param)
    ax.figure.draw_without_rendering()
    yield Drawn(name_of(CASES[request.param]), ax)
    plt.close(ax.figure)


def test_every_public_drawing_has_a_case():
    assert {draw.__name__ for draw, _ in CASES} == set(drawings.__all__)


def test_a_drawing_is_readable(drawn):
    boxes = {text.get_text(): text.get_window_extent() for text in drawn.ax.texts}
    check_inside(boxes, drawn.ax.figure.bbox)
    check_apart(boxes)
    check_points_are_free(boxes, drawn.ax)
    check_size(drawn.ax)


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
    smallest = min(sizes, default=SMALLEST_TEXT * 72)  # an image has no words
    assert smallest * PHONE_POINTS / (ax.figure.get_figwidth() * 72) >= SMALLEST_TEXT


@pytest.mark.parametrize("case", FIRST_CASES, ids=name_of)
def test_an_svg_has_no_color_but_the_books(case):
    ax, name = draw_case(*case), case[0].__name__
    svg = figures.svg(ax.figure)
    plt.close(ax.figure)
    text = re.sub(r'url\(#\w+\)|href="[^"]*"|id="[^"]*"', "", svg)
    used = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", text))
    assert used <= set(figures.COLORS.values())
    given = GIVEN.get(name, "blue")  # images have no color of the book
    assert given is None or figures.COLORS[given] in used
    assert given or figures.COLORS["blue"] not in used
    assert not re.search(r"(?:fill|stroke): (?!none|#)[a-z]", text), "a color by name"


def test_no_title_no_legend_no_ground(drawn):
    ax = drawn.ax
    assert [ax.get_title(where) for where in ("left", "center", "right")] == ["", "", ""]
    assert ax.figure.get_suptitle() == ""
    assert ax.get_legend() is None
    assert not ax.patch.get_visible()
    assert not ax.figure.patch.get_visible()


def test_a_scene_is_what_its_record_says(drawn):
    scene, record = scene_of(drawn.ax), RECORDS.get(drawn.name)
    if record is None:
        assert scene is None, "its record has to name this drawing"
        return
    assert scene.pop("kind") == record.kind
    assert fits(scene.pop("frame"), tuple[float, float, float, float])
    hints = get_type_hints(record)
    assert list(scene) == [field.name for field in fields(record)]
    for name, value in scene.items():
        assert fits(value, hints[name]), f"{name} is no {hints[name]}: {value!r}"


def fits(value: Any, hint: Any) -> bool:
    """Say whether a value read from JSON is of a type; tuples are lists of a known length."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind is list:
        return type(value) is list and all(fits(each, inner[0]) for each in value)
    if kind is dict:
        return type(value) is dict and all(fits(each, inner[1]) for each in value.values())
    if kind is tuple:
        pairs = zip(value, inner, strict=False)
        return len(value) == len(inner) and all(fits(each, one) for each, one in pairs)
    return type(value) is hint


def test_what_fits_a_type():
    assert fits([["1", "-1/3"]], list[list[str]])
    assert not fits([["1", 2]], list[list[str]])
    assert fits([1.5, "x"], tuple[float, str])
    assert not fits([1.5], tuple[float, float])
    assert not fits(1, float)
    assert not fits({"x": [1]}, dict[str, list[float]])


@pytest.mark.parametrize("draw", OF_A_LINE, ids=name_of)
def test_input_that_is_not_a_line_is_refused(draw):
    ax = figures.axes()
    with pytest.raises(ShapeError, match="two coefficients"):
        draw((3, 4, 5), 12, ax)
    with pytest.raises(ShapeError, match="two coefficients"):
        draw(((3, 4), (1, 2)), 12, ax)
    for a, c in (((0, 0), 12), ((0, 0), 0), ((float("nan"), 1), 1), ((1, 2), float("inf"))):
        with pytest.raises(LinalgBookError):
            draw(a, c, ax)


@pytest.mark.parametrize("draw", OF_A_LINE, ids=name_of)
def test_input_is_not_changed(draw):
    a = [3, 4]
    draw(a, 12, figures.axes())
    assert a == [3, 4]
