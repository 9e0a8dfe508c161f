"""The sentences and formulas that lead to the kernels of an infinitely wide network."""

from collections.abc import Sequence
from typing import Any

import sympy

from linalg_book.exact.engine.dual_values import Covariance, Dual
from linalg_book.exact.engine.named_numbers import NamedNumbers
from linalg_book.exact.engine.network_layers import Kernels, Variances, letter
from linalg_book.exact.steps.network_layer import BETA, DIGITS, OMEGA, Writer, as_matrix, letters
from linalg_book.worked import Step
from linalg_book.writing.formula import (
    Formula,
    factor,
    fraction,
    norm,
    parentheses,
    row,
    square,
    vector,
    words,
)
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

X, Z = vector("x"), vector("z")
LONGEST = 50
"""Characters of a result that is written out."""
NAMES = {
    "relu": "ReLU",
    "step": "the step",
    "erf": "erf",
    "identity": "the identity",
    "abs": "absolute values",
    "gelu": "GELU",
    "sin": "sin",
    "cos": "cos",
    "exp": "exp",
}
"""What sentences call the activations."""


def network_title(depth: int, activation: str) -> Prose:
    """Say what is asked."""
    layers = counted(depth, "hidden layer")
    return prose(f"Two kernels of an infinitely wide network with {layers} of {NAMES[activation]}")


def network_steps(
    points: Sequence[Sequence[sympy.Rational]], variances: Variances, dual: Dual, found: Kernels
) -> tuple[Step, ...]:
    """Tell the derivation."""
    covariances = [*(layer.before for layer in found.layers), found.readout]
    tangents = [*(layer.tangent for layer in found.layers), found.tangent]
    steps = [_inputs(points, found.inputs), _first(variances, found.inputs, covariances[0])]
    for number, layer in enumerate(found.layers, start=1):
        write = Writer(found.numbers, number)
        angle = {-1: write.cosine, 1: write.sine, 2: write.sine}.get(dual.rate)
        steps += [angle(dual, layer)] if angle else []
        steps += [
            write.means(dual, layer),
            write.weights(layer, covariances[number], tangents[number]),
        ]
    return *steps, _result(found)


def _inputs(points: Sequence[Sequence[sympy.Rational]], inputs: Covariance) -> Step:
    x, z = (sympy.ImmutableMatrix(point) for point in points)
    products = (
        (square(norm(X)), inputs.a),
        (row(X, "·", Z), inputs.c),
        (square(norm(Z)), inputs.b),
    )
    d = len(points[0])
    return Step(
        prose("Take the dot products of the points, and divide them by {d}, the number of "
              "coordinates.", d=row("d", "=", d)),
        prose("So the kernel of the inputs is a mean, which does not grow with their number."),
        (
            row(X, "=", x, ",", Z, "=", z),
            *(row(fraction(product, "d"), "=", value) for product, value in products),
        ),
        after=as_matrix(inputs),
    )  # fmt: skip


def _first(variances: Variances, inputs: Covariance, k: Covariance) -> Step:
    one = letters(1)
    pairs = ((one.a, inputs.a, k.a), (one.c, inputs.c, k.c), (one.b, inputs.b, k.b))
    return Step(
        prose("Pass the first weights: multiply by {w}, and add {b}.", w=OMEGA, b=BETA),
        prose(
            "The weights are independent with the variance {w} over {d}, the biases with {b}. So "
            "what a unit gets from {x} and {z} is a pair {u}, {v} with a joint normal law: {a} "
            "and {bb} are its variances, {c} is its covariance. Training these weights alone has "
            "the tangent kernel {t}, the same number.",
            w=row(OMEGA, "=", variances.weight), d="d", b=row(BETA, "=", variances.bias),
            x=X, z=Z, u="u", v="v", a=one.a, bb=one.b, c=one.c, t=letter("t", 1),
        ),
        (
            *(
                row(name, "=", OMEGA, "·", _signed(before), "+", BETA, "=", value)
                for name, before, value in pairs
            ),
            row(letter("t", 1), "=", one.c, "=", k.c),
        ),
        before=as_matrix(inputs),
        after=as_matrix(k),
    )  # fmt: skip


def _signed(value: sympy.Expr) -> Formula:
    """Write a second factor."""
    return parentheses(value) if value.is_Rational and value < 0 else factor(value)


def _result(found: Kernels) -> Step:
    number, numbers = len(found.layers) + 1, found.numbers
    results = ((words("NNGP"), "c", found.readout.c), (words("NTK"), "t", found.tangent))
    written = [numbers.written_out(value) for _, _, value in results]
    return Step(
        prose("Read both kernels off: the covariance, and the tangent kernel."),
        prose(
            "The first, called NNGP, is the covariance of the outputs for random weights. The "
            "second, called NTK, says how a step of training at one point moves the output at the "
            "other."
        ),
        tuple(
            row(name, "=", letter(symbol, number), *_written_out(numbers, value))
            for name, symbol, value in results
        ),
        after=sympy.ImmutableMatrix(written),
    )


def _written_out(numbers: NamedNumbers, value: sympy.Expr) -> list[Any]:
    """Write a result without names if that is short, and its decimals if it is irrational."""
    written = numbers.written_out(value)
    if written.is_Rational:
        return ["=", written]
    short = len(row(written).line()) <= LONGEST
    return [*(["=", written] if short else []), "≈", numbers.decimal(value, 2 * DIGITS)]
