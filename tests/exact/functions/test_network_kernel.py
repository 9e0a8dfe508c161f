"""NNGP and NTK of two points: against a library's digits, sums worked by hand, and quadrature."""

import json
from importlib import import_module

import pytest
import sympy
from sympy import Matrix, Rational, acos, pi, sqrt

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InexactNumberError,
    InvalidNumberError,
    ShapeError,
    UnknownMethodError,
)
from linalg_book.exact import network_kernel
from linalg_book.live import form, run
from tests.call import HALF, C, Call, if_empty, two_rows
from tests.paths import DATA

# What every suite that runs over all functions takes from here.
CALLS = {
    "network_kernel": Call(
        ([1, 0], [1, 1], 2, {"bias_variance": HALF}),
        ("1 0", "1 1", "--depth", "2", "--bias-variance", "1/2"),
        "x:column z:column depth:integer activation:choice weight_variance:number "
        "bias_variance:number",
        lambda A, _b: exact.network_kernel(*two_rows(A)), if_empty, matrix="x",
        further=[
            ([3, 4], [4, 3]), ([1, 2], [1, 2], 2), ([1, 2], [-1, -2], 2), ([1, 2], [0, 0], 2),
            ([1, 2], [2, 4]), ([1], [2], 0), ([0, 0], [0, 0], 1, "step"),
            ([1, 1], [1, 0], 2, "step"),
            ([1, 2], [0, 3], 2, "erf", 1, "1/4"), ([1, 2], [-1, -2], 2, "erf"),
            ([1, 2], [3, 4], 2, "identity", HALF, 1), ([1, 2], [1, 0], 1, "gelu"),
            ([1, 2], [1, 0], 1, "exp"), ([1, 2], [1, 0], 1, "cos"), ([1, 2], [0, 1], 2, "abs"),
        ],
        takes_matrix=False,
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.network_kernel")
F = Rational
KNOWN = json.loads((DATA / "network_kernels.json").read_text(encoding="utf-8"))
# x, z, options, NNGP, NTK: by hand, from the arc-cosine kernels of degree 0 and 1
WORKED = {
    # c = 2·1/(2π), and t = c + 2·¼·0
    "right angle": (([1, 0], [0, 1]), 1 / pi, 1 / pi),
    # a = b = 2, c = 1: the mean is (√3 + 2π/3)/(2π), the slopes' is ⅓
    "60 degrees": (([1, 1, 0], [1, 0, 1], 1, "relu", 3),
                   1 + 3 * sqrt(3) / (2 * pi), 2 + 3 * sqrt(3) / (2 * pi)),
    # ReLU halves the mean of squares and the weights double it: c = 5 at each depth
    "itself": (([1, 2], [1, 2], 3), 5, 20),
    "twice": (([1, 2], [2, 4], 2), 10, 30),
    "opposite": (([1, 2], [-1, -2]), 0, 0),
    # the second layer starts from c = 0 with both variances 5
    "opposite, deeper": (([1, 2], [-1, -2], 2), 5 / pi, 5 / pi),
    "zero": (([0, 0], [1, 2], 2), 0, 0),
    # with a bias the zero vector is a point like others: a = c = 1, b = 2, the angle is π/4
    "zero and bias": (([0], [1], 1, "relu", 1, 1),
                      1 / (2 * pi) + F(11, 8), 1 / (2 * pi) + F(14, 8)),
    "inputs": (([1, 2, 3], [4, 5, 6], 0, "relu", 3, HALF), F(65, 2), F(65, 2)),
    "step": (([1, 0], [1, 1], 1, "step", 1), F(3, 8), F(3, 8)),
    "step at 0": (([0], [1], 1, "step", 1), F(1, 4), F(1, 4)),
    "step, itself": (([1], [1], 3, "step", 1), F(1, 2), F(1, 2)),
    # a = c = ½: arcsin ½ = π/6, and the slopes' mean is 4/(π√3)
    "erf": (([1], [1], 1, "erf", HALF), F(1, 6), F(1, 6) + sqrt(3) / (3 * pi)),
    # 12, 2·12 + 1, 2·25 + 1; and 12, 25 + 2·12, 51 + 2·49
    "identity": (([1, 2], [3, 4], 2, "identity", 2, 1), 51, 149),
    "no weights": (([1, 2], [3, 4], 2, "relu", 0, 4), 4, 4),
}  # fmt: skip


@pytest.mark.parametrize(("given", "nngp", "ntk"), WORKED.values(), ids=WORKED)
def test_worked_by_hand(given, nngp, ntk):
    example = network_kernel(*given)
    assert example.answer == Matrix([nngp, ntk])
    assert (example.values["nngp"], example.values["ntk"]) == (nngp, ntk)
    again = network_kernel(given[1], given[0], *given[2:])
    assert again.answer == example.answer


NAMES = {
    "Relu": "relu", "Erf": "erf", "Identity": "identity", "Abs": "abs", "Gelu": "gelu",
    "Sin": "sin", "Cos": "cos", "Exp": "exp",
}  # fmt: skip
PAIRS = [(0, 2), (0, 3), (4, 5), (6, 8), (8, 9)]
ENTRIES = [e for e in KNOWN["entries"] if e["act"] in NAMES and e["data"] == "X"]


def known(entry):
    """Return points and variances of an entry: the numbers that its floats store."""
    points = [[exact.rational_from_float(x) for x in row] for row in KNOWN["inputs"]["X"]]
    return points, [exact.rational_from_float(entry[name]) ** 2 for name in ("W_std", "b_std")]


def near(found, digits, absolute=1e-20):
    """Compare with 25 digits."""
    return abs(sympy.N(found, 30) - sympy.Float(digits, 30)) <= absolute


@pytest.mark.parametrize(
    "entry", ENTRIES, ids=[f"{e['act']} {e['depth']} {e['W_std']}" for e in ENTRIES]
)
def test_a_library_s_digits(entry):
    points, variances = known(entry)
    for i, j in PAIRS:
        values = network_kernel(
            points[i], points[j], entry["depth"], NAMES[entry["act"]], *variances
        ).values
        scale = 1 + abs(float(entry["ntk"][i][j]))
        assert near(values["nngp"], entry["nngp"][i][j], scale * 1e-20)
        assert near(values["ntk"], entry["ntk"][i][j], scale * 1e-20)
        assert near(values["ntk_decimal"], entry["ntk"][i][j], scale * 1e-12)


SIGNS = [e for e in KNOWN["entries"] if (e["act"], e["depth"], e["data"]) == ("Sign", 1, "X")]


def test_the_step_is_half_of_one_plus_the_sign():
    assert SIGNS
    for entry in SIGNS:
        points, (weight, bias) = known(entry)
        for i, j in PAIRS:
            sign = (sympy.Float(entry["nngp"][i][j], 30) - bias) / weight
            found = network_kernel(points[i], points[j], 1, "step", weight, bias).values["nngp"]
            assert near(found, weight * (1 + sign) / 4 + bias)


def test_numbers_are_exact():
    values = network_kernel([3, 4], [4, 3]).values
    assert values["nngp"] == 24 - 24 * acos(F(24, 25)) / pi + 7 / pi
    assert values["ntk"] == 48 - 48 * acos(F(24, 25)) / pi + 7 / pi
    assert values["slopes"] == (F(1, 2) - acos(F(24, 25)) / (2 * pi),)
    assert values["layers"][0] == Matrix([[25, 24], [24, 25]])
    assert values["layers"][1][0, 0] == 25


@pytest.mark.parametrize("activation", ["relu", "step", "abs", "erf", "identity"])
@pytest.mark.parametrize("sign", [1, -1])
def test_no_angle_is_left_where_points_are_equal_or_opposite(activation, sign):
    values = network_kernel([1, 2], [sign, 2 * sign], 1, activation).values
    assert not any(values[name].has(acos) for name in ("nngp", "ntk"))
    if activation != "erf":
        assert values["nngp"].is_Rational
        assert values["ntk"].is_Rational


def test_depth_two_of_equal_points_counts_the_angle_of_erf_once():
    for sign in (1, -1):
        nngp = network_kernel([1], [sign], 2, "erf").values["nngp"]
        assert len(nngp.atoms(sympy.asin)) == 2
        inner = 4 * sympy.asin(F(4, 5)) / pi
        assert nngp == sign * 4 * sympy.asin(2 * inner / (2 * inner + 1)) / pi


def test_the_zero_vector_counts_as_perpendicular():
    text = " ".join(network_kernel([0, 0], [1, 2]).text().split())
    assert "always 0: it counts as perpendicular to everything" in text
    assert "always 0" not in network_kernel([0, 0], [1, 2], bias_variance=1).text()


def test_the_steps_say_what_a_short_result_is():
    text = " ".join(network_kernel([1, 0], [0, 1]).text().split())
    assert "NNGP = c₂ = ─ ≈ 0.318309886184" in text
    assert "m₁ = mean of φ (u) φ (v) = (c₁(π − θ₁) + r₁)/(2π) =" in text
    assert [len(network_kernel([1], [2], depth).steps) for depth in (0, 1, 2)] == [3, 6, 9]
    assert len(network_kernel([1], [2], 2, "identity").steps) == 7


def test_a_page_stops_at_two_layers():
    fields = {"x": "1 2", "z": "3 4", "depth": "2"}
    assert run({"name": "network-kernel", "fields": fields})["ok"]
    refused = run({"name": "network-kernel", "fields": fields | {"depth": "3"}})
    assert refused["field"] == "depth"
    assert refused["message"].startswith("expected at most 2 as depth on a page, but received 3")
    assert "At most 2 on this page." in str(form("network-kernel"))
    assert network_kernel([1, 2], [3, 4], 3).values["ntk_decimal"] > 0


@pytest.mark.parametrize(
    ("given", "error", "field", "words"),
    [
        (([], [1]), EmptySystemError, "x", "at least one entry"),
        (([1, 2], [1]), ShapeError, "z", "z has 1 entry, but x has 2"),
        ((5, [1]), ShapeError, "x", "x is expected to be a list of numbers, but is 5"),
        (([1], [[1, 2]]), ShapeError, "z", "is the list"),
        (([0.5], [1]), InexactNumberError, "x", r"entry 1 of x is 0\.5"),
        (([1], [float("nan")]), InvalidNumberError, "z", "entry 1 of z is nan"),
        (([1], [C]), InvalidNumberError, "z", "entry 1 of z is c, which is symbolic"),
        (([1], [2], -1), InvalidNumberError, "depth", "from 0 to 3, but is -1"),
        (([1], [2], F(1, 2)), InvalidNumberError, "depth", "whole number"),
        (
            ([1], [2], 1, "sigmoid"),
            UnknownMethodError,
            "activation",
            '"relu", "step", "abs", "erf"',
        ),
        (([1], [2], 1, None), UnknownMethodError, "activation", "but is None"),
        (([1], [2], 1, "relu", -1), InvalidNumberError, "weight_variance", "-1, which is negative"),
        (([1], [2], 1, "relu", 1, "-1/2"), InvalidNumberError, "bias_variance", "is negative"),
        (([1], [2], 1, "relu", 0.5), InexactNumberError, "weight_variance", r"0\.5"),
        (([1], [2], 1, "relu", C), InvalidNumberError, "weight_variance", "symbolic"),
    ],
)
def test_what_is_refused(given, error, field, words):
    with pytest.raises(error, match=words) as caught:
        network_kernel(*given)
    assert caught.value.field == field


def test_a_wrong_kernel_raises(monkeypatch):
    dual = _module.DUALS["relu"]
    wrong = type(dual)(**{**vars(dual), "value": lambda k, t, r: (r + k.c * t) / (2 * pi)})
    monkeypatch.setitem(_module.DUALS, "relu", wrong)
    with pytest.raises(FailedCheckError, match="m₁ grows with c₁ as fast"):
        network_kernel([3, 4], [4, 3])


def test_a_wrong_sum_over_layers_raises(monkeypatch):
    monkeypatch.setattr(_module, "tangent_by_layers", lambda *_: sympy.Integer(0))
    with pytest.raises(FailedCheckError, match="each layer of weights contributes"):
        network_kernel([3, 4], [4, 3])
