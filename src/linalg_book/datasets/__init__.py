"""Small data that ship with the package, each with its source, license and checksum.

All of them are real, but for two that hold what the book has measured of trained networks.

>>> from linalg_book import datasets
>>> digits = datasets.digits()
>>> digits.values.shape, digits.axes
((1797, 8, 8), ('image', 'row', 'column'))
"""

from linalg_book.datasets import _arrays, _studies, _tables
from linalg_book.datasets._arrays import *
from linalg_book.datasets._dataset import Dataset
from linalg_book.datasets._studies import *
from linalg_book.datasets._tables import *

__all__ = ["Dataset"]
__all__ += _arrays.__all__
__all__ += _studies.__all__
__all__ += _tables.__all__
