"""The wording of derivations, checks and refusals, as someone has read it.

``tests/data/transcripts`` holds what examples of each function say.  The numbers in them are
checked elsewhere; here no word and no formula changes unseen.  After a change that is meant, run
``UPDATE_TRANSCRIPTS=1 pytest tests/test_transcripts.py`` and read what git shows.
"""

import json
import os
import re
from decimal import Decimal
from functools import cache, partial

import html5lib
import mpmath
import numpy as np
import pytest
import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book import exact
from linalg_book.errors import LinalgBookError
from tests.calls import formulas_of, public_functions
from tests.paths import DATA

FOLDER = DATA / "transcripts"
HALF = "1/2"
NINE = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
BY_HAND = [[-1, 2], [3, -2], [5, 7]]
C, D, H = sympy.symbols("c d h")
FIVE = [[int(i == j) for j in range(5)] for i in range(5)]
LARGE = [[4, 0, 0, 0, 0], [0, 4, 0, 0, 0], [0, 0, 3, 0, 0], [0, 0, 0, 2, 0], [0, 0, 0, 0, 1]]
CUBIC = [[0, 1, 0], [1, 0, 1], [0, 1, 1]]
UNIT, FULL = {"normalized": True}, {"full": True}
LAPLACIAN = [[1, -1, 0], [-1, 2, -1], [0, -1, 1]]
CALLS = {
    "closest_point": [
        ([3, 4], 12), ([3, 4], -12), ([3, 4], 0), ([1, 2], 10), ([4], 6), ([4], 0), ([4], 4),
        ([0, 5], 10), ([2, -1, 2], 9), ([0, 0, -2], 5), ([1, 2, 2, 4], 10), ([HALF, "1/3"], "13/6"),
        ([1, 1, 1, 1, 1, 1], 6), (range(1, 9), -204), ([0, 0, 0, 2], 0), ([0, 1, 2, 2, 0, 0, 1], 3),
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([3, 4], 12, [1, 1]), ([[1, 1, 1]], [3], [1, 2, 3]),
        ([[1, 1, 1], [1, -1, 0]], [6, 2], [1, 2, 3]),
        ([3, 4], C), ([3, -4], C - 2 * D + 1), ([1, 2, 2], D, [C, 0, 1]),
        ("3u + 4v = 12",), ("7w = 21",), ("2c + k + t + 2v + 0u = 5",),
        ("3u + 4v = 12", None, [1, 1]), ("q + s = 3; s + c = 1", None, [1, 1, 1]),
    ],
    "condition_number": [([[1, 2], [3, 4]],), ([[1, 2], [2, 4]],), ([[0]],), ([[2, 0], [0, 2]],)],
    "eigen": [
        ([[2, 1], [1, 2]],), (LAPLACIAN,), ([[2, 0], [0, 2]],), ([[1, 1], [1, 0]],), ([],),
        (LAPLACIAN, UNIT), ([[1, 1], [1, 0]], UNIT), ([[0, 0], [0, 0]], UNIT), ([], UNIT), (CUBIC,),
    ],
    "four_subspaces": [(NINE,), ([[1, 0], [0, 1]],), ([[0, 0]],), ([[], []],), ([[1, 2, 3]],)],
    "gram_schmidt": [(BY_HAND,), ([[1, 2, 3], [2, 4, 7]],), ([[0]],), ([[0]], UNIT),
                     (BY_HAND, UNIT), ([[], []],), ([[1, 1], [0, 2]], UNIT)],
    "least_norm": [
        ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[2, 1], [1, 3]], [5, 10]), ([[1, 2], [2, 4]], [5, 10]),
        ([[0, 0, 0], [1, 2, 2]], [0, 9]), ([[1, 2, 3], [4, 5, 6]], [0, 0]), ([[1, 1, 1]], [3]),
        ([[1, 2], [2, 4], [0, 0], [3, 5], [4, 7], [-1, -2], [1, 1]], [1, 2, 0, 3, 4, -1, 1]),
        ([[1]] * 8, [1] * 8),
        ([[1]] * 5, [1] * 5),
        ([[1, 0], [0, 1], [1, -1], [1, HALF]], [1, 1, 0, "3/2"]),
        ([[1, 0], [0, 1], [-1, 1], [HALF, 0]], [1, 1, 0, HALF]),
        ([[1, 1, 1], [1, -1, 0]], [C, D]), ([[1, 2], [2, 4]], [C, 2 * C]),
        ("u + v + w = 6; u - v = 2",),
    ],
    "least_squares": [
        ([[1, 0], [1, 1], [1, 2]], [6, 0, 0]), ([[1, 2], [2, 4]], [1, 3]), ([[1], [1]], [1, 3]),
        ([[0, 0]], [1]), ([[1, 2], [3, 4]], [5, 6]), (NINE, [1, 0, 0]), ([[1, 0], [0, 0]], [2, 1]),
        ([[1, 2, 3], [2, 4, 6]], [1, 1]), ([[], []], [1, 2]),
        ([[1, 0], [1, 1], [1, 2]], [C, D, H]),
    ],
    "low_rank": [(BY_HAND, 1), ([[3, 0], [4, 5]], 1), ([[1, 0], [0, 1]], 1), ([[1, 2]], 0),
                 (NINE, 2), ([[]], 1), (LARGE, 1), (LARGE, 2), (CUBIC, 1)],
    "project": [([6, 0, 0], [[1, 0], [1, 1], [1, 2]]), ([1, 1], [[1], [2]]), ([1, 2], [[0], [0]]),
                ([1, 2], [[1, 0], [0, 1]]), ([1, 0, 0], NINE), ([1, 2], [[], []]),
                ([C, D**2], [[1], [2]]), ([2, 4], [1, 2]), ([1, 3], [[1, 2], [2, 4]])],
    "pseudoinverse": [(BY_HAND,), (NINE,), ([[1, 0, 0, 1], [0, 1, 0, 1], [0, 0, 1, 0]],),
                      ([[1, 2], [2, 4]],), ([[1, 2, 2]],), ([[0, 0]],),
                      ([[1, 2], [3, 4]],), *(
        (A, {"method": method}) for method, given in {
            "limit": (BY_HAND, NINE, [[1, 2, 2]], [[0, 0]], [[]], [[HALF]], FIVE),
            "svd": (BY_HAND, [[1, 2], [2, 4]], [[0, 0]], [[2, 0], [0, 1]]),
            "full-column-rank": (BY_HAND, [[2], [1]], [[], []]),
            "full-row-rank": ([[1, 2, 2], [0, 1, 1]], [[1, 2]], []),
        }.items() for A in given)],
    "qr": [([[3, 1], [4, 1]],), ([[1, 2, 3], [2, 4, 7]],), ([[3, 1], [4, 1]], UNIT), ([[]],),
           ([[0, 1], [0, 1]], UNIT)],
    "ridge": [([[1, 0], [0, 2]], [1, 1], HALF), ([[1, 2], [2, 4]], [1, 3], 0), ([[1]], [1], 1),
              ([[1, 2, 2], [0, 1, 1]], [3, 1], 2), ([[1, 2, 2]], [3], 1), ([[1], [2]], [3, 1], 0),
              ([[0, 0]], [1], 1), ([[]], [1], 2), (FIVE, [1, 2, 3, 4, 5], 1),
              ([[1, 0], [0, 2]], [C, D], 1)],
    "row_reduce": [(NINE,), ([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[0, 2], [3, 4]],), ([[0]],),
                   ([[1, 2], [2, 4]], [1, 3]), ([[1, 2], [2, 4]], [C, D])],
    "solve": [([[1, 1, 1], [1, -1, 0]], [6, 2]), ([[2, 1], [1, 3]], [5, 10]),
              ([[1, 2], [2, 4]], [1, 3]), ([[0, 0]], [0]), ([[1, 2, 3, 4]], [5]),
              ([[1, 1, 1], [1, -1, 0]], [C, D]), ([[1, 2], [2, 4]], [C, 2 * C + 1]),
              ([[1, 1], [-1, -1]], [1, 1])],
    "svd": [(BY_HAND,), ([[3, 0], [4, 5]],), ([[1, 2], [2, 4]],), ([[0, 0]],), ([[1, 2, 2]],),
            ([[1, 2], [2, 4]], FULL), ([[1, 2, 2]], FULL), ([[1], [2], [2]], FULL), (CUBIC,),
            ([[0, 0]], FULL), ([[]],), ([[0, -1, 0], [2, 0, 0]],), ([[2, 0], [0, 2]],)],
}  # fmt: skip
each = pytest.mark.parametrize("name", CALLS)
X = sympy.Symbol("x")
ENTRIES = [
    0.5, float("nan"), float("inf"), np.float32(0.5), np.float64("nan"), Decimal("NaN"),
    Decimal("1e99999"), Decimal("-Infinity"), mpmath.mpf("0.5"), mpmath.mpf("nan"),
    mpmath.mpf("-inf"), mpmath.mpc(1, 2), 1j, 1 + 0j, np.complex64(1), True, np.bool_(1), X,
    X + 0.5, sympy.Mul(2, 3, evaluate=False),
    sympy.I, 1 + sympy.I, mpmath.pi,
    sympy.sqrt(2), sympy.pi, sympy.Float("0.5"), sympy.nan, sympy.oo, -sympy.oo,
    sympy.zoo,
    sympy.sqrt(2) + 0.5, sympy.Integral(2, (X, 0, 1)), sympy.true, "", "x", "1/0", "1e3", "0x1",
    "½", "9" * 5000, None, {}, object, np.datetime64(1, "D"), np.timedelta64(1, "s"),
]  # fmt: skip
REFUSALS = [
    *((f"least_norm([[1, {entry!r:.40}]], [1])", (exact.least_norm, [[1, entry]], [1]))
      for entry in ENTRIES),
    *((f"rational_from_float({x!r:.40})", (exact.rational_from_float, x))
      for x in (float("nan"), "0.5", mpmath.mpf("inf"), 1j, None, X, True)),
    ("closest_point([0, 0], 0)", (exact.closest_point, [0, 0], 0)),
    ("closest_point([[0, 0], [0, 0]], [0, -3])", (exact.closest_point, [[0, 0], [0, 0]], [0, -3])),
    ("least_norm([[1, 2], [2, 4], [0, 1]], [1, 3, 1])",
     (exact.least_norm, [[1, 2], [2, 4], [0, 1]], [1, 3, 1])),
    ("least_norm([[1], [1]], [0, 10**80])", (exact.least_norm, [[1], [1]], [0, 10**80])),
    ("eigen([[1, 2], [3, 4]])", (exact.eigen, [[1, 2], [3, 4]])),
    ("eigen([[1, 2]])", (exact.eigen, [[1, 2]])),
    ("pseudoinverse([[1, 2], [3]])", (exact.pseudoinverse, [[1, 2], [3]])),
    ("pseudoinverse([1, 2])", (exact.pseudoinverse, [1, 2])),
    ("pseudoinverse([[1]], method='magic')", (partial(exact.pseudoinverse, method="magic"), [[1]])),
    ("pseudoinverse(DomainMatrix over ZZ[x])",
     (exact.pseudoinverse, DomainMatrix.from_Matrix(sympy.Matrix([[X]])))),
    ("solve([[1, 2]], [1, 2])", (exact.solve, [[1, 2]], [1, 2])),
    ("solve([[1, 2]], 5)", (exact.solve, [[1, 2]], 5)),
    ("low_rank([[1]], -1)", (exact.low_rank, [[1]], -1)),
    ("ridge([[1]], [1], -1)", (exact.ridge, [[1]], [1], -1)),
    ("condition_number([])", (exact.condition_number, [])),
    ("solve([[1, 2], [2, 4]], [c, d])", (exact.solve, [[1, 2], [2, 4]], [C, D])),
    ("least_norm([3, 4], x)", (exact.least_norm, [3, 4], X)),
    ("least_norm([3, 4], 1/c)", (exact.least_norm, [3, 4], 1 / C)),
    ("ridge([[1]], [c], h)", (exact.ridge, [[1]], [C], H)),
    ("project([1], [[1], [2]])", (exact.project, [1], [[1], [2]])),
]  # fmt: skip


def transcript(example):
    """Write everything that an example says."""
    lines = [example.text(100, full=True), "", "Before and after"]
    for number, step in enumerate(example.steps, start=1):
        lines.append(f"{number}. {plain(step.before)} -> {plain(step.after)}")
    values = (f"{name} = {plain(value)}" for name, value in example.values.items())
    lines += ["", "Values", *values, "", f"Answer: {plain(example.answer)}"]
    return "\n".join(lines)


def plain(value):
    """Write a value in one line."""
    if hasattr(value, "to_Matrix"):
        value = value.to_Matrix()
    if isinstance(value, sympy.MatrixBase):
        return str(value.tolist())
    if isinstance(value, tuple | list):
        return f"({', '.join(map(plain, value))})"
    return str(value)


def compare(name, text):
    """Compare with the file that has been read, or write it."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_TRANSCRIPTS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), "run UPDATE_TRANSCRIPTS=1 pytest tests/test_transcripts.py, and read it"
    assert text == path.read_text(encoding="utf-8")


def test_every_function_is_listed():
    assert set(CALLS) == public_functions()


@cache
def examples(name):
    """Work the examples of one function."""
    names = ("A", "b", "origin") if name == "closest_point" else ()
    return [
        getattr(exact, name)(**dict(zip(names, arguments, strict=False)))
        if names
        else getattr(exact, name)(*positional(arguments), **options(arguments))
        for arguments in CALLS[name]
    ]


def options(arguments):
    """Return what a call says by name, its last argument."""
    return arguments[-1] if isinstance(arguments[-1], dict) else {}


def positional(arguments):
    return arguments[:-1] if options(arguments) else arguments


@each
def test_derivations(name):
    parts = [
        f"##### {name}{arguments}\n\n{transcript(example)}\n"
        for arguments, example in zip(CALLS[name], examples(name), strict=True)
    ]
    compare(name, "\n\n".join(parts))


@each
def test_steps_are_sentences(name):
    for example in examples(name):
        assert example.steps
        for sentence in (str(s) for step in example.steps for s in (step.what, step.why)):
            assert not sentence[0].islower(), sentence
            assert sentence.endswith((".", ":")), sentence
            assert "  " not in sentence


@each
def test_every_format(name):
    for example in examples(name):
        assert not re.search(r"[ \t]$|\t", example.text(), re.MULTILINE)
        parser = html5lib.HTMLParser(strict=True)
        assert len(parser.parseFragment(example.html())) == 1
        data = json.loads(example.to_json(), parse_float=pytest.fail)
        assert len(data["steps"]) == len(example.steps)
        assert example.markdown(full=True).count("$$") % 2 == 0


@each
def test_katex_accepts_every_formula(name, katex_errors):
    formulas = set().union(*map(formulas_of, examples(name)))
    assert len(formulas) > 5
    assert katex_errors(sorted(formulas)) == []


def test_refusals():
    lines = []
    for call, (function, *arguments) in REFUSALS:
        with pytest.raises(LinalgBookError) as caught:
            function(*arguments)
        lines.append(f"{call}\n    {type(caught.value).__name__}: {caught.value}\n")
    compare("refusals", "\n".join(lines))
