"""Tables in files, read a block at a time: CSV and Parquet by Dask's data frames, Zarr, .npy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dask.array as da
import numpy as np

from linalg_book.errors import TableError
from linalg_book.scale.blocks import BLOCK_BYTES, Lazy
from linalg_book.scale.frames import PARQUET, not_whole, open_frame, require_file

__all__ = ["Table", "open_array", "open_table"]

FRAMES = {".csv", *PARQUET}
ARRAYS = {".npy", ".zarr"}


@dataclass(frozen=True, eq=False)
class Table:
    """Columns of a file: ``X`` of shape (N, d) and ``y`` of shape (N,), Dask arrays.

    ``columns`` are the d + 1 names, that of y last: hand them over as ``columns`` of a function.
    """

    X: Lazy
    y: Lazy
    columns: tuple[str, ...]


class _StoredArray:
    """A .npy file that is read by slices: memory holds what was asked for, and no more."""

    def __init__(self, path: Path) -> None:
        self.path = path
        found = self._open()
        self.shape, self.dtype, self.ndim = found.shape, found.dtype, found.ndim

    def _open(self) -> np.ndarray[Any, Any]:
        return np.lib.format.open_memmap(self.path, mode="r")

    def __getitem__(self, index: Any) -> np.ndarray[Any, Any]:
        return np.array(self._open()[index])


def open_array(path: str | Path) -> Lazy:
    """Open the array in a .npy file or a Zarr store, without reading its entries.

    Parameters
    ----------
    path : str or Path
        A file that ``numpy.save`` wrote, or a Zarr store with one array.

    Returns
    -------
    dask.array.Array
        In blocks of rows of about 32 MB, or in the chunks of the store.

    Raises
    ------
    TableError
        If the name ends in neither .npy nor .zarr.
    StorageError
        If there is no such file, or it is not whole.

    Notes
    -----
    Each block is read and let go by the task that needs it; a ``memmap`` in its place would count
    all pages that were read as memory of the process.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> import tempfile, numpy as np
    >>> from linalg_book.scale import gram, open_array
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     np.save(f"{folder}/x.npy", np.ones((5, 2)))
    ...     gram(open_array(f"{folder}/x.npy")).tolist()
    [[5.0, 5.0], [5.0, 5.0]]
    """
    place = Path(path)
    if place.suffix not in ARRAYS:
        raise TableError(
            f"path is expected to end in .npy or .zarr, but is {place.name}: call open_table for "
            "CSV and Parquet."
        ).about("path")
    require_file(place)
    try:
        if place.suffix == ".zarr":
            return da.from_zarr(str(place))
        stored = _StoredArray(place)
    except Exception as error:
        raise not_whole(place, error) from error
    width = max(1, int(np.prod(stored.shape[1:])) * stored.dtype.itemsize)
    chunks = (max(1, BLOCK_BYTES // width), *(-1 for _ in stored.shape[1:]))
    return da.from_array(stored, chunks=chunks, name=False)


def open_table(path: str | Path, target: str) -> Table:
    r"""Open a table and tell its target from its other columns, without reading all of it.

    Parameters
    ----------
    path : str or Path
        A file in CSV with a line of names, a Parquet file or folder of such files, or an array
        as for ``open_array``, whose columns are named 1, 2, 3 and so on.  A star in the name
        of a CSV file stands for several.
    target : str
        The name of the column that is to be explained.

    Returns
    -------
    Table
        ``X``, ``y`` and ``columns``.

    Raises
    ------
    TableError
        If there is no such column, no other one, or the name ends in none of .csv, .parquet,
        .zarr and .npy.
    InvalidNumberError, EmptySystemError, ShapeError
        If a column holds text, there is no row, or files in CSV have different columns.
    StorageError
        If there is no such file, or it is not whole.

    Notes
    -----
    Missing values are kept as NaN, so that functions refuse them and say where they are.

    Introduced in: sec-beyond-one-machine

    Examples
    --------
    >>> import tempfile, pathlib
    >>> from linalg_book.scale import least_squares, open_table
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "fit.csv")
    ...     _ = file.write_text("one,x,y\n1,0,6\n1,1,0\n1,2,0\n")
    ...     table = open_table(file, "y")
    ...     least_squares(table.X, table.y).coefficients.round(12).tolist()
    [5.0, -3.0]
    """
    place = Path(path)
    if place.suffix not in FRAMES | ARRAYS:
        raise TableError(
            f"path is expected to end in one of {', '.join(sorted(FRAMES | ARRAYS))}, but is "
            f"{place.name}: convert the table to one of them."
        ).about("path")
    data, names = _numbered(place) if place.suffix in ARRAYS else open_frame(place)
    if target not in names:
        shown = ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")
        raise TableError(
            f"target is expected to be a column of {place.name}, but is {target}: its columns are "
            f"{shown}."
        ).about("target")
    features = [name for name in names if name != target]
    if not features:
        raise TableError(
            f"{place.name} is expected to have a column beside the target {target}, but has none: "
            "give a table with what explains the target."
        ).about("path")
    both = data([*features, target])
    return Table(both[:, :-1], both[:, -1], (*features, target))


def _numbered(place: Path) -> tuple[Any, list[str]]:
    """Open an array whose columns have numbers for names."""
    array = open_array(place)
    if array.ndim != 2:
        raise TableError(
            f"{place.name} is expected to hold a table with rows and columns, but its array has "
            f"shape {array.shape}: store one array with a column for each quantity."
        ).about("path")
    names = [str(j) for j in range(1, array.shape[1] + 1)]
    return lambda wanted: array[:, [int(name) - 1 for name in wanted]], names
