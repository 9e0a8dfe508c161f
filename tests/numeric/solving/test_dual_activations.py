"""Means of φ(u)φ(v) for Gaussian u and v: against 25 digits, by hand, refusals."""

import json

import numpy as np
import pytest
from numpy.polynomial import Polynomial
from scipy.special import erf, ndtr

from linalg_book.errors import InvalidNumberError, ShapeError, UnknownMethodError
from linalg_book.numeric import dual_activation, network_kernels
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


SMOOTH = {"erf": erf, "sin": np.sin, "cos": np.cos, "gelu": lambda u: u * ndtr(u), "exp": np.exp}
COVARIANCES = [(1, 0.5, 1), (0.7, -0.4, 1.9), (2, 2, 2), (0.3, 0, 3), (1, -1, 1), (1e-6, 5e-7, 1)]


@pytest.mark.parametrize("name", SMOOTH)
def test_hermite_series_of_functions_that_are_known(name):
    known, series = dual_activation(name), dual_activation(SMOOTH[name])
    for k11, k12, k22 in COVARIANCES:
        error = abs(series.value(k11, k12, k22) - known.value(k11, k12, k22))
        size = np.sqrt(known.value(k11, k11, k11) * known.value(k22, k22, k22))
        assert error <= series.error(k11, k22) + 4e-15 * size
        assert series.error(k11, k22) <= 1e-13 * size
        assert known.error(k11, k22) == 0
        slopes = series.derivative(k11, k12, k22), known.derivative(k11, k12, k22)
        assert slopes[0] == pytest.approx(slopes[1], rel=1e-11, abs=1e-12)
    assert series.value(0, 0, 1) == pytest.approx(known.value(0, 0, 1), rel=1e-14, abs=1e-16)
    assert series.derivative(0, 0, 1) == pytest.approx(
        known.derivative(0, 0, 1), rel=1e-8, abs=1e-9
    )


def test_the_bound_is_above_the_error_where_it_is_large():
    # Steep functions: the bound is a bound, and not a wild one.
    known, series = dual_activation("erf"), dual_activation(erf)
    for variance in (30, 45):
        error = abs(series.value(*[variance] * 3) - known.value(*[variance] * 3))
        assert error <= series.error(variance, variance) <= 1e-8
        assert series.error(variance, variance) <= 10 * error + 1e-13


def test_networks_with_functions():
    X = np.random.default_rng(6).standard_normal((5, 3))
    options = {"depth": 2, "weight_variance": 1.5, "bias_variance": 0.1}
    both = network_kernels(X, activation=erf, **options)
    for found, expected in zip(both, network_kernels(X, activation="erf", **options), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-12)
    tanh = network_kernels([[0, 0], [1, 2]], depth=2, activation=np.tanh)
    assert not np.any(tanh.ntk[0])
    assert tanh.ntk[1, 1] > tanh.nngp[1, 1] > 0


def test_derivatives_by_price():
    # Off |ρ| = 1 the mean of the derivatives is the derivative of the mean by the covariance.
    for activation in ("relu", "gelu", "erf", "cos", np.tanh, Polynomial([1, 2, 3])):
        dual, h = dual_activation(activation), 1e-5
        slope = (dual.value(0.7, 0.4 + h, 1.9) - dual.value(0.7, 0.4 - h, 1.9)) / (2 * h)
        assert dual.derivative(0.7, 0.4, 1.9) == pytest.approx(slope, rel=1e-8)
    # The step is the exception that the chapter names: 1/(2π√(1·1 − 0.3²)), not 0.
    step, h = dual_activation("step"), 1e-5
    slope = (step.value(1, 0.3 + h, 1) - step.value(1, 0.3 - h, 1)) / (2 * h)
    assert slope == pytest.approx(1 / (2 * np.pi * 0.91**0.5), rel=1e-8)
    assert step.derivative(1, 0.3, 1) == 0


@pytest.mark.parametrize(
    ("function", "message"),
    [(lambda u: np.maximum(u, 0), r"smooth, but 1024 terms .* leave \d+e-\d+ of E φ² out"),
     (np.sign, "smooth"), (np.floor, "smooth"), (lambda u: np.sin(40 * u), "smooth"),
     (lambda u: np.exp(u**2 / 3), "finite mean of its square"), (lambda u: 1 / u, "finite"),
     (np.log, "NaN, infinity"), (lambda u: u[..., :3], r"entry by entry, but .* shape \(1, 3\)"),
     (lambda u: 1j * u, "complex128"), (lambda _: "a", "entry by entry")],
)  # fmt: skip
def test_functions_that_are_refused(function, message):
    with pytest.raises(InvalidNumberError, match=message) as caught:
        dual_activation(function)
    assert caught.value.field == "activation"


def test_smooth_here_and_rough_there():
    tanh = dual_activation(np.tanh)
    assert tanh.value(1, 1, 1) == pytest.approx(0.39429449039784117, rel=1e-14)
    with pytest.raises(InvalidNumberError, match="what is steep needs smaller variances"):
        tanh.value(1e4, 0, 1e4)
    cubes = dual_activation(lambda u: np.abs(u) ** 5)  # its derivatives have jumps from the fifth
    assert cubes.value(1, 1, 1) == pytest.approx(945, rel=1e-6)
