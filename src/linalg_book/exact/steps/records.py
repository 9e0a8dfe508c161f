"""What a derivation is told from: a frozen record for each function.

The fields of a record are by-products of a worked example, its ``values``.  They are named
tuples, because twelve frozen dataclasses would take as long to make as a tenth of SymPy's
import: 0.37 ms in place of 0.045 ms each.
"""

from typing import NamedTuple

import sympy


class ClosestPoint(NamedTuple):
    """One equation a·x = b and its point c a; c is the ``multiplier``, a the ``normal``."""

    distance: sympy.Expr
    distance_squared: sympy.Expr
    multiplier: sympy.Expr
    normal: sympy.ImmutableMatrix
    null_space: sympy.ImmutableMatrix


class LeastNorm(NamedTuple):
    """The multipliers α of x = Aᵀα; ``null_space`` and the freedom of α are bases, as columns."""

    multipliers: sympy.ImmutableMatrix
    multipliers_freedom: sympy.ImmutableMatrix
    norm: sympy.Expr
    norm_squared: sympy.Expr
    rank: int
    independent_rows: tuple[int, ...]
    null_space: sympy.ImmutableMatrix


class NearestPoint(NamedTuple):
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


class AlongNormal(NamedTuple):
    """For one equation: the ``normal``, and which multiple of it the way is."""

    multiplier: sympy.Expr
    normal: sympy.ImmutableMatrix


class Projection(NamedTuple):
    """The projection matrix and what is left; ``coefficients`` are the shortest x with A x = p."""

    residual: sympy.ImmutableMatrix
    distance: sympy.Expr
    distance_squared: sympy.Expr
    coefficients: sympy.ImmutableMatrix
    matrix: sympy.ImmutableMatrix
    rank: int
    independent_columns: tuple[int, ...]


class LeastSquares(NamedTuple):
    """The minimizers: ``particular`` plus the columns of ``null_space``; what all leave over."""

    null_space: sympy.ImmutableMatrix
    particular: sympy.ImmutableMatrix
    projection: sympy.ImmutableMatrix
    residual: sympy.ImmutableMatrix
    residual_squared: sympy.Expr
    residual_norm: sympy.Expr
    rank: int
    independent_columns: tuple[int, ...]


class Ridge(NamedTuple):
    """The penalty λ, the limit A⁺b for λ → 0, and the parts of what is minimized."""

    penalty: sympy.Rational
    limit: sympy.ImmutableMatrix
    residual: sympy.ImmutableMatrix
    residual_squared: sympy.Expr
    norm_squared: sympy.Expr
    objective: sympy.Expr
    rank: int


class GradientDescent(NamedTuple):
    """The points from the start on, as rows, where they lead, and what decides how fast.

    ``squares`` are the squares of the singular values, ``factors`` what the error along each
    right singular vector is multiplied by in a step, one for each column of A.
    """

    iterates: sympy.ImmutableMatrix
    limit: sympy.ImmutableMatrix
    shortest: sympy.ImmutableMatrix
    step: sympy.Rational
    step_bound: sympy.Expr
    squares: tuple[sympy.Expr, ...]
    factors: tuple[sympy.Expr, ...]
    rank: int


class LeaveOneOut(NamedTuple):
    """What the whole fit leaves, and what the fit without each row predicts for it."""

    penalty: sympy.Rational
    residuals: sympy.ImmutableMatrix
    leverages: sympy.ImmutableMatrix
    predictions: sympy.ImmutableMatrix
    mean_square: sympy.Expr
    degrees_of_freedom: sympy.Rational


class SampleMean(NamedTuple):
    """What is known of the mean of several draws; ``variance`` is that mean's, not one draw's."""

    probabilities: sympy.ImmutableMatrix
    draws: int
    variance_of_one: sympy.Rational
    covariance_of_one: sympy.ImmutableMatrix
    variance: sympy.Rational
    distance: sympy.Rational
    tail: sympy.Rational
    bound: sympy.Rational


class ConditionGaussian(NamedTuple):
    """What the others do, given the first entries of a Gaussian vector; K is ``known``."""

    covariance: sympy.ImmutableMatrix
    variances: sympy.ImmutableMatrix
    weights: sympy.ImmutableMatrix
    noise_variance: sympy.Rational
    prior: sympy.ImmutableMatrix
    known: sympy.ImmutableMatrix
    rank: int


class KernelRegression(NamedTuple):
    """The kernel matrix K, what its fit makes of y, and what the others predict for each point.

    ``features`` counts the monomials, ``function`` is the fit as a polynomial, where it is short.
    """

    kernel: sympy.ImmutableMatrix
    rank: int
    penalty: sympy.Rational
    fit: sympy.ImmutableMatrix
    left_out: sympy.ImmutableMatrix
    leverages: sympy.ImmutableMatrix
    mean_square: sympy.Expr
    predictions: sympy.ImmutableMatrix
    features: int
    function: sympy.Expr | None


class Solutions(NamedTuple):
    """All solutions; if there is none, the ``certificate`` y with yᵀA = 0 and yᵀb ≠ 0."""

    kind: str
    null_space: sympy.ImmutableMatrix
    rank: int
    pivots: tuple[int, ...]
    free: tuple[int, ...]
    certificate: sympy.ImmutableMatrix | None = None
    contradiction: sympy.Expr | None = None


class Dimensions(NamedTuple):
    """The dimensions of the four subspaces, the rank, and the pivot columns."""

    dimensions: tuple[int, int, int, int]
    rank: int
    pivots: tuple[int, ...]


class SingularValues(NamedTuple):
    """All min(m, n) singular values and their squares."""

    singular_values: tuple[sympy.Expr, ...]
    squares: tuple[sympy.Expr, ...]
    rank: int
    characteristic_polynomial: sympy.Expr


class ConditionNumber(NamedTuple):
    """The singular values that are divided; ``effective`` leaves out those that are 0."""

    largest: sympy.Expr
    smallest: sympy.Expr
    effective: sympy.Expr | None


class LowRank(NamedTuple):
    """How far the approximation is away, and whether another one is as near."""

    error: sympy.Expr
    frobenius_error: sympy.Expr
    unique: bool


class FeatureInterpolation(NamedTuple):
    """A polynomial through points: its ``features``, their ``weights``, K = ΦMΦᵀ and Kα = y."""

    features: sympy.ImmutableMatrix
    feature_matrix: sympy.ImmutableMatrix
    weights: sympy.ImmutableMatrix
    kernel_matrix: sympy.ImmutableMatrix
    multipliers: sympy.ImmutableMatrix
    polynomial: sympy.Expr
    length_squared: sympy.Expr
    rank: int


class NetworkKernel(NamedTuple):
    """Both kernels and their decimals, what each layer starts from, and its mean of slopes.

    ``layers`` are the 2×2 covariance matrices before each activation and after the readout.
    """

    nngp: sympy.Expr
    ntk: sympy.Expr
    nngp_decimal: sympy.Float
    ntk_decimal: sympy.Float
    layers: tuple[sympy.ImmutableMatrix, ...]
    slopes: tuple[sympy.Expr, ...]


class Linearized(NamedTuple):
    """A model's outputs and gradients at the weights, and what its linear model leads to.

    ``right`` is the right-hand side of J w = y − f(w₀) + J w₀; ``reached`` is what the model itself
    gives where the linear one meets the targets.
    """

    names: tuple[sympy.Symbol, ...]
    outputs: sympy.ImmutableMatrix
    gradients: sympy.ImmutableMatrix
    right: sympy.ImmutableMatrix
    shift: sympy.ImmutableMatrix
    distance: sympy.Expr
    reached: sympy.ImmutableMatrix
    tangent_kernel: sympy.ImmutableMatrix


class DualActivation(NamedTuple):
    """The mean of slopes, that of one value, both means for variances 1, and a power series."""

    slope: sympy.Expr
    mean: sympy.Expr
    normalized: sympy.Expr
    normalized_slope: sympy.Expr
    hermite: tuple[sympy.Expr, ...]
