"""Measurements of trained networks, made by ``tools/studies`` of the book's repository."""

import numpy as np

from linalg_book.datasets._dataset import Dataset, read_table, unwritable

__all__ = ["product_study", "width_study"]

_LICENSE = "CC BY 4.0, as the text of the book"


def width_study() -> Dataset:
    """Load what networks of several widths and their kernels do in training on twenty digits.

    Returns
    -------
    Dataset
        ``values`` of shape (64, 7), a row for each trained network: width, number of the draw;
        distance of its kernel from the limit at the start and change of its kernel in training,
        both over the norm of the limit; how far all weights move together; how far the median one
        of the first layer moves; root mean square of what it learned about unseen digits less
        the limit's prediction.  ``labels`` 0 for the error function and 1 for ReLU.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-width-in-practice

    Examples
    --------
    >>> from linalg_book import datasets
    >>> study = datasets.width_study()
    >>> study.columns[:3], study.values[0, :2].tolist()
    (('width', 'draw', 'distance'), [16.0, 0.0])
    """
    table = read_table(
        "width_study", "cf016e4e81366cbaa98ea75bd8267e1f284aded680e8fa3aeb077c5287b6ba73"
    )
    return Dataset(
        name="width_study",
        values=unwritable(table[:, 1:]),
        axes=("network", "quantity"),
        columns=("width", "draw", "distance", "change", "weights", "weight", "gap"),
        units=("",) * 7,
        labels=unwritable(table[:, 0].astype(np.int64)),
        label_meaning="0 error function, 1 ReLU",
        rate=None,
        source="measured by tools/studies/widths.py of the book's repository",
        license=_LICENSE,
        changes="rounded to four digits",
    )


def product_study() -> Dataset:
    """Load errors of kernels and networks on products of a few coordinates of ±1 inputs.

    Returns
    -------
    Dataset
        ``values`` of shape (270, 5): how many coordinates the product has, how many an input has,
        number of examples, number of the draw, and the mean square error on unseen inputs;
        ``labels`` the method.

    Raises
    ------
    DatasetError
        If the data file is missing or was changed.

    Notes
    -----
    Introduced in: sec-width-in-practice

    Examples
    --------
    >>> from linalg_book import datasets
    >>> study = datasets.product_study()
    >>> study.values[0, :4].tolist(), study.label_meaning[:29]
    ([2.0, 30.0, 200.0, 0.0], '0 tangent kernel without bias')
    """
    table = read_table(
        "product_study", "a2ed899fc53c9fdf21ce6958f0e41df969d211f13484821f02d39c489ab4c13f"
    )
    return Dataset(
        name="product_study",
        values=unwritable(table[:, [0, 1, 2, 3, 5]]),
        axes=("fit", "quantity"),
        columns=("factors", "coordinates", "examples", "draw", "error"),
        units=("",) * 5,
        labels=unwritable(table[:, 4].astype(np.int64)),
        label_meaning="0 tangent kernel without bias, 1 tangent kernel, 2 tangent kernel of two "
        "layers, 3 NNGP of two layers, 4 descent, 5 Adam, 6 Adam with decay, 7 polynomial kernel, "
        "8 the one of 1 to 3 that leave-one-out prefers",
        rate=None,
        source="measured by tools/studies/products.py of the book's repository",
        license=_LICENSE,
        changes="rounded to four digits",
    )
