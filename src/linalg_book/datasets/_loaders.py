"""The data sets, one function each."""

import io
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from linalg_book.datasets._dataset import Dataset, read_checked, read_table, unwritable

__all__ = ["carbon_dioxide", "cat", "certified", "digits", "people", "retina", "voice"]

_NO_COLUMNS: dict[str, tuple[str, ...]] = {"columns": (), "units": ()}


def people() -> Dataset:
    """Load height, weight and age of 1629 adults, measured in the United States from 1971 to 1975.

    All of them smoked, so they stand for smokers of that time and place, not for everybody.

    Returns
    -------
    Dataset
        ``values`` of shape (1629, 3): height in cm, weight in kg, age in years; ``labels`` 0 for
        men and 1 for women.

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
    >>> datasets.people().values[0].tolist()
    [174.1875, 79.04, 42.0]
    """
    table = read_table("people", "77d4057d4ff6e13cdce36f1f3e8d519f158a18b673df6e95d0f111c22749d7c1")
    return Dataset(
        name="people",
        values=unwritable(table[:, :3]),
        axes=("person", "quantity"),
        columns=("height", "weight", "age"),
        units=("cm", "kg", "years"),
        labels=unwritable(table[:, 3].astype(np.int64)),
        label_meaning="0 man, 1 woman",
        rate=None,
        source="NHANES I Epidemiologic Follow-up Study, National Center for Health Statistics; "
        "the smokers selected by Hernán and Robins, from the package causaldata 0.1.4",
        license="public domain (work of the United States government)",
        changes="four of its variables (ht, wt71, age, sex), no identifiers",
    )


def carbon_dioxide() -> Dataset:
    """Load the carbon dioxide in the air over Mauna Loa, Hawaii: monthly means, 1975 to 2021.

    Returns
    -------
    Dataset
        ``values`` of shape (562, 3): year, month from 1 to 12, and the mean of the month in
        parts per million of dry air.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-gaussian-processes

    Examples
    --------
    >>> from linalg_book import datasets
    >>> datasets.carbon_dioxide().values[0].tolist()
    [1975.0, 1.0, 330.73]
    """
    table = read_table("carbon_dioxide",
                   "578a734666e88503b0f867c4b8b9d866f2ddacb7a897f985b095950de0eaa366")  # fmt: skip
    return Dataset(
        name="carbon_dioxide",
        values=unwritable(table),
        axes=("month", "quantity"),
        columns=("year", "month", "mean"),
        units=("", "", "parts per million of dry air"),
        labels=None,
        label_meaning="",
        rate=None,
        source="Global Monitoring Laboratory, National Oceanic and Atmospheric Administration, "
        "monthly means of Mauna Loa; from the copy in datasets/co2-ppm of August 2026",
        license="public domain (work of the United States government)",
        changes="the years 1975 to 2021; December 1975 and April 1984, with fewer than five days "
        "of measurements, left out",
    )


def certified() -> Dataset:
    """Load the eleven linear regression sets of NIST whose coefficients are certified.

    Seven are fitted by polynomials in x1: of degree 1 (Norris), 2 (Pontius), 10 (Filip) and 5
    (Wampler1 to Wampler5).  NoInt1 and NoInt2 are multiples of x1, Longley is linear in x1 to x6
    with an intercept.

    Returns
    -------
    Dataset
        ``values`` of shape (300, 7): the response and six predictors, 0 where a set has fewer;
        ``labels`` the set, as ``label_meaning`` numbers them.  ``str`` of an entry is the decimal
        that NIST prints, so ``Fraction(str(entry))`` is exact.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-numerics

    Examples
    --------
    >>> from linalg_book import datasets
    >>> sets = datasets.certified()
    >>> sets.values[sets.labels == 4][0].tolist()  # the first row of Filip
    [0.8116, -6.860120914, 0.0, 0.0, 0.0, 0.0, 0.0]
    """
    table = read_table(
        "certified", "30af9949706f81d712d768252f6b3d521bad18c7c248099d4d9dcaaae864f2fb"
    )
    return Dataset(
        name="certified",
        values=unwritable(table[:, :7]),
        axes=("observation", "quantity"),
        columns=("y", "x1", "x2", "x3", "x4", "x5", "x6"),
        units=("",) * 7,
        labels=unwritable(table[:, 7].astype(np.int64)),
        label_meaning="0 Norris, 1 Pontius, 2 NoInt1, 3 NoInt2, 4 Filip, 5 Longley, 6 Wampler1, "
        "7 Wampler2, 8 Wampler3, 9 Wampler4, 10 Wampler5",
        rate=None,
        source="Statistical Reference Datasets, linear regression, National Institute of "
        "Standards and Technology; from the copy in mathnet-numerics, data/NIST",
        license="public domain (work of the United States government)",
        changes="one table for all sets, the certified values left out",
    )


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
