"""Compare exact.pseudoinverse with SymPy's Matrix.pinv and python-flint, in one run.

``python benchmarks/exact.py`` takes some minutes, ``--largest 20`` some seconds.  What is measured
and why is in README.md beside this file.
"""

import argparse
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy.external.gmpy import GROUND_TYPES
from timing import Target, best, load, verdict

from linalg_book.exact import pseudoinverse

try:
    import flint
except ImportError:
    flint = None

SIZES = (3, 5, 10, 20, 50, 100)
LARGEST_ENTRY = 9


@dataclass(frozen=True)
class Case:
    """A shape and a rank."""

    m: int
    n: int
    rank: int

    @property
    def name(self) -> str:
        """Describe the case, for example 20×20 of rank 10."""
        return f"{self.m}×{self.n} rank {self.rank}"

    def matrix(self, seed: int = 1) -> list[list[int]]:
        """Draw a matrix: of full rank directly, else as a product of two."""
        rng = random.Random(seed)
        if self.rank == min(self.m, self.n):
            return _random(rng, self.m, self.n)
        left, right = _random(rng, self.m, self.rank), _random(rng, self.rank, self.n)
        return (sympy.Matrix(left) * sympy.Matrix(right)).tolist()


@dataclass
class Table:
    """Times in milliseconds, and the targets that they are held against."""

    times: dict[Case, dict[str, float]] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)

    def ratio(self, case: Case, above: str, below: str) -> float | None:
        """Divide two times of one case, if both were measured."""
        row = self.times.get(case, {})
        return row[above] / row[below] if above in row and below in row else None

    def at_least(self, least: float, case: Case) -> None:
        """Promise to be some times as fast as Matrix.pinv."""
        found = self.ratio(case, "Matrix.pinv", "exact")
        if found is not None:
            self.targets.append(
                Target(f"≥ {least}× Matrix.pinv, {case.name}", f"{found:.1f}×", found >= least)
            )

    def at_most(self, most: float, case: Case) -> None:
        """Promise to take at most some times as long as python-flint used directly."""
        found = self.ratio(case, "exact", "flint C·R")
        if found is not None:
            self.targets.append(
                Target(f"≤ {most}× python-flint, {case.name}", f"{found:.2f}×", found <= most)
            )

    def below(self, most: float, what: str, milliseconds: float) -> None:
        """Promise a time."""
        self.targets.append(
            Target(f"< {most} ms {what}", f"{milliseconds:.2f} ms", milliseconds < most)
        )


def _random(rng: random.Random, m: int, n: int) -> list[list[int]]:
    return [[rng.randint(-LARGEST_ENTRY, LARGEST_ENTRY) for _ in range(n)] for _ in range(m)]


def cases(largest: int) -> Iterator[Case]:
    """List the cases: square, tall and wide, of full rank and of half of it."""
    for n in SIZES:
        if n <= largest:
            half = (n + 1) // 2
            yield Case(n, n, half)
            yield Case(n, n, n)
            yield Case(2 * n, n, half)
            yield Case(2 * n, n, n)
            yield Case(half, n, half)


def flint_factorization(rows: list[list[int]]) -> Any:
    """Use python-flint with A = C R from the reduced echelon form: the textbook formula."""
    A = flint.fmpz_mat(rows)
    m, n = A.nrows(), A.ncols()
    reduced, denominator, rank = A.rref()
    pivots = [next(j for j in range(n) if reduced[i, j] != 0) for i in range(rank)]
    C = flint.fmpq_mat(flint.fmpz_mat(m, rank, [A[i, j] for i in range(m) for j in pivots]))
    R = flint.fmpq_mat(
        flint.fmpz_mat(rank, n, [reduced[i, j] for i in range(rank) for j in range(n)])
    )
    R = R / denominator
    back, over = C.transpose(), R.transpose()
    return over * ((R * over).inv() * ((back * C).inv() * back))


def flint_solve(rows: list[list[int]]) -> Any:
    """Use python-flint with the formula of our own engine, without any check."""
    A = flint.fmpz_mat(rows)
    m, n = A.nrows(), A.ncols()
    pivots = []
    for M in (A, A.transpose()):
        reduced, _, rank = M.rref()
        width = M.ncols()
        pivots.append([next(j for j in range(width) if reduced[i, j] != 0) for i in range(rank)])
    columns, rows_kept = pivots
    r = len(columns)
    back = flint.fmpz_mat(m, r, [A[i, j] for i in range(m) for j in columns]).transpose()
    over = flint.fmpz_mat(r, n, [A[i, j] for i in rows_kept for j in range(n)]).transpose()
    numerator, denominator = (back * A * over).inv().numer_denom()
    return flint.fmpq_mat(over * (numerator * back)) / denominator


def measure(case: Case) -> dict[str, float]:
    """Measure one case, after a look that all answers are the same."""
    rows = case.matrix()
    A = sympy.Matrix(rows)
    rows = [[int(x) for x in row] for row in rows]
    answer = pseudoinverse(A).answer
    functions: dict[str, Callable[[], Any]] = {
        "exact": lambda: pseudoinverse(A).answer,
        "Matrix.pinv": A.pinv,
    }
    if flint is not None:
        functions["flint C·R"] = lambda: flint_factorization(rows)
        functions["flint solve"] = lambda: flint_solve(rows)
        for direct in (flint_factorization, flint_solve):
            entries = [sympy.Rational(int(x.p), int(x.q)) for x in direct(rows).entries()]
            assert sympy.Matrix(case.n, case.m, entries) == answer  # noqa: S101
    return best(functions)


def import_times() -> tuple[float, float]:
    """Import SymPy and linalg_book.exact in fresh processes, in milliseconds.

    The first process compiles what is not compiled yet, as the first one of a user does; the
    fastest counts.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    code = "from time import process_time as t; s = t(); import {}; print(t() - s)"
    found = {"sympy": float("inf"), "linalg_book.exact": float("inf")}
    for _ in range(12):
        for name, former in found.items():
            run = subprocess.run(
                [sys.executable, "-c", code.format(name)],
                capture_output=True, text=True, check=True, env=environment,
            )  # fmt: skip
            found[name] = min(former, 1000 * float(run.stdout))
    return found["sympy"], found["linalg_book.exact"]


def typeset(A: list[list[int]]) -> str:
    """Derive and typeset."""
    return pseudoinverse(A).html()


def main() -> int:
    """Print the times, the ratios and the targets; fail if a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--largest", type=int, default=100, help="leave out larger matrices")
    largest = parser.parse_args().largest
    table = Table()
    print(f"SymPy {sympy.__version__}, ground types {GROUND_TYPES}, {load()}")
    print("milliseconds of processor time, best of several")
    names = ["exact", "Matrix.pinv"] + (["flint C·R", "flint solve"] if flint else [])
    print(f"{'':22}" + "".join(f"{name:>13}" for name in names) + f"{'pinv/exact':>12}")
    for case in cases(largest):
        table.times[case] = found = measure(case)
        ratio = table.ratio(case, "Matrix.pinv", "exact")
        shown = "".join(f"{found[name]:13.3f}" for name in names)
        print(f"{case.name:22}{shown}{ratio:11.1f}×", flush=True)
    if GROUND_TYPES == "flint":
        table.at_least(12, Case(20, 20, 10))
        table.at_least(22, Case(100, 100, 50))
        table.at_least(30, Case(200, 100, 100))
        for case in table.times:
            if case.n >= 50:
                table.at_most(1.3, case)
    else:
        table.at_least(5, Case(20, 20, 10))
        table.at_least(7, Case(100, 100, 50))
    for rank in (2, 3):
        rows = Case(3, 3, rank).matrix()
        rows = [[int(x) for x in row] for row in rows]
        plain = best({"": lambda rows=rows: pseudoinverse(rows).answer})[""]
        table.below(2, f"without steps, 3×3 rank {rank}", plain)
        html = best({"": lambda rows=rows: typeset(rows)})[""]
        table.below(8, f"with steps and HTML, 3×3 rank {rank}", html)
    alone, ours = import_times()
    table.targets.append(
        Target("import < 1.2× import sympy", f"{ours / alone:.2f}×", ours < 1.2 * alone)
    )
    return verdict(table.targets)


if __name__ == "__main__":
    sys.exit(main())
