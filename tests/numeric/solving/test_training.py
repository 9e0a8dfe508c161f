"""Training: known paths, steps by hand, plain descent of linear models, and what goes astray."""

import numpy as np
import pytest

from linalg_book.errors import InvalidNumberError, UnknownMethodError
from linalg_book.numeric import (
    Network,
    difference_network,
    empirical_nngp,
    empirical_ntk,
    gradient_descent,
    init_network,
    linearized_training,
    train_network,
)
from tests.numeric.gradients import VALUES, flat, jacobian

X, Y = np.array([[1.0, 2], [0, -1], [2, 1]]), np.array([1.0, -1, 0.5])
SMALL = init_network(2, [3], np.random.default_rng(1))
STEP = init_network(2, [3], np.random.default_rng(1), activation="step")
GOOD = {"step": 0.01, "steps": 3}
REFUSED = {
    "train_network": [
        ("network", None, X, Y, GOOD), ("network", STEP, X, Y, GOOD),
        ("X", SMALL, [[1, 2, 3]], Y, GOOD), ("X", SMALL, [], Y, GOOD),
        ("Z", SMALL, X, Y, GOOD | {"Z": [[1]]}), ("Z", SMALL, X, Y, GOOD | {"Z": [1, 2]}),
        ("y", SMALL, X, [1, 2], GOOD), ("y", SMALL, X, [1, 2, float("nan")], GOOD),
        ("step", SMALL, X, Y, GOOD | {"step": 0}), ("step", SMALL, X, Y, GOOD | {"step": -1}),
        ("step", SMALL, X, Y, {"step": 100, "steps": 20}),
        ("steps", SMALL, X, Y, GOOD | {"steps": -1}), ("steps", SMALL, X, Y, GOOD | {"steps": 0.5}),
        ("steps", SMALL, X, Y, GOOD | {"steps": 10**13}),
        ("every", SMALL, X, Y, GOOD | {"every": 0}),
        ("layers", SMALL, X, Y, GOOD | {"layers": "first"}),
        ("optimizer", SMALL, X, Y, GOOD | {"optimizer": "sgd"}),
        ("weight_decay", SMALL, X, Y, GOOD | {"weight_decay": -1}),
        ("batch", SMALL, X, Y, GOOD | {"batch": 4, "rng": np.random.default_rng(1)}),
        ("batch", SMALL, X, Y, GOOD | {"batch": 0, "rng": np.random.default_rng(1)}),
        ("rng", SMALL, X, Y, GOOD | {"batch": 2}),
    ],
}  # fmt: skip


def linear(*weights, biases=0.0, bias_variance=0.0):
    """Make a network without hidden layers, of weight variance d, so that f(x) = w·x + b."""
    w = np.array([weights], dtype=float)
    return Network((w,), (np.array([float(biases)]),), "relu", float(w.size), float(bias_variance))


def test_two_weights_follow_their_hyperbola():
    # f(1) = w₁w₂, from (4, 3) towards 0: the flow keeps w₁² − w₂² = 7 and ends at (√7, 0)
    one = np.zeros(1)
    network = Network((np.array([[4.0]]), np.array([[3.0]])), (one, one), "identity", 1.0, 0.0)
    training = train_network(network, [[1]], [0], step=1e-3, steps=6000, every=1000)
    w_1, w_2 = (float(w[0, 0]) for w in training.network.weights)
    assert w_1**2 - w_2**2 == pytest.approx(7, abs=0.1)
    assert [w_1, w_2] == pytest.approx([7**0.5, 0], abs=0.02)
    assert training.outputs[[0, -1], 0] == pytest.approx([12, 0], abs=1e-4)
    assert training.losses[0] == pytest.approx(72)
    assert training.losses == pytest.approx(training.outputs[:, 0] ** 2 / 2)
    # one step by hand: w₁ − η f w₂, w₂ − η f w₁
    once = train_network(network, [[1]], [0], step=0.01, steps=1).network
    assert [float(w[0, 0]) for w in once.weights] == pytest.approx([4 - 0.36, 3 - 0.48])
    assert [float(w[0, 0]) for w in network.weights] == [4, 3]


@pytest.mark.parametrize("activation", sorted(VALUES))
@pytest.mark.parametrize("widths", [[], [4], [3, 2]])
def test_a_step_goes_down_the_gradient_of_the_loss(activation, widths):
    network = init_network(2, widths, np.random.default_rng(3), activation=activation,
                           bias_variance=0.3)  # fmt: skip
    before, step = flat(network), 1e-3
    gradient = jacobian(network, X).T @ (network.predict(X) - Y)
    training = train_network(network, X, Y, step=step, steps=1)
    moved = flat(training.network) - before
    np.testing.assert_allclose(moved, -step * gradient, atol=1e-15 + 1e-12 * np.abs(moved).max())
    assert np.array_equal(flat(network), before)
    np.testing.assert_allclose(training.outputs[1], training.network.predict(X))
    kept = train_network(network, X, Y, step=step, steps=1, weight_decay=7)
    np.testing.assert_allclose(flat(kept.network), before * (1 - 7 * step) - step * gradient)


def test_without_hidden_layers_it_is_descent_on_least_squares():
    network = linear(1, -2)
    paths = gradient_descent(X, Y, 0.05, 7, start=[1, -2])
    # weights are in units of √d/√d = 1, so the matrix of the model is X itself
    training = train_network(network, X, Y, step=0.05, steps=7)
    np.testing.assert_allclose(training.outputs, paths @ X.T)
    np.testing.assert_allclose(training.network.weights[0][0], paths[-1])


@pytest.mark.parametrize("activation", ["relu", "step", "tanh"])
def test_the_last_layer_alone(activation):
    network = init_network(2, [6, 5], np.random.default_rng(4), activation=activation,
                           bias_variance=0.5)  # fmt: skip
    features = np.column_stack([(2 / 5) ** 0.5 * network.layers(X)[-1], np.full(3, 0.5**0.5)])
    step = 1 / np.linalg.eigvalsh(empirical_nngp(network, X))[-1]
    start = np.append(network.weights[-1], network.biases[-1])
    paths = gradient_descent(features, Y, step, 9, start=start)
    Z = [[3, -1], [1, 1]]
    training = train_network(network, X, Y, step=step, steps=9, every=4, layers="last", Z=Z)
    assert training.steps_kept.tolist() == [0, 4, 8, 9]
    ended = training.network
    np.testing.assert_allclose(np.append(ended.weights[-1], ended.biases[-1]), paths[-1])
    for before, after in zip(network.weights[:-1], ended.weights[:-1], strict=True):
        assert np.array_equal(before, after)
    at_z = np.column_stack([(2 / 5) ** 0.5 * network.layers(Z)[-1], np.full(2, 0.5**0.5)])
    np.testing.assert_allclose(training.outputs, paths[[0, 4, 8, 9]] @ at_z.T, atol=1e-12)
    np.testing.assert_allclose(
        training.losses, np.sum((paths[[0, 4, 8, 9]] @ features.T - Y) ** 2, axis=1) / 2
    )


def test_adam_as_its_formulas_say():
    rng, step, decay = np.random.default_rng(5), 0.1, 0.2
    w, x, y = list(rng.standard_normal(2)), rng.standard_normal((1, 2)), [0.7]
    network = linear(*w)
    first, second = [0, 0], [0, 0]
    for t in range(1, 6):
        gap = sum(a * b for a, b in zip(w, x[0], strict=True)) - y[0]
        for j in range(2):
            g = gap * x[0, j]
            first[j] = 0.9 * first[j] + 0.1 * g
            second[j] = 0.999 * second[j] + 0.001 * g * g
            mean, square = first[j] / (1 - 0.9**t), second[j] / (1 - 0.999**t)
            w[j] = w[j] * (1 - step * decay) - step * mean / (square**0.5 + 1e-8)
    found = train_network(
        network, x, y, step=step, steps=5, optimizer="adam", weight_decay=decay
    ).network.weights[0][0]
    np.testing.assert_allclose(found, w, rtol=1e-12)
    # the first step has the size of the step for each weight that counts
    once = train_network(network, x, y, step=step, steps=1, optimizer="adam").network
    moved = np.abs(once.weights[0] - network.weights[0])
    np.testing.assert_allclose(moved, step, rtol=1e-6)


def test_batches():
    # orthogonal points: each weight has its point, and its own factor by each visit
    network = linear(1, 2, 3, 4)
    once = {"step": 0.05, "batch": 1, "rng": np.random.default_rng(6)}
    ended = train_network(network, np.eye(4), [0] * 4, steps=8, **once).network.weights[0][0]
    np.testing.assert_allclose(ended, np.array([1, 2, 3, 4]) * (1 - 4 * 0.05) ** 2)
    # after three single points the fourth weight, whichever it is, stands where it stood
    ended = train_network(network, np.eye(4), [0] * 4, steps=3, **once).network.weights[0][0]
    assert sorted((ended / [1, 2, 3, 4]).round(9).tolist()) == [0.8, 0.8, 0.8, 1]
    everything = {"step": 0.01, "steps": 5}
    plain = train_network(SMALL, X, Y, **everything)
    whole = train_network(SMALL, X, Y, **everything, batch=3, rng=np.random.default_rng(7))
    np.testing.assert_allclose(whole.outputs, plain.outputs)


def test_decay_alone():
    zero = linear(3, biases=2)
    told = {"step": 0.1, "steps": 4, "weight_decay": 2}
    for optimizer in ("descent", "adam"):
        ended = train_network(zero, [[0]], [0], optimizer=optimizer, **told).network
        assert ended.weights[0][0, 0] == pytest.approx(3 * 0.8**4)
        assert ended.biases[0][0] == pytest.approx(2 * 0.8**4)


def test_two_copies_start_from_zero_and_part():
    network = init_network(2, [20], np.random.default_rng(8), bias_variance=1)
    both = difference_network(network)
    training = train_network(both, X, Y, step=0.05, steps=400, every=100)
    assert training.outputs[0].tolist() == [0, 0, 0]
    np.testing.assert_allclose(training.outputs[-1], Y, atol=1e-3)
    first, second = (flat(part) for part in (training.network.first, training.network.second))
    assert 0.1 < np.linalg.norm(first - second) / np.linalg.norm(first - flat(network)) < 10
    # the readouts go opposite ways at first, by the gradient divided by √2
    gradient = jacobian(network, X).T @ -Y / 2**0.5
    once = train_network(both, X, Y, step=1e-3, steps=1).network
    np.testing.assert_allclose(flat(once.first) - flat(network), -1e-3 * gradient, atol=1e-14)
    np.testing.assert_allclose(flat(once.second) - flat(network), 1e-3 * gradient, atol=1e-14)
    last = train_network(both, X, Y, step=0.05, steps=20, layers="last").network
    assert np.array_equal(last.first.weights[0], last.second.weights[0])
    np.testing.assert_allclose(
        last.first.weights[1] + last.second.weights[1], 2 * network.weights[1], atol=1e-12
    )


def trained(width, activation="tanh"):
    """Return a wide network, its outputs on the way, and those of its linear model."""
    network = init_network(2, [width], np.random.default_rng(width), activation=activation,
                           weight_variance=1, bias_variance=0.5)  # fmt: skip
    both = difference_network(network)
    step = 1 / np.linalg.eigvalsh(empirical_ntk(both, X))[-1]
    training = train_network(both, X, Y, step=step, steps=300, every=10)
    line = linearized_training(both, X, Y, time=step * training.steps_kept, step=step)
    return both, training, line


@pytest.mark.parametrize("activation", ["tanh", "relu"])
def test_wide_networks_follow_their_linear_model(activation):
    gaps = []
    for width in (50, 5000):
        _, training, line = trained(width, activation)
        gaps.append(np.max(np.abs(training.outputs - line)))
    assert gaps[1] < gaps[0] / 5
    assert gaps[1] < 0.05


def test_the_kernel_moves_by_the_root_of_the_width_at_most():
    # a bound, not a rate: for smooth activations it moves less than 1/√k
    for width in (50, 200, 800, 3200):
        both, training, _ = trained(width)
        moved = empirical_ntk(training.network, X) - empirical_ntk(both, X)
        assert 0 < np.linalg.norm(moved) < 8 / width**0.5


def test_a_target_that_is_met_changes_nothing():
    training = train_network(SMALL, X, SMALL.predict(X), step=0.01, steps=5)
    np.testing.assert_allclose(flat(training.network), flat(SMALL), rtol=1e-14)
    dead = linear(0)
    assert train_network(dead, [[1]], [0], step=1e9, steps=5).losses.tolist() == [0] * 6


@pytest.mark.parametrize("layers", ["all", "last"])
def test_a_step_that_diverges(layers):
    kernel = (empirical_ntk if layers == "all" else empirical_nngp)(SMALL, X)
    bound = 2 / np.linalg.eigvalsh(kernel)[-1]
    message = (
        rf"^step is expected .* went from .* in \d+ steps: give one below 2/λ = {bound:.3g}, where "
        rf".* at the start, for example {bound / 2:.2g}\.$"
    )
    with pytest.raises(InvalidNumberError, match=message):
        train_network(SMALL, X, Y, step=30 * bound, steps=200, layers=layers, every=7)
    if layers == "last":  # there the bound is sharp
        with pytest.raises(InvalidNumberError, match=message):
            train_network(SMALL, X, Y, step=1.02 * bound, steps=400, layers=layers)
        good = train_network(SMALL, X, Y, step=0.98 * bound, steps=400, layers=layers)
        assert np.all(np.diff(good.losses) <= 1e-12)
    both = difference_network(SMALL)
    with pytest.raises(InvalidNumberError, match=message):  # the same bound
        train_network(both, X, Y, step=30 * bound, steps=200, layers=layers)
    remedy = train_network(SMALL, X, Y, step=float(f"{bound / 2:.2g}"), steps=200, layers=layers)
    assert remedy.losses[-1] < remedy.losses[0]


def test_what_is_given_up_on_the_way():
    bound = 2 / np.linalg.eigvalsh(empirical_nngp(SMALL, X))[-1]
    told = {"batch": 2, "rng": np.random.default_rng(9), "weight_decay": 1e-9}
    with pytest.raises(InvalidNumberError, match=r"in [246]0 steps: give one below 2/λ"):
        train_network(SMALL, X, Y, step=2 * bound, steps=400, every=20, layers="last", **told)
    grown = train_network(SMALL, X, Y, step=1.2 * bound, steps=12, layers="last", weight_decay=1e-9)
    assert grown.losses[-1] > 2 * grown.losses[0]  # not yet so much that it is given up


def test_answers_name_what_is_wrong():
    with pytest.raises(
        InvalidNumberError, match=r"beyond float64 in 1 step: give a smaller one\.$"
    ):
        train_network(SMALL, X, Y, step=1e200, steps=1, optimizer="adam")
    with pytest.raises(UnknownMethodError, match=r"a slope, but has \"step\".*last layer alone"):
        train_network(STEP, X, Y, **GOOD)
    with pytest.raises(UnknownMethodError, match=r'"all", "last", but is \'both\''):
        train_network(SMALL, X, Y, **GOOD, layers="both")
