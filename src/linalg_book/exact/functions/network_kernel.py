"""The two kernels of an infinitely wide network at two points."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Literal

import sympy
from sympy.polys.domains import QQ

from linalg_book.arguments import DepthNumber, NumberLike, PointLike
from linalg_book.errors import UnknownMethodError
from linalg_book.exact.engine.dual_values import DUALS, Paired
from linalg_book.exact.engine.network_layers import (
    Kernels,
    Variances,
    letter,
    network,
    polarized,
    tangent_by_layers,
)
from linalg_book.exact.reading.amounts import read_variance
from linalg_book.exact.reading.matrices import read_points
from linalg_book.exact.steps.network_kernel import network_steps, network_title
from linalg_book.exact.steps.network_layer import MIRRORS, as_matrix
from linalg_book.exact.steps.records import NetworkKernel
from linalg_book.whole_numbers import whole_number
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import fraction, norm, row, square, vector, words
from linalg_book.writing.prose import prose
from linalg_book.writing.wording import show

__all__ = ["network_kernel"]

Activation = Literal["relu", "step", "abs", "erf", "gelu", "sin", "cos", "exp", "identity"]
DEEPEST = 3
"""Hidden layers: written out, each has what came before three times."""
DIGITS = 15


def network_kernel(  # noqa: PLR0913, PLR0917 (four have defaults and names)
    x: PointLike,
    z: PointLike,
    depth: DepthNumber = 1,
    activation: Activation = "relu",
    weight_variance: NumberLike = 2,
    bias_variance: NumberLike = 0,
) -> WorkedExample:
    """Find the NNGP and the NTK of an infinitely wide network at two points, layer by layer.

    The NNGP is the covariance of the outputs at both points for random weights.  The NTK says how
    much a step of training at one of them moves the output at the other.

    Parameters
    ----------
    x, z : sequence of d numbers
        The points.  They may be equal, opposite or zero.
    depth : int, default 1
        How many hidden layers there are; a readout follows.  From 0, which leaves the readout
        alone, so both are the kernel of the inputs, to 3.
    activation : str, default "relu"
        The activation φ, the same in all hidden layers:

        - "relu": the larger of u and 0;
        - "step": 1 for positive u, 0 for negative u, ½ for 0;
        - "abs": the absolute value;
        - "erf": the error function;
        - "gelu": u times the probability that a standard normal number is below u;
        - "sin", "cos", "exp";
        - "identity": u itself.
    weight_variance : number, default 2
        The variance of a weight times the number of units before it, not negative.
    bias_variance : number, default 0
        The variance of a bias, not negative.

    Returns
    -------
    WorkedExample
        ``answer`` is the column of NNGP and NTK.  ``values`` holds them as ``nngp`` and ``ntk``,
        with 15 digits as ``nngp_decimal`` and ``ntk_decimal``, ``layers`` (the 2×2 covariance
        matrices before each activation, and of the outputs) and ``slopes`` (E φ′(u)φ′(v), one a
        hidden layer).

    Raises
    ------
    EmptySystemError
        If a point has no coordinate.
    InexactNumberError, InvalidNumberError
        If a coordinate or a variance is a float, complex or no rational number, a variance
        negative, or ``depth`` no whole number from 0 to 3.
    ShapeError
        If a point is no list, or both differ in length.
    UnknownMethodError
        If ``activation`` is none of these.

    Notes
    -----
    Inputs are scaled by 1/d: the first kernel is ω x·z/d + β with the variances ω and β [1]_.
    What is always 0, a zero vector without biases, counts as perpendicular to everything: with
    ReLU both kernels are 0 there, with the step its mean square is ¼.  The slope of the step is 0
    wherever it has one, so its NTK has a share of the last weights only.

    .. [1] A. Jacot, F. Gabriel and C. Hongler, "Neural Tangent Kernel", *NeurIPS* 31 (2018).

    Introduced in: sec-nngp

    Examples
    --------
    >>> from linalg_book.exact import network_kernel
    >>> example = network_kernel([1, 0], [0, 1])
    >>> example.values["nngp"], example.values["ntk"]
    (1/pi, 1/pi)
    >>> example.values["nngp_decimal"]
    0.318309886183791
    >>> network_kernel([1, 2], [1, 2], 2).answer.T
    Matrix([[5, 15]])
    """
    first, second = points = read_points(x, z)
    number = whole_number(depth, "depth", 0, DEEPEST, "count the hidden layers")
    dual = DUALS.get(activation) if isinstance(activation, str) else None
    if dual is None:
        raise UnknownMethodError.from_choices("activation", show(activation), DUALS)
    variances = Variances(
        QQ.to_sympy(read_variance(weight_variance, "weight_variance")),
        QQ.to_sympy(read_variance(bias_variance, "bias_variance")),
    )
    found = network(first, second, number, dual, variances)
    exact = found.numbers.written_out
    nngp, ntk = exact(found.readout.c), exact(found.tangent)
    covariances = (*(layer.before for layer in found.layers), found.readout)
    values = NetworkKernel(
        nngp=nngp,
        ntk=ntk,
        nngp_decimal=found.numbers.decimal(found.readout.c, DIGITS),
        ntk_decimal=found.numbers.decimal(found.tangent, DIGITS),
        layers=tuple(as_matrix(k).applyfunc(exact) for k in covariances),
        slopes=tuple(exact(layer.slope) for layer in found.layers),
    )
    return WorkedExample(
        network_title(number, activation),
        sympy.ImmutableMatrix([nngp, ntk]),
        _checks(points, variances, found),
        partial(network_steps, points, variances, dual, found),
        values._asdict(),
    )


def _checks(points: list[list[Any]], variances: Variances, found: Kernels) -> tuple[Check, ...]:
    """Find the inputs by lengths, each mean at the mirrored point, the NTK as a sum of layers."""
    x, z = vector("x"), vector("z")
    lengths = row(square(norm(row(x, "+", z))), "−", square(norm(row(x, "−", z))))
    inputs = Check(
        prose("lengths of sum and difference give the dot product back"),
        row(fraction(lengths, row(4, "d")), "=", fraction(row(x, "·", z), "d")),
        polarized(*points),
        found.inputs.c,
    )
    layers = [
        check
        for number, layer in enumerate(found.layers, start=1)
        for check in _layer_checks(layer.pair, number)
    ]
    last = letter("t", len(found.layers) + 1)
    shares = Check(
        prose("the NTK is the sum of what each layer of weights contributes"),
        row(words("sum over layers"), "=", last),
        tangent_by_layers(found, variances),
        found.tangent,
    )
    return inputs, *layers, shares


def _layer_checks(pair: Paired, number: int) -> Iterator[Check]:
    """Mirror v, and let the covariance grow."""
    m, c = letter("m", number), letter("c", number)
    sentence, said = MIRRORS[pair.dual.parity]
    yield Check(
        prose(f"with −v for v in layer {number}: {sentence}"),
        row(words("mirrored mean"), "=", *said(m, c)),
        *pair.mirrored(),
    )
    if growth := pair.growth():
        density = fraction(1, row(2, sympy.pi, letter("r", number)))
        step = pair.dual.parity == "step"
        what = "the density of u and v at 0" if step else "the mean of the slopes"
        yield Check(
            prose(f"{{m}} grows with {{c}} as fast as {what} is large", m=m, c=c),
            row(words("growth"), "=", density if step else letter("s", number)),
            *growth,
        )
