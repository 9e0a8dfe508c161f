"""Compare kernels of wide networks with X Xᵀ and the plain recursion, and with 50 digits.

What is measured and why is in README.md beside this file.
"""

import sys
import tracemalloc
from typing import Any

import mpmath
import numpy as np
from comparing import Functions, compare, processor, same
from timing import Target, load, verdict

from linalg_book.numeric import network_kernels

WEIGHT, LAYERS, COORDINATES = 2.0, 3, 784
SYRK, PLAIN = "X @ X.T (syrk)", "plain recursion (NumPy)"
ROOM = 64
"""What may be used beside the two results, in megabytes."""
ORDERED = (0.25, 1.0)
"""Weight and bias variance that bring all points near to each other, layer by layer."""


def wide_vectors() -> bool:
    """Tell whether NumPy uses AVX-512."""
    return "X86_V4" in simd() or "AVX512" in simd()


def simd() -> str:
    """Return the levels of vector instructions that NumPy found."""
    config: Any = np.show_config(mode="dicts")
    found = config.get("SIMD Extensions", {})
    return " ".join([*found.get("baseline", []), *found.get("found", [])])


def plain(X: Any) -> tuple[Any, Any]:
    """Compute both kernels as textbooks do, with matrices for every step."""
    K = WEIGHT * (X @ X.T) / X.shape[1]
    theta = K.copy()
    for _ in range(LAYERS):
        roots = np.sqrt(np.diagonal(K))
        sizes = np.outer(roots, roots)
        cosines = np.clip(K / sizes, -1, 1)
        angles = np.arccos(cosines)
        slopes = (np.pi - angles) / (2 * np.pi)
        K = WEIGHT * sizes * (np.sin(angles) / (2 * np.pi) + slopes * cosines)
        theta = WEIGHT * theta * slopes + K
    return K, theta


def times() -> list[Target]:
    """Compute both kernels of random points."""
    rng, targets = np.random.default_rng(1), []
    limit = 2.5 if wide_vectors() else 3.0
    for n in (2000, 5000):
        X = rng.standard_normal((n, COORDINATES))
        ours = network_kernels(X, depth=LAYERS)
        if n == 2000:
            for found, expected in zip(ours, plain(X), strict=True):
                same(found, expected)
        equal = all(np.array_equal(kernel, kernel.T) for kernel in ours)
        del ours
        functions: Functions = {
            "ours": lambda X=X: network_kernels(X, depth=LAYERS),  # type: ignore[misc]
            SYRK: lambda X=X: X @ X.T,  # type: ignore[misc]
            PLAIN: lambda X=X: plain(X),  # type: ignore[misc]
        }
        what = f"ReLU, {LAYERS} hidden layers, n = {n:,}, d = {COORDINATES}"
        targets += compare(what, functions, {SYRK: limit, PLAIN: 0.25})
        targets.append(Target(f"symmetric to the bit, n = {n:,}", str(equal), equal))
        biased: Functions = {
            "ours": lambda X=X: network_kernels(X, depth=LAYERS, bias_variance=0.1),  # type: ignore[misc]
            SYRK: functions[SYRK],
        }
        compare(f"the same with biases, n = {n:,}", biased, {})
    return targets


def room() -> list[Target]:
    """Measure the peak of memory for 5,000 points, beside the points and the results."""
    X = np.random.default_rng(2).standard_normal((5000, COORDINATES))
    tracemalloc.start()
    both = network_kernels(X, depth=LAYERS)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    megabytes = (peak - sum(np.asarray(kernel).nbytes for kernel in both)) / 2**20
    promise = f"peak beside the two results, n = 5,000: ≤ {ROOM} MB"
    return [Target(promise, f"{megabytes:.0f} MB", megabytes <= ROOM)]


def exactly(x: Any, z: Any, depth: int, weight: float, bias: float) -> Any:
    """Return NNGP and NTK of ReLU for a pair by 50 digits, as triples: xx, xz, zz."""
    points = [[mpmath.mpf(float(entry)) for entry in point] for point in (x, z)]
    pairs = [(0, 0), (0, 1), (1, 1)]
    nngp = [weight * mpmath.fdot(points[i], points[j]) / len(x) + bias for i, j in pairs]
    ntk = list(nngp)
    for _ in range(depth):
        a, k, b = nngp
        new, slopes = [], []
        for p, q, r in ((a, a, a), (a, k, b), (b, b, b)):
            s = mpmath.sqrt(p * r)
            angle = mpmath.acos(max(min(q / s, mpmath.mpf(1)), -1))
            slope = (mpmath.pi - angle) / (2 * mpmath.pi)
            value = s * mpmath.sin(angle) / (2 * mpmath.pi) + s * mpmath.cos(angle) * slope
            new.append(weight * value + bias)
            slopes.append(weight * slope)
        ntk = [old * slope + value for old, slope, value in zip(ntk, slopes, new, strict=True)]
        nngp = new
    return nngp, ntk


def pairs_of_points() -> dict[str, tuple[Any, Any]]:
    """Choose pairs with their names."""
    rng = np.random.default_rng(3)
    x, y = rng.standard_normal((2, 50))
    found = {"equal": (x, x.copy()), "ordinary": (x, y), "opposite": (x, -x)}
    near = {f"10^−{n} apart": (x, x + 10.0**-n * y) for n in range(1, 13)}
    return found | near


def errors() -> list[Target]:
    """Compare pairs, shallow and deep, with 50 digits, relative to the root of the diagonal."""
    worst: dict[str, float] = {}
    with mpmath.workdps(50):
        for name, (x, z) in pairs_of_points().items():
            for weight, bias in ((2.0, 0.0), (2.0, 0.1), ORDERED):
                for depth in (1, 2, 3, 5, 10):
                    both = network_kernels(
                        x, z, depth=depth, weight_variance=weight, bias_variance=bias
                    )
                    for found, (a, k, b) in zip(both, exactly(x, z, depth, weight, bias),
                                                strict=True):  # fmt: skip
                        error = float(abs(mpmath.mpf(found) - k) / mpmath.sqrt(a * b))
                        worst[name] = max(worst.get(name, 0.0), error)
    print("largest errors, relative to the root of the diagonal")
    for name, error in worst.items():
        print(f"    {name:28}{error:10.1e}")
    largest = max(worst.values())
    return [Target("errors: ≤ 1e-14", f"{largest:.1e}", largest <= 1e-14)]


def main() -> int:
    """Print the times, the ratios and the targets; fail if a target is missed."""
    print(f"{processor()}, NumPy {np.__version__} with {simd()}, {load()}")
    print("milliseconds of processor time, best of several, and ours divided by it")
    return verdict([*errors(), *room(), *times()])


if __name__ == "__main__":
    sys.exit(main())
