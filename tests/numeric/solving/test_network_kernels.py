"""Kernels of infinitely wide networks: by hand, against 25 digits, zero vectors, refusals."""

import json
import pickle

import numpy as np
import pytest

from linalg_book.errors import (
    EmptySystemError,
    InvalidNumberError,
    ShapeError,
    TooLargeError,
    UnknownMethodError,
)
from linalg_book.numeric import (
    ScikitLearnKernel,
    dual_activation,
    kernel_regression,
    network_kernels,
    nngp,
    ntk,
)
from linalg_book.numeric.reading import memory
from tests.paths import DATA

NAN, INF = float("nan"), float("inf")
ONE = {"depth": 1}
ROWS = [[1, 2], [3, 4]]
# The argument that is at fault, then a call that is refused; what goes by name stands last.
FAULTS = [
    ("X", [[NAN, 1]], ONE), ("X", [], ONE), ("X", [[], []], ONE), ("X", [1, 2], ONE),
    ("X", [[True, 1]], ONE), ("X", [[1, 2], [3]], ONE), ("X", [[1e200]], ONE),
    ("X", [[1e150]], {"depth": 1, "activation": "exp"}), ("Z", ROWS, [[1, 2, 3]], ONE),
    ("Z", ROWS, [1, 2], ONE), ("X", [1, 2], ROWS, ONE), ("Z", ROWS, [[NAN, 1]], ONE),
    ("depth", ROWS, {"depth": -1}), ("depth", ROWS, {"depth": 1.5}),
    ("depth", ROWS, {"depth": 2.0}), ("depth", ROWS, {"depth": True}),
    ("activation", ROWS, ONE | {"activation": "tanhh"}),
    ("activation", ROWS, ONE | {"activation": "ReLU"}),
    ("activation", ROWS, ONE | {"activation": None}),
    ("activation", ROWS, ONE | {"activation": lambda u: np.maximum(u, 0)}),
    ("activation", ROWS, ONE | {"activation": lambda u: np.exp(u * u)}),
    ("activation", [[100]], ONE | {"activation": np.tanh}),
    ("weight_variance", ROWS, ONE | {"weight_variance": -1}),
    ("weight_variance", ROWS, ONE | {"weight_variance": NAN}),
    ("bias_variance", ROWS, ONE | {"bias_variance": -0.1}),
    ("bias_variance", ROWS, ONE | {"bias_variance": INF}),
]  # fmt: skip
REFUSED = {"network_kernels": FAULTS, "nngp": FAULTS, "ntk": FAULTS}
REFERENCE = json.loads((DATA / "network_kernels.json").read_text(encoding="utf-8"))
POINTS = {name: np.array(points) for name, points in REFERENCE["inputs"].items()}
ACTIVATIONS = {"LeakyRelu(0.1)": dual_activation("leaky relu", slope=0.1)}


def given_by(entry):
    """Return the points and the arguments of a reference value."""
    name = entry["act"]
    options = {
        "depth": entry["depth"],
        "activation": ACTIVATIONS.get(name, name.lower()),
        "weight_variance": entry["W_std"] ** 2,
        "bias_variance": entry["b_std"] ** 2,
    }
    return POINTS["X"], None if entry["data"] == "X" else POINTS["X2"], options


def relative(found, expected, X, Z, options):
    """Measure the largest errors of both kernels by the roots of their diagonals."""
    errors = []
    for index in range(2):
        left, right = (np.diagonal(network_kernels(P, **options)[index]) for P in (X, Z))
        size = np.sqrt(np.outer(left, right))
        errors.append(float(np.max(np.abs(found[index] - expected[index]) / size)))
    return max(errors)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in REFERENCE["entries"] if entry["act"] != "Sign"],
    ids=lambda e: f"{e['act']}, depth {e['depth']}, {e['W_std']}, {e['b_std']}, {e['data']}",
)
def test_reference_values(entry):
    X, Z, options = given_by(entry)
    expected = [np.array(entry[name], dtype=float) for name in ("nngp", "ntk")]
    found = network_kernels(X, Z, **options)
    assert relative(found, expected, X, X if Z is None else Z, options) <= 4e-15
    assert np.array_equal(nngp(X, Z, **options), found.nngp)
    assert np.array_equal(ntk(X, Z, **options), found.ntk)


@pytest.mark.parametrize("entry", [e for e in REFERENCE["entries"] if e["act"] == "Sign"])
def test_the_step_is_half_a_sign(entry):
    # step u = (1 + sign u)/2, so E step step = (1 + E sign sign)/4; depth 1.
    X, Z, options = given_by(entry)
    weight, bias = options["weight_variance"], options["bias_variance"]
    signs = (np.array(entry["nngp"], dtype=float) - bias) / weight
    found = network_kernels(X, Z, **options | {"activation": "step"})
    np.testing.assert_allclose(found.nngp, weight * (1 + signs) / 4 + bias, rtol=1e-14)
    assert np.array_equal(found.ntk, found.nngp)  # only the readout has a derivative


def test_by_hand():
    # x·z/d: 1/2, 0, 1/2; W² = 2: variances 1, angle 90°.  ReLU: E = 1/(2π), E of slopes ¼.
    both = network_kernels([[1, 0], [0, 1]], depth=1)
    np.testing.assert_allclose(both.nngp, [[1, 1 / np.pi], [1 / np.pi, 1]], rtol=1e-15)
    np.testing.assert_allclose(both.ntk, [[2, 1 / np.pi], [1 / np.pi, 2]], rtol=1e-15)
    # (1, 0) and (1, 1): 45°.
    c = (np.sin(np.pi / 4) + 3 * np.pi / 4 * np.cos(np.pi / 4)) / np.pi
    assert nngp([1, 0], [1, 1], depth=1) == pytest.approx(2**0.5 * c, rel=1e-15)
    assert ntk([1, 0], [1, 1], depth=1) == pytest.approx(2**0.5 * c + 0.75, rel=1e-15)
    assert isinstance(both.nngp, np.ndarray)
    single = network_kernels([1, 0], [1, 1], depth=1)
    assert isinstance(single.nngp, float)
    assert isinstance(single.ntk, float)


@pytest.mark.parametrize("activation", ["relu", "erf"])
def test_depth_0_is_the_kernel_of_the_inputs(activation):
    X = np.array([[1.0, 2], [3, 4], [0, 0]])
    options = {"depth": 0, "activation": activation, "weight_variance": 3, "bias_variance": 0.5}
    both = network_kernels(X, **options)
    np.testing.assert_allclose(both.nngp, 3 * X @ X.T / 2 + 0.5, rtol=1e-15, atol=4e-15)
    assert np.array_equal(both.nngp, both.ntk)


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_linear_networks(depth):
    # φ(u) = u: K = W^(2L+2) x·z/d, and the NTK L + 1 times as much.
    X = np.random.default_rng(1).standard_normal((5, 3))
    both = network_kernels(X, depth=depth, activation="identity", weight_variance=1.5)
    expected = 1.5 ** (depth + 1) * X @ X.T / 3
    np.testing.assert_allclose(both.nngp, expected, rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(both.ntk, (depth + 1) * expected, rtol=1e-13, atol=1e-14)


def test_no_weights_leave_the_bias():
    for activation in ("relu", "step", "cos"):
        both = network_kernels(
            ROWS, depth=2, activation=activation, weight_variance=0, bias_variance=3
        )
        np.testing.assert_allclose(both.nngp, np.full((2, 2), 3), rtol=1e-15)
        np.testing.assert_allclose(both.ntk, np.full((2, 2), 3), rtol=1e-15)
        none = network_kernels(ROWS, depth=2, activation=activation, weight_variance=0)
        assert not np.any(none.nngp)
        assert not np.any(none.ntk)


@pytest.mark.parametrize("depth", [0, 1, 3])
def test_zero_vectors(depth):
    X = [[0, 0], [3, 4], [0, 0]]
    for activation in ("relu", "leaky relu", "abs", "identity", "erf", "sin", "gelu"):
        for kernel in network_kernels(X, depth=depth, activation=activation):
            assert not np.any(kernel[[0, 2]])
            assert not np.any(kernel[:, [0, 2]])
            assert kernel[1, 1] > 0
    for kernel in network_kernels(X, depth=depth, bias_variance=0.5):
        assert np.all(kernel > 0)
        assert kernel[0, 0] == kernel[0, 2]


def test_zero_vectors_and_the_step():
    # E φ(0)φ(v) = ½·½, E φ(0)² = ¼, E φ(v)² = ½; W² = 4.
    K = nngp([[0], [2], [0], [-1]], depth=1, activation="step", weight_variance=4)
    np.testing.assert_allclose(K, [[1, 1, 1, 1], [1, 2, 1, 0], [1, 1, 1, 1], [1, 0, 1, 2]],
                               atol=1e-15)  # fmt: skip
    # Again: variances 1 and 2, cosine 1/√2, an angle of 45°; 90° for the opposite points.
    K = nngp([[0], [2], [-1]], depth=2, activation="step", weight_variance=4)
    np.testing.assert_allclose(K, [[2, 1.5, 1.5], [1.5, 2, 1], [1.5, 1, 2]], rtol=1e-15)
    K = nngp([[0], [2]], depth=1, activation="cos", weight_variance=1)
    e = np.exp(-2)
    np.testing.assert_allclose(K, [[1, e], [e, e**2 * np.cosh(4)]], rtol=1e-15)


def test_symmetric_to_the_bit():
    X = np.random.default_rng(0).standard_normal((300, 7))
    X[7], X[200], X[201] = X[3], -X[3], 4 * X[3]
    for options in ({}, {"bias_variance": 0.3}, {"activation": "erf"}, {"activation": "step"}):
        for kernel in network_kernels(X, depth=3, **options):
            assert np.array_equal(kernel, kernel.T)
            assert kernel[7, 3] == pytest.approx(kernel[3, 3], rel=1e-15)
        copied = network_kernels(X, X.copy(), depth=3, **options)
        for kernel, same in zip(copied, network_kernels(X, X, depth=3, **options), strict=True):
            np.testing.assert_allclose(kernel, same, rtol=1e-12, atol=1e-12 * np.max(same))


@pytest.mark.parametrize("activation", ["relu", "gelu"])
def test_tiles_join_without_a_seam(activation):
    rng = np.random.default_rng(3)
    X, Z = rng.standard_normal((300, 11)), rng.standard_normal((270, 11))
    options = {"depth": 2, "activation": activation, "bias_variance": 0.1}
    K, L = network_kernels(X, **options), network_kernels(X, Z, **options)
    for i, j in [(0, 0), (127, 128), (128, 127), (255, 256), (299, 260), (299, 299)]:
        for index in range(2):
            one = network_kernels(X[i], X[j], **options)[index]
            assert K[index][i, j] == pytest.approx(one, rel=1e-13)
            if j < 270:
                one = network_kernels(X[i], Z[j], **options)[index]
                assert L[index][i, j] == pytest.approx(one, rel=1e-13)


def test_any_scale():
    # ReLU without bias keeps factors: K(sx, sz) = s² K(x, z).
    X = np.random.default_rng(4).standard_normal((5, 3))
    K = ntk(X, depth=2)
    for power in (-500, -100, 100, 400):
        found = ntk(np.ldexp(X, power), depth=2)
        np.testing.assert_allclose(np.ldexp(found, -2 * power), K, rtol=1e-13)
    uneven = nngp([[1e-200, 1e-200], [1e100, 0]], depth=1)
    assert uneven[0, 1] == pytest.approx(1e-100 * nngp([1, 1], [1, 0], depth=1), rel=1e-14)


def test_the_points_stay_as_they_are():
    X = np.array([[8.0, 16.0], [64.0, 1.0]])
    before = X.copy()
    one = nngp(X, X, depth=1)
    assert np.array_equal(X, before)
    assert np.array_equal(nngp(X, depth=1), one)
    assert nngp(X[0], X[0], depth=1) == pytest.approx(one[0, 0], rel=1e-15)


def test_in_the_form_of_scikit_learn():
    kernel = ScikitLearnKernel(ntk, depth=2, activation=dual_activation("leaky relu", slope=0.2))
    X = np.random.default_rng(5).standard_normal((6, 3))
    K = pickle.loads(pickle.dumps(kernel))(X)  # noqa: S301
    assert kernel(X[1], X[4]) == pytest.approx(K[1, 4], rel=1e-14)
    y = X[:, 0]
    np.testing.assert_allclose(kernel_regression(K, y).predict(kernel(X, X)), y, atol=1e-12)


def test_what_is_refused():
    with pytest.raises(UnknownMethodError, match=r'one of "relu", "leaky relu", .* is \'tanhh\''):
        nngp(ROWS, depth=1, activation="tanhh")
    with pytest.raises(InvalidNumberError, match=r"depth is expected .* from 0 on, but is 1\.5"):
        nngp(ROWS, depth=1.5)
    with pytest.raises(InvalidNumberError, match=r"weight_variance is expected .* from 0 on"):
        ntk(ROWS, depth=1, weight_variance=-2)
    with pytest.raises(ShapeError, match="as many columns as X, which has 2, but has 3"):
        nngp(ROWS, [[1, 2, 3]], depth=1)
    with pytest.raises(EmptySystemError, match="at least one point"):
        nngp([], depth=1)
    with pytest.raises(InvalidNumberError, match="divide X by a power of 2, or take fewer layers"):
        nngp([[1e150]], depth=50, weight_variance=10)


def test_more_than_memory_holds(monkeypatch):
    monkeypatch.setattr(memory, "memory", lambda: 1000)
    with pytest.raises(TooLargeError, match=r"12×12 entries"):
        nngp(np.ones((12, 1)), depth=1)
