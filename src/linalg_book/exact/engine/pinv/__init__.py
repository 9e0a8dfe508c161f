"""The fast pseudoinverse of rational matrices, behind one door.

``integer`` has the idea, ``minors`` finds the rank, ``gram`` inverts, ``penrose`` holds what was
found with the products that prove it.  ``benchmarks/pinv_thresholds.py`` measures the thresholds.
"""

from linalg_book.exact.engine.pinv.integer import integer_pseudoinverse
from linalg_book.exact.engine.pinv.minors import Minor
from linalg_book.exact.engine.pinv.penrose import Penrose

__all__ = ["Minor", "Penrose", "integer_pseudoinverse"]
