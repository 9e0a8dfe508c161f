"""Right-hand sides with symbols: right for every real value, refused where they decide."""

from copy import copy

import pytest
import sympy
from hypothesis import assume, given
from hypothesis import strategies as st
from sympy import Abs, Matrix, Rational, Symbol, sqrt, symbols

from linalg_book.errors import (
    InconsistentSystemError,
    InexactNumberError,
    InvalidNumberError,
    LinalgBookError,
    UndecidedSystemError,
)
from linalg_book.exact import (
    closest_point,
    least_norm,
    least_squares,
    project,
    ridge,
    row_reduce,
    solve,
)
from linalg_book.exact.engine.roots import square_root
from tests.strategies import FRACTIONS, INTEGERS, matrices, matrix, rational

c, d, h, x, y, z = symbols("c d h x y z")
BY_HAND = {
    # x = t (3, 4) with 25t = c.
    "line": (closest_point([3, 4], c), [3 * c / 25, 4 * c / 25]),
    # From (c, 0) the equation 3x + 4y = d misses s = d − 3c; go s/25 (3, 4).
    "origin": (closest_point([3, 4], d, [c, 0]), [(16 * c + 3 * d) / 25, (4 * d - 12 * c) / 25]),
    # The rows are perpendicular, of squared lengths 3 and 2.
    "rows": (least_norm([[1, 1, 1], [1, -1, 0]], [c, d]), [c / 3 + d / 2, c / 3 - d / 2, c / 3]),
    "dependent rows": (least_norm([[1, 2], [2, 4]], [c, 2 * c]), [c / 5, 2 * c / 5]),
    # x + y + z = c and x − y = d with z = 0.
    "solve": (solve([[1, 1, 1], [1, -1, 0]], [c, d]), [c / 2 + d / 2, c / 2 - d / 2, 0]),
    "square": (solve([[1, 1], [0, 2]], [c**2, c + 1]), [c**2 - (c + 1) / 2, (c + 1) / 2]),
    # (1, 2, 2)·(x, y, z)/9 times (1, 2, 2).
    "project": (project([x, y, z], [1, 2, 2]),
                [k * (x + 2 * y + 2 * z) / 9 for k in (1, 2, 2)]),
    # The line through (0, c), (1, d), (2, h): slope (h − c)/2 through the mean of the three.
    "fit": (least_squares([[1, 0], [1, 1], [1, 2]], [c, d, h]),
            [(c + d + h) / 3 - (h - c) / 2, (h - c) / 2]),
    "ridge": (ridge([[1, 0], [0, 2]], [c, d], 1), [c / 2, 2 * d / 5]),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_by_hand(name):
    example, expected = BY_HAND[name]
    assert example.answer == Matrix(expected).applyfunc(sympy.expand)
    assert all(check.holds for check in example.checks)
    for text in (example.text(), example.latex(), example.html(), example.to_json()):
        assert "**" not in text or text == example.to_json()


def test_lengths_are_absolute_values():
    assert closest_point([3, 4], c).values["distance"] == Abs(c) / 5
    assert closest_point([3, 4], c - 1).values["distance"].subs(c, -4) == 1
    assert least_norm([[1, 2], [2, 4]], [c, 2 * c]).values["norm"] == sqrt(5) * Abs(c) / 5
    positive = Symbol("c", positive=True)
    assert closest_point([3, 4], positive).values["distance"] == positive / 5
    # From (c, 0) to 3x + 4y = d: the distance is abs(d − 3c)/5.
    found = closest_point([3, 4], d, [c, 0]).values
    assert found["distance"].subs({c: 5, d: 0}) == 3
    assert "absolute value" in str(closest_point([3, 4], d, [c, 0]).steps[-1].why)
    assert "absolute value" not in str(least_norm([[1, 0], [0, 1]], [c, d]).steps[-1].why)


def test_the_multiplier_takes_a_free_letter():
    texts = [closest_point([3, 4], symbol).text() for symbol in (c, d, Symbol("b"))]
    assert "x = t a" in texts[0]
    assert "x = c a" in texts[1]
    assert "with b =" not in texts[2]
    assert "c = b/‖a‖²" in texts[2]
    assert "x = t a" in closest_point([3, 4], c + Symbol("b")).text()
    assert "|h| ‖a‖" not in closest_point([3, 4], c + Symbol("b")).text()
    assert "with h = b + c" in closest_point([3, 4], c + Symbol("b")).text()
    assert "p = t a" in project([c, d], [1, 1]).text()
    # The parameter of the solutions is t unless b holds it.
    assert "+ s ⎢" in solve([[1, 1]], [Symbol("t")]).text()


def test_elimination_shows_what_a_solution_needs():
    # Row 2 − 2·row 1 says 0 = d − 2c; nothing is divided by a symbol, so nothing branches.
    found = row_reduce([[1, 2], [2, 4]], [c, d])
    assert found.answer == Matrix([[1, 2, c], [0, 0, d - 2 * c]])
    assert found.values["pivots"] == (0,)


@pytest.mark.parametrize("function", [least_norm, closest_point, solve])
def test_undecided(function):
    with pytest.raises(UndecidedSystemError, match="2·row 1 − row 2 gives 0 = 2c − d") as caught:
        function([[1, 2], [2, 4]], [c, d])
    assert caught.value.conditions == (2 * c - d,)
    assert copy(caught.value).conditions == (2 * c - d,)  # as pickling does
    with pytest.raises(UndecidedSystemError, match=r"row 2 says 0 = d.* only where d = 0"):
        function([[1, 2], [0, 0]], [c, d])
    several = r"and 1 more condition\..* only where [^,]* = 0, [^,]* = 0 and [^,]* = 0:"
    with pytest.raises(UndecidedSystemError, match=several):
        function([[1]] * 5, [1, c, d, h, x**0 * Symbol("k")])


def test_a_zero_equation_is_undecided():
    with pytest.raises(UndecidedSystemError, match="the equation says 0 = c"):
        closest_point([0, 0], c)


def test_inconsistent_for_every_value():
    # Rows 2 and 3 say the same, with right-hand sides d and d + 1.
    for function in (least_norm, closest_point):
        with pytest.raises(InconsistentSystemError) as caught:
            function([[1], [1], [1]], [c, d, d + 1])
        assert sum(caught.value.combination) == 0
        assert caught.value.combination[0] == 0
    found = solve([[1], [1], [1]], [c, d, d + 1])
    assert found.values["kind"] == "none"
    assert abs(found.values["contradiction"]) == 1
    assert "Read row" not in found.text()
    assert "Read row 2: 0 = 1." in solve([[1, 2], [2, 4]], [c, 2 * c + 1]).text()


@pytest.mark.parametrize(
    ("value", "error", "reason"),
    [
        (c / 2 + 0.5, InexactNumberError, "floating-point number in it"),
        (1 / c, InvalidNumberError, "no polynomial"),
        (sympy.sin(c), InvalidNumberError, "no polynomial"),
        (sqrt(2) * c, InvalidNumberError, "no polynomial over the rational numbers"),
        (sympy.I * c, InvalidNumberError, "no polynomial over the rational numbers"),
        (c**21, InvalidNumberError, "stay at or below degree 20"),
        ((c**3 + 1) ** 7, InvalidNumberError, "stay at or below degree 20"),
        (Symbol("C"), InvalidNumberError, "one small letter"),
        (Symbol("cost"), InvalidNumberError, "one small letter"),
        (sympy.Dummy("c"), InvalidNumberError, "one small letter"),
        (Symbol("c", imaginary=True), InvalidNumberError, "not real"),
        (Symbol("c", infinite=True), InvalidNumberError, "not real"),
        (Symbol("c", commutative=False), InvalidNumberError, "not real"),
        (x + 1, InvalidNumberError, "names an unknown, but holds x"),
        (c + Symbol("c", real=True), InvalidNumberError, "one symbol named c"),
        (Symbol("c1") + Symbol("c_1"), InvalidNumberError, "one symbol named c"),
    ],
    ids=str,
)
def test_refused(value, error, reason):
    with pytest.raises(error, match=reason) as caught:
        least_norm([3, 4], value)
    assert "expected" in str(caught.value)


def test_other_refusals():
    with pytest.raises(InvalidNumberError, match=r"row 1 of A is c.*rank.*can change"):
        least_norm([[c, 1]], [1])
    with pytest.raises(InvalidNumberError, match=r"penalty is p, which is symbolic.*give a number"):
        ridge([[1]], [c], Symbol("p", positive=True))
    with pytest.raises(InvalidNumberError, match="names the penalty, but holds lambda"):
        ridge([[1]], [Symbol("lambda")], 1)
    with pytest.raises(InvalidNumberError, match="entry 1 of b is 'c', which is not readable"):
        least_norm([3, 4], "c")
    with pytest.raises(LinalgBookError, match="names an unknown"):
        closest_point([3, 4], 1, [Symbol("y"), 0])
    assert least_norm([1, 1, 1, 1], x).answer == Matrix([x / 4] * 4)  # x₁ to x₄ are unknown


def test_what_cancels_is_a_number():
    assert least_norm([3, 4], (c + 1) ** 2 - c**2 - 2 * c).answer == least_norm([3, 4], 1).answer
    assert closest_point([3, 4], 3 * c, [c, 0]).answer == Matrix([c, 0])


POLYNOMIALS = st.builds(
    lambda p, q, r, s: p + q * c + r * d + s * c * d / 2, INTEGERS, INTEGERS, INTEGERS, INTEGERS
)


@given(matrices(), st.data())
def test_substitution(A, data):
    """A number may be put in before or after: SymPy's pseudoinverse tells the right answer."""
    theirs = matrix(A)
    at = {c: rational(data.draw(FRACTIONS)), d: rational(data.draw(FRACTIONS))}
    b = [data.draw(POLYNOMIALS) for _ in A]
    fitted = theirs.pinv() * Matrix(b).subs(at)
    assert least_squares(A, b).answer.subs(at) == fitted
    assert project(b, A).answer.subs(at) == theirs * fitted
    penalty = Rational(3, 2)
    gram = theirs.T * theirs + penalty * sympy.eye(theirs.cols)
    assert ridge(A, b, penalty).answer.subs(at) == gram.inv() * theirs.T * Matrix(b).subs(at)

    reached = [
        sum((p * q for p, q in zip(row, [c, d, 1, c * d], strict=False)), 0)
        for row in theirs.tolist()
    ]
    shortest = theirs.pinv() * Matrix(reached).subs(at)
    found = least_norm(A, reached)
    assert found.answer.subs(at) == shortest
    assert found.values["norm"].subs(at) == sqrt(shortest.dot(shortest))
    assert theirs * solve(A, reached).answer.subs(at) == Matrix(reached).subs(at)
    assume(any(any(row) for row in A))
    origin = Matrix([c - 1, d, c * d, 2][: theirs.cols])
    nearest = closest_point(A, reached, list(origin)).answer
    missing = Matrix(reached).subs(at) - theirs * origin.subs(at)
    assert nearest.subs(at) == origin.subs(at) + theirs.pinv() * missing


@given(matrices(), st.data())
def test_decided_or_not(A, data):
    """A system is solved, refuted or undecided as SymPy's ranks say."""
    theirs, b = matrix(A), [data.draw(POLYNOMIALS) for _ in A]
    parts = [sympy.Poly(entry, c, d) for entry in b]
    monomials = (c, d, c * d, 1)
    beside = theirs.row_join(Matrix([[p.coeff_monomial(m) for m in monomials] for p in parts]))
    solvable = beside.rank() == theirs.rank()
    if not solvable and beside.rref()[1][-1] != beside.cols - 1:  # no combination leaves a number
        with pytest.raises(UndecidedSystemError) as caught:
            solve(A, b)
        assert all(condition.free_symbols for condition in caught.value.conditions)
    else:
        assert (solve(A, b).values["kind"] != "none") == solvable


@given(POLYNOMIALS, POLYNOMIALS, FRACTIONS, FRACTIONS)
def test_roots_of_squares(p, q, first, second):
    """The root of a sum of squares is nowhere negative, and its square is the sum."""
    at = {c: rational(first), d: rational(second)}
    for total in (p**2, p**2 + q**2, 3 * p**2 / 7, (p**2) ** 2):
        value = square_root(sympy.expand(total)).subs(at)
        assert value.is_nonnegative
        assert sympy.expand(value**2) == total.subs(at)


def test_roots_by_hand():
    assert square_root(4 * c**2) == 2 * Abs(c)
    assert square_root(c**4) == c**2
    assert square_root(c**6) == c**2 * Abs(c)
    assert square_root(c**2 / 4 + 1) == sqrt(c**2 + 4) / 2
    assert square_root(c**2 / 3 + d**2 / 2) == sqrt(12 * c**2 + 18 * d**2) / 6
    assert square_root(sympy.expand((c - d / 2) ** 2)) == Abs(2 * c - d) / 2
    long = sympy.expand(sum(Symbol(f"c_{j}") for j in range(12)) ** 2)
    assert square_root(long) ** 2 == long
