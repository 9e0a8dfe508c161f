"""A model in its weights, read from text: polynomials such as w1*w2."""

import re
from dataclasses import dataclass
from typing import Any

import sympy

from linalg_book.errors import EmptySystemError, RequestError
from linalg_book.exact.reading.expressions import Reader
from linalg_book.exact.reading.signs import plain_formula
from linalg_book.writing.wording import show

_WEIGHT = re.compile(r"([A-Za-zα-ω])_?([0-9]+)?")


@dataclass(frozen=True)
class Model:
    """Outputs as polynomials in the weights."""

    names: tuple[sympy.Symbol, ...]
    outputs: sympy.ImmutableMatrix

    def at(self, point: sympy.ImmutableMatrix) -> sympy.ImmutableMatrix:
        """Return the outputs for some weights."""
        values = dict(zip(self.names, point, strict=True))
        return self.outputs.xreplace(values).applyfunc(sympy.expand)

    def gradients(self, point: sympy.ImmutableMatrix) -> sympy.ImmutableMatrix:
        """Return the gradients as rows."""
        values = dict(zip(self.names, point, strict=True))
        return self.outputs.jacobian(list(self.names)).xreplace(values).as_immutable()

    def first_change(
        self, point: sympy.ImmutableMatrix, way: sympy.ImmutableMatrix
    ) -> sympy.ImmutableMatrix:
        """Return what a step of the way changes, found without derivatives."""
        step = sympy.Symbol("step")
        along = self.at(point + step * way)
        return along.applyfunc(lambda output: sympy.Poly(output, step).coeff_monomial(step))


def read_model(text: Any) -> Model:
    """Read the outputs, separated by semicolons or line breaks."""
    if not isinstance(text, str):
        raise RequestError(
            f"model is expected to be a text of polynomials in the weights, but is {show(text)}: "
            'write for example "w1*w2".'
        ).about("model")
    plain = plain_formula(text)
    names = list(dict.fromkeys(_name(*found) for found in _WEIGHT.findall(plain)))
    if not names:
        raise EmptySystemError(
            "model is expected to have at least one weight, but names none: "
            'write for example "w1*w2".'
        ).about("model")
    reader = Reader(names)
    try:
        outputs = [_polynomial(reader, part) for part in re.split("[;\n]", text) if part.strip()]
    except RequestError as error:
        raise error.about("model") from None
    return Model(tuple(map(sympy.Symbol, names)), sympy.ImmutableMatrix(outputs))


def _name(letter: str, number: str) -> str:
    return f"{letter}_{number}" if number else letter


def _polynomial(reader: Reader, text: str) -> sympy.Expr:
    """Read an output; nothing may stand below a fraction bar but a number."""
    value = reader.read(text)
    if not value.denom.is_ground:
        raise RequestError(
            f"expected a polynomial in the weights, but {show(text.strip())} divides by one of "
            "them: leave quotients out."
        )
    return sympy.expand(value.as_expr())
