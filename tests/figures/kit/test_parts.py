"""What drawings say of their parts: all of them, and numbers only where axes have them."""

import re
from fractions import Fraction

import numpy as np
import pytest
from matplotlib import pyplot as plt

from linalg_book import figures
from linalg_book.figures.kit.marks import marks_of
from linalg_book.figures.kit.parts import parts_in
from linalg_book.figures.kit.sketch import Sketch
from linalg_book.figures.kit.spoken import spoken
from tests.figures.cases import CASES, draw_case, name_of

FIRST_CASES = [next(case for case in CASES if case[0] is draw) for draw in dict(CASES)]
LONGEST = 400  # letters of a line


def lines_of(ax):
    lines = parts_in(figures.svg(ax.figure))
    plt.close(ax.figure)
    return lines


def test_a_line_is_said_with_its_equation_and_its_points_with_their_numbers():
    lines = lines_of(figures.line((3, 4), 12, figures.axes()))
    assert lines[:2] == ["gray axis x", "gray axis y"]
    assert [line for line in lines if line.startswith("blue point")] == [
        "blue point (4, 0)",
        "blue point (0, 3)",
    ]
    (line,) = [line for line in lines if "3x + 4y = 12" in line]
    numbers = re.fullmatch(r"blue line 3x \+ 4y = 12, from \((.*), (.*)\) to \((.*), (.*)\)", line)
    x, y, s, t = (Fraction(number.replace("−", "-")) for number in numbers.groups())
    assert abs(3 * x + 4 * y - 12) < Fraction(1, 20) > abs(3 * s + 4 * t - 12)


def test_planes_in_space_are_said_by_their_equations_without_numbers_of_the_picture():
    lines = lines_of(figures.planes_in_box([(2, -1, 2)], [9], figures.axes(4.2, 3.9)))
    assert "blue plane 2x − y + 2z = 9" in lines
    assert "orange point (2, −1, 2)" in lines
    assert not any(" from (" in line for line in lines)


def test_logarithms_are_not_said_for_the_numbers_of_an_axis():
    ax = figures.axes()
    sketch = Sketch(ax, [np.array([4.0, 4.0])])
    sketch.point(np.array([2.0, 3.0]), "blue")
    sketch.finish()
    assert "blue point (2, 3)" in lines_of(ax)
    ax = figures.axes()
    sketch = Sketch(ax, [np.array([4.0, 4.0])])
    sketch.point(np.array([2.0, 3.0]), "blue")
    sketch.finish()
    ax.xaxis.set_major_formatter(lambda place, _: f"$10^{{{place:g}}}$")
    assert "blue point" in lines_of(ax)


def test_what_is_dashed_hollow_or_an_arrow_is_said():
    ax = figures.axes()
    sketch = Sketch(ax, [np.array([4.0, 4.0])])
    sketch.segment(np.array([0.0, 1.0]), np.array([2.0, 1.0]), "purple", style="--")
    sketch.point(np.array([3.0, 3.0]), "green", hollow=True)
    sketch.arrow(np.zeros(2), np.array([1.0, 2.0]), "orange")
    sketch.circle(np.zeros(2), 2.5, "blue")
    sketch.label(r"$\mathbf{v}$", [np.array([1.0, 2.0])], "orange")
    sketch.finish()
    lines = lines_of(ax)
    assert "dashed purple line from (0, 1) to (2, 1)" in lines
    assert "green ring (3, 3)" in lines
    assert "orange arrow v, from (0, 0) to (1, 2)" in lines
    assert "blue circle around (0, 0) with radius 2.5" in lines


@pytest.mark.parametrize("case", FIRST_CASES, ids=name_of)
def test_every_drawing_says_its_parts_and_leaves_no_label_out(case):
    ax = draw_case(*case)
    labels = {spoken(text.get_text()) for text in ax.texts} - {""}
    has_marks = bool(marks_of(ax))
    lines = parts_in(figures.svg(ax.figure))
    plt.close(ax.figure)
    said = "\n".join(lines)
    assert bool(lines) == (has_marks or bool(labels))
    assert len(lines) == len(set(lines))
    assert not re.search(r"[\\${}]|None|nan", said)
    assert all(len(line) <= LONGEST for line in lines)
    if " more" not in said:
        assert [label for label in labels if label not in said] == []


def test_a_drawing_without_parts_written_into_it_has_none():
    assert parts_in("<svg><desc>words</desc></svg>") == []
    assert parts_in('<svg><desc id="parts">a &lt; b\nc</desc></svg>') == ["a < b", "c"]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        (r"$3x + 4y = 12$", "3x + 4y = 12"),
        (r"$\Vert\mathbf{x}\Vert_{\infty} = 1$", "‖x‖_∞ = 1"),
        (r"$A^{\top}\boldsymbol{\alpha}$", "A transposedα"),
        (r"$\sqrt{x + 1}$", "√(x + 1)"),
        (r"$10^{\circ}$", "10°"),
        ("two words", "two words"),
    ],
)
def test_labels_are_said_without_marks_of_tex(label, said):
    assert spoken(label).replace("transposed ", "transposed") == said
