"""Training step by step: what is kept on the way, and when it has gone astray."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.solving.learners import Learner, batches
from linalg_book.numeric.solving.optimizers import OPTIMIZERS

ASTRAY = 1e6
"""Descent that makes the loss so many times as large is given up."""


@dataclass(frozen=True)
class Plan:
    """How long training goes on, by which steps, and what is kept."""

    step: float
    steps: int
    every: int
    optimizer: str
    decay: float
    batch: int | None
    rng: np.random.Generator | None

    def kept(self) -> NDArray[np.int64]:
        """Count the steps before each moment that is kept."""
        found = np.arange(0, self.steps + 1, self.every, dtype=np.int64)
        return found if found[-1] == self.steps else np.append(found, np.int64(self.steps))

    @property
    def plain(self) -> bool:
        """Tell whether each step goes down the slope of the loss itself."""
        return self.optimizer == "descent" and self.batch is None and not self.decay


def follow(learner: Learner, Z: Array | None, plan: Plan) -> tuple[Array, Array]:
    """Train, and return the outputs and the losses that are kept."""
    optimizer = OPTIMIZERS[plan.optimizer](plan.step, plan.decay)
    rows = batches(len(learner.y), plan.batch, plan.rng)
    seen = None if Z is None else learner.inputs_at(Z)
    outputs, losses, done = [], [], 0
    with np.errstate(all="ignore"):  # what overflows here is refused below
        for moment in plan.kept():
            for _ in range(done, moment):
                optimizer.move(learner.weights(), learner.slopes(next(rows)))
            done = moment
            found = learner.outputs(learner.inputs)
            losses.append(float(np.sum((found - learner.y) ** 2) / 2))
            outputs.append(found if seen is None else learner.outputs(seen))
            _require_sense(learner, losses, plan, done)
    return np.array(outputs), np.array(losses)


def _require_sense(learner: Learner, losses: list[float], plan: Plan, done: int) -> None:
    """Refuse a step that makes the loss grow and grow."""
    first = max(losses[0], float(np.sum(learner.y**2) / 2))
    largest = first if plan.plain and done == plan.steps else ASTRAY * first
    if losses[-1] <= largest * (1 + 1e-9):
        return
    found = f"{losses[-1]:.3g}" if np.isfinite(losses[-1]) else "a number beyond float64"
    count = "1 step" if done == 1 else f"{done} steps"
    remedy = "give a smaller one"
    if plan.optimizer == "descent" and np.isfinite(bound := learner.bound()):
        remedy = (
            f"give one below 2/λ = {bound:.3g}, where λ is the largest eigenvalue of the network's "
            f"kernel at the start, for example {bound / 2:.2g}"
        )
    raise InvalidNumberError(
        f"step is expected to be small enough for the loss to fall, but with {plan.step:g} it went "
        f"from {losses[0]:.3g} to {found} in {count}: {remedy}."
    ).about("step")
