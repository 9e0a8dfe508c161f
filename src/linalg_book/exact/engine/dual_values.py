"""Means of an activation at two values with a joint normal law: E φ(u)φ(v) and E φ′(u)φ′(v).

u and v have mean 0; a is the mean of u², b that of v², c that of uv.  Numbers may be exact numbers
or symbols, so the formulas that a derivation shows are the ones that it computes with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy
from sympy import Expr, Integer, Rational, acos, asin, cosh, exp, pi, sinh, sqrt

from linalg_book.exact.engine.roots import square_root

HALF = Rational(1, 2)


@dataclass(frozen=True)
class Covariance:
    """The means of u², uv and v²."""

    a: Expr
    c: Expr
    b: Expr

    @property
    def mirrored(self) -> Covariance:
        """Return what u and −v have."""
        return Covariance(self.a, -self.c, self.b)

    @property
    def of_first(self) -> Covariance:
        """Return what u has with itself."""
        return Covariance(self.a, self.a, self.a)

    @property
    def of_second(self) -> Covariance:
        """Return what v has with itself."""
        return Covariance(self.b, self.b, self.b)


Formula = Callable[[Covariance, Expr, Expr], Expr]
"""An expression in the covariance, the angle and the root that belong to it."""


def _nothing(_k: Covariance) -> Expr:
    return Integer(0)


def _zero(_a: Expr) -> Expr:
    return Integer(0)


@dataclass(frozen=True)
class Dual:
    """The two means of an activation.

    ``angle`` t and ``root`` r are what both need: dt/dc is ``rate``/r and dr/dc is −c rate²/r.
    Those of activations without an angle are 0.  ``start`` is the mean E φ(u) in a.
    ``parity`` says what is known of φ(v) and φ(−v): an "odd" or "even" φ, "relu" where their
    difference is v, "step" where their sum is 1, "exp" where their product is.  Another word is
    for those that no network has.
    """

    value: Formula
    slope: Formula
    parity: str
    start: Callable[[Expr], Expr]
    angle: Callable[[Covariance], Expr] = _nothing
    root: Callable[[Covariance], Expr] = _nothing
    rate: int = 0


def expanded(value: Expr) -> Expr:
    """Multiply out; powers of e stay together."""
    return sympy.expand(value, power_exp=False)


def square_root_of(value: Expr) -> Expr:
    """Take the root of a number ≥ 0, or write it."""
    return square_root(value) if isinstance(value, Rational) else sympy.sqrt(value)


def mean_length(k: Covariance) -> Expr:
    """Return √(ab)."""
    return k.a if k.a == k.b else square_root_of(k.a * k.b)


def cosine(k: Covariance) -> Expr:
    """Return c/√(ab); what is always 0 counts as perpendicular to everything."""
    length = mean_length(k)
    if length and k.c in (length, -length):
        return Integer(1 if k.c == length else -1)
    return k.c / length if length else Integer(0)


def _across(k: Covariance) -> Expr:
    """Return √(ab − c²)."""
    return square_root_of(expanded(k.a * k.b - k.c**2))


def _wider(k: Covariance) -> Covariance:
    return Covariance(1 + 2 * k.a, 2 * k.c, 1 + 2 * k.b)


def _noisy(k: Covariance) -> Covariance:
    """Add independent noise of variance 1 to both, which makes a step of a normal integral."""
    return Covariance(1 + k.a, k.c, 1 + k.b)


def _gelu_value(k: Covariance, t: Expr, r: Expr) -> Expr:
    share, density = Rational(1, 4) + t / (2 * pi), 1 / (2 * pi * r)
    mixed = k.a * (k.b + k.a * k.b - k.c**2) / (1 + k.a) + k.c**2 / (1 + k.b)
    return k.c * share + mixed * density


def _gelu_slope(k: Covariance, t: Expr, r: Expr) -> Expr:
    share, density = Rational(1, 4) + t / (2 * pi), 1 / (2 * pi * r)
    return share + k.c * (1 / (1 + k.a) + 1 / (1 + k.b) + 1 / r**2) * density


DUALS: dict[str, Dual] = {
    "relu": Dual(
        lambda k, t, r: (r + k.c * (pi - t)) / (2 * pi),
        lambda _k, t, _r: (pi - t) / (2 * pi),
        "relu",
        lambda a: sqrt(a / (2 * pi)),
        lambda k: acos(cosine(k)),
        _across,
        rate=-1,
    ),
    "step": Dual(
        lambda _k, t, _r: (pi - t) / (2 * pi),
        lambda _k, _t, _r: Integer(0),
        "step",
        lambda _: HALF,
        lambda k: acos(cosine(k)),
        _across,
        rate=-1,
    ),
    "abs": Dual(
        lambda k, t, r: (2 * r + k.c * (pi - 2 * t)) / pi,
        lambda _k, t, _r: 1 - 2 * t / pi,
        "even",
        lambda a: sqrt(2 * a / pi),
        lambda k: acos(cosine(k)),
        _across,
        rate=-1,
    ),
    "erf": Dual(
        lambda _k, t, _r: 2 * t / pi,
        lambda _k, _t, r: 4 / (pi * r),
        "odd",
        _zero,
        lambda k: asin(cosine(_wider(k))),
        lambda k: _across(_wider(k)),
        rate=2,
    ),
    "gelu": Dual(
        _gelu_value,
        _gelu_slope,
        "relu",
        lambda a: a / sqrt(2 * pi * (1 + a)),
        lambda k: asin(cosine(_noisy(k))),
        lambda k: _across(_noisy(k)),
        rate=1,
    ),
    "sin": Dual(
        lambda k, _t, _r: exp(-(k.a + k.b) / 2) * sinh(k.c),
        lambda k, _t, _r: exp(-(k.a + k.b) / 2) * cosh(k.c),
        "odd",
        _zero,
    ),
    "cos": Dual(
        lambda k, _t, _r: exp(-(k.a + k.b) / 2) * cosh(k.c),
        lambda k, _t, _r: exp(-(k.a + k.b) / 2) * sinh(k.c),
        "even",
        lambda a: exp(-a / 2),
    ),
    "exp": Dual(
        lambda k, _t, _r: exp((k.a + k.b) / 2 + k.c),
        lambda k, _t, _r: exp((k.a + k.b) / 2 + k.c),
        "exp",
        lambda a: exp(a / 2),
    ),
    "identity": Dual(lambda k, _t, _r: k.c, lambda _k, _t, _r: Integer(1), "odd", _zero),
}
"""By their names, in the order in which choices show them."""


def leaky_dual(s: Expr) -> Dual:
    """Return the means of su + (1 − s) relu(u)."""
    relu = DUALS["relu"]
    return Dual(
        lambda k, t, r: s * k.c + (1 - s) ** 2 * relu.value(k, t, r),
        lambda k, t, r: s + (1 - s) ** 2 * relu.slope(k, t, r),
        "leaky",
        lambda a: (1 - s) * relu.start(a),
        relu.angle,
        relu.root,
        relu.rate,
    )


def settled(found: Expr, expected: Expr, root: Expr, square: Expr) -> Expr:
    """Return what was expected if the square of a root shows that this was found."""
    gap = sympy.numer(sympy.together(expanded(found - expected)))
    if root.is_Symbol:
        gap = sympy.rem(gap, root**2 - square, root)
    return expanded(found) if expanded(gap) else expected


@dataclass(frozen=True)
class Paired:
    """A covariance with its angle and its root, as numbers or names."""

    dual: Dual
    k: Covariance
    angle: Expr = sympy.S.Zero
    root: Expr = sympy.S.Zero

    @property
    def value(self) -> Expr:
        """Return E φ(u)φ(v)."""
        return expanded(self.dual.value(self.k, self.angle, self.root))

    @property
    def slope(self) -> Expr:
        """Return E φ′(u)φ′(v)."""
        return expanded(self.dual.slope(self.k, self.angle, self.root))

    def growth(self) -> tuple[Expr, Expr] | None:
        """Return how fast E φ(u)φ(v) grows with c, and what it should be, where r is not 0.

        That is the mean of slopes.  A step has none where it rises; there the density of u and v
        at 0 takes their place, 1/(2πr).
        """
        if self.dual.rate and not self.root:
            return None
        c, t, r = sympy.symbols("c t r")
        value = self.dual.value(Covariance(self.k.a, c, self.k.b), t, r)
        rate = self.dual.rate
        total = value.diff(c) + (rate * value.diff(t) - c * rate**2 * value.diff(r)) / r
        expected = 1 / (2 * pi * self.root) if self.dual.parity == "step" else self.slope
        found = total.xreplace({c: self.k.c, t: self.angle, r: self.root or sympy.S.One})
        square = self.dual.root(self.k) ** 2
        return settled(found, expanded(expected), self.root, square), expanded(expected)

    def mirrored(self) -> tuple[Expr, Expr]:
        """Put −v for v: return what comes out, and what φ(v) and φ(−v) say that it is.

        An odd φ gives −E φ(u)φ(v), an even one E φ(u)φ(v).  Where φ(v) − φ(−v) = v the difference
        is E φ(u)v = c/2, where φ(v) + φ(−v) = 1 the sum is E φ(u) = ½; the product of both means
        of exp is e^(a + b).
        """
        turned = pi - self.angle if self.dual.rate < 0 else -self.angle
        back = Paired(self.dual, self.k.mirrored, turned, self.root).value
        value = self.value
        expected = {
            "odd": -value,
            "even": value,
            "relu": value - self.k.c / 2,
            "step": HALF - value,
            "exp": sympy.powsimp(exp(self.k.a + self.k.b) / value),
        }
        return back, expanded(expected[self.dual.parity])
