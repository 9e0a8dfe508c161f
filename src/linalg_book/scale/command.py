"""``python -m linalg_book.scale least-squares data.parquet --target y``."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import warnings
from contextlib import nullcontext
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import dask
from dask.diagnostics import ProgressBar

from linalg_book.errors import LinalgBookError, StorageError
from linalg_book.scale.least_squares import METHODS, Fit, least_squares
from linalg_book.scale.tables import open_table

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST = 40
"""So many coefficients are printed; a file takes them all."""


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m linalg_book.scale",
        description="Linear algebra for tables that do not fit into memory.",
        allow_abbrev=False,
    )
    added = parser.add_subparsers(dest="command", metavar="command", required=True)
    one = added.add_parser("least-squares", help="the shortest least-squares solution, in one pass")
    one.add_argument("file", help="a table: .csv, .parquet, .zarr or .npy")
    one.add_argument("--target", required=True, help="the column that is to be explained")
    one.add_argument("--intercept", action="store_true", help="put a column of ones in front")
    one.add_argument("--method", choices=METHODS, default="tsqr", help="tsqr unless named")
    one.add_argument("--workers", type=int, help="so many threads; as many as cores unless given")
    one.add_argument("--output", type=Path, help="write all numbers to this file, as JSON")
    one.add_argument(
        "--quiet", action="store_true", help="show no progress, as where no terminal is"
    )
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for an answer, 1 for an input that is refused."""
    options = build_parser().parse_args(words)
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            warnings.simplefilter("ignore", DeprecationWarning)  # meant for authors of libraries
            lines, numbers = _least_squares(options)
        if options.output:
            write_whole(options.output, json.dumps(numbers, indent=1, ensure_ascii=False) + "\n")
    except LinalgBookError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        return 1
    for warning in caught:
        print(f"warning: {warning.message}", file=sys.stderr)  # noqa: T201
    print("\n".join(lines))  # noqa: T201
    return 0


def _least_squares(options: argparse.Namespace) -> tuple[list[str], dict[str, Any]]:
    """Compute and describe a fit."""
    start = perf_counter()
    table = open_table(options.file, options.target)
    shown = sys.stderr.isatty() and not options.quiet
    bar = ProgressBar(minimum=1.0, out=sys.stderr) if shown else nullcontext()
    workers = {"num_workers": options.workers} if options.workers else {}
    with bar, dask.config.set(workers):
        fit = least_squares(
            table.X,
            table.y,
            intercept=options.intercept,
            method=options.method,
            columns=table.columns,
        )
    names = [*(["the intercept"] if options.intercept else []), *table.columns[:-1]]
    return _described(fit, names, perf_counter() - start)


def _described(fit: Fit, names: list[str], seconds: float) -> tuple[list[str], dict[str, Any]]:
    """Write a fit as lines, and as numbers for a file."""
    memory = peak_memory()
    kappa, d = fit.condition_number, len(names)
    full = f"{kappa:.3g}" if fit.rank == d else f"infinite, {fit.condition_of_rank:.3g} of rank"
    wide = max(map(len, names[:MOST]))
    pairs = zip(names[:MOST], fit.coefficients, strict=False)
    lines = [f"{'column':{wide}}  coefficient", *(f"{n:{wide}}  {w:.10g}" for n, w in pairs)]
    lines += [f"and {d - MOST} more: --output writes all of them"] if d > MOST else []
    lines += [
        "",
        f"rows              {fit.rows:,}",
        f"rank              {fit.rank} of {d}",
        f"condition number  {full}",
        f"residual          {fit.residual:.6g}",
        f"time              {seconds:.1f} s",
        f"peak memory       {'unknown' if memory is None else f'{memory / 1e6:,.0f} MB'}",
    ]
    numbers = {
        "coefficients": dict(zip(names, fit.coefficients.tolist(), strict=True)),
        "rows": fit.rows,
        "rank": fit.rank,
        "condition_number": kappa if fit.rank == d else None,
        "singular_values": fit.singular_values.tolist(),
        "residual": fit.residual,
    }
    return lines, numbers


def peak_memory() -> int | None:
    """Return the largest memory that this process has had, in bytes, where the system tells."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:  # Windows has none
        return None
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def write_whole(path: Path, text: str) -> None:
    """Write a file as a whole or not at all: it takes its name when it is complete."""
    name = None
    try:
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as f:
            name = f.name
            f.write(text)
            f.flush()
            os.fsync(f.fileno())
        Path(name).replace(path)
    except OSError as error:
        if name:
            Path(name).unlink(missing_ok=True)
        raise StorageError(
            f"{path} could not be written ({error.strerror}), and nothing of it is left: make "
            "room, or name a file in another folder."
        ).about("output") from error
