"""What a derivation is told from: a frozen record for each function.

The fields of a record are the by-products of a worked example: its ``values``, in this order.
"""

from dataclasses import dataclass, fields
from typing import Any

import sympy


@dataclass(frozen=True)
class Record:
    """The by-products of one example, by their public names."""

    def values(self) -> dict[str, Any]:
        """Name them for ``WorkedExample.values``."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True)
class ClosestPoint(Record):
    """One equation a·x = b and its point c a; c is the ``multiplier``, a the ``normal``."""

    distance: sympy.Expr
    distance_squared: sympy.Expr
    multiplier: sympy.Expr
    normal: sympy.ImmutableMatrix
    null_space: sympy.ImmutableMatrix


@dataclass(frozen=True)
class LeastNorm(Record):
    """The multipliers α of x = Aᵀα; ``null_space`` and the freedom of α are bases, as columns."""

    multipliers: sympy.ImmutableMatrix
    multipliers_freedom: sympy.ImmutableMatrix
    norm: sympy.Expr
    norm_squared: sympy.Expr
    rank: int
    independent_rows: tuple[int, ...]
    null_space: sympy.ImmutableMatrix


@dataclass(frozen=True)
class ClosestOfSeveral(LeastNorm):
    """The least-norm solution, called the point nearest to the origin."""

    distance: sympy.Expr
    distance_squared: sympy.Expr


@dataclass(frozen=True)
class NearestPoint(Record):
    """The way ``shift`` from the point ``origin`` to the nearest solution."""

    multipliers: sympy.ImmutableMatrix
    multipliers_freedom: sympy.ImmutableMatrix
    rank: int
    independent_rows: tuple[int, ...]
    null_space: sympy.ImmutableMatrix
    origin: sympy.ImmutableMatrix
    shift: sympy.ImmutableMatrix
    distance: sympy.Expr
    distance_squared: sympy.Expr


@dataclass(frozen=True)
class NearestOfOne(NearestPoint):
    """The same for one equation, whose ``normal`` the way is a multiple of."""

    multiplier: sympy.Expr
    normal: sympy.ImmutableMatrix


@dataclass(frozen=True)
class Projection(Record):
    """The projection matrix and what is left; ``coefficients`` are the shortest x with A x = p."""

    residual: sympy.ImmutableMatrix
    distance: sympy.Expr
    distance_squared: sympy.Expr
    coefficients: sympy.ImmutableMatrix
    matrix: sympy.ImmutableMatrix
    rank: int
    independent_columns: tuple[int, ...]


@dataclass(frozen=True)
class LeastSquares(Record):
    """The minimizers: ``particular`` plus the columns of ``null_space``; what all leave over."""

    null_space: sympy.ImmutableMatrix
    particular: sympy.ImmutableMatrix
    projection: sympy.ImmutableMatrix
    residual: sympy.ImmutableMatrix
    residual_squared: sympy.Expr
    residual_norm: sympy.Expr
    rank: int
    independent_columns: tuple[int, ...]


@dataclass(frozen=True)
class Ridge(Record):
    """The penalty λ, the limit A⁺b for λ → 0, and the parts of what is minimized."""

    penalty: sympy.Rational
    limit: sympy.ImmutableMatrix
    residual: sympy.ImmutableMatrix
    residual_squared: sympy.Expr
    norm_squared: sympy.Expr
    objective: sympy.Expr
    rank: int


@dataclass(frozen=True)
class Solutions(Record):
    """All solutions; if there is none, the ``certificate`` y with yᵀA = 0 and yᵀb ≠ 0."""

    kind: str
    null_space: sympy.ImmutableMatrix
    rank: int
    pivots: tuple[int, ...]
    free: tuple[int, ...]
    certificate: sympy.ImmutableMatrix | None = None
    contradiction: sympy.Expr | None = None


@dataclass(frozen=True)
class Dimensions(Record):
    """The dimensions of the four subspaces, the rank, and the pivot columns."""

    dimensions: tuple[int, int, int, int]
    rank: int
    pivots: tuple[int, ...]


@dataclass(frozen=True)
class SingularValues(Record):
    """All min(m, n) singular values and their squares."""

    singular_values: tuple[sympy.Expr, ...]
    squares: tuple[sympy.Expr, ...]
    rank: int
    characteristic_polynomial: sympy.Expr


@dataclass(frozen=True)
class ConditionNumber(SingularValues):
    """The singular values that are divided; ``effective`` leaves out those that are 0."""

    largest: sympy.Expr
    smallest: sympy.Expr
    effective: sympy.Expr | None


@dataclass(frozen=True)
class LowRank(SingularValues):
    """How far the approximation is away, and whether another one is as near."""

    error: sympy.Expr
    frobenius_error: sympy.Expr
    unique: bool
