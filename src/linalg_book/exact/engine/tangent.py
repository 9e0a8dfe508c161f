"""The linear model at some weights, and what it has to reach."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import sympy

from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.reading.systems import ExactSystem

if TYPE_CHECKING:
    from sympy.polys.matrices import DomainMatrix

    from linalg_book.exact.reading.models import Model


@dataclass(frozen=True)
class Tangent:
    """The weights, the outputs and gradients there, the targets, and J w = right as a system."""

    at: sympy.ImmutableMatrix
    outputs: sympy.ImmutableMatrix
    gradients: sympy.ImmutableMatrix
    target: sympy.ImmutableMatrix
    system: ExactSystem

    @property
    def gap(self) -> sympy.ImmutableMatrix:
        """Return what is missing: y − f(w₀)."""
        return self.target - self.outputs

    @property
    def right(self) -> sympy.ImmutableMatrix:
        """Return the right-hand side y − f(w₀) + J w₀."""
        return self.gap + self.gradients * self.at


def tangent(model: Model, point: DomainMatrix, target: DomainMatrix) -> Tangent:
    """Differentiate a model and ask its linear model for the targets."""
    at, wanted = to_sympy(point), to_sympy(target)
    outputs, gradients = model.at(at), model.gradients(at)
    right = sympy.ImmutableMatrix((wanted - outputs + gradients * at).applyfunc(sympy.expand))
    rows = tuple(tuple(map(_fraction, row)) for row in gradients.tolist())
    entries = tuple(_fraction(x) if x.is_Rational else x for x in right)
    return Tangent(at, outputs, gradients, wanted, ExactSystem(rows, entries, model.names))


def _fraction(value: sympy.Rational) -> Fraction:
    return Fraction(int(value.p), int(value.q))
