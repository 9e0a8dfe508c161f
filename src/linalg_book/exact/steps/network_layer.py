"""The sentences and formulas of one hidden layer of an infinitely wide network."""

from collections.abc import Callable
from typing import Any

import sympy

from linalg_book.exact.engine.dual_values import Covariance, Dual, cosine
from linalg_book.exact.engine.named_numbers import NamedNumbers
from linalg_book.exact.engine.network_layers import Layer, letter
from linalg_book.worked import Step
from linalg_book.writing.formula import Formula, factor, fraction, parentheses, row, words
from linalg_book.writing.prose import prose
from linalg_book.writing.tree import Atom

BETA, OMEGA, PHI = sympy.Symbol("beta"), sympy.Symbol("omega"), sympy.Symbol("phi")
SLOPE = Atom(r"\phi'", "<msup><mi>φ</mi><mo>′</mo></msup>", "φ′")
DIGITS = 6
MIRRORS: dict[str, tuple[str, Callable[[Any, Any], list[Any]]]] = {
    "odd": ("an odd activation changes the sign", lambda m, _: ["−", m]),
    "even": ("an even activation does not see it", lambda m, _: [m]),
    "relu": (
        "φ(v) − φ(−v) is v, so half the covariance is lost",
        lambda m, c: [m, "−", fraction(c, 2)],
    ),
    "step": (
        "φ(v) + φ(−v) is 1, so both means add up to ½",
        lambda m, _: [fraction(1, 2), "−", m],
    ),
    "exp": (
        "exp(v) exp(−v) is 1, so both means multiply to e to the power a + b",
        lambda m, _: [fraction(words("their product"), m)],
    ),
}
"""What is known of the mean with −v in place of v: in words, and in m and c."""


def letters(number: int) -> Covariance:
    """Name the covariance of a layer."""
    return Covariance(*(letter(name, number) for name in "acb"))


def equal(numbers: NamedNumbers, value: sympy.Expr, digits: int = DIGITS) -> list[Any]:
    """Write a sign of equality and a number: what a name stands for, and decimals."""
    meant = numbers.definitions.get(value, value)
    if meant.is_Rational:
        return ["=", meant]
    return ["=", meant, "≈", numbers.decimal(meant, digits)]


def _once(symbolic: sympy.Expr, shown: list[Any]) -> list[Any]:
    """Write a formula before its value, unless it is the same."""
    return shown if symbolic == shown[1] else ["=", symbolic, *shown]


def _mean(function: Any) -> Formula:
    """Write the mean of a product of the function at u and at v."""
    factors = [row(function, parentheses(sympy.Symbol(name))) for name in "uv"]
    return row(words("mean of"), *factors)


def as_matrix(k: Covariance) -> sympy.ImmutableMatrix:
    """Return the covariance matrix."""
    return sympy.ImmutableMatrix([[k.a, k.c], [k.c, k.b]])


class Writer:
    """The steps of one hidden layer."""

    def __init__(self, numbers: NamedNumbers, number: int) -> None:
        self.numbers, self.number = numbers, number
        self.names = letters(number)
        self.theta, self.root = letter("theta", number), letter("r", number)

    def cosine(self, dual: Dual, layer: Layer) -> Step:
        """Find the angle between both values, and the root."""
        turned = cosine(layer.before)
        shown = row(words("cos"), self.theta, "=", cosine(self.names), *self._equal(turned))
        why = "Scaled to variance 1, {u} and {v} are unit vectors at this angle."
        lost = not (layer.before.a and layer.before.b)
        if lost:
            why = "One of the two is always 0: it counts as perpendicular to everything."
        return Step(
            prose("Find the angle {t} of {u} and {v}.", t=self.theta, u="u", v="v"),
            prose(why, u="u", v="v"),
            (
                *([] if lost else [shown]),
                row(self.theta, *self._equal(layer.pair.angle)),
                self._root(dual, layer),
            ),
            before=as_matrix(layer.before),
            after=layer.pair.angle,
        )

    def sine(self, dual: Dual, layer: Layer) -> Step:
        """Find the angles by their sines, and the root."""
        angles = (
            ("theta", self.names, layer.pair),
            ("alpha", self.names.of_first, layer.first),
            ("gamma", self.names.of_second, layer.second),
        )
        return Step(
            prose("Find the angle {t} whose sine the mean needs, and those of each point with "
                  "itself.", t=self.theta),
            prose("It is 0 where the covariance is 0, and has its sign."),
            (
                *(
                    row(letter(name, self.number), *_once(dual.angle(own), self._equal(one.angle)))
                    for name, own, one in angles
                ),
                self._root(dual, layer),
            ),
            before=as_matrix(layer.before),
            after=layer.pair.angle,
        )  # fmt: skip

    def _root(self, dual: Dual, layer: Layer) -> Formula:
        return row(self.root, *_once(dual.root(self.names), self._equal(layer.pair.root)))

    def _equal(self, value: sympy.Expr) -> list[Any]:
        return equal(self.numbers, value)

    def means(self, dual: Dual, layer: Layer) -> Step:
        """Take both means."""
        mean, slope = letter("m", self.number), letter("s", self.number)
        parts = (
            (mean, PHI, dual.value, layer.mean),
            (slope, SLOPE, dual.slope, layer.slope),
        )
        return Step(
            prose("Take the means over {u} and {v} that pass the activation {f}: {m} of its "
                  "values, {s} of its slopes.", u="u", v="v", f=PHI, m=mean, s=slope),
            prose("Both are integrals over the joint normal law with a closed form."),
            tuple(
                row(name, "=", _mean(function), *self._formula(symbolic, value))
                for name, function, symbolic, value in parts
            ),
            before=as_matrix(layer.before),
            after=as_matrix(layer.after),
        )  # fmt: skip

    def _formula(self, symbolic: Any, value: sympy.Expr) -> list[Any]:
        """Write a formula and its value; one without letters is its own value."""
        return _once(symbolic(self.names, self.theta, self.root), self._equal(value))

    def weights(self, layer: Layer, k: Covariance, tangent: sympy.Expr) -> Step:
        """Pass the next weights."""
        number, after = self.number, layer.after
        following = letters(number + 1)
        t, s = letter("t", number + 1), letter("s", number)
        return Step(
            prose("Pass the next weights in the same way."),
            prose(
                "The means of squares come by the same formula from each point with itself. What "
                "training the weights before does reaches this far through the slopes: {t} has "
                "{ws} times as much of it.",
                t=t, ws=row(OMEGA, s),
            ),
            (
                *(
                    row(name, "=", OMEGA, "·", factor(mean), "+", BETA, *self._equal(value))
                    for name, mean, value in (
                        (following.a, after.a, k.a), (following.b, after.b, k.b)
                    )
                ),
                row(following.c, "=", OMEGA, letter("m", number), "+", BETA,
                    *self._equal(k.c)),
                row(t, "=", following.c, "+", OMEGA, s, letter("t", number),
                    *self._equal(tangent)),
            ),
            before=as_matrix(after),
            after=as_matrix(k),
        )  # fmt: skip
