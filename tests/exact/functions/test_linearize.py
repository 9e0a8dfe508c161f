"""Linear models: against derivatives by hand, the nearest point, and rational steps."""

from importlib import import_module

import pytest
import sympy
from sympy import Matrix, Rational

from linalg_book import exact
from linalg_book.errors import (
    EmptySystemError,
    FailedCheckError,
    InconsistentSystemError,
    InexactNumberError,
    InvalidNumberError,
    RequestError,
    ShapeError,
)
from linalg_book.exact import closest_point, linearize
from tests.call import HALF, C, Call, if_empty, two_rows

PAIR = "2w1 w2 - 1/2; w1^2 + w3"


def squares(A, _b):
    """Linearize the sum of squares at the first row."""
    weights, _ = two_rows(A)
    return exact.linearize(" + ".join(f"w{i}^2" for i, _ in enumerate(weights, 1)), weights)


# What every suite that runs over all functions takes from here.
CALLS = {
    "linearize": Call(
        ("w1*w2", [4, 3]), ("w1*w2", "4 3"), "model:expression at:column target:column",
        squares, if_empty, matrix="model",
        further=[
            (PAIR, [1, 2, 0], [1, 2]), ("w^2", [0]), ("a b c", [1, HALF, 2], [3]),
            ("w1*w2", [4, 3], [C]), ("x; y; x + y; 2x", [1, 2], [1, 1, 2, 2]), ("w", [5], [5]),
        ],
        takes_matrix=False,
    ),
}  # fmt: skip

_module = import_module("linalg_book.exact.functions.linearize")
F = Rational


def test_two_weights():
    example = linearize("w1*w2", [4, 3])
    values = example.values
    assert example.answer == Matrix([F(64, 25), F(27, 25)])
    assert values["outputs"] == Matrix([12])
    assert values["gradients"] == Matrix([[3, 4]])
    assert values["right"] == Matrix([12])
    assert values["distance"] == F(12, 5)
    assert values["reached"] == Matrix([F(64 * 27, 625)])
    assert values["tangent_kernel"] == Matrix([25])
    assert example.answer == closest_point([3, 4], 12, origin=[4, 3]).answer
    assert "3w₁ + 4w₂ = 12" in example.text()


def test_two_outputs_by_hand():
    values = linearize(PAIR, [1, 2, 0], [1, 2]).values
    assert values["names"] == sympy.symbols("w_1 w_2 w_3")
    assert values["gradients"] == Matrix([[4, 2, 0], [2, 0, 1]])
    assert values["right"] == Matrix([F(11, 2), 3])
    found = closest_point([[4, 2, 0], [2, 0, 1]], [F(11, 2), 3], origin=[1, 2, 0])
    assert values["shift"] == found.values["shift"]


@pytest.mark.parametrize(
    ("text", "names", "gradients"),
    [
        ("w1*w2", "w_1 w_2", [[3, 4]]),
        ("w_1 w_2", "w_1 w_2", [[3, 4]]),
        ("w₁·w₂", "w_1 w_2", [[3, 4]]),
        ("b a^2", "b a", [[9, 24]]),  # names in the order in which they are written
        ("(p + q)**3/3\nq", "p q", [[49, 49], [0, 1]]),
        ("p − 0.5q", "p q", [[1, F(-1, 2)]]),
    ],
)
def test_how_models_are_written(text, names, gradients):
    values = linearize(text, [4, 3]).values
    assert values["names"] == sympy.symbols(names)
    assert values["gradients"] == Matrix(gradients)


def test_halving_a_step_halves_what_the_linear_model_misses_twice():
    model, start, way = sympy.sympify("2*p*q**2 - p**3"), Matrix([F(1, 2), 3]), Matrix([1, -2])
    gradients = linearize("2p q^2 - p^3", list(start)).values["gradients"]
    p, q = sympy.symbols("p q")

    def missed(step):
        there = start + step * way
        change = model.subs({p: there[0], q: there[1]}) - model.subs({p: start[0], q: start[1]})
        return change - step * (gradients * way)[0]

    assert abs(missed(F(1, 1000)) / missed(F(1, 2000)) - 4) < F(1, 50)


def test_nothing_to_do():
    example = linearize("w1^2 + w2^2", [0, 0])
    assert example.answer == Matrix([0, 0])
    assert example.values["distance"] == 0
    assert "Stay where you are" in example.text()
    at_target = linearize("w1*w2", [4, 3], [12])
    assert at_target.answer == Matrix([4, 3])
    assert "It meets the targets, too" in " ".join(at_target.text().split())


@pytest.mark.parametrize(
    ("given", "error", "field", "words"),
    [
        (("w1/w2", [1, 1]), RequestError, "model", "divides by one of them: leave quotients out"),
        (("w1 +", [1]), RequestError, "model", "check its signs"),
        (("__import__('os')", [1]), RequestError, "model", "cannot be read"),
        (("w^99", [1]), RequestError, "model", "as powers"),
        ((5, [1]), RequestError, "model", "a text of polynomials in the weights, but is 5"),
        (("", [1]), EmptySystemError, "model", "names none"),
        (("3", []), EmptySystemError, "model", "at least one weight"),
        (("w1*w2", [1]), ShapeError, "at", "at has 1 entry, but there are 2 unknowns"),
        (("w", 5), ShapeError, "at", "list of 1 number"),
        (("w", [C]), InvalidNumberError, "at", "but holds symbols"),
        (("w", [0.5]), InexactNumberError, "at", r"entry 1 of at is 0\.5"),
        (("w", [1], [1, 2]), ShapeError, "target", "target has 2 entries, but model has 1 row"),
        (("c", [1], [C]), InvalidNumberError, "target", "no symbol that names a weight"),
        (("w^2", [0], [1]), InconsistentSystemError, "target", "a combination of its equations"),
        (("w; w", [1], [1, 2]), InconsistentSystemError, "target", "0 = nonzero"),
    ],
)
def test_what_is_refused(given, error, field, words):
    with pytest.raises(error, match=words) as caught:
        linearize(*given)
    assert caught.value.field == field


def test_a_wrong_gradient_raises(monkeypatch):
    right = _module.tangent

    def wrong(model, point, target):
        found = right(model, point, target)
        turned = sympy.ImmutableMatrix(found.gradients[:, ::-1])
        return type(found)(**{**vars(found), "gradients": turned})

    monkeypatch.setattr(_module, "tangent", wrong)
    with pytest.raises(FailedCheckError, match="changes at first as its gradients say"):
        linearize("w1*w2", [4, 3])
