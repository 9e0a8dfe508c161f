"""The four Penrose conditions, evaluated: they hold for A⁺ and for no other matrix."""

from dataclasses import dataclass
from functools import cached_property

from linalg_book.exact.engine.pinv.gram import Congruence
from linalg_book.exact.engine.quotients import Quotient


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
