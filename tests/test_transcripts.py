"""The wording of derivations and refusals, as someone has read it.

``tests/data/transcripts`` holds what the book's example of each function says, and what refusals
say.  The numbers in them are checked elsewhere; here no word and no formula changes unseen.  After
a change that is meant, call ``make accept`` and read what git shows.
"""

from decimal import Decimal
from functools import partial

import mpmath
import numpy as np
import pytest
import sympy
from sympy.polys.matrices import DomainMatrix

from linalg_book import exact, problems
from linalg_book.errors import LinalgBookError
from tests.calls import CALLS, work
from tests.transcripts import FOLDER, compare, transcript

C, D, H = sympy.symbols("c d h")
X = sympy.Symbol("x")
ENTRIES = [
    0.5, float("nan"), float("inf"), np.float32(0.5), np.float64("nan"), Decimal("NaN"),
    Decimal("1e99999"), Decimal("-Infinity"), mpmath.mpf("0.5"), mpmath.mpf("nan"),
    mpmath.mpf("-inf"), mpmath.mpc(1, 2), 1j, 1 + 0j, np.complex64(1), True, np.bool_(1), X,
    X + 0.5, sympy.Mul(2, 3, evaluate=False),
    sympy.I, 1 + sympy.I, mpmath.pi,
    sympy.sqrt(2), sympy.pi, sympy.Float("0.5"), sympy.nan, sympy.oo, -sympy.oo,
    sympy.zoo,
    sympy.sqrt(2) + 0.5, sympy.Integral(2, (X, 0, 1)), sympy.true, "", "x", "1/0", "1,234", "0x1",
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


@pytest.mark.parametrize("name", CALLS)
def test_derivations(name):
    arguments = CALLS[name].example
    compare(name, f"##### {name}{arguments}\n\n{transcript(work(name, arguments))}\n")


def test_no_transcript_is_left_over():
    exercises = {f"exercises_{name}" for name in problems.__all__ if name != "Problem"}
    assert {path.stem for path in FOLDER.iterdir()} == {*CALLS, *exercises, "refusals"}


def test_the_register_lists_every_function():
    assert set(CALLS) == set(exact.functions.__all__)


def test_refusals():
    lines = []
    for call, (function, *arguments) in REFUSALS:
        with pytest.raises(LinalgBookError) as caught:
            function(*arguments)
        lines.append(f"{call}\n    {type(caught.value).__name__}: {caught.value}\n")
    compare("refusals", "\n".join(lines))
