"""Compare ridge, its path and left-out rows with scikit-learn, statsmodels and NumPy, in one run.

What is measured and why is in README.md beside this file.
"""

import json
import sys
from fractions import Fraction
from typing import Any

import numpy as np
import scipy
from comparing import Functions, compare, processor, same
from timing import Target, best, load, verdict

from linalg_book import exact
from linalg_book.numeric import least_squares, leave_one_out, ridge, ridge_path
from numeric import NIST, digits

try:
    import sklearn
    import statsmodels
    from sklearn.linear_model import LinearRegression, Ridge, RidgeCV
    from statsmodels.api import OLS
except ImportError:
    sklearn = None

PENALTIES = np.logspace(-3, 4, 100)


def drawn(m: int, n: int) -> tuple[Any, Any]:
    """Draw a matrix and a right-hand side that is mostly explained."""
    rng = np.random.default_rng(1)
    A = rng.standard_normal((m, n))
    return A, A @ rng.standard_normal(n) + rng.standard_normal(m)


def left_out() -> list[Target]:
    """Leave out each of 2,000 rows for 100 penalties, with an intercept as RidgeCV has it."""
    A, b = drawn(2000, 200)
    functions: Functions = {
        "ours": lambda: leave_one_out(A, b, PENALTIES, intercept=True),
        "one SVD (NumPy)": lambda: np.linalg.svd(A, full_matrices=False),
    }
    if sklearn:
        fit = RidgeCV(alphas=PENALTIES, store_cv_results=True).fit(A, b)
        found = leave_one_out(A, b, PENALTIES, intercept=True)
        same(found.residuals.T**2, fit.cv_results_)
        functions["RidgeCV() (scikit-learn)"] = lambda: RidgeCV(alphas=PENALTIES).fit(A, b)
    most = {"RidgeCV() (scikit-learn)": 0.15, "one SVD (NumPy)": 1.5}
    return compare("left-out rows, 100 λ, 2,000×200", functions, most)


def paths() -> list[Target]:
    """Compute 100 ridge solutions of tall and of wide tables."""
    targets = []
    for m, n in ((2000, 200), (200, 2000)):
        A, b = drawn(m, n)
        functions: Functions = {
            "ours": lambda A=A, b=b: ridge_path(A, b, PENALTIES),  # type: ignore[misc]
            "one SVD (NumPy)": lambda A=A: np.linalg.svd(A, full_matrices=False),  # type: ignore[misc]
        }
        same(ridge_path(A, b, [1.0])[0], ridge(A, b, 1.0))
        name = f"ridge path, 100 λ, {m:,}×{n:,}"
        targets += compare(name, functions, {"one SVD (NumPy)": 1.3})
    return targets


def single() -> None:
    """Compute one ridge solution beside scikit-learn's; nothing is promised."""
    A, b = drawn(2000, 200)
    functions: Functions = {"ours": lambda: ridge(A, b, 1.0, intercept=True)}
    if sklearn:
        fit = Ridge(1.0).fit(A, b)
        same(ridge(A, b, 1.0, intercept=True), [fit.intercept_, *fit.coef_])
        functions["Ridge() (scikit-learn)"] = lambda: Ridge(1.0).fit(A, b)
    compare("one ridge solution, 2,000×200", functions, {})


def fits() -> list[Target]:
    """Solve tall least-squares problems."""
    targets = []
    for (m, n), limit in (((1000, 50), 5), ((10_000, 100), 3)):
        A, b = drawn(m, n)
        x = least_squares(A, b)
        functions: Functions = {
            "ours": lambda A=A, b=b: least_squares(A, b),  # type: ignore[misc]
            "lstsq (NumPy)": lambda A=A, b=b: np.linalg.lstsq(A, b)[0],  # type: ignore[misc]
        }
        same(functions["lstsq (NumPy)"](), x)
        if sklearn:
            line = LinearRegression(fit_intercept=False)
            functions["LinearRegression()"] = lambda A=A, b=b, f=line: f.fit(A, b)  # type: ignore[misc]
            functions["OLS().fit() (statsmodels)"] = lambda A=A, b=b: OLS(b, A).fit()  # type: ignore[misc]
            same(functions["LinearRegression()"]().coef_, x)
            same(functions["OLS().fit() (statsmodels)"]().params, x)
        name = f"least squares, {m:,}×{n}"
        targets += compare(name, functions, {"lstsq (NumPy)": limit})
    return targets


def accuracy() -> list[Target]:
    """Print the correct digits of ridge, and errors of a left-out row relative to b."""
    targets = []
    print(f"{'NIST, λ/σ₁²':24}{'digits of ridge':>16}{'of path':>10}{'left out':>12}")
    for entry in json.loads(NIST.read_text(encoding="utf-8")):
        if entry["name"] not in {"Longley", "Norris", "Pontius", "Filip"}:
            continue
        A = np.array([[float(Fraction(x)) for x in row] for row in entry["X"]])
        b = np.array([float(Fraction(y)) for y in entry["y"]])
        for share in (1e-6, 1, 1e6):
            penalty = float(share * np.linalg.norm(A, 2) ** 2)
            x = minimizer(A, b, penalty)
            right = digits(ridge(A, b, penalty), x), digits(ridge_path(A, b, [penalty])[0], x)
            i = len(A) // 2
            others = minimizer(np.delete(A, i, 0), np.delete(b, i), penalty)
            error = Fraction(b[i]) - sum(
                Fraction(a) * t for a, t in zip(A[i].tolist(), others, strict=True)
            )
            found = Fraction(float(leave_one_out(A, b, penalty).residuals[i]))
            missed = float(abs(found - error)) / float(np.max(np.abs(b)))
            name = f"{entry['name']}, {share:g}"
            print(f"{name:24}{right[0]:16.1f}{right[1]:10.1f}{missed:12.1e}", flush=True)
            targets.append(Target(f"13 digits of ridge, {name}", f"{right[0]:.1f}", right[0] >= 13))
            targets.append(Target(f"≤ 1e-13 left out, {name}", f"{missed:.0e}", missed <= 1e-13))
    return targets


def minimizer(A: Any, b: Any, penalty: float) -> list[Fraction]:
    """Return the ridge solution of the floats, in fractions."""
    rows = [[Fraction(x) for x in row] for row in A.tolist()]
    answer = exact.ridge(rows, [Fraction(y) for y in b.tolist()], Fraction(penalty)).answer
    return [Fraction(int(x.p), int(x.q)) for x in answer]


def exact_fits() -> list[Target]:
    """Fit the sets of NIST exactly; the tests compare all certified digits."""
    entries = json.loads(NIST.read_text(encoding="utf-8"))
    times = best(
        {e["name"]: lambda e=e: exact.least_squares(e["X"], e["y"]).answer for e in entries}  # type: ignore[misc]
    )
    print("exact least squares: " + ", ".join(f"{k} {v:.0f} ms" for k, v in times.items()))
    filip = next(e for e in entries if e["name"] == "Filip")
    slow = times["Filip"]
    rows = best({"Filip": lambda: exact.leave_one_out(filip["X"], filip["y"]).answer})["Filip"]
    print(f"exact left-out rows, each compared with a refit: Filip {rows:.0f} ms")
    return [
        Target("exact least squares, Filip, ≤ 500 ms", f"{slow:.0f} ms", slow <= 500),
        Target("exact left-out rows, Filip, ≤ 5 s", f"{rows / 1000:.1f} s", rows <= 5000),
    ]


def main() -> int:
    """Print the times, the ratios and the targets; fail if a target is missed."""
    print(f"{processor()}, NumPy {np.__version__}, SciPy {scipy.__version__}, {load()}")
    if sklearn:
        print(f"scikit-learn {sklearn.__version__}, statsmodels {statsmodels.__version__}")
    else:
        print("without scikit-learn and statsmodels: README.md says how to install them beside")
    print("milliseconds of processor time, best of several, and ours divided by it")
    targets = [*left_out(), *paths(), *fits()]
    single()
    return verdict([*targets, *exact_fits(), *accuracy()])


if __name__ == "__main__":
    sys.exit(main())
