"""The sentences and formulas that lead to the kernels of an infinitely wide network."""

from collections.abc import Callable, Sequence
from typing import Any

import sympy

from linalg_book.exact.engine.dual_values import Covariance, Dual, cosine
from linalg_book.exact.engine.named_numbers import NamedNumbers
from linalg_book.exact.engine.network_layers import Kernels, Layer, Variances, letter
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
from linalg_book.writing.tree import Atom
from linalg_book.writing.wording import counted

X, Z = vector("x"), vector("z")
BETA, OMEGA, PHI = sympy.Symbol("beta"), sympy.Symbol("omega"), sympy.Symbol("phi")
SLOPE = Atom(r"\phi'", "<msup><mi>φ</mi><mo>′</mo></msup>", "φ′")
DIGITS, LONGEST = 6, 50
"""Digits in the steps (twice as many in the results), and characters of a result in one line."""
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


def as_matrix(k: Covariance) -> sympy.ImmutableMatrix:
    """Return the covariance matrix."""
    return sympy.ImmutableMatrix([[k.a, k.c], [k.c, k.b]])
