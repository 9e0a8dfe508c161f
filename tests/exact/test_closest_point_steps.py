"""The derivation for one equation says what is special about its input."""

import pytest

from linalg_book.exact import closest_point


def told(a, b):
    """Return what the steps do, their reasons and their formulas, as text."""
    steps = closest_point(a, b).steps
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
