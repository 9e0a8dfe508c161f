"""A kernel in the form that scikit-learn's estimators call."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from linalg_book.errors import InvalidNumberError
from linalg_book.numeric.reading.floats import Array
from linalg_book.numeric.reading.points import PointsLike
from linalg_book.numeric.reading.systems import MatrixLike

__all__ = ["ScikitLearnKernel"]


class ScikitLearnKernel:
    """A kernel with its parameters, for the estimators of scikit-learn.

    ``ScikitLearnKernel(gaussian_kernel, length_scale=2)`` is a function of two matrices or two
    rows, to be handed over

    - as ``kernel=`` of ``SVR`` and ``SVC``, which call it with matrices;
    - as ``kernel=`` of ``KernelRidge``, which calls it with two rows for each pair of points, a
      million times for 1000 points: ``kernel="precomputed"`` with the matrix is faster;
    - as ``metric=`` of ``PairwiseKernel``, for ``GaussianProcessRegressor``, which takes no
      function by itself.  That, too, is called for each pair, with a ``gamma`` of its own, which
      is ignored.

    Examples
    --------
    >>> from linalg_book.numeric import ScikitLearnKernel, polynomial_kernel
    >>> kernel = ScikitLearnKernel(polynomial_kernel, degree=2)
    >>> kernel([[1], [2]], [[3]]).tolist(), kernel([1], [3])
    ([[16.0], [49.0]], 16.0)
    """

    def __init__(self, kernel: Callable[..., float | Array], **parameters: Any) -> None:
        if not callable(kernel):
            raise InvalidNumberError(
                f"kernel is expected to be a function of two matrices, but is {kernel!r}: "
                "give for example gaussian_kernel."
            ).about("kernel")
        self.kernel = kernel
        self.parameters = parameters

    def __call__(
        self, X: MatrixLike, Z: PointsLike = None, *, gamma: object = None
    ) -> float | Array:
        """Return the kernel of two matrices, or of two rows; ``gamma`` is ignored."""
        del gamma
        return self.kernel(X, Z, **self.parameters)

    def __repr__(self) -> str:
        """Return the call that makes it."""
        name = getattr(self.kernel, "__name__", repr(self.kernel))
        return f"ScikitLearnKernel({', '.join([name, *self._written()])})"

    def _written(self) -> list[str]:
        return [f"{name}={value!r}" for name, value in self.parameters.items()]
