"""Every function, with every choice it offers, in every format, where roots are irrational."""

import inspect
import json
import random
from itertools import product

import pytest
import sympy
from sympy import Matrix

from linalg_book.asking.functions import exact_functions
from linalg_book.errors import LinalgBookError

FUNCTIONS = exact_functions()
SHAPES = ((3, 3), (3, 4), (4, 3))
LAMBDA = sympy.Symbol("x")
ARGUMENTS = {
    "k": 1, "penalty": "1/2", "step": "1/1000", "degree": 1, "draws": 2, "depth": 1,
    "model": "p*q + p^3/2", "at": [1, 2],
}  # fmt: skip


def has_cubic(S):
    """Whether the characteristic polynomial has an irreducible factor of degree 3 or 4."""
    degrees = {sympy.degree(f, LAMBDA) for f, _ in S.charpoly(LAMBDA).factor_list()[1]}
    return bool(degrees & {3, 4}) and max(degrees) <= 4


def matrices():
    """Draw a matrix of each shape, a symmetric one and one with a rational root besides."""
    draw = random.Random(20029)  # noqa: S311 (no secret; SymPy's issue)
    found = []
    for m, n in SHAPES:
        A = Matrix(m, n, lambda _i, _j: draw.randint(-3, 3))
        while not has_cubic(A * A.T if m < n else A.T * A):
            A = Matrix(m, n, lambda _i, _j: draw.randint(-3, 3))
        found.append(A)
    return [*found, found[0].T * found[0], sympy.diag(found[0], sympy.Rational(1, 2))]


def options(function):
    """List every combination of the choices and flags of a function."""
    offered = {p.name: p.choices or (False, True) for p in function.parameters
               if p.kind in ("choice", "flag")}  # fmt: skip
    return [dict(zip(offered, chosen, strict=True)) for chosen in product(*offered.values())]


EVERY = [(name, chosen) for name, function in FUNCTIONS.items() for chosen in options(function)]


def test_every_choice_of_every_function_is_tried():
    assert len(EVERY) >= 22
    methods = {chosen["method"] for _, chosen in EVERY if "method" in chosen}
    assert len(methods) == 5
    assert all(has_cubic(A * A.T if A.rows < A.cols else A.T * A) for A in matrices())


def work(function, A, chosen):
    """Call a function; the right-hand side is one that A reaches."""
    given = {
        **dict.fromkeys(("A", "onto", "X", "points"), A),
        **dict.fromkeys(("b", "y"), A * Matrix(range(1, A.cols + 1))), **ARGUMENTS, **chosen,
        "x": list(A.row(0)), "z": list(A.row(1)), "C": A.T * A,
    }  # fmt: skip
    if "C" in inspect.signature(function.call).parameters:
        given["y"] = list(given["C"] * Matrix(range(1, A.cols + 1)))[:1]
    if chosen.get("activation") == "polynomial":
        given["coefficients"] = list(A.row(0))
    wanted = inspect.signature(function.call).parameters
    return function.call(**{name: given[name] for name in wanted if name in given})


@pytest.mark.parametrize(
    ("name", "chosen"), EVERY, ids=[" ".join((n, *map(str, c.values()))) for n, c in EVERY]
)
def test_every_format_writes_roots_for_readers(name, chosen):
    worked = 0
    for A in matrices():
        try:
            example = work(FUNCTIONS[name], A, chosen)
        except LinalgBookError:  # not symmetric, dependent columns
            continue
        worked += 1
        formats = example._repr_mimebundle_() | {"markdown": example.markdown(full=True)}
        data = json.loads(example.to_json())
        formats["json"] = json.dumps([data["title"], *(s["formulas"] for s in data["steps"])])
        for text in formats.values():
            assert "RootOf" not in text
    assert worked >= 2 or (worked == 1 and name in {"eigen", "cholesky"})
