"""Reference values, read as fractions and as float64, and measures of an error."""

import json
from fractions import Fraction

import numpy as np

from tests.paths import DATA

EPS = float(np.finfo(float).eps)
PSEUDOINVERSES = json.loads((DATA / "pinv_exact.json").read_text(encoding="utf-8"))
NIST = {s["name"]: s for s in json.loads((DATA / "nist_linear.json").read_text(encoding="utf-8"))}


def fractions(values):
    """Read fractions, also of nested lists of text."""
    return [fractions(v) if isinstance(v, list) else Fraction(v) for v in values]


def floats(values):
    """Round fractions, also of nested lists of text, to float64."""
    return np.array([floats(v) if isinstance(v, list) else float(Fraction(v)) for v in values])


def digits(found, expected):
    """Count the correct decimal digits of the worst entry, 15 at most."""
    errors = [abs((Fraction(float(x)) - e) / e) for x, e in zip(found, expected, strict=True)]
    return min(15.0, -float(np.log10(max(float(max(errors)), 1e-16))))


def product(X, Y):
    """Multiply matrices of fractions, or of floats exactly."""
    left, right = ([[Fraction(x) for x in row] for row in M] for M in (X, Y))
    columns = list(zip(*right, strict=True))
    return [[sum(map(Fraction.__mul__, row, c), Fraction(0)) for c in columns] for row in left]


def frobenius(rows):
    """Return the Frobenius norm of a matrix of fractions."""
    return float(np.linalg.norm(np.array([[float(x) for x in row] for row in rows])))
