"""The solution nearest to a given point, and the multipliers that are free."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, sqrt, zeros

from linalg_book import examples as ex
from linalg_book.errors import InconsistentSystemError, InexactNumberError, ShapeError
from linalg_book.exact import closest_point, least_norm
from tests.strategies import FRACTIONS, column, consistent_systems, matrix

F = Rational
# A, b, p₀, x, distance, worked by hand
WORKED = {
    # s = 12 − 7 = 5, c = 5/25, d = (3, 4)/5.
    "line": ([3, 4], 12, [1, 1], [F(8, 5), F(9, 5)], 1),
    "on the line": ([3, 4], 12, [0, 3], [0, 3], 0),
    # s = 12 − 37 = −25, c = −1.
    "beyond": ([3, 4], 12, [7, 4], [4, 0], 5),
    # s = 9 − 0, c = 1: the normal is added.
    "plane": ([2, -1, 2], 9, [1, 2, 0], [3, 1, 2], 3),
    "one unknown": ([4], 6, [1], [F(3, 2)], F(1, 2)),
    # s = (6, 2) − (1, 1), A Aᵀ = diag(3, 2), α = (5/3, 1/2), d = (13, 7, 10)/6.
    "two planes": (
        [[1, 1, 1], [1, -1, 0]], [6, 2], [1, 0, 0], [F(19, 6), F(7, 6), F(5, 3)], sqrt(F(53, 6)),
    ),
    # One line twice: s = 5 for x + 2y, d = (1, 2).
    "dependent": ([[1, 2], [2, 4]], [5, 10], [-1, "1/2"], [0, F(5, 2)], sqrt(5)),
    "unique": ([[2, 1], [1, 3]], [5, 10], [1, 1], [1, 3], 2),
}  # fmt: skip


@pytest.mark.parametrize(("A", "b", "origin", "x", "distance"), WORKED.values(), ids=WORKED)
def test_hand_worked(A, b, origin, x, distance):
    example = closest_point(A, b, origin)
    assert example.answer == Matrix(x)
    assert example.values["distance"] == distance
    assert example.values["distance_squared"] == distance**2
    assert example.values["origin"] + example.values["shift"] == Matrix(x)
    assert example.steps
    assert all(check.holds for check in example.checks)


def test_by_products():
    values = closest_point([3, 4], 12, origin=[1, 1]).values
    assert values["multiplier"] == F(1, 5)
    assert values["normal"] == Matrix([3, 4])
    assert values["null_space"] == Matrix([4, -3])
    assert "norm" not in values


def test_the_origin_itself_changes_nothing():
    for system in (ex.ONE_EQUATION, ex.TWO_PLANES):
        n = closest_point(system.A, system.b).answer.rows
        plain, zero = closest_point(system.A, system.b), closest_point(system.A, system.b, [0] * n)
        assert zero.answer == plain.answer
        assert zero.text() == plain.text()


@given(consistent_systems().filter(lambda given: any(map(any, given[0]))), st.data())
def test_no_other_solution_is_nearer(system, data):
    A, b = system
    origin = [data.draw(FRACTIONS) for _ in A[0]]
    example = closest_point(A, b, origin)
    x, start = example.answer, column(origin)
    assert matrix(A) * x == column(b)
    directions = matrix(A).nullspace()  # SymPy's, not ours
    assert all(d.dot(x - start) == 0 for d in directions)
    step = sum((data.draw(FRACTIONS.map(lambda f: F(f.numerator, f.denominator))) * d
                for d in directions), zeros(len(x), 1))  # fmt: skip
    other = x + step - start
    assert other.dot(other) == example.values["distance_squared"] + step.dot(step)


@given(consistent_systems().filter(lambda given: any(map(any, given[0]))), st.data())
def test_moving_the_coordinates_moves_the_answer(system, data):
    A, b = system
    origin = column([data.draw(FRACTIONS) for _ in A[0]])
    moved = closest_point(A, column(b) - matrix(A) * origin)
    example = closest_point(A, b, list(origin))
    assert example.answer == origin + moved.answer
    assert example.values["distance"] == moved.values["distance"]


def test_the_steps():
    text = " ".join(closest_point([3, 4], 12, [1, 1]).text().split())
    assert "s = 12 − (3·1 + 4·1) = 5" in text
    assert "x = p₀ + d" in text
    text = closest_point([3, 4], 12, [0, 3]).text()
    assert "Stay where you are: x = p₀." in text
    assert len(closest_point([3, 4], 12, [0, 3]).steps) == 2
    text = " ".join(closest_point([[1, 2], [2, 4]], [5, 10], [1, 1]).text().split())
    assert "α is not unique, but d is" in text
    assert str(closest_point([4], 6, [1]).title) == "The solution of 4x = 6, seen from p₀"
    assert "hyperplane in 7 dimensions" in str(closest_point([1] * 7, 1, [1] * 7).title)
    assert "satisfies 2 equations" in str(closest_point([[1, 2], [2, 4]], [5, 10], [1, 1]).title)


@pytest.mark.parametrize(
    ("origin", "message"),
    [
        ([1], "origin has 1 entry, but there are 2 unknowns: give one coordinate for each."),
        (5, "origin is expected to be a list of 2 numbers, one for each unknown, but is 5"),
        ([[1, 2], [2, 3]], "entry 1 of origin is expected to be a number, but is the list [1, 2]"),
    ],
)
def test_points_that_are_refused(origin, message):
    with pytest.raises(ShapeError, match=re.escape(message)):
        closest_point([3, 4], 12, origin)


def test_refused_numbers_and_systems():
    with pytest.raises(InexactNumberError, match=r"entry 2 of origin is 0\.5"):
        closest_point([3, 4], 12, [1, 0.5])
    with pytest.raises(InconsistentSystemError, match="row 1 − 2·row 2 gives 0 = 3"):
        closest_point(ex.INCONSISTENT.A, ex.INCONSISTENT.b, [1, 1])


def test_the_freedom_of_the_multipliers_is_shown():
    # Row 2 = 2·row 1, row 3 = 3·row 1.
    example = least_norm([[1, 2], [2, 4], [3, 6]], [5, 10, 15])
    assert example.values["multipliers_freedom"] == Matrix([[2, 3], [-1, 0], [0, -1]])
    solve = next(step for step in example.steps if "with 0 for each" in str(step.what))
    assert solve.formulas[1].line() == "α + Y t = (1, 0, 0) + [2, 3; −1, 0; 0, −1] t"
    assert least_norm([[1, 1, 1], [1, -1, 0]], [6, 2]).values["multipliers_freedom"].cols == 0


@given(consistent_systems(), st.data())
def test_every_choice_of_multipliers_gives_the_same_solution(system, data):
    A, b = system
    found = least_norm(A, b)
    Y = found.values["multipliers_freedom"]
    assert Y.shape == (len(A), len(A) - matrix(A).rank())
    assert Y.rank() == Y.cols
    t = column([data.draw(FRACTIONS) for _ in range(Y.cols)]) if Y.cols else zeros(0, 1)
    other = found.values["multipliers"] + Y * t
    assert matrix(A).T * other == found.answer
    assert matrix(A) * matrix(A).T * other == column(b)
