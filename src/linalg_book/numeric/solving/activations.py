"""What a hidden unit applies: activations with their derivatives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from scipy.special import erf

from linalg_book.numeric.reading.floats import Array


class Activation(NamedTuple):
    """A function of one number and its derivative; both take arrays and return new ones.

    At a kink or a jump, at 0 only, the derivative is the mean of both sides.
    """

    value: Callable[[Array], Array]
    slope: Callable[[Array], Array]


def _relu(t: Array) -> Array:
    return np.maximum(t, 0.0)


def _step(t: Array) -> Array:
    return np.heaviside(t, 0.5)


def _bell(t: Array) -> Array:
    found: Array = 2 / np.sqrt(np.pi) * np.exp(-(t**2))
    return found


def _minus_sine(t: Array) -> Array:
    found: Array = -np.sin(t)
    return found


def _from_tanh(t: Array) -> Array:
    found: Array = 1 - np.tanh(t) ** 2
    return found


ACTIVATIONS: Mapping[str, Activation] = MappingProxyType(
    {
        "abs": Activation(np.abs, np.sign),
        "cos": Activation(np.cos, _minus_sine),
        "erf": Activation(erf, _bell),
        "identity": Activation(np.array, np.ones_like),
        "relu": Activation(_relu, _step),
        "sin": Activation(np.sin, np.cos),
        "step": Activation(_step, np.zeros_like),
        "tanh": Activation(np.tanh, _from_tanh),
    }
)
"""By name; a new one is a line here."""
