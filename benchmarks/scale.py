"""Least squares over blocks of rows: memory, time against one pass of XᵀX, errors, workers.

What is measured and why is in README.md beside this file.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import numpy as np
from comparing import processor
from timing import Target, load, verdict

EPS = 2.0**-52
D, ROWS, SMALL = 50, 5_000_000, 500_000
BLOCK = 80_000
"""Rows of a block when XᵀX is formed: 32 MB."""
ROUNDS = 3
MEMORY, TIMES, ERROR = 400e6, 3.0, 10


def weights() -> Any:
    """Return the answer that is built in: whole numbers, so that X w is exact."""
    return np.arange(1.0, D + 1) * (-1) ** np.arange(D)


def scales() -> Any:
    """Return powers of 2 that give the columns sizes from 1 to 1/1024."""
    return 2.0 ** -np.round(np.linspace(0, 10, D))


def make(folder: Path, rows: int) -> None:
    """Write X and y = X w, a block at a time; no digit of y is rounded."""
    rng = np.random.default_rng(1)
    X = np.lib.format.open_memmap(folder / "X.npy", "w+", np.float64, (rows, D))
    y = np.empty(rows)
    for top in range(0, rows, BLOCK):
        whole = rng.integers(-512, 513, (min(BLOCK, rows - top), D))
        X[top : top + BLOCK] = whole * scales()
        y[top : top + BLOCK] = X[top : top + BLOCK] @ weights()
    X.flush()
    np.save(folder / "y.npy", y)


def peak() -> float:
    """Return the largest memory of this process since it was started, in bytes."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return 1024.0 * next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def fit(folder: Path) -> dict[str, Any]:
    """Solve in this process, with threads; return times, memory and the answer."""
    from linalg_book.scale import least_squares, open_array  # noqa: PLC0415

    times, work = [], []
    for _ in range(ROUNDS):
        start, begin = perf_counter(), process_time()
        found = least_squares(open_array(folder / "X.npy"), open_array(folder / "y.npy"))
        times.append(perf_counter() - start)
        work.append(process_time() - begin)
    error = np.linalg.norm(found.coefficients - weights()) / np.linalg.norm(weights())
    kappa = found.condition_number
    return {
        "seconds": min(times),
        "work": min(work),
        "peak": peak(),
        "error": error,
        "kappa": kappa,
    }


def products(folder: Path) -> dict[str, Any]:
    """Read the file a block at a time and form XᵀX; return the best time, and that of reading."""
    times, work, reading = [], [], []
    for _ in range(ROUNDS):
        start, first, read, G = perf_counter(), process_time(), 0.0, np.zeros((D, D))
        rows = len(np.lib.format.open_memmap(folder / "X.npy", "r"))
        for top in range(0, rows, BLOCK):
            begin = perf_counter()
            block = np.array(np.lib.format.open_memmap(folder / "X.npy", "r")[top : top + BLOCK])
            read += perf_counter() - begin
            G += block.T @ block
        times.append(perf_counter() - start)
        work.append(process_time() - first)
        reading.append(read)
    return {"seconds": min(times), "work": min(work), "reading": min(reading)}


def in_memory(folder: Path) -> dict[str, Any]:
    """Compare with ``numeric.least_squares``, which holds all of X in memory."""
    from linalg_book.numeric import least_squares  # noqa: PLC0415
    from linalg_book.scale import least_squares as in_blocks  # noqa: PLC0415
    from linalg_book.scale import open_array  # noqa: PLC0415

    right = least_squares(np.load(folder / "X.npy"), np.load(folder / "y.npy"))
    found = in_blocks(open_array(folder / "X.npy"), open_array(folder / "y.npy")).coefficients
    return {"error": float(np.linalg.norm(found - right) / np.linalg.norm(right))}


def workers(folder: Path) -> dict[str, Any]:
    """Time the fit with one and with two processes of ``distributed``, after a first call."""
    from distributed import Client, LocalCluster  # noqa: PLC0415

    from linalg_book.scale import least_squares, open_array  # noqa: PLC0415

    found = {}
    for count in (1, 2):
        one = {"n_workers": count, "threads_per_worker": 1, "dashboard_address": None}
        with LocalCluster(**one) as cluster, Client(cluster):
            times = []
            for _ in range(ROUNDS):
                start = perf_counter()
                least_squares(open_array(folder / "X.npy"), open_array(folder / "y.npy"))
                times.append(perf_counter() - start)
            found[str(count)] = min(times)
    return found


def parts(_folder: Path) -> dict[str, Any]:
    """Time what a worker does: the triangle of a block that it has, and a merge of eight."""
    from linalg_book.scale.summaries import TRIANGLE, merge, summarize  # noqa: PLC0415

    rng = np.random.default_rng(0)
    X, y = rng.standard_normal((BLOCK, D)), rng.standard_normal((BLOCK, 1))
    best = {"block": np.inf, "merge": np.inf}
    for _ in range(ROUNDS):
        start = perf_counter()
        one = summarize(X, y, D + 1, TRIANGLE, ones=False)
        best["block"] = min(best["block"], perf_counter() - start)
        start = perf_counter()
        merge([one] * 8, D + 1, TRIANGLE)
        best["merge"] = min(best["merge"], perf_counter() - start)
    return best


def one_hot(_folder: Path) -> dict[str, Any]:
    """Fit a kind of 20 beside an intercept; the shortest answer is known from the means."""
    import dask.array as da  # noqa: PLC0415

    from linalg_book.scale import least_squares  # noqa: PLC0415

    rng = np.random.default_rng(2)
    kind = rng.integers(0, 20, 1_000_000)
    X, y = np.column_stack([np.ones(len(kind)), np.eye(20)[kind]]), rng.standard_normal(len(kind))
    means = np.array([y[kind == k].mean() for k in range(20)])
    right = np.concatenate([[means.sum() / 21], means - means.sum() / 21])
    table, side = (da.from_array(part, chunks=(50_000, *part.shape[1:])) for part in (X, y))
    ours = least_squares(table, side)
    theirs, _, rank, _ = da.compute(*da.linalg.lstsq(table, side))
    return {
        "error": float(np.max(np.abs(ours.coefficients - right))),
        "rank": ours.rank,
        "error of dask": float(np.max(np.abs(theirs - right))),
        "rank of dask": int(rank),
    }


CHILDREN = {f.__name__: f for f in (fit, products, in_memory, workers, parts, one_hot)}


def measured(name: str, folder: Path, threads: int = 1) -> dict[str, Any]:
    """Run a measurement in a process of its own, so that its memory is only its own."""
    words = [sys.executable, __file__, "--child", name, "--folder", str(folder)]
    run = subprocess.run(
        words,
        env=os.environ | {"OPENBLAS_NUM_THREADS": str(threads)},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    result: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return result


def report(folder: Path, rows: int) -> list[Target]:
    """Measure everything, print it, and return what is promised."""
    ours, once = measured("fit", folder), measured("products", folder, threads=2)
    again = measured("fit", folder)
    ours["seconds"] = min(ours["seconds"], again["seconds"])
    ratio = ours["seconds"] / once["seconds"]
    bound = ERROR * D * ours["kappa"] * EPS
    print(f"{rows:,}×{D}, {8 * rows * D / 1e9:.1f} GB, condition number {ours['kappa']:.3g}")
    print(f"least squares {ours['seconds']:.2f} s, peak {ours['peak'] / 1e6:.0f} MB")
    print(
        f"processor time, all threads: {ours['work']:.2f} s and {once['work']:.2f} s for XᵀX, "
        f"ratio {ours['work'] / once['work']:.2f}"
    )
    print(
        f"XᵀX           {once['seconds']:.2f} s, of which reading {once['reading']:.2f} s",
        flush=True,
    )
    hot, both, part = (measured(name, folder) for name in ("one_hot", "workers", "parts"))
    print(f"1 and 2 workers: {both['1']:.2f} s and {both['2']:.2f} s, "
          f"efficiency {both['1'] / (2 * both['2']):.2f}")  # fmt: skip
    print(f"a block of {BLOCK:,} rows {1000 * part['block']:.0f} ms, "
          f"{2 * BLOCK * (D + 1) ** 2 / part['block'] / 1e9:.1f} Gflop/s; a merge of eight "
          f"{1000 * part['merge']:.1f} ms; a message {8 * (D + 1) ** 2 / 1e3:.0f} kB")  # fmt: skip
    print(f"one-hot beside an intercept: rank {hot['rank']}, error {hot['error']:.1e}; dask's "
          f"lstsq: rank {hot['rank of dask']}, error {hot['error of dask']:.1e}")  # fmt: skip
    found = [
        Target(
            "peak memory at most 400 MB", f"{ours['peak'] / 1e6:.0f} MB", ours["peak"] <= MEMORY
        ),
        Target(
            f"error at most 10·d·κ·ε = {bound:.1e}", f"{ours['error']:.1e}", ours["error"] <= bound
        ),
        Target("at most 3 × reading and forming XᵀX", f"{ratio:.2f}", ratio <= TIMES),
        Target("least-norm solution to 1e-12", f"{hot['error']:.1e}", hot["error"] <= 1e-12),
    ]
    if rows <= SMALL:
        error = measured("in_memory", folder)["error"]
        found.append(
            Target("the same against numeric.least_squares", f"{error:.1e}", error <= bound)
        )
    return found


def main() -> int:
    """Make the table, measure, and hold the promises; or be a child."""
    parser = argparse.ArgumentParser(description="Benchmark of linalg_book.scale.")
    parser.add_argument("--small", action="store_true", help="a tenth of the rows")
    parser.add_argument("--folder", type=Path, help="where the table is made (2.1 GB)")
    parser.add_argument("--child", choices=[*CHILDREN, "make"], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(CHILDREN[options.child](options.folder)))
        return 0
    print(f"{processor()}; {load()}")
    rows = SMALL if options.small else ROWS
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        make(Path(folder), rows)
        return verdict(report(Path(folder), rows))


if __name__ == "__main__":
    sys.exit(main())
