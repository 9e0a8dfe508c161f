"""Exercises with small numbers, each with its worked solution.

>>> from random import Random
>>> from linalg_book import problems
>>> problem = problems.least_norm(Random(1), rows=2, columns=3)
>>> problems.least_norm(problem.seed, rows=2, columns=3) == problem
True

Functions take a ``random.Random``, a ``numpy.random.Generator`` or a whole number, the seed.
"""

from linalg_book.problems._cholesky import cholesky
from linalg_book.problems._closest_point import closest_point
from linalg_book.problems._condition_gaussian import condition_gaussian
from linalg_book.problems._dual_polynomial import dual_polynomial
from linalg_book.problems._gradient_step import gradient_step
from linalg_book.problems._kernel_regression import kernel_regression
from linalg_book.problems._least_norm import least_norm
from linalg_book.problems._least_squares import least_squares
from linalg_book.problems._leave_one_out import leave_one_out
from linalg_book.problems._line_fit import line_fit
from linalg_book.problems._linear_model import linear_model
from linalg_book.problems._low_rank import low_rank
from linalg_book.problems._parts import Problem
from linalg_book.problems._polynomial import polynomial
from linalg_book.problems._project import project
from linalg_book.problems._pseudoinverse import pseudoinverse
from linalg_book.problems._qr import qr
from linalg_book.problems._recall import recall
from linalg_book.problems._redundant_features import redundant_features
from linalg_book.problems._ridge import ridge
from linalg_book.problems._sample_mean import sample_mean
from linalg_book.problems._solve import solve
from linalg_book.problems._step_kernel import step_kernel
from linalg_book.problems._svd import svd

__all__ = [
    "Problem",
    "cholesky",
    "closest_point",
    "condition_gaussian",
    "dual_polynomial",
    "gradient_step",
    "kernel_regression",
    "least_norm",
    "least_squares",
    "leave_one_out",
    "line_fit",
    "linear_model",
    "low_rank",
    "polynomial",
    "project",
    "pseudoinverse",
    "qr",
    "recall",
    "redundant_features",
    "ridge",
    "sample_mean",
    "solve",
    "step_kernel",
    "svd",
]
