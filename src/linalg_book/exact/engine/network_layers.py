"""The kernels of an infinitely wide network at two points, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sympy import Expr, Integer, Rational, Symbol

from linalg_book.exact.engine.dual_values import Covariance, Dual, Paired, expanded
from linalg_book.exact.engine.named_numbers import NamedNumbers

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Variances:
    """The variances of weights, before they are divided by their number, and of biases."""

    weight: Rational
    bias: Rational

    def dense(self, k: Covariance) -> Covariance:
        """Return the covariance behind a layer of weights."""
        return Covariance(*(expanded(self.weight * x + self.bias) for x in (k.a, k.c, k.b)))


@dataclass(frozen=True)
class Layer:
    """What one layer makes of two points.

    ``first``, ``pair`` and ``second`` belong to the means of u², uv and v² before the activation;
    ``tangent`` is the tangent kernel there.  ``mean`` and ``slope`` are E φ(u)φ(v) and
    E φ′(u)φ′(v), or their names.
    """

    first: Paired
    pair: Paired
    second: Paired
    tangent: Expr
    mean: Expr
    slope: Expr

    @property
    def before(self) -> Covariance:
        """Return the means of u², uv and v²."""
        return self.pair.k

    @property
    def after(self) -> Covariance:
        """Return the same of φ(u) and φ(v)."""
        return Covariance(self.first.value, self.mean, self.second.value)


@dataclass(frozen=True)
class Kernels:
    """The inputs' means, the hidden layers, and what the readout makes of the last of them."""

    inputs: Covariance
    layers: tuple[Layer, ...]
    readout: Covariance
    tangent: Expr
    numbers: NamedNumbers


def network(
    x: Sequence[Rational], z: Sequence[Rational], depth: int, dual: Dual, variances: Variances
) -> Kernels:
    """Pass two points through the layers."""
    d, numbers = len(x), NamedNumbers()
    inputs = Covariance(*(Rational(_dot(p, q), d) for p, q in ((x, x), (x, z), (z, z))))
    k = variances.dense(inputs)
    tangent, layers = k.c, []
    for number in range(1, depth + 1):
        layer = _layer(dual, k, tangent, number, numbers)
        layers.append(layer)
        k = _named(variances.dense(layer.after), number + 1, numbers)
        tangent = expanded(k.c + variances.weight * layer.slope * tangent)
    return Kernels(inputs, tuple(layers), k, tangent, numbers)


def tangent_by_layers(found: Kernels, variances: Variances) -> Expr:
    """Add what each layer of weights contributes: its covariance times all slopes behind it."""
    total, behind = found.readout.c, Integer(1)
    for layer in reversed(found.layers):
        behind *= variances.weight * layer.slope
        total += layer.before.c * behind
    return expanded(total)


def polarized(x: Sequence[Rational], z: Sequence[Rational]) -> Expr:
    """Return the mean product of coordinates by the lengths of sum and difference."""
    total = [p + q for p, q in zip(x, z, strict=True)]
    gap = [p - q for p, q in zip(x, z, strict=True)]
    return Rational(_dot(total, total) - _dot(gap, gap), 4 * len(x))


def letter(name: str, number: int) -> Symbol:
    """Name what belongs to a layer."""
    return Symbol(f"{name}_{number}")


def _layer(dual: Dual, k: Covariance, tangent: Expr, number: int, numbers: NamedNumbers) -> Layer:
    """Name the angles and roots of a layer."""
    covariances = ((k.of_first, "alpha", "p"), (k, "theta", "r"), (k.of_second, "gamma", "q"))
    first, pair, second = (
        Paired(
            dual,
            one,
            numbers.named(letter(angle, number), dual.angle(one)),
            numbers.named(letter(root, number), dual.root(one)),
        )
        for one, angle, root in covariances
    )
    mean = numbers.named(letter("m", number), pair.value)
    return Layer(first, pair, second, tangent, mean, numbers.named(letter("s", number), pair.slope))


def _named(k: Covariance, number: int, numbers: NamedNumbers) -> Covariance:
    """Name the entries of a covariance, equal ones alike."""
    a = numbers.named(letter("a", number), k.a)
    b = numbers.named(letter("b", number), k.b)
    return Covariance(a, numbers.named(letter("c", number), k.c), b)


def _dot(x: Sequence[Rational], z: Sequence[Rational]) -> Rational:
    return sum((p * q for p, q in zip(x, z, strict=True)), Integer(0))
