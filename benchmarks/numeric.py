"""Compare numeric.pseudoinverse and numeric.least_squares with NumPy and SciPy, in one run.

What is measured and why is in README.md beside this file.
"""

import json
import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import scipy
import scipy.linalg
from timing import Target, best, load, verdict

from linalg_book import exact
from linalg_book.numeric import least_squares, pseudoinverse

SHAPES = [(5, 5, 3), (10, 10, 10), (50, 50, 25), (100, 50, 50), (200, 200, 100), (400, 100, 100),
          (50, 200, 50)]  # fmt: skip
NIST = Path(__file__).parents[1] / "tests" / "data" / "nist_linear.json"
EPS = 2.0**-52
Functions = dict[str, Callable[[], Any]]


def matrix(m: int, n: int, rank: int) -> Any:
    """Draw a matrix of that rank."""
    rng = np.random.default_rng(1)
    return rng.standard_normal((m, rank)) @ rng.standard_normal((rank, n))


def inverses(A: Any) -> Functions:
    """List the pseudoinverses."""
    return {
        "ours": lambda: pseudoinverse(A),
        "numpy": lambda: np.linalg.pinv(A, rtol=max(A.shape) * EPS),
        "scipy": lambda: scipy.linalg.pinv(A),
    }


def fits(A: Any) -> Functions:
    """List the solvers of least squares problems."""
    b = np.random.default_rng(2).standard_normal(len(A))
    return {
        "ours": lambda: least_squares(A, b),
        "numpy": lambda: np.linalg.lstsq(A, b)[0],
        "scipy": lambda: scipy.linalg.lstsq(A, b, max(A.shape) * EPS, lapack_driver="gelsy")[0],
    }


def measure(functions: Functions, what: str) -> dict[str, float]:
    """Measure after a look that all answers are the same; print one line."""
    answers = [function() for function in functions.values()]
    for answer in answers[1:]:
        assert np.allclose(answer, answers[0], rtol=0, atol=1e-9)  # noqa: S101
    found = best(functions)
    shown = "".join(f"{found[name]:10.3f}" for name in functions)
    ratios = "".join(f"{found['ours'] / found[name]:12.2f}×" for name in ("numpy", "scipy"))
    print(f"{what:34}{shown}{ratios}", flush=True)
    return found


def digits(x: Any, expected: list[Fraction]) -> float:
    """Count the correct digits of the worst coefficient, 15 at most."""
    worst = max(abs(Fraction(float(a)) / e - 1) for a, e in zip(x, expected, strict=True))
    return min(15.0, max(0.0, -float(np.log10(max(float(worst), 1e-16)))))


def sets() -> Iterator[tuple[str, list[list[Fraction]], list[Fraction]]]:
    """Yield the sets of NIST, exactly: the name, the matrix, the right-hand side."""
    for entry in json.loads(NIST.read_text(encoding="utf-8")):
        rows = [[Fraction(x) for x in row] for row in entry["X"]]
        yield entry["name"], rows, [Fraction(y) for y in entry["y"]]


def solution(rows: list[list[Fraction]], right: list[Fraction]) -> list[Fraction]:
    """Return the exact coefficients."""
    answer = exact.least_squares(rows, right).answer
    return [Fraction(int(x.p), int(x.q)) for x in answer]


def accuracy() -> list[Target]:
    """Print the correct digits on the sets of NIST; promise as many as the best of the others.

    Correct means first: as NIST certifies, for the numbers in decimals; then, after a stroke: as
    the rounded numbers determine them, of which ours promises all.
    """
    targets = []
    print(f"\n{'correct digits':12}{'ours':>14}{'numpy':>14}{'scipy':>14}{'pinv(A) b':>14}")
    for name, rows, right in sets():
        A, b = np.array(rows, dtype=float), np.array(right, dtype=float)
        rounded = [[Fraction(x) for x in row] for row in A.tolist()]
        truths = solution(rows, right), solution(rounded, [Fraction(y) for y in b.tolist()])
        answers = (
            least_squares(A, b),
            np.linalg.lstsq(A, b)[0],
            scipy.linalg.lstsq(A, b, lapack_driver="gelsy")[0],
            pseudoinverse(A) @ b,
        )
        found = [[digits(x, truth) for x in answers] for truth in truths]
        pairs = zip(*found, strict=True)
        print(f"{name:12}" + "".join(f"{one:8.1f} /{other:4.1f}" for one, other in pairs))
        worst = found[0][0] - max(found[0][1:])
        targets += [
            Target(f"no fewer digits than the best, {name}", f"{worst:+.1f}", worst > -0.2),
            Target(f"15 digits of the floats, {name}", f"{found[1][0]:.1f}", found[1][0] == 15),
        ]
    return targets


def main() -> int:
    """Print the times, the digits and the targets; fail if a target is missed."""
    print(f"NumPy {np.__version__}, SciPy {scipy.__version__}, {load()}")
    print("milliseconds of processor time, best of several, and ours divided by the others'")
    print(f"{'':34}{'ours':>10}{'numpy':>10}{'scipy':>10}{'ours/numpy':>13}{'ours/scipy':>13}")
    targets = []
    for m, n, rank in SHAPES:
        A = matrix(m, n, rank)
        found = measure(inverses(A), f"pseudoinverse {m}×{n} rank {rank}")
        if m >= 50:
            ratio = found["ours"] / found["numpy"]
            targets.append(Target(f"≤ 1.3× numpy, {m}×{n}", f"{ratio:.2f}×", ratio <= 1.3))
    for m, n, rank in SHAPES:
        A = matrix(m, n, rank)
        found = measure(fits(A), f"least squares {m}×{n} rank {rank}")
        if m >= 50:
            ratio = found["ours"] / found["numpy"]
            targets.append(Target(f"≤ 5× numpy, {m}×{n}", f"{ratio:.2f}×", ratio <= 5))
    return verdict([*targets, *accuracy()])


if __name__ == "__main__":
    sys.exit(main())
