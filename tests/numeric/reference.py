"""Reference values, read as fractions and as float64, and measures of an error."""

import json
from fractions import Fraction

import numpy as np

from tests.paths import DATA

EPS = float(np.finfo(float).eps)
PSEUDOINVERSES = json.loads((DATA / "pinv_exact.json").read_text(encoding="utf-8"))
NIST = {s["name"]: s for s in json.loads((DATA / "nist_linear.json").read_text(encoding="utf-8"))}
# NIST made the other Wamplers of the first: 3, 4 and 5 add the same errors 1, 100 and 10000 times,
# and have the same fit; Wampler2 has the coefficients 1, 1/10 and so on, and no errors.
_CLEAN = [int(y) for y in NIST["Wampler1"]["y"]]
_ERRORS = [(int(y) - c) // 100 for y, c in zip(NIST["Wampler4"]["y"], _CLEAN, strict=True)]
for _name, _times in (("Wampler3", 1), ("Wampler5", 10000)):
    NIST[_name] = NIST["Wampler4"] | {
        "name": _name,
        "y": [str(c + _times * e) for c, e in zip(_CLEAN, _ERRORS, strict=True)],
    }
NIST["Wampler2"] = NIST["Wampler1"] | {
    "name": "Wampler2",
    "y": [str(sum(Fraction(x, 10) ** k for k in range(6))) for x in range(21)],
    "certified_coefficients": [f"1e-{k}" for k in range(6)],
    "exact_coefficients": [f"1/{10**k}" for k in range(6)],
}
NIST["NoInt2"] = {
    "name": "NoInt2",
    "X": [["4"], ["5"], ["6"]],
    "y": ["3", "4", "4"],
    "certified_coefficients": ["0.727272727272727"],
    "exact_coefficients": ["8/11"],
}


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
