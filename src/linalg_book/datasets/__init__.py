"""Small real data that ship with the package, each with its source, license and checksum.

>>> from linalg_book import datasets
>>> digits = datasets.digits()
>>> digits.values.shape, digits.axes
((1797, 8, 8), ('image', 'row', 'column'))
"""

from linalg_book.datasets import _loaders
from linalg_book.datasets._dataset import Dataset
from linalg_book.datasets._loaders import *

__all__ = ["Dataset"]
__all__ += _loaders.__all__
