"""Means of activations: every step by SymPy, every closed form by quadrature to 30 digits."""

import json
from functools import cache

import pytest
import sympy
from mpmath import mp, mpf
from sympy import Integral, Rational, acos, asin, pi, sqrt

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    ShapeError,
    UnknownMethodError,
)
from linalg_book.exact import dual_activation
from linalg_book.exact.engine.dual_values import DUALS
from tests.call import HALF, C, Call, if_empty, two_rows
from tests.paths import DATA

F = Rational
POLYNOMIAL = ("polynomial", [1, 2, 3])
NAMES = ["relu", "step", "leaky relu", "abs", "erf", "gelu", "sin", "cos", "exp", "identity"]
ALL = [*((name,) for name in NAMES), POLYNOMIAL, ("polynomial", [0, HALF, 0, -1])]
every = pytest.mark.parametrize("given", ALL, ids=lambda given: " ".join(map(str, given)))


def short(row):
    """Take the first entries of a row as coefficients."""
    return list(row)[:4]


# What every suite that runs over all functions takes from here.
CALLS = {
    "dual_activation": Call(
        ("relu",), ("--activation", "relu"), "activation:choice coefficients:column",
        lambda A, _b: exact.dual_activation("polynomial", short(two_rows(A)[0])), if_empty,
        matrix="coefficients", further=ALL[1:], takes_matrix=False,
    ),
}  # fmt: skip


@cache
def equal(left, right):
    """Let SymPy decide whether two sides are equal; an integral up to c is differentiated."""
    if isinstance(left, Integral) and left.limits[0][2].is_Symbol:
        variable, low, high = left.limits[0]
        slope = right.diff(high) - left.function.subs(variable, high)
        return sympy.simplify(slope) == 0 and sympy.simplify(right.subs(high, low)) == 0
    if isinstance(left, Integral):
        left = Integral(sympy.powsimp(left.function), *left.limits).doit()
    forms = [left - right, (left - right).rewrite(sympy.exp), (left - right).rewrite(asin)]
    if any(sympy.simplify(form) == 0 for form in forms):
        return True
    return sympy.simplify((left / right).rewrite(sympy.erf)) == 1


@every
def test_every_step_is_an_equation_that_sympy_verifies(given):
    *steps, _ = dual_activation(*given).steps
    for step in steps:
        assert step.before
        for left, right in zip(step.before, step.after, strict=True):
            assert equal(left, right), (left, right)


def test_a_false_step_is_seen():
    x, c = sympy.symbols("x c", positive=True)
    assert not equal(Integral(x**2, (x, 0, c)), c**3 / 2)
    assert not equal(Integral(sympy.exp(-(x**2)), (x, -sympy.oo, sympy.oo)), pi)
    assert not equal((pi - acos(x)) / (2 * pi), F(1, 2) + asin(x) / (2 * pi))


DIGITS = mpf(10) ** -30
COVARIANCES = [(F(1), F(1), F(1, 2)), (F(7, 10), F(19, 10), F(-2, 5))]


def normal(x):
    return mp.exp(-(x**2) / 2) / mp.sqrt(2 * mp.pi)


def cumulative(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


# φ and φ′; those of the first group are 0 or linear on both sides of 0
BENT = {
    "relu": (lambda u: max(u, mpf(0)), lambda u: mpf(u > 0)),
    "step": (lambda u: mpf(u > 0), lambda _: mpf(0)),
    "abs": (abs, mp.sign),
    "leaky relu": (lambda u: u if u > 0 else u / 10, lambda u: mpf(1) if u > 0 else mpf(1) / 10),
}
SMOOTH = {
    "erf": (mp.erf, lambda u: 2 * mp.exp(-(u**2)) / mp.sqrt(mp.pi)),
    "gelu": (lambda u: u * cumulative(u), lambda u: cumulative(u) + u * normal(u)),
    "sin": (mp.sin, mp.cos),
    "cos": (mp.cos, lambda u: -mp.sin(u)),
    "exp": (mp.exp, mp.exp),
    "identity": (lambda u: u, lambda _: mpf(1)),
    "polynomial": (lambda u: 1 + 2 * u + 3 * u**2, lambda u: 2 + 6 * u),
}


def by_polar_coordinates(function, degree, a, b, c):
    """Integrate over the distance and, between the kinks, over the direction."""
    theta = mp.acos(c / mp.sqrt(a * b))
    kinks = (mp.pi / 2, -mp.pi / 2, theta + mp.pi / 2, theta - mp.pi / 2)
    ends = sorted(x % (2 * mp.pi) for x in kinks)
    pieces = zip(ends, [*ends[1:], ends[0] + 2 * mp.pi], strict=True)
    turn = sum(
        mp.quad(lambda p: function(mp.cos(p)) * function(mp.cos(p - theta)), [low, high])
        for low, high in pieces
    )
    far = mp.quad(lambda q: q ** (2 * degree + 1) * mp.exp(-(q**2) / 2), [0, 4, 8, 16])
    return mp.sqrt(a * b) ** degree * far * turn / (2 * mp.pi)


def by_a_grid(function, a, b, c):
    """Add up the values on a grid, which converges fast for what is smooth everywhere."""
    step, count = mpf(1) / 4, 52
    numbers = [step * k for k in range(-count, count + 1)]
    weights = [step * normal(x) for x in numbers]
    along, across = c / mp.sqrt(a), mp.sqrt(b - c**2 / a)
    total = mpf(0)
    for g, weight in zip(numbers, weights, strict=True):
        inner = (
            w * function(along * g + across * h) for h, w in zip(numbers, weights, strict=True)
        )
        total += weight * function(mp.sqrt(a) * g) * mp.fsum(inner)
    return total


def digits(expression, a, b, c):
    names = dict(zip(sympy.symbols("a b c s"), (a, b, c, F(1, 10)), strict=True))
    return mpf(sympy.N(expression.xreplace(names), 40))


HEAVY = ("erf", "gelu")
QUADRATURES = [
    pytest.param(
        name,
        covariance,
        id=f"{name}, c = {covariance[2]}",
        marks=[pytest.mark.full] if name in HEAVY and covariance[1] > 1 else [],
    )
    for name in (*BENT, *SMOOTH)
    for covariance in COVARIANCES
]


@pytest.mark.parametrize(("name", "covariance"), QUADRATURES)
def test_closed_forms_by_quadrature(name, covariance):
    example = dual_activation(*(POLYNOMIAL if name == "polynomial" else (name,)))
    with mp.workdps(40):
        a, b, c = (mpf(x.p) / x.q for x in covariance)
        for which, expression in enumerate((example.answer, example.values["slope"])):
            if name in BENT:
                degree = 0 if name == "step" else 1 - which
                found = by_polar_coordinates(BENT[name][which], degree, a, b, c)
            else:
                found = by_a_grid(SMOOTH[name][which], a, b, c)
            assert abs(found - digits(expression, *covariance)) < DIGITS, (which, found)


KNOWN = json.loads((DATA / "dual_activations.json").read_text(encoding="utf-8"))
TITLES = {
    "Relu": ("relu",), "Abs": ("abs",), "Erf": ("erf",), "Sin": ("sin",), "Cos": ("cos",),
    "Exp": ("exp",), "Gelu": ("gelu",), "LeakyRelu(0.1)": ("leaky relu",),
    "Polynomial([1,2,3])": POLYNOMIAL, "Monomial(2)": ("polynomial", [0, 0, 1]),
}  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
def test_a_library_s_digits(title):
    example = dual_activation(*TITLES[title])
    entries = [entry for entry in KNOWN if entry["act"] == title]
    assert len(entries) == 4
    for entry in entries:
        expression = example.values["slope"] if "derivative" in entry["which"] else example.answer
        numbers = (F(str(entry[name])) for name in ("k11", "k22", "k12"))
        # the library starts from floats of 1/10, 7/10 and so on
        assert abs(digits(expression, *numbers) - mpf(entry["closed_form_25dig"])) < 1e-14


@pytest.mark.parametrize(
    ("coefficients", "line"),
    [
        ([0, -3, 0, 1], "(x³ − 3ax) + (3a − 3)·x = x³ − 3x"),
        ([-1, 0, "1/2"], "1/2·(x² − a) + (a/2 − 1) = x²/2 − 1"),
        ([2, 0, -1], "−(x² − a) − (a − 2) = 2 − x²"),
        ([0, 0, 1], "(x² − a) + a = x²"),
        ([0, 1], "x = x"),
        ([0], "0 = 0"),
    ],
)
def test_hermite_polynomials_from_the_highest_without_factors_one(coefficients, line):
    assert dual_activation("polynomial", coefficients).steps[0].formulas[0].line() == line


def test_by_hand():
    a, b, c, rho = sympy.symbols("a b c rho")
    step = dual_activation("step")
    assert step.answer == (pi - acos(c / sqrt(a * b))) / (2 * pi)
    assert step.values["hermite"][:4] == (F(1, 4), 1 / (2 * pi), 0, 1 / (12 * pi))
    relu = dual_activation("relu").values
    assert relu["normalized"] == (sqrt(1 - rho**2) + rho * (pi - acos(rho))) / (2 * pi)
    assert relu["mean"] == sqrt(2) * sqrt(a) / (2 * sqrt(pi))
    assert relu["hermite"][:3] == (1 / (2 * pi), F(1, 4), 1 / (4 * pi))
    square = dual_activation("polynomial", [0, 0, 1])
    assert square.answer == a * b + 2 * c**2
    assert square.values["slope"] == 4 * c
    assert square.values["hermite"][:3] == (1, 0, 2)


@every
def test_a_power_series_has_no_negative_coefficient(given):
    series = dual_activation(*given).values["hermite"]
    assert len(series) == 6
    assert all(sympy.N(x.subs("s", F(1, 10))) >= 0 for x in series)


@pytest.mark.parametrize(
    ("given", "error", "field", "words"),
    [
        (("sigmoid",), UnknownMethodError, "activation", '"relu", "step", "leaky relu"'),
        ((None,), UnknownMethodError, "activation", "but is None"),
        ((["relu"],), UnknownMethodError, "activation", "choose one of them"),
        (("relu", [1]), InvalidNumberError, "coefficients", "for a polynomial only"),
        (("polynomial",), InvalidNumberError, "coefficients", "but received none"),
        (("polynomial", []), EmptySystemError, "coefficients", "at least one entry"),
        (("polynomial", 3), ShapeError, "coefficients", "a list of numbers"),
        (("polynomial", [0.5]), InexactNumberError, "coefficients", r"entry 1 .* 0\.5"),
        (("polynomial", [C]), InvalidNumberError, "coefficients", "symbolic"),
        (("polynomial", [1] * 22), InvalidNumberError, "coefficients", "at most 21 entries"),
    ],
)
def test_what_is_refused(given, error, field, words):
    with pytest.raises(error, match=words) as caught:
        dual_activation(*given)
    assert caught.value.field == field


@pytest.mark.parametrize("name", ["relu", "erf", "gelu", "sin", "step"])
def test_a_wrong_mean_raises(monkeypatch, name):
    right = DUALS[name]
    for value in (lambda k, t, r: 2 * right.value(k, t, r) + k.a,
                  lambda k, t, r: right.value(k, t, r) + k.c):  # fmt: skip
        monkeypatch.setitem(DUALS, name, type(right)(**{**vars(right), "value": value}))
        with pytest.raises(FailedCheckError):
            dual_activation(name)
