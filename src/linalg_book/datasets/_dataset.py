"""What a data set is, and reading its file after a look at the checksum."""

import hashlib
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.errors import DatasetError


@dataclass(frozen=True, eq=False)
class Dataset:
    """Numbers with their meaning: ``values`` cannot be written to, so that all share them."""

    name: str
    values: NDArray[Any]
    #: What each axis of ``values`` counts.
    axes: tuple[str, ...]
    #: The quantities of the last axis, where it has names, and the unit of each.
    columns: tuple[str, ...]
    units: tuple[str, ...]
    #: One whole number for each example, or None.
    labels: NDArray[Any] | None
    #: What the labels mean.
    label_meaning: str
    #: Samples a second, for a sound; otherwise None.
    rate: int | None
    source: str
    license: str
    #: What differs from the source.
    changes: str


def read_checked(file: str, sha256: str) -> bytes:
    """Return the bytes of a data file if they are the ones that were tested."""
    try:
        content = files("linalg_book.datasets").joinpath("data", file).read_bytes()
    except FileNotFoundError as error:
        raise DatasetError(
            f"expected the data file {file} beside the package, but it is missing: install "
            "linalg-book again, from a complete wheel."
        ) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise DatasetError(
            f"expected {file} with the SHA-256 checksum {sha256[:12]}…, received {found[:12]}…: "
            "the file was changed or cut off; install linalg-book again."
        )
    return content


@cache
def read_table(name: str, sha256: str) -> NDArray[np.float64]:
    """Read the numbers of a file of text, whose first line names its columns."""
    text = read_checked(f"{name}.csv", sha256)
    return np.loadtxt(io.BytesIO(text), delimiter=",", skiprows=1)


def unwritable(values: NDArray[Any]) -> NDArray[Any]:
    """Return a view of the values that refuses to be written to."""
    view = np.asarray(values).view()
    view.setflags(write=False)
    return view
