"""What leads to the means of each activation with a closed form, as told by ``dual_activation``."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sympy import Integer

from linalg_book.exact.engine import activation_facts as facts
from linalg_book.exact.steps.dual_activation import Told

if TYPE_CHECKING:
    from collections.abc import Callable


def derivation(activation: str) -> tuple[Told, ...]:
    """Return what leads to the means of an activation."""
    return DERIVATIONS[activation]()


def _sector() -> Told:
    return Told(
        "See u and v as two shadows of one point.",
        "Divided by √a and √b, they are the coordinates of a point in the plane in two directions, "
        "at an angle θ whose cosine is c/√(ab). All directions of the point are equally likely, "
        "and both shadows are positive in a sector of the angle π − θ.",
        [facts.sector()],
    )


def _relu() -> tuple[Told, ...]:
    return (
        _sector(),
        Told(
            "Integrate over the distance x of the point and over its direction ψ.",
            "The shadows are x cos ψ and x cos(ψ − θ), so the mean of their product in the sector "
            "is √(ab)/(2π) times both integrals.",
            facts.polar(),
        ),
        Told(
            "Put c and r in place of the angle's cosine and sine.",
            "The product of both integrals is (sin θ + (π − θ) cos θ), times √(ab)/(2π).",
            [facts.back_from_angle()],
        ),
    )


def _step() -> tuple[Told, ...]:
    return (
        _sector(),
        Told(
            "Compare with independent values, and let the covariance grow from 0.",
            "One step is 1 half of the time, so independent ones have the mean ¼. From there "
            "the mean grows by the density of u and v at 0: the step rises only there.",
            [facts.mean_of_one_step(), facts.step_growth()],
        ),
    )


def _abs() -> tuple[Told, ...]:
    return (
        *_relu(),
        Told(
            "Add four means of ReLU, and compare sectors.",
            "The absolute value is ReLU of u and of −u together; −v in place of v puts π − θ "
            "in place of θ. Slopes have equal signs in two sectors, opposite ones in two.",
            facts.absolute_facts(),
        ),
    )


def _leaky_relu() -> tuple[Told, ...]:
    return (
        *_relu(),
        Told(
            "See what u times ReLU of v is in the mean.",
            "ReLU of v less ReLU of −v is v, and so the difference of two means.",
            [facts.halves()],
        ),
        Told(
            "Multiply su + (1 − s) ReLU(u) out.",
            "That is leaky ReLU. Here m and k are the means of ReLU and of its slope.",
            facts.leaky_facts(),
        ),
    )


def _identity() -> tuple[Told, ...]:
    return (
        Told(
            "Take the mean of u², and split v.",
            "The other value v is c/a times u and a part that is independent of u. Both slopes "
            "are 1.",
            facts.identity_facts(),
        ),
    )


def _exp() -> tuple[Told, ...]:
    return (
        Told(
            "Take the mean of the exponential function of u + v.",
            "The sum u + v is normal with the variance p = a + 2c + b. The slope is the same "
            "function.",
            facts.exp_facts(),
        ),
    )


def _bell(size: int, what: str) -> Told:
    return Told(
        f"Take the mean of {what}, first over v and then over u.",
        "Given u, the mean of v is cu/a and its variance is b − c²/a. What stands below the root "
        "in the end is the product that the last line writes without c/a.",
        facts.bell_facts(Integer(size)),
    )


def _erf() -> tuple[Told, ...]:
    return (
        _bell(2, "exp(−u² − v²)"),
        Told(
            "Let the covariance grow from 0.",
            "The slope of erf is 2 exp(−u²)/√π, so the mean of the slopes is 4/π times what "
            "was found. The mean of values is 0 for independent u and v, and grows with c as "
            "fast as the mean of the slopes is large.",
            [facts.erf_growth()],
        ),
    )


def _wave(*, odd: bool) -> tuple[Told, ...]:
    return (
        Told(
            "Take the mean of a wave, and write a product of waves as a sum.",
            "Both u − v and u + v are normal with the variances p = a − 2c + b and p = a + 2c + b. "
            "In the last line both means are put in. The slopes are waves too, with the other sign "
            "before the second mean.",
            facts.wave_facts(odd=odd),
        ),
    )


def _gelu() -> tuple[Told, ...]:
    return (
        Told(
            "Read Φ(u) as the probability that independent noise is below u.",
            "So the mean of Φ(u)Φ(v) is that of two steps, at variances that are larger by 1: "
            "call it h.",
            [facts.gelu_share()],
        ),
        _bell(1, "exp(−(u² + v²)/2)"),
        Told(
            "Move factors u and v away.",
            "The integral says that u times a function of u has the mean a times that of its "
            "slope, and with v in it c times that of the slope in v more. With n, the slope of Φ, "
            "let q be the mean of n(u)n(v), which was found. Then the mean of u n(u) Φ(v) is "
            "cq/(1 + a), and that of n(u) v Φ(v) follows.",
            [facts.stein(), *facts.gelu_parts()],
        ),
        Told(
            "Put the parts together.",
            "The product u Φ(u) v Φ(v) has the mean a times that of n(u) v Φ(v), and c times those "
            "of Φ(u)Φ(v) and of Φ(u) v n(v).",
            [facts.gelu_value()],
        ),
        Told(
            "Do the same with the slope Φ(u) + u n(u).",
            "Of its four products one is new: u n(u) v n(v), the slopes of n. Its mean is how fast "
            "q grows with c.",
            [facts.gelu_slope()],
        ),
    )


DERIVATIONS: dict[str, Callable[[], tuple[Told, ...]]] = {
    "relu": _relu,
    "step": _step,
    "abs": _abs,
    "leaky relu": _leaky_relu,
    "identity": _identity,
    "exp": _exp,
    "sin": partial(_wave, odd=True),
    "cos": partial(_wave, odd=False),
    "erf": _erf,
    "gelu": _gelu,
}
