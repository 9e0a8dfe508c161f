"""Trained linear models in closed form, against the model written out weight by weight."""

import numpy as np
import pytest
from scipy.linalg import expm

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric import (
    difference_network,
    gradient_descent,
    init_network,
    linearized_training,
)
from tests.numeric.gradients import jacobian

X, Y = np.array([[1.0, 2], [0, -1], [2, 1]]), np.array([1.0, -1, 0.5])
Z = np.array([[3.0, -1], [1, 1]])
SMALL = init_network(2, [3], np.random.default_rng(1))
STEP = init_network(2, [3], np.random.default_rng(1), activation="step")
REFUSED = {
    "linearized_training": [
        ("network", None, X, Y), ("network", STEP, X, Y), ("X", SMALL, [[1, 2, 3]], Y),
        ("X", SMALL, [], Y), ("y", SMALL, X, [1, 2]), ("y", SMALL, X, [1, 2, float("inf")]),
        ("Z", SMALL, X, Y, [[1]]), ("Z", SMALL, X, Y, [1, 2]),
        ("time", SMALL, X, Y, {"time": -1}), ("time", SMALL, X, Y, {"time": [0, -1]}),
        ("time", SMALL, X, Y, {"time": [[1]]}), ("time", SMALL, X, Y, {"time": float("inf")}),
        ("time", SMALL, X, Y, {"time": 0.015, "step": 0.01}),
        ("step", SMALL, X, Y, {"step": -1}), ("step", SMALL, X, Y, {"step": 100}),
        ("rtol", SMALL, X, Y, {"rtol": 1}),
    ],
}  # fmt: skip
each = pytest.mark.parametrize(
    ("widths", "activation", "variances"),
    [([3], "tanh", (2, 0.5)), ([4, 3], "relu", (1, 0.3)), ([2, 2], "erf", (2, 0)),
     ([], "relu", (2, 0)), ([1], "relu", (2, 0))],
)  # fmt: skip


def model(widths, activation, variances):
    """Draw a network; write down its outputs and gradients at X and Z."""
    told = dict(zip(("weight_variance", "bias_variance"), variances, strict=True))
    network = init_network(2, widths, np.random.default_rng(2), activation=activation, **told)
    return network, *((network.predict(p), jacobian(network, p)) for p in (X, Z))


@each
def test_descent_of_the_model_written_out(widths, activation, variances):
    network, (f, J), (f_z, J_z) = model(widths, activation, variances)
    step = 0.7 / np.linalg.norm(J, 2) ** 2
    paths = gradient_descent(J, Y - f, step, 12)
    counts = np.array([0, 1, 5, 12])
    told = {"time": step * counts, "step": step}
    found = linearized_training(network, X, Y, Z, **told)
    np.testing.assert_allclose(found, f_z + paths[counts] @ J_z.T, atol=1e-12)
    at_x = linearized_training(network, X, Y, **told)
    np.testing.assert_allclose(at_x, f + paths[counts] @ J.T, atol=1e-12)


@each
def test_flow_of_the_model_written_out(widths, activation, variances):
    network, (f, J), (f_z, J_z) = model(widths, activation, variances)
    for time in (0, 0.3, 2.5):
        # the change w of the weights obeys w′ = −Jᵀ(Jw + f − y); a last 1 carries the constant
        n = J.shape[1]
        field = np.zeros((n + 1, n + 1))
        field[:n, :n], field[:n, n] = -J.T @ J, J.T @ (Y - f)
        w = expm(time * field)[:n, n]
        found = linearized_training(network, X, Y, Z, time=time)
        assert found.shape == (2,)
        np.testing.assert_allclose(found, f_z + J_z @ w, atol=1e-10)
        both = linearized_training(network, X, Y, time=[time, 1])
        np.testing.assert_allclose(both[0], f + J @ w, atol=1e-10)


@each
def test_the_limit_is_the_least_change_of_the_weights(widths, activation, variances):
    network, (f, J), (f_z, J_z) = model(widths, activation, variances)
    least = np.linalg.pinv(J, rcond=1e-10) @ (Y - f)
    np.testing.assert_allclose(linearized_training(network, X, Y, Z), f_z + J_z @ least, atol=1e-9)
    late = linearized_training(network, X, Y, Z, time=1e9)
    np.testing.assert_allclose(late, f_z + J_z @ least, atol=1e-6)


def test_contradictions_are_settled_by_least_squares():
    # without biases ReLU takes 2x to twice what it takes x to, and so does its linear model
    network = difference_network(init_network(2, [40], np.random.default_rng(3)))
    found = linearized_training(network, [[1, 1], [2, 2]], [1, 1], [[3, 3], [1, 1]])
    # (a, 2a) nearest to (1, 1): a = 3/5
    np.testing.assert_allclose(found, [9 / 5, 3 / 5])


def test_answers_name_what_is_wrong():
    J = jacobian(SMALL, X)
    bound = 2 / np.linalg.norm(J, 2) ** 2
    message = rf"below 2/λ = {bound:.6g}, .* give for example {bound / 2:.2g}\."
    with pytest.raises(InvalidNumberError, match=message):
        linearized_training(SMALL, X, Y, step=bound * 1.0001)
    assert linearized_training(SMALL, X, Y, step=bound * 0.9999, time=bound * 0.9999).shape == (3,)
    with pytest.raises(InvalidNumberError, match=r"multiple of the step 0\.01, but is 0\.015"):
        linearized_training(SMALL, X, Y, step=0.01, time=0.015)
