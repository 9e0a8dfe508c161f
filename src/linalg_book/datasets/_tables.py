"""The data sets that are tables, one function each."""

import numpy as np

from linalg_book.datasets._dataset import Dataset, read_table, unwritable

__all__ = ["carbon_dioxide", "certified", "people"]


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
