"""What a layer of infinite width does to covariances, for activations by name or as functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from numbers import Real
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from linalg_book.errors import InvalidNumberError, UnknownMethodError
from linalg_book.numeric.reading.floats import Array, read_floats
from linalg_book.numeric.solving.covariances import read_covariances
from linalg_book.numeric.solving.dual_angles import Bent, Step
from linalg_book.numeric.solving.dual_formulas import (
    Cosine,
    Erf,
    Exponential,
    Gelu,
    Polynomial,
    Sine,
)
from linalg_book.numeric.solving.dual_series import Series
from linalg_book.numeric.solving.network_layers import Dual

__all__ = ["DualActivation", "dual_activation"]

NAMED: dict[str, Dual] = {
    "relu": Bent(0.0),
    "leaky relu": Bent(0.01),
    "abs": Bent(-1.0),
    "identity": Bent(1.0),
    "step": Step(),
    "erf": Erf(),
    "sin": Sine(),
    "cos": Cosine(),
    "exp": Exponential(),
    "gelu": Gelu(),
}


@dataclass(frozen=True)
class DualActivation:
    """The dual of an activation φ: Gaussian means as functions of variances and covariance.

    For (u, v) with mean 0, variances k₁₁ and k₂₂ and covariance k₁₂, ``value`` is E φ(u)φ(v) and
    ``derivative`` is E φ′(u)φ′(v).  ``name`` is what the activation is called.
    """

    name: str
    dual: Dual

    def value(self, k11: ArrayLike, k12: ArrayLike, k22: ArrayLike) -> float | Array:
        """Return E φ(u)φ(v); arrays are taken entry by entry, numbers give a float."""
        return self._answer(self.dual.value, k11, k12, k22)

    def derivative(self, k11: ArrayLike, k12: ArrayLike, k22: ArrayLike) -> float | Array:
        """Return E φ′(u)φ′(v); arrays are taken entry by entry, numbers give a float."""
        return self._answer(self.dual.derivative, k11, k12, k22)

    def error(self, k11: ArrayLike, k22: ArrayLike) -> float | Array:
        """Bound what a Hermite series leaves out of ``value``; 0 for a closed form."""
        series = self.dual if isinstance(self.dual, Series) else None

        def bound(a: Array, _: Array, b: Array) -> Array:
            return np.zeros(a.shape) if series is None else series.error(a, b)

        return self._answer(bound, k11, 0, k22)

    def _answer(
        self, of: Callable[[Array, Array, Array], Array], *given: ArrayLike
    ) -> float | Array:
        covariances = read_covariances(*given)
        with np.errstate(over="ignore", under="ignore", invalid="ignore"):
            found = of(*covariances)
        if not np.all(np.isfinite(found)):
            raise InvalidNumberError(
                "expected a mean within the range of float64 (about 1.8e308), but it is beyond "
                "it: give smaller variances."
            ).about("k11")
        return float(found) if found.ndim == 0 else found


Activation = str | Callable[[Array], Any] | DualActivation
"""A name, a polynomial or another smooth function, or what ``dual_activation`` made of one."""


def dual_activation(activation: Activation, *, slope: float = 0.01) -> DualActivation:
    """Find the means of φ(u)φ(v) and φ′(u)φ′(v) for Gaussian u and v.

    Parameters
    ----------
    activation : str or callable
        One of "relu", "leaky relu", "abs", "identity", "step", "erf", "sin", "cos", "exp",
        "gelu"; a polynomial of NumPy, such as ``Polynomial([0, 1, 3])`` for u + 3u²; or another
        smooth function of arrays, such as ``numpy.tanh``.
    slope : float, default 0.01
        What "leaky relu" multiplies negative numbers by; other activations ignore it.

    Returns
    -------
    DualActivation
        A frozen record with ``name`` and the methods ``value`` and ``derivative``, which take
        k₁₁, k₁₂, k₂₂: the variances of u and v and their covariance between; and ``error``, which
        takes k₁₁ and k₂₂ and bounds what a series leaves out of ``value``.

    Raises
    ------
    InvalidNumberError
        If a coefficient or ``slope`` is no finite number, or a function is not smooth, not
        finite, grows too fast, or does not map arrays entry by entry; from the methods, if an
        entry is NaN, infinite or no number, a variance negative, a covariance larger than
        √(k₁₁k₂₂), or a mean beyond the range of float64.
    ShapeError
        From the methods, if the shapes of the three do not fit together.
    UnknownMethodError
        If ``activation`` is no name that is known, and no function.

    Notes
    -----
    ReLU, leaky ReLU, the absolute value and the step by the angle of u and v [1]_, whose cosine is
    k₁₂/√(k₁₁k₂₂); erf by an arcsine [2]_; GELU, which is u Φ(u), by Stein's identity;
    polynomials by Σ kⁿ/n! E φ⁽ⁿ⁾(u) E φ⁽ⁿ⁾(v), Price's theorem as a series.  Other functions by
    1024 terms of their Hermite series for each variance; a function with a corner or a jump is
    refused where they leave out 10⁻⁸ of E φ² or more, and so is a mean of derivatives.  What is
    not seen: corners and jumps so small that less than this depends on them.

    Where u is always 0, φ(u) is φ(0): ½ for the step, which is 0 below 0 and 1 above.  At a
    corner the derivative counts as the mean of both sides, and that of the step as 0: its means
    are not the derivatives of ``value`` by k₁₂.

    .. [1] Y. Cho and L. K. Saul, "Kernel methods for deep learning", *Advances in Neural
       Information Processing Systems* 22 (2009), 342-350.
    .. [2] C. K. I. Williams, "Computing with infinite networks", *Advances in Neural
       Information Processing Systems* 9 (1997), 295-301.

    Introduced in: sec-dual-activations

    Examples
    --------
    >>> from linalg_book.numeric import dual_activation
    >>> relu = dual_activation("relu")
    >>> round(relu.value(1, 0.5, 1), 6), round(relu.derivative(1, 0.5, 1), 6)
    (0.304499, 0.333333)
    >>> dual_activation("sin").value([1, 1], [1, -1], [1, 1]).round(4).tolist()
    [0.4323, -0.4323]
    """
    if isinstance(activation, DualActivation):
        return activation
    if isinstance(activation, np.polynomial.Polynomial):
        return DualActivation("polynomial", _polynomial(activation))
    if activation == "leaky relu":
        return DualActivation("leaky relu", Bent(_slope(slope)))
    if callable(activation):
        return _of_function(activation)
    found = NAMED.get(activation) if isinstance(activation, str) else None
    if found is None:
        raise UnknownMethodError.from_choices("activation", repr(activation), NAMED)
    return DualActivation(activation, found)


def _of_function(function: Callable[[Array], Any]) -> DualActivation:
    """Make the dual of a function, after a look that it is smooth for a variance of 1."""
    series = Series(function)
    with np.errstate(all="ignore"):  # what is not finite is refused
        series.coefficients(np.ones(1))
    return DualActivation(getattr(function, "__name__", "a function"), series)


def _polynomial(given: np.polynomial.Polynomial) -> Polynomial:
    coefficients = given.convert(domain=[-1, 1], window=[-1, 1]).coef
    return Polynomial(tuple(read_floats(coefficients, "activation").tolist()))


def _slope(value: float) -> float:
    if isinstance(value, bool) or not isinstance(value, Real) or not np.isfinite(float(value)):
        raise InvalidNumberError(
            f"slope is expected to be a finite number, but is {value!r}: give for example 0.01."
        ).about("slope")
    return float(value)
