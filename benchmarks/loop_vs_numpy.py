"""An inner product of a million entries: a loop in Python against NumPy's compiled one.

The chapter on data as vectors quotes the ratio.
"""

import sys

import numpy as np
from timing import Target, best, load, verdict

ENTRIES = 1_000_000


def loop(x: list[float], y: list[float]) -> float:
    """Add the products of matching entries, one after the other."""
    total = 0.0
    for a, b in zip(x, y, strict=True):
        total += a * b
    return total


def main() -> int:
    """Print times and the ratio; return 1 if the answers or the promise fail."""
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(2, ENTRIES))
    lists = x.tolist(), y.tolist()
    both = loop(*lists), float(x @ y)
    if abs(both[0] - both[1]) > 1e-12 * float(np.abs(x) @ np.abs(y)):
        print(f"the answers differ: {both}")
        return 1
    print(load())
    times = best(
        {
            "loop over lists": lambda: loop(*lists),
            "loop over arrays": lambda: loop(x, y),  # type: ignore[arg-type]
            "NumPy": lambda: x @ y,
        }
    )
    for name, milliseconds in times.items():
        print(f"{name:18}{milliseconds:9.3f} ms")
    ratio = times["loop over lists"] / times["NumPy"]
    return verdict([Target("NumPy at least 20 times as fast", f"{ratio:.0f} times", ratio >= 20)])


if __name__ == "__main__":
    sys.exit(main())
