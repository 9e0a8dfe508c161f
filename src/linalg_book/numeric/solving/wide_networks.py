"""From the arguments of a public function to both kernels, by angles or by formulas."""

from __future__ import annotations

import numpy as np

from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.penalties import at_least_zero
from linalg_book.numeric.reading.points import PointsLike, read_points
from linalg_book.numeric.reading.systems import MatrixLike
from linalg_book.numeric.solving.angle_kernels import AngleKernels
from linalg_book.numeric.solving.dual_activations import Activation, dual_activation
from linalg_book.numeric.solving.dual_angles import Bent, Step
from linalg_book.numeric.solving.formula_kernels import FormulaKernels
from linalg_book.numeric.solving.network_layers import Network
from linalg_book.whole_numbers import whole_number


def read_network(depth: int, activation: Activation, weights: float, biases: float) -> Network:
    """Read what the public functions take by name."""
    return Network(
        dual_activation(activation).dual,
        whole_number(depth, "depth", 0, remedy="give the number of hidden layers"),
        at_least_zero(weights, "weight_variance"),
        at_least_zero(biases, "bias_variance"),
    )


def kernels_of(
    X: MatrixLike, Z: PointsLike, network: Network, *, both: bool = True
) -> tuple[float | Array, float | Array]:
    """Return both kernels, or the NNGP twice."""
    points = read_points(X, Z)
    by_angles = isinstance(network.dual, Bent | Step)
    with np.errstate(over="ignore", under="ignore", invalid="ignore"):
        way = (AngleKernels if by_angles else FormulaKernels)(points, network)
        first = np.empty((len(points.X), len(points.X if points.Z is None else points.Z)))
        second = np.empty_like(first) if both else None
        way.fill(first, second)
    return points.answer(first), points.answer(first if second is None else second)
