"""A small model in its weights: gradients, the linear model, the nearest weights that fit it."""

from __future__ import annotations

from functools import partial

import sympy

from linalg_book.arguments import ColumnLike, ExpressionLike, PointLike
from linalg_book.errors import InconsistentSystemError, InvalidNumberError
from linalg_book.exact.engine.tangent import Tangent, tangent
from linalg_book.exact.functions.nearest_to_point import nearest_to_point, read_point
from linalg_book.exact.reading.conversion import domain_column
from linalg_book.exact.reading.matrices import read_column
from linalg_book.exact.reading.models import Model, read_model
from linalg_book.exact.steps.linearize import linearize_steps, linearize_title
from linalg_book.exact.steps.records import Linearized
from linalg_book.worked import Check, WorkedExample
from linalg_book.writing.formula import numbered, row, vector, words
from linalg_book.writing.prose import prose

__all__ = ["linearize"]


def linearize(model: ExpressionLike, at: PointLike, target: ColumnLike = None) -> WorkedExample:
    """Replace a model by its tangent in the weights, and fit that by the shortest way.

    Near the weights w₀ the outputs f(w) are f(w₀) + J (w − w₀) with the gradients as the rows of
    J.  To reach the targets y the linear model has to solve J w = y − f(w₀) + J w₀, and training
    it from w₀ ends at the solution that is nearest to w₀.

    Parameters
    ----------
    model : text
        The outputs as polynomials in the weights, with semicolons between them: "w1*w2", or
        "2w1 w2 - 1/2; w1^2 + w3".  A weight is a letter, with a number if there are many.
    at : sequence of n numbers
        The weights w₀, in the order in which the model names them.
    target : sequence of m numbers, optional
        The values that the outputs should have; 0 for each if left out.

    Returns
    -------
    WorkedExample
        ``answer`` is the solution of the linear model nearest to w₀, an n×1 matrix.  ``values``
        holds ``names`` (of the weights), ``outputs`` (f(w₀)), ``gradients`` (J, m×n), ``right``
        (of the linear equations), ``shift`` (from w₀ to the answer), ``distance``, ``reached``
        (what the model itself gives at the answer) and ``tangent_kernel`` (J Jᵀ).

    Raises
    ------
    EmptySystemError
        If the model has no weight.
    InconsistentSystemError
        If no gradient is left to reach a target with.
    RequestError
        If ``model`` is no text of polynomials.
    InexactNumberError, InvalidNumberError
        If a weight or a target is a float, complex or no rational number.
    ShapeError
        If ``at`` does not have one entry for each weight, or ``target`` one for each output.

    Notes
    -----
    Gradients are derivatives of polynomials, so no step of a difference is chosen.

    Introduced in: sec-ntk

    Examples
    --------
    >>> from linalg_book.exact import linearize
    >>> example = linearize("w1*w2", [4, 3])
    >>> example.values["gradients"], example.values["right"]
    (Matrix([[3, 4]]), Matrix([[12]]))
    >>> example.answer
    Matrix([
    [64/25],
    [27/25]])
    """
    read = read_model(model)
    point = read_point(at, read.names, "at")
    if not point.domain.is_QQ:
        raise InvalidNumberError(
            "at is expected to hold numbers, but holds symbols, which would stand beside the names "
            "of the weights: give numbers."
        ).about("at")
    m = len(read.outputs)
    wanted = read_column(
        [0] * m if target is None else target,
        m,
        "target",
        of="model",
        taken=read.names,
        role="a weight",
    )
    found = tangent(read, point, wanted)
    nearest = _nearest(found)
    shift = nearest.values["shift"] if nearest else sympy.ImmutableMatrix.zeros(len(read.names), 1)
    answer = sympy.ImmutableMatrix(found.at + shift)
    values = Linearized(
        names=read.names,
        outputs=found.outputs,
        gradients=found.gradients,
        right=found.right,
        shift=shift,
        distance=nearest.values["distance"] if nearest else sympy.Integer(0),
        reached=read.at(answer),
        tangent_kernel=sympy.ImmutableMatrix(found.gradients * found.gradients.T),
    )
    return WorkedExample(
        linearize_title(read, found),
        answer,
        _checks(read, found, values, nearest),
        partial(linearize_steps, read, found, values, nearest),
        values._asdict(),
    )  # fmt: skip


def _nearest(found: Tangent) -> WorkedExample | None:
    """Solve the linear model; without a gradient and without a gap there is nothing to solve."""
    if not any(found.gradients) and found.gap.is_zero_matrix:
        return None
    try:
        return nearest_to_point(found.system, domain_column(found.at))
    except InconsistentSystemError as error:
        raise InconsistentSystemError(
            "expected a target that the linear model can reach, but a combination of its equations "
            "has no weight left and says 0 = nonzero: change the target, or start where the "
            "gradients are not 0.",
            error.combination,
        ).about("target") from None


def _checks(
    read: Model, found: Tangent, values: Linearized, nearest: WorkedExample | None
) -> tuple[Check, ...]:
    """Move a little: the model changes as the linear one does; then what holds for the nearest."""
    moved = read.first_change(found.at, values.shift)
    start = Check(
        prose("per step of the way from {p}, the model changes at first as its gradients say",
              p=numbered("w", 0)),
        row(words("first change"), "=", "J", vector("d")),
        moved,
        sympy.ImmutableMatrix(found.gradients * values.shift),
    )  # fmt: skip
    return start, *(nearest.checks if nearest else ())
