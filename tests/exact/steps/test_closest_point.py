"""The derivation for one equation says what is special about its input."""

import re

import pytest
from sympy import symbols

from linalg_book.errors import InvalidNumberError
from linalg_book.exact import closest_point, least_norm


def told(a, b=None, origin=None):
    """Return what the steps do, their reasons and their formulas, as text."""
    steps = closest_point(a, b, origin).steps
    return (
        [str(step.what) for step in steps],
        [str(step.why) for step in steps],
        [[item.line() for item in step.formulas] for step in steps],
    )


def test_the_derivation_of_the_first_example():
    # By hand: ‖a‖² = 9 + 16 = 25, 25c = 12, x = 12/25 (3, 4), ‖x‖ = 12/5.
    what, _, formulas = told([3, 4], 12)
    assert what == [
        "Collect the coefficients in a vector: a·x = 12.",
        "Look for the nearest point on the normal through the origin: x = c a.",
        "Put x = c a into the equation and solve for c.",
        "Multiply the normal vector by c.",
        "Measure its distance from the origin, with b = 12.",
    ]
    assert formulas == [
        ["3x + 4y = 12", "a = (3, 4)"],
        ["x = c a = c (3, 4) = (3c, 4c)"],
        ["c ‖a‖² = c (3² + 4²) = 25c = 12", "c = 12/25"],
        ["x = 12/25 (3, 4) = (36/25, 48/25)"],
        ["‖x‖ = |b|/‖a‖ = 12/√25 = 12/5"],
    ]


def test_fractions_keep_their_meaning_in_a_line():
    # 1/4 + 1/9 = 13/36 and (13/6) / (13/36) = 6.
    _, _, formulas = told(["1/2", "1/3"], "13/6")
    assert formulas[2] == [
        "c ‖a‖² = c ((1/2)² + (1/3)²) = 13/36 c = 13/6",
        "c = (13/6)/(13/36) = 6",
    ]
    assert formulas[4] == ["‖x‖ = |b|/‖a‖ = (13/6)/√(13/36) = √13"]


@pytest.mark.parametrize(("b", "said"), [(-12, True), (12, False)])
def test_a_negative_multiplier_is_explained(b, said):
    _, why, _ = told([3, 4], b)
    assert ("the point lies opposite to a" in why[2]) is said


def test_zero_coefficients_are_explained():
    free = "The coefficient of {} is zero, so the equation leaves {} free"
    assert free.format("x", "x") in told([0, 5], 10)[1][0]
    assert free.format("y", "y") in told([1, 0, 2], 10)[1][0]
    many = "The coefficients of {} are zero: the equation leaves these unknowns free"
    assert many.format("x and y") in told([0, 0, -2], 5)[1][0]
    assert many.format("x₁, x₂ and x₄") in told([0, 0, 1, 0], 5)[1][0]
    assert "zero" not in told([3, 4], 12)[1][0]


@pytest.mark.parametrize(
    ("a", "noun"), [([3, 4], "line"), ([2, -1, 2], "plane"), ([1, 2, 2, 4], "hyperplane")]
)
def test_zero_right_hand_side_gives_the_origin(a, noun):
    what, why, formulas = told(a, 0)
    assert what[1:] == ["Take the origin itself, x = 0."]
    assert f"the {noun} contains the origin" in why[1]
    assert formulas[1] == [f"x = ({', '.join('0' * len(a))})"]


@pytest.mark.parametrize(("b", "formula"), [(6, "x = 6/4 = 3/2"), (0, "x = 0/4 = 0")])
def test_one_unknown_is_a_division(b, formula):
    what, why, formulas = told([4], b)
    assert what == ["Divide the equation by 4."]
    assert "exactly one solution" in why[0]
    assert formulas == [[formula]]


def test_the_title_writes_out_short_equations_only():
    assert str(closest_point([2, -1, 2], 9).title) == (
        "The point of the plane 2x − y + 2z = 9 nearest to the origin"
    )
    assert "hyperplane x₁ + x₂ + x₃ + x₄ + x₅ + x₆ = 1 " in str(closest_point([1] * 6, 1).title)
    assert str(closest_point([1] * 7, 1).title) == (
        "The point of a hyperplane in 7 dimensions nearest to the origin"
    )


def test_the_letters_of_a_text_are_kept():
    # By hand: a = (4, 3), because v was typed before u; the numbers are those of 4x + 3y = 12.
    example = closest_point("4v + 3u = 12")
    what, _, formulas = told("4v + 3u = 12")
    assert str(example.title) == "The point of the line 4v + 3u = 12 nearest to the origin"
    assert formulas[0] == ["4v + 3u = 12", "x = (v, u)", "a = (4, 3)"]
    assert formulas[1:] == told([4, 3], 12)[2][1:]
    assert what == told([4, 3], 12)[0]
    for written in (example.text(), example.latex(), example.markdown(), example.to_json()):
        assert not re.search(r"\by\b", written)
    assert "<mi>y</mi>" not in example.html()


def test_usual_letters_need_no_explanation():
    assert told("3x + 4y = 12") == told([3, 4], 12)
    assert told("x1 + x2 + x3 + 2x4 = 7") == told([1, 1, 1, 2], 7)


def test_one_unknown_keeps_its_letter():
    example = closest_point("7w = 21")
    assert str(example.title) == "The solution of 7w = 21"
    assert told("7w = 21")[2] == [["w = 21/7 = 3"]]
    assert [str(check.name) for check in example.checks] == [
        "w satisfies the equation",
        "the length of w is the distance",
    ]


def test_an_absent_unknown_keeps_its_letter():
    assert "leaves q free, and the nearest point has q = 0" in told("5p + 0q = 10")[1][0]


@pytest.mark.parametrize(
    ("equation", "multiplier"),
    [("c + b = 2", "t"), ("c + t = 2", "k"), ("c + t + k + u = 2", "v"),
     ("c + t + k + u + v = 5", "c_0"), ("c + t + k + u + v + c0 = 6", "c_1")],
)  # fmt: skip
def test_no_letter_stands_for_two_numbers(equation, multiplier):
    shown = multiplier.replace("_", "").translate(str.maketrans("01", "₀₁"))
    what, _, _ = told(equation)
    assert what[1].endswith(f"x = {shown} a.")
    assert ("with h = 2" if "b" in equation else "with b = ") in what[-1]
    names = closest_point(equation).answer.rows
    assert f"d = {shown} a" in told(equation, origin=[2] * names)[0][2]


def test_letters_of_a_text_seen_from_another_point():
    # From (1, 1) by hand: 12 − 7 = 5, and (3, 4)/5 leads to (8/5, 9/5).
    what, _, formulas = told("3q + 4w = 12", origin=[1, 1])
    title = closest_point("3q + 4w = 12", origin=[1, 1]).title
    assert str(title) == "The point of the line 3q + 4w = 12 nearest to p₀"
    assert formulas[0][:3] == ["x = (q, w)", "p₀ = (1, 1)", "a = (3, 4)"]
    assert "s = b − a·p₀" in what[0]
    assert "g = h − a·p₀" in told("b + q + s = 1", origin=[1, 1, 1])[0][0]
    # Two equations have their letters too.
    assert told("q + w = 2; q = w", origin=[1, 1])[2][0][0] == "x = (q, w)"
    assert told("x + y = 2; x = y", origin=[1, 1])[2][0][0] == "p₀ = (1, 1)"


def test_symbols_of_a_point_are_no_unknowns():
    x, u = symbols("x u")
    # The distance of (x, 0) from u + v = 0 is abs(x)/√2.
    assert closest_point("u + v = 0", origin=[x, 0]).values["distance_squared"] == x**2 / 2
    with pytest.raises(InvalidNumberError, match="names an unknown, but holds u"):
        closest_point("u + v = 0", origin=[u, 0])


def test_several_equations_keep_their_letters():
    steps = least_norm("u + v + w = 6; u = v").steps
    assert steps[0].formulas[0].line().endswith("(u, v, w) = (6, 0)")
    assert steps == closest_point("u + v + w = 6; u = v").steps
