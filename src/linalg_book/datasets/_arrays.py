"""The data sets that are images or sounds, one function each."""

import io
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.datasets._dataset import Dataset, read_checked, unwritable

__all__ = ["cat", "digits", "retina", "voice"]

_NO_COLUMNS: dict[str, tuple[str, ...]] = {"columns": (), "units": ()}


def digits() -> Dataset:
    """Load handwritten digits: 1797 gray images of 8×8 pixels from 13 writers.

    Returns
    -------
    Dataset
        ``values`` of shape (1797, 8, 8), whole numbers from 0 (paper) to 16 (ink), of type
        uint8; ``labels`` the digits that were meant.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets
    >>> digits = datasets.digits()
    >>> digits.values[4, 0].tolist(), int(digits.labels[4])
    ([0, 0, 0, 1, 11, 0, 0, 0], 4)
    """
    arrays = _arrays("digits", "bf9b666eefd8ea8755c4c78499e8c29ff4f465f7ff73ec497747b3896efd764f")
    return Dataset(
        name="digits",
        values=unwritable(arrays["values"]),
        axes=("image", "row", "column"),
        **_NO_COLUMNS,
        labels=unwritable(arrays["labels"].astype(np.int64)),
        label_meaning="the digit that was meant",
        rate=None,
        source="E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine "
        "Learning Repository, test set, from the package scikit-learn 1.9.1",
        license="CC BY 4.0",
        changes="packed as whole numbers of 8 bits",
    )


def retina() -> Dataset:
    """Load a piece of the back of an eye: 102×102 gray pixels with two tiny swellings of vessels.

    Returns
    -------
    Dataset
        ``values`` of shape (102, 102), whole numbers from 0 (black) to 255 (white), uint8.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets
    >>> image = datasets.retina().values
    >>> image.shape, int(image.min()), int(image.max())
    ((102, 102), 38, 129)
    """
    arrays = _arrays("retina", "cda5d109889a3f52be2da6e1946349b6653b6d5ab729abdf651d13501799c904")
    return Dataset(
        name="retina",
        values=unwritable(arrays["values"]),
        axes=("row", "column"),
        **_NO_COLUMNS,
        labels=None,
        label_meaning="",
        rate=None,
        source="High-Resolution Fundus Image Database, image 07_dr (A. Budai, J. Odstrcilik, A. "
        "Maier and others), green channel of a detail, from the package scikit-image 0.26.0",
        license="CC0 1.0",
        changes="packed",
    )


def cat() -> Dataset:
    """Load a color photograph of the cat Chelsea: 75×112 pixels with red, green and blue.

    Returns
    -------
    Dataset
        ``values`` of shape (75, 112, 3), whole numbers from 0 to 255, of type uint8.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets
    >>> datasets.cat().values.shape
    (75, 112, 3)
    """
    arrays = _arrays("cat", "e5ed30945045c96abcee1d30a975ca54aa8977765d1b25c8b7cc6ef3bf7fbd61")
    return Dataset(
        name="cat",
        values=unwritable(arrays["values"]),
        axes=("row", "column", "channel"),
        columns=("red", "green", "blue"),
        units=("", "", ""),
        labels=None,
        label_meaning="",
        rate=None,
        source="photograph of the cat Chelsea by S. van der Walt, from the package scikit-image "
        "0.26.0",
        license="CC0 1.0",
        changes="the last three columns left out, each block of 4×4 pixels replaced by its "
        "rounded mean",
    )


def voice() -> Dataset:
    """Load a voice that glides through vowels: 0.8 seconds, 22050 samples a second.

    Returns
    -------
    Dataset
        ``values`` of shape (17500,), whole numbers from −32768 to 32767, of type int16;
        ``rate`` 22050.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-data-as-vectors

    Examples
    --------
    >>> from linalg_book import datasets
    >>> voice = datasets.voice()
    >>> voice.values.shape, voice.rate
    ((17500,), 22050)
    """
    arrays = _arrays("voice", "a541e94dda7aabefad9709fa5f0f638de8e29096f44c13328c7c8238d7890184")
    return Dataset(
        name="voice",
        values=unwritable(arrays["values"]),
        axes=("sample",),
        **_NO_COLUMNS,
        labels=None,
        label_meaning="",
        rate=22050,
        source="M. Morise, test recording of the speech analyzer WORLD (test/vaiueo2d.wav)",
        license="BSD-3-Clause, see the notice in README.md beside the file",
        changes="packed; its rate is 22,050 samples a second",
    )


@cache
def _arrays(name: str, sha256: str) -> dict[str, NDArray[Any]]:
    """Read the arrays of a file."""
    with np.load(io.BytesIO(read_checked(f"{name}.npz", sha256)), allow_pickle=False) as file:
        return dict(file)
