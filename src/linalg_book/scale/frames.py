"""Data frames of Dask from CSV and Parquet, as arrays of numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dask.utils import natural_sort_key

from linalg_book.errors import (
    EmptySystemError,
    InvalidNumberError,
    LinalgBookError,
    ShapeError,
    StorageError,
)
from linalg_book.scale.blocks import BLOCK_BYTES, WIDTH, Lazy

PARQUET = {".parquet", ".parq", ".pq"}


def require_file(place: Path) -> None:
    """Refuse a file that is not there."""
    if not (place.exists() or list(place.parent.glob(place.name))):
        raise StorageError(
            f"path is expected to name a file, but there is none at {place}: check its name."
        ).about("path")


def not_whole(place: Path, error: Exception) -> StorageError:
    """Make the error for a file whose beginning cannot be read."""
    said = str(error).partition("Original Message: ")
    return StorageError(
        f"{place.name} cannot be read ({type(error).__name__}: {(said[2] or said[0])[:200]}): it "
        "is damaged, cut off, or no file of its kind; make it anew."
    ).about("path")


def open_frame(place: Path) -> tuple[Any, list[str]]:
    """Open a data frame of numbers."""
    import dask.dataframe as dd  # noqa: PLC0415 (pandas takes a second)

    require_file(place)
    try:
        frame = _open_frame(dd, place)
    except LinalgBookError:
        raise
    except Exception as error:
        raise not_whole(place, error) from error
    return lambda wanted: _numbers(frame, wanted), list(map(str, frame.columns))


def _open_frame(dd: Any, place: Path) -> Any:
    """Read names and kinds of the columns."""
    if place.suffix in PARQUET:
        stored = int(BLOCK_BYTES * _packing(place))
        return dd.read_parquet(str(place), split_row_groups="adaptive", blocksize=stored)
    files = sorted(map(str, place.parent.glob(place.name)), key=natural_sort_key)
    _require_same_names(files)
    sample = dd.read_csv(files, blocksize=BLOCK_BYTES)
    whole = {name: "float64" for name, kind in sample.dtypes.items() if kind.kind in "iuf"}
    return dd.read_csv(files, blocksize=BLOCK_BYTES, dtype=whole)


def _packing(place: Path) -> float:
    """Return how many bytes Parquet stores for a byte of numbers, by its first group of rows.

    It keeps repeated values once: cut by the bytes that are stored, blocks would outgrow memory.
    """
    from pyarrow.parquet import ParquetDataset  # noqa: PLC0415 (as pandas)

    groups = (
        part.metadata.row_group(i)
        for part in ParquetDataset(str(place)).fragments
        for i in range(part.metadata.num_row_groups)
    )
    group = next((group for group in groups if group.num_rows), None)
    if group is None:
        return 1.0
    return float(group.total_byte_size / (WIDTH * group.num_rows * group.num_columns))


def _require_same_names(files: list[str]) -> None:
    """Refuse files in CSV with other columns: Dask would read them under the first file's names."""
    firsts = [_first_line(file) for file in files]
    for file, first in zip(files, firsts, strict=True):
        if first != firsts[0]:
            raise ShapeError(
                f"all files of a table are expected to have the same columns, but {file} begins "
                f"with {first[:80]}, and {files[0]} with {firsts[0][:80]}: make them alike."
            ).about("path")


def _first_line(file: str) -> str:
    with Path(file).open(encoding="utf-8") as stream:
        return stream.readline().strip()


def _numbers(frame: Any, wanted: list[str]) -> Lazy:
    """Return columns of a data frame as one array; refuse text."""
    kinds = frame.dtypes
    text = [name for name in wanted if getattr(kinds[name], "kind", "O") not in "iufb"]
    if text and not len(frame.head(1, npartitions=-1)):
        raise EmptySystemError(
            "the table is expected to have at least one row, but has names of columns only: look "
            "at what was written."
        ).about("path")
    if text:
        raise InvalidNumberError(
            "the table is expected to hold numbers, but text or dates stand in "
            f"{', '.join(text[:8])}: leave these columns out, or write them as numbers, 0 and 1 "
            "for each kind for example."
        ).about("path")
    chosen = frame[wanted]
    meta = frame._meta[wanted].astype("float64")  # noqa: SLF001 (names and kinds, without rows)
    return chosen.map_partitions(_chosen, wanted, meta=meta).to_dask_array()


def _chosen(part: Any, wanted: list[str]) -> Any:
    """Take columns from a part of a table, as floats; refuse one that lacks some."""
    lacking = [name for name in wanted if name not in part.columns]
    if lacking:
        raise ShapeError(
            f"all files of a table are expected to have the same columns, but one lacks "
            f"{', '.join(lacking[:8])}: make them alike."
        ).about("path")
    return part[wanted].astype("float64")
