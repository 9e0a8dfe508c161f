"""The four Penrose conditions, evaluated: they hold for A⁺ and for no other matrix."""

from dataclasses import dataclass
from functools import cached_property

from linalg_book.exact.engine.pinv.gram import Congruence
from linalg_book.exact.engine.pinv.quotients import Quotient
from linalg_book.worked import Check
from linalg_book.writing.formula import parentheses, row, transpose
from linalg_book.writing.prose import prose

_AX, _XA = row("A", "X"), row("X", "A")
REPEATS_A = prose("going there by {A}, back by {X} and there again ends where {A} alone does",
                  A="A", X="X")  # fmt: skip
REPEATS_X = prose("going back by {X}, there by {A} and back again ends where {X} alone does",
                  A="A", X="X")  # fmt: skip
SYMMETRIC = prose("{AX} is symmetric, so it projects perpendicularly onto the columns of {A}",
                  AX=_AX, A="A")  # fmt: skip
SYMMETRIC_TOO = prose("{XA} is symmetric, so it projects perpendicularly onto the rows of {A}",
                      XA=_XA, A="A")  # fmt: skip
IDENTITIES = (
    row("A", "X", "A", "=", "A"),
    row("X", "A", "X", "=", "X"),
    row(transpose(parentheses(_AX)), "=", _AX),
    row(transpose(parentheses(_XA)), "=", _XA),
)


@dataclass(frozen=True)
class Penrose:
    """A matrix A and a candidate X for its pseudoinverse; each product is made once."""

    A: Quotient
    X: Quotient

    @cached_property
    def AX(self) -> Quotient | Congruence:  # noqa: N802 (matrices)
        """Return the product that is the projection onto the column space."""
        return self.A @ self.X

    @cached_property
    def XA(self) -> Quotient | Congruence:  # noqa: N802
        """Return the product that is the projection onto the row space."""
        return self.X @ self.A

    @cached_property
    def AXA(self) -> Quotient:  # noqa: N802
        """Return the left side of the first condition."""
        return self.A @ (self.X @ self.A)

    @cached_property
    def XAX(self) -> Quotient:  # noqa: N802
        """Return the left side of the second condition."""
        return self.X @ (self.A @ self.X)

    def checks(self) -> tuple[Check, ...]:
        """Evaluate the four conditions."""
        return (
            Check(REPEATS_A, IDENTITIES[0], self.AXA, self.A),
            Check(REPEATS_X, IDENTITIES[1], self.XAX, self.X),
            Check(SYMMETRIC, IDENTITIES[2], self.AX.transpose, self.AX),
            Check(SYMMETRIC_TOO, IDENTITIES[3], self.XA.transpose, self.XA),
        )
