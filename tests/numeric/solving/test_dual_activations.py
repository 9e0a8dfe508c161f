"""Means of φ(u)φ(v) for Gaussian u and v: against 25 digits, by hand, refusals."""

import json

import numpy as np
import pytest
from numpy.polynomial import Polynomial

from linalg_book.errors import InvalidNumberError, ShapeError, UnknownMethodError
from linalg_book.numeric import dual_activation
from tests.paths import DATA

NAN = float("nan")
# The argument that is at fault, then a call that is refused; what goes by name stands last.
REFUSED = {
    "dual_activation": [("activation", "tanhh"), ("activation", 3), ("activation", None),
                        ("activation", Polynomial([1, NAN])),
                        ("slope", "leaky relu", {"slope": NAN}),
                        ("slope", "leaky relu", {"slope": "0.1"}),
                        ("slope", "leaky relu", {"slope": True})],
}  # fmt: skip
VALUES = json.loads((DATA / "dual_activations.json").read_text(encoding="utf-8"))
OURS = {name.capitalize(): dual_activation(name)
        for name in ("relu", "abs", "erf", "sin", "cos", "gelu", "exp", "identity")} | {
    "LeakyRelu(0.1)": dual_activation("leaky relu", slope=0.1),
    "Polynomial([1,2,3])": dual_activation(Polynomial([1, 2, 3])),
    "Monomial(2)": dual_activation(Polynomial([0, 0, 1])),
}  # fmt: skip
KNOWN = [value for value in VALUES if value["act"] in OURS]


@pytest.mark.parametrize("value", KNOWN, ids=lambda v: f"{v['act']} {v['which']} {v['k12']}")
def test_reference_values(value):
    dual = OURS[value["act"]]
    of = dual.value if value["which"] == "dual" else dual.derivative
    found = of(value["k11"], value["k12"], value["k22"])
    assert found == pytest.approx(float(value["closed_form_25dig"]), rel=2e-15, abs=1e-16)
    assert isinstance(found, float)


def test_every_activation_has_a_reference_value():
    assert {value["act"] for value in KNOWN} == set(OURS)


def test_arrays_and_zero_variances():
    step = dual_activation("step")
    # A right angle; the same direction; opposite; u always 0.
    assert step.value([1, 1, 4, 0], [0, 2, -6, 0], [3, 4, 9, 1]).tolist() == [0.25, 0.5, 0, 0.25]
    assert step.derivative([1, 1], 0, 1).tolist() == [0, 0]
    assert step.value(0, 0, 0) == 0.25
    relu = dual_activation("relu")
    assert relu.value([0, 1], 0, 1).tolist() == [0, pytest.approx(1 / (2 * np.pi), rel=1e-15)]
    assert relu.derivative(0, 0, 1) == 0.25
    assert dual_activation("cos").value(0, 0, 2) == pytest.approx(np.exp(-1), rel=1e-15)
    assert dual_activation(relu) is relu


def test_what_is_refused():
    with pytest.raises(UnknownMethodError, match=r'one of "relu", .*, but is \'tanhh\''):
        dual_activation("tanhh")
    relu = dual_activation("relu")
    for given, field in [((-1, 0, 1), "k11"), ((1, 0, -1), "k22"), ((1, 2, 1), "k12"),
                         ((NAN, 0, 1), "k11"), ((1, "a", 1), "k12")]:  # fmt: skip
        with pytest.raises(InvalidNumberError) as caught:
            relu.value(*given)
        assert caught.value.field == field
    with pytest.raises(ShapeError, match=r"have the shapes \(2,\), \(3,\), \(\): give three"):
        relu.derivative([1, 1], [0, 0, 0], 1)
    with pytest.raises(InvalidNumberError, match="beyond it: give smaller variances"):
        dual_activation("exp").value(1000, 0, 1000)
    assert relu.value(1, 1 + 1e-14, 1) == 0.5  # rounding of the covariance
