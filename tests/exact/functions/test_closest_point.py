"""The nearest point, exactly."""

from fractions import Fraction
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sympy import Matrix, Rational, sqrt

from linalg_book import exact
from linalg_book import examples as ex
from linalg_book.errors import DegenerateEquationError, InconsistentSystemError
from linalg_book.exact import closest_point
from linalg_book.exact.engine.null_space import null_space_rows
from linalg_book.exact.reading.conversion import domain_column
from linalg_book.exact.reading.systems import read_system
from tests.call import EQUATIONS, HALF, C, Call, D, if_no_flat
from tests.expected import IDS, SOLVED
from tests.strategies import FRACTIONS, column, consistent_systems, equations

# What every suite that runs over all functions takes from here.
CALLS = {
    "closest_point": Call(
        ([3, 4], 12), ("3x + 4y = 12",), f"{EQUATIONS} b:column origin:column",
        exact.closest_point, if_no_flat, takes_b=True,
        further=[
            ([[1, 1, 1], [1, -1, 0]], [6, 2], [1, 0, 0]), ([3, 4], -12), ([3, 4], 0), ([1, 2], 10),
            ([4], 6), ([4], 0), ([4], 4),
            ([0, 5], 10), ([2, -1, 2], 9), ([0, 0, -2], 5), ([1, 2, 2, 4], 10),
            ([HALF, "1/3"], "13/6"),
            ([1, 1, 1, 1, 1, 1], 6), (range(1, 9), -204), ([0, 0, 0, 2], 0),
            ([0, 1, 2, 2, 0, 0, 1], 3),
            ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([3, 4], 12, [1, 1]), ([[1, 1, 1]], [3], [1, 2, 3]),
            ([[1, 1, 1], [1, -1, 0]], [6, 2], [1, 2, 3]),
            ([3, 4], C), ([3, -4], C - 2 * D + 1), ([1, 2, 2], D, [C, 0, 1]),
            ("3u + 4v = 12",), ("7w = 21",), ("2c + k + t + 2v + 0u = 5",),
            ("3u + 4v = 12", None, [1, 1]), ("q + s = 3; s + c = 1", None, [1, 1, 1]),
        ],
    ),
}  # fmt: skip

_closest_point = import_module("linalg_book.exact.functions.closest_point")


@pytest.mark.parametrize("solved", SOLVED, ids=IDS)
def test_hand_worked(solved):
    example = closest_point(solved.system.A, solved.system.b)
    assert example.answer == column(solved.point)
    assert example.values["distance"] == solved.distance
    assert example.values["distance_squared"] == solved.distance**2
    assert all(check.holds for check in example.checks)


def test_by_products_of_the_first_example():
    values = closest_point([3, 4], 12).values
    assert values["multiplier"] == Rational(12, 25)
    assert values["normal"] == Matrix([3, 4])
    assert values["null_space"] == Matrix([4, -3])


@pytest.mark.parametrize(
    ("a", "b", "point", "holds"),
    [
        ((3, 4), 12, (4, 0), [True, False, False]),  # on the line, not nearest
        ((3, 4), 12, (3, 4), [False, True, False]),  # on the normal, not on the line
        ((3, 4), 0, (4, -3), [True, False, False]),
        ((2, -1, 2), 9, (0, -9, 0), [True, False, False]),
        ((2, -1, 2), 9, (4, -2, 4), [False, True, False]),
        ((1, 2, 2, 4), 10, (10, 0, 0, 0), [True, False, False]),
        ((4,), 6, (2,), [False, False]),
    ],
)
def test_the_checks_see_a_wrong_point(a, b, point, holds):
    distance = closest_point(a, b).values["distance"]
    system = read_system(a, b)
    directions = null_space_rows(system.A)
    checks = _closest_point._checks(
        system, domain_column(point), column(point), distance, directions
    )
    assert [check.holds for check in checks] == holds


def test_distance_is_simplified():
    assert closest_point([1, 1], 1).values["distance"] == sqrt(2) / 2
    assert closest_point([2, 6], 20).values["distance"] == sqrt(10)


def test_huge_integers():
    # 3·10ᵏ x + 4·10ᵏ y = 12·10ᵏ + 0 is 3x + 4y = 12; an odd factor changes nothing either.
    factor = 7**240
    assert (
        closest_point([3 * factor, 4 * factor], 12 * factor).answer
        == closest_point([3, 4], 12).answer
    )


def test_degenerate_equation_is_refused():
    with pytest.raises(DegenerateEquationError, match=r"0 = 0 holds everywhere.*give at least"):
        closest_point(ex.DEGENERATE.A, ex.DEGENERATE.b)
    with pytest.raises(DegenerateEquationError):
        closest_point([[0, 0], [0, 0]], [0, 0])


def test_impossible_equation_shows_the_contradiction():
    with pytest.raises(InconsistentSystemError, match="the equation says 0 = 5") as caught:
        closest_point(ex.IMPOSSIBLE.A, ex.IMPOSSIBLE.b)
    assert caught.value.combination == (1,)
    with pytest.raises(InconsistentSystemError, match="row 2 says 0 = −3") as caught:
        closest_point([[0, 0], [0, 0]], [0, -3])
    assert caught.value.combination == (0, 1)


@given(equations(), FRACTIONS.filter(bool))
def test_scaling_an_equation_changes_nothing(equation, factor):
    a, b = equation
    scaled = closest_point([factor * entry for entry in a], factor * b)
    assert scaled.answer == closest_point(a, b).answer


@given(equations(), st.randoms(use_true_random=False))
def test_permuting_and_reflecting_the_coordinates(equation, random):
    a, b = equation
    order = random.sample(range(len(a)), len(a))
    signs = [random.choice((1, -1)) for _ in a]
    turned = closest_point([s * a[j] for s, j in zip(signs, order, strict=True)], b)
    x = closest_point(a, b).answer
    assert turned.answer == Matrix([s * x[j] for s, j in zip(signs, order, strict=True)])


@given(equations())
def test_the_formula_for_distance(equation):
    a, b = equation
    squared = Fraction(b) ** 2 / sum(entry**2 for entry in a)
    example = closest_point(a, b)
    assert example.values["distance_squared"] == Rational(squared.numerator, squared.denominator)
    assert example.values["distance"] >= 0


@given(equations())
def test_one_row_in_a_list_is_one_equation(equation):
    a, b = equation
    assert closest_point([a], [b]).answer == closest_point(a, b).answer


@given(consistent_systems().filter(lambda system: any(any(row) for row in system[0])))
def test_several_equations_are_solved_too(system):
    A, b = system
    example = closest_point(A, b)
    assert example.values["distance"] ** 2 == example.answer.dot(example.answer)
