"""What the chapter on the tangent kernel states about linear models, with exact small networks."""

from fractions import Fraction

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from scipy import linalg
from sympy import Matrix, Rational, eye, zeros

from tests.neighbors import given, neighbor

SMALL = st.integers(-3, 3)
TRIPLE = st.tuples(SMALL, SMALL, SMALL)
UNITS = st.lists(st.tuples(TRIPLE, TRIPLE), min_size=1, max_size=3)
TARGETS = st.lists(SMALL, min_size=3, max_size=3)
MATRICES = st.lists(TRIPLE, min_size=1, max_size=3)
PRODUCT = [((1, 0, 0), (0, 1, 0))]  # w₁w₂, beside a third weight that nothing depends on
NEW = ((1, 1, 0), (0, 1, 1))
HALF = Rational(1, 2)


def outputs(units, w):
    """Each output is a product of two sums of weights, as of one hidden unit."""
    return Matrix([Matrix(p).dot(w) * Matrix(q).dot(w) for p, q in units])


def gradients(f, w):
    """Differentiate quadratic functions exactly, by differences to both sides."""
    steps = [Matrix(eye(len(w)).col(i)) for i in range(len(w))]
    return Matrix.hstack(*((f(w + e) - f(w - e)) / 2 for e in steps))


def to_start(J, missing, _start):
    return J.pinv() * missing


def to_origin(J, missing, start):
    return J.pinv() * (missing + J * start) - start


def tangent(units, w, d):
    return outputs(units, w) + gradients(lambda v: outputs(units, v), w) * d


def network(units, w, d):
    return outputs(units, w + d)


@given(UNITS, st.tuples(TRIPLE, TRIPLE), TRIPLE, TARGETS)
@neighbor("the network in place of its linear model", PRODUCT, NEW, (4, 3, 0), [0, 0, 0],
          model=network)  # fmt: skip
@neighbor("nearest to the origin", PRODUCT, NEW, (4, 3, 0), [0, 0, 0], step=to_origin)
def test_training_the_linear_model(units, new, start, targets, *, model=tangent, step=to_start):
    w, y = Matrix(start), Matrix(targets[: len(units)])
    J = gradients(lambda v: outputs(units, v), w)
    missing = y - outputs(units, w)
    d = step(J, missing, w)
    assert J.T * (y - model(units, w, d)) == zeros(3, 1)  # the least error
    assert all(v.dot(d) == 0 for v in J.nullspace())  # nearest: across all other minimizers
    psi = gradients(lambda v: outputs([new], v), w)
    by_kernel = psi * J.T * (J * J.T).pinv() * missing
    assert (outputs([new], w) + psi * d) == outputs([new], w) + by_kernel


@given(MATRICES, TARGETS, TRIPLE)
@neighbor("every target", [(1, 0, 0), (2, 0, 0)], [1, 1, 0], (0, 0, 0), reached=lambda _: True)
def test_targets_are_met(J, targets, start, *, reached=lambda consistent: consistent):
    table, y, w = Matrix(J), Matrix(targets[: len(J)]), Matrix(start)
    d = table.pinv() * y  # y stands for what is missing
    consistent = table.row_join(y).rank() == table.rank()
    assume(reached(consistent))
    assert table * (w + d) == y + table * w


@given(MATRICES, TARGETS, st.floats(0.2, 1.8))
@neighbor("longer steps", [(3, 4, 0)], [1, 0, 0], 1.5, longer=lambda share: 2 * share)
def test_descent_comes_nearer(J, targets, share, *, longer=lambda share: share):
    table, missing = np.array(J, float), np.array(targets[: len(J)], float)
    assume(table.any())
    end = np.linalg.pinv(table) @ missing
    values, vectors = np.linalg.eigh(table @ table.T)
    eta, d = longer(share) / values[-1], np.zeros(3)
    far = [np.linalg.norm(d - end)]
    for _ in range(30):
        d = d + eta * table.T @ (missing - table @ d)
        far.append(np.linalg.norm(d - end))
    assert np.all(np.diff(far) <= 1e-9 * (1 + far[0]))
    left = abs(vectors[:, -1] @ (missing - table @ d))
    assert left <= 0.81**30 * abs(vectors[:, -1] @ missing) + 1e-9


def each_rate(Theta, t):
    return linalg.expm(-t * Theta)


def one_rate(Theta, t):
    return np.exp(-t * np.linalg.norm(Theta, 2)) * np.eye(len(Theta))


@given(MATRICES, TARGETS, TRIPLE, st.floats(0, 2))
@neighbor("all parts at one rate", [(1, 1, 0), (1, -1, 1)], [1, 0, 0], (0, 0, 1), 1.0,
          left=one_rate)  # fmt: skip
@neighbor("without the pseudoinverse", [(1, 1, 0)], [1, 0, 0], (1, 0, 0), 1.0,
          undone=lambda Theta: np.eye(len(Theta)))  # fmt: skip
def test_the_linear_model_over_time(
    J, targets, psi, t, *, left=each_rate, undone=lambda Theta: np.linalg.pinv(Theta, rcond=1e-9)
):
    table, r = np.array(J, float), np.array(targets[: len(J)], float)
    system = np.zeros((4, 4))  # d' = Jᵀ(r − J d), as a linear system with a constant 1
    system[:3, :3], system[:3, 3] = -table.T @ table, table.T @ r
    d = (linalg.expm(t * system) @ [0, 0, 0, 1])[:3]
    Theta = table @ table.T
    done = (np.eye(len(J)) - left(Theta, t)) @ r
    size = 1 + np.abs(table).max() ** 2 * np.abs(r).max()
    assert np.allclose(table @ d, done, rtol=0, atol=1e-8 * size)
    found = np.array(psi) @ table.T @ undone(Theta) @ done
    assert np.allclose(np.array(psi) @ d, found, rtol=0, atol=1e-6 * size)


def powers(factor, n):
    return factor**n


@given(MATRICES, TARGETS, st.integers(0, 5), st.sampled_from([Fraction(1, 9), Fraction(1, 2)]))
@neighbor("n times as long a step", [(1, 0, 0)], [1, 0, 0], 2, Fraction(1, 2),
          kept=lambda factor, n: eye(factor.rows) + n * (factor - eye(factor.rows)))  # fmt: skip
def test_steps_of_descent(J, targets, n, eta, *, kept=powers):
    table, r = Matrix(J), Matrix(targets[: len(J)])
    step, d = Rational(eta.numerator, eta.denominator), zeros(3, 1)
    for _ in range(n):
        d += step * table.T * (r - table * d)
    assert r - table * d == kept(eye(len(J)) - step * table * table.T, n) * r


@given(UNITS, TRIPLE, TRIPLE)
@neighbor("without the root", PRODUCT, (4, 3, 0), (1, 0, 0), square=1)
@neighbor("the sum", PRODUCT, (4, 3, 0), (1, 0, 0), sign=1)
@neighbor("copies that start apart", PRODUCT, (4, 3, 0), (1, 0, 0), apart=lambda shift: shift)
def test_the_difference_of_two_copies(
    units, start, shift, *, square=HALF, sign=-1, apart=lambda _: (0, 0, 0)
):
    w, v = Matrix(start), Matrix(start) + Matrix(apart(shift))

    def both(weights):  # without the factor, whose square multiplies the kernel
        return outputs(units, weights[:3, :]) + sign * outputs(units, weights[3:, :])

    assert both(w.col_join(v)) == zeros(len(units), 1)
    slopes = gradients(both, w.col_join(v))
    J = gradients(lambda u: outputs(units, u), w)
    assert square * slopes * slopes.T == J * J.T
