"""What exactness costs: exact least squares beside floating point, in one run.

What is measured and why is in README.md beside this file.
"""

import sys
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
from timing import Target, best, load, verdict

from linalg_book import exact
from linalg_book.numeric import least_squares
from numeric import sets

SIZES = (5, 10, 20)


def tables() -> Iterator[tuple[str, list[list[Fraction]], list[Fraction]]]:
    """Yield Longley, Filip, and tables of random whole numbers with twice as many rows."""
    for name, X, y in sets():
        if name in {"Longley", "Filip"}:
            yield name, X, y
    random = Random(1)
    for n in SIZES:
        X = [[Fraction(random.randint(-9, 9)) for _ in range(n)] for _ in range(2 * n)]
        yield f"{2 * n}×{n}, one digit", X, [Fraction(random.randint(-9, 9)) for _ in range(2 * n)]


def decimals(answer: Any) -> int:
    """Count the digits of the longest numerator or denominator."""
    return max(len(str(abs(number))) for x in answer for number in (int(x.p), int(x.q)))


def main() -> int:
    """Print the times, their ratio and the digits of the exact answer."""
    print(f"NumPy {np.__version__}, {load()}")
    print("milliseconds of processor time, best of several; the exact one divided by lstsq")
    print(f"{'':20}{'exact':>10}{'float':>10}{'lstsq':>10}{'exact/lstsq':>13}{'digits':>8}")
    targets = []
    for name, X, y in tables():
        A, b = np.array(X, dtype=float), np.array(y, dtype=float)
        found = best(
            {
                "exact": lambda X=X, y=y: exact.least_squares(X, y).answer,  # type: ignore[misc]
                "float": lambda A=A, b=b: least_squares(A, b),  # type: ignore[misc]
                "lstsq": lambda A=A, b=b: np.linalg.lstsq(A, b)[0],  # type: ignore[misc]
            }
        )
        ratio, long = found["exact"] / found["lstsq"], decimals(exact.least_squares(X, y).answer)
        times = "".join(f"{found[key]:10.3f}" for key in ("exact", "float", "lstsq"))
        print(f"{name:20}{times}{ratio:12,.0f}×{long:8}", flush=True)
        targets.append(Target(f"exact ≤ 100,000 × lstsq, {name}", f"{ratio:,.0f}×", ratio <= 1e5))
    return verdict(targets)


if __name__ == "__main__":
    sys.exit(main())
