"""Every exception of the package, one meaning each.

A message says what was expected, what was received and what to do about it.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Self

__all__ = [
    "AlgebraicDegreeError",
    "DatasetError",
    "DegenerateEquationError",
    "EmptySystemError",
    "EquationError",
    "FailedCheckError",
    "FormulaError",
    "InconsistentSystemError",
    "InexactNumberError",
    "InvalidNumberError",
    "LinalgBookError",
    "NoSuchProblemError",
    "NotPositiveError",
    "NotSemidefiniteError",
    "NotSymmetricError",
    "RankError",
    "RequestError",
    "SchedulerError",
    "ShapeError",
    "StorageError",
    "TableError",
    "TooLargeError",
    "UndecidedSystemError",
    "UnknownMethodError",
]


class LinalgBookError(ValueError):
    """Base class: an input that a function of this package refuses.

    ``field`` is the name of the argument that it is about, ``None`` if it is about none.
    ``entry`` is the place in it, where one is known: row and column in a matrix, the number in
    a column, from 1.
    """

    field: str | None = None
    entry: tuple[int, ...] = ()

    def about(self, field: str, *entry: int) -> Self:
        """Say which argument is refused, and where in it."""
        self.field, self.entry = field, entry
        return self


class ShapeError(LinalgBookError):
    """The parts of the input do not fit together: ragged rows, wrong lengths, wrong nesting."""

    @classmethod
    def from_right_side(cls, entries: int, rows: int, columns: int) -> "ShapeError":
        """Make the error for a right-hand side of another length than the matrix."""
        given = "1 entry" if entries == 1 else f"{entries} entries"
        wanted = "1 row" if rows == 1 else f"{rows} rows"
        return cls(
            f"b has {given}, but A has {wanted} (A is {rows}×{columns}): "
            "give one entry for each row."
        ).about("b")


class InexactNumberError(LinalgBookError):
    """A floating-point number was given where an exact number is needed."""


class InvalidNumberError(LinalgBookError):
    """An entry is not a number that the function can use: NaN, infinity, text, a symbol."""


class EmptySystemError(LinalgBookError):
    """There is no equation, or there are no unknowns."""


class DatasetError(LinalgBookError):
    """A data file of the package is missing or was changed."""


class EquationError(LinalgBookError):
    """Text is no linear equation; ``position`` counts the characters before the place."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the position when the error is pickled."""
        return type(self), (str(self), self.position), vars(self)


class DegenerateEquationError(LinalgBookError):
    """All coefficients and the right-hand side are zero, so every point is a solution."""

    field = "A"

    def __init__(
        self,
        message: str = "expected a nonzero coefficient, but all are 0 and 0 = 0 holds everywhere, "
        "so every point is a solution: give at least one nonzero coefficient.",
    ) -> None:
        super().__init__(message)


class AlgebraicDegreeError(LinalgBookError):
    """The exact answer needs the roots of a polynomial whose degree is too high."""

    field = "A"

    @classmethod
    def from_degree(cls, degree: int, largest: int) -> "AlgebraicDegreeError":
        """Make the error for an irreducible factor of a characteristic polynomial."""
        return cls(
            f"expected a characteristic polynomial with factors of degree at most {largest} over "
            f"the rational numbers, but one has degree {degree}: its roots have no short exact "
            "form; take numeric.svd or numpy.linalg.eigh for decimals, or choose a matrix "
            "with simpler eigenvalues."
        )


class FailedCheckError(LinalgBookError):
    """A computed answer failed its own check: a defect of this package, not of the input."""


class FormulaError(LinalgBookError):
    """A part of a formula is nothing that can be typeset: a list, a long name, a sign in words."""


class NotSymmetricError(LinalgBookError):
    """The matrix differs from its transpose where a symmetric matrix is needed."""

    field = "A"


class NotPositiveError(LinalgBookError):
    """A symmetric matrix has an x with x·A x < 0, or the computed pivots say so.

    ``vector`` is such an x where one is known; it is empty when rounding errors allow no proof.
    """

    field = "A"

    def __init__(self, message: str, vector: Sequence[int | Fraction] = ()) -> None:
        super().__init__(message)
        self.vector: tuple[int | Fraction, ...] = tuple(vector)

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the vector when the error is pickled."""
        return type(self), (str(self), self.vector), vars(self)


class NotSemidefiniteError(LinalgBookError):
    """A symmetric matrix has a negative eigenvalue where kernels and covariances have none."""


class TooLargeError(LinalgBookError):
    """The answer needs more memory than the machine has."""


class RankError(LinalgBookError):
    """A method needs independent columns or rows, and the matrix has dependent ones."""

    field = "A"

    @classmethod
    def from_dependent(cls, which: str, number: int, rank: int, method: str) -> "RankError":
        """Make the error for dependent "columns" or "rows"."""
        return cls(
            f"{method} needs independent {which}, but the rank of A is {rank} and A has {number} "
            f"{which}: use the method rank-factorization, which takes any matrix."
        )


class RequestError(LinalgBookError):
    """A page asks for what the package does not offer: another function, field or kind of data."""


class UnknownMethodError(LinalgBookError):
    """The name of a method is none that the function knows."""

    @classmethod
    def from_choices(cls, name: str, given: str, choices: Iterable[str]) -> "UnknownMethodError":
        """Make the error for the parameter ``name``."""
        known = ", ".join(f'"{choice}"' for choice in choices)
        message = f"{name} is expected to be one of {known}, but is {given}: choose one of them."
        return cls(message).about(name)


class SchedulerError(LinalgBookError):
    """The scheduler that was to compute an answer, or its workers, are gone."""


class StorageError(LinalgBookError):
    """A file cannot be read or written: it is not there, not whole, or the disk is full."""


class TableError(LinalgBookError):
    """A file is no table with the columns that are asked for, or of a kind that nobody reads."""


class NoSuchProblemError(LinalgBookError):
    """No exercise with the wanted shape, rank and size of numbers exists or was found."""


class InconsistentSystemError(LinalgBookError):
    """The system has no solution.

    ``combination`` is the proof where one is known: multiply row i by ``combination[i]``,
    add, and the left-hand sides cancel while the right-hand sides do not.  It is empty when
    rounding errors allow no proof.
    """

    field = "A"

    def __init__(self, message: str, combination: Sequence[int | Fraction] = ()) -> None:
        super().__init__(message)
        self.combination: tuple[int | Fraction, ...] = tuple(combination)

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the combination when the error is pickled."""
        return type(self), (str(self), self.combination), vars(self)


class UndecidedSystemError(LinalgBookError):
    """Whether the system has a solution depends on the values of symbols in its right-hand side.

    ``conditions`` are the expressions that have to be zero for a solution to exist.
    """

    field = "A"

    def __init__(self, message: str, conditions: Sequence[object] = ()) -> None:
        super().__init__(message)
        self.conditions: tuple[object, ...] = tuple(conditions)

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep the conditions when the error is pickled."""
        return type(self), (str(self), self.conditions), vars(self)
