"""Compare kernels, kernel ridge and Gaussian processes with scikit-learn and NumPy, in one run.

What is measured and why is in README.md beside this file.
"""

import sys
import warnings
from typing import Any

import numpy as np
import scipy
from comparing import Functions, compare, processor, same
from timing import Target, load, verdict

from linalg_book.numeric import (
    gaussian_kernel,
    gaussian_process,
    kernel_regression,
    laplace_kernel,
    polynomial_kernel,
)

try:
    import sklearn
    from sklearn.gaussian_process import GaussianProcessRegressor
    from sklearn.gaussian_process.kernels import RBF
    from sklearn.kernel_ridge import KernelRidge
    from sklearn.metrics import pairwise
except ImportError:
    sklearn = None

PENALTIES = np.logspace(-6, 3, 50)
RBF_KERNEL, EIGH = "rbf_kernel (scikit-learn)", "one eigh (NumPy)"
FITS, REGRESSOR = "50 KernelRidge (scikit-learn)", "GaussianProcessRegressor"


def is_exact(K: Any) -> bool:
    """Tell whether a Gram matrix is symmetric to the bit with a diagonal of ones."""
    return bool(np.array_equal(K, K.T) and np.all(np.diagonal(K) == 1))


def matrices() -> list[Target]:
    """Compute Gram matrices of 4,000 spread points; clusters are looked at, not timed against."""
    X = np.random.default_rng(1).standard_normal((4000, 50))
    length = 50**0.5
    functions: Functions = {"ours": lambda: gaussian_kernel(X, length_scale=length)}
    K = functions["ours"]()
    targets = [Target("Gaussian kernel, symmetric to the bit, 1 on the diagonal", "", is_exact(K))]
    if sklearn:
        functions[RBF_KERNEL] = lambda: pairwise.rbf_kernel(X, gamma=0.01)
        same(K, functions[RBF_KERNEL]())
    what = "Gaussian kernel matrix, n = 4,000, d = 50"
    targets += compare(what, functions, {RBF_KERNEL: 1.0})
    more: Functions = {
        "ours": lambda: laplace_kernel(X, length_scale=length),
        "polynomial, degree 3": lambda: polynomial_kernel(X, degree=3),
    }
    compare("Laplace kernel matrix, the same points", more, {})
    clusters = X[:1000] * 1e-6 + np.repeat(X[1000:1010], 100, axis=0)
    compare("Gaussian kernel matrix, n = 1,000 in clusters",
            {"ours": lambda: gaussian_kernel(clusters, length_scale=1e-5)}, {})  # fmt: skip
    K = gaussian_kernel(clusters, length_scale=1e-5)
    return [*targets, Target("the same in clusters", "", is_exact(K))]


def ridges() -> list[Target]:
    """Fit 50 penalties with all left-out residuals; KernelRidge gets no left-out residuals."""
    rng = np.random.default_rng(2)
    X = rng.standard_normal((1500, 20))
    K, y = gaussian_kernel(X, length_scale=20**0.5), np.sin(X.sum(axis=1))
    functions: Functions = {
        "ours": lambda: kernel_regression(K, y, PENALTIES),
        EIGH: lambda: np.linalg.eigh(K),
    }
    found = kernel_regression(K, y, PENALTIES)
    inverse = np.linalg.inv(K + PENALTIES[20] * np.eye(1500))
    same(found.residuals[20], inverse @ y / np.diagonal(inverse))
    if sklearn:
        ridge = KernelRidge(alpha=PENALTIES[20], kernel="precomputed").fit(K, y)
        same(found.predict(K)[20], ridge.predict(K))

        def fits() -> None:
            for penalty in PENALTIES:
                KernelRidge(alpha=penalty, kernel="precomputed").fit(K, y)

        functions[FITS] = fits
    what = "kernel ridge, 50 λ with left-out points, n = 1,500"
    return compare(what, functions, {EIGH: 1.5, FITS: 0.25})


def process(X: Any, Z: Any, y: Any, length: float, noise: float) -> tuple[Any, Any]:
    """Return mean and deviation at new points."""
    known = gaussian_process(gaussian_kernel(X, length_scale=length), y, noise)
    between = gaussian_kernel(Z, X, length_scale=length)
    return known.mean(between), known.deviation(between, np.ones(len(Z)))


def regressor(X: Any, Z: Any, y: Any, length: float, noise: float) -> tuple[Any, Any]:
    """Do the same with scikit-learn, which adds 1e-10 where there is no noise."""
    found = GaussianProcessRegressor(RBF(length), alpha=noise or 1e-10, optimizer=None)
    with warnings.catch_warnings():  # variances below 0, which it sets to 0
        warnings.simplefilter("ignore")
        mean, deviation = found.fit(X, y).predict(Z, return_std=True)
    return mean, deviation


def processes() -> list[Target]:
    """Condition on 2,000 points; the singular kernel has each of 1,000 points twice."""
    rng = np.random.default_rng(3)
    X, Z = 3 * rng.uniform(size=(2000, 10)), 3 * rng.uniform(size=(2000, 10))
    twice = np.vstack([X[:1000], X[:1000]])
    cases = {
        "Gaussian process, n = 2,000, noise": (X, 1.0, 0.01, 1.1),
        "Gaussian process, n = 2,000, without": (X, 0.5, 0.0, 1.1),
        "Gaussian process, n = 2,000, singular": (twice, 0.5, 0.0, 5.0),
    }
    targets = []
    for what, (points, length, noise, limit) in cases.items():
        given = points, Z, np.sin(points.sum(axis=1)), length, noise
        functions: Functions = {"ours": lambda given=given: process(*given)}  # type: ignore[misc]
        if sklearn:
            functions[REGRESSOR] = lambda given=given: regressor(*given)  # type: ignore[misc]
            for found, expected in zip(process(*given), regressor(*given), strict=True):
                same(found, expected)
        targets += compare(what, functions, {REGRESSOR: limit})
    once = process(X[:1000], Z, np.sin(X[:1000].sum(axis=1)), 0.5, 0.0)
    both = process(twice, Z, np.sin(twice.sum(axis=1)), 0.5, 0.0)
    error = max(float(np.max(np.abs(a - b))) for a, b in zip(both, once, strict=True))
    targets.append(Target("singular as without the repetition", f"{error:.0e}", error < 1e-9))
    at_points = process(twice, twice, np.sin(twice.sum(axis=1)), 0.5, 0.0)[1]
    right = bool(np.all((at_points >= 0) & (at_points < 1e-5)))
    largest = f"{np.max(at_points):.0e}"
    return [*targets, Target("deviation 0 at the points, never below", largest, right)]


def main() -> int:
    """Print the times, the ratios and the targets; fail if a target is missed."""
    print(f"{processor()}, NumPy {np.__version__}, SciPy {scipy.__version__}, {load()}")
    if sklearn:
        print(f"scikit-learn {sklearn.__version__}")
    else:
        print("without scikit-learn: README.md says how to install it beside")
    print("milliseconds of processor time, best of several, and ours divided by it")
    return verdict([*matrices(), *ridges(), *processes()])


if __name__ == "__main__":
    sys.exit(main())
