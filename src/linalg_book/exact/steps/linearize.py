"""The sentences and formulas that lead from a model to its linear model and the nearest weights."""

from typing import Any

import sympy

from linalg_book.exact.engine.tangent import Tangent
from linalg_book.exact.reading.models import Model
from linalg_book.exact.steps.records import Linearized
from linalg_book.worked import Step, WorkedExample
from linalg_book.writing.formula import Formula, linear, numbered, parentheses, row, vector
from linalg_book.writing.prose import Prose, prose
from linalg_book.writing.wording import counted

W, W0, Y, D = vector("w"), numbered("w", 0), vector("y"), vector("d")
F = vector("f")
SHOWN = 3
"""Outputs that are written one by one; of more, matrices are shown."""


def linearize_title(model: Model, found: Tangent) -> Prose:
    """Say what is asked."""
    if len(model.outputs) == 1:
        return prose(
            "The linear model of {f} at {p}", f=row("f", "=", model.outputs[0]), p=found.at
        )
    return prose(
        f"The linear model of {counted(len(model.outputs), 'output')} at {{p}}", p=found.at
    )


def linearize_steps(
    model: Model, found: Tangent, values: Linearized, nearest: WorkedExample | None
) -> tuple[Step, ...]:
    """Tell the derivation; the shortest way is that of the solution nearest to a point."""
    way = nearest.steps if nearest else (_stay(found),)
    return (_evaluate(model, found), _differentiate(model, found), _replace(model, found, values),
            *way, _compare(found, values))  # fmt: skip


def _at(name: Any, point: Any) -> Formula:
    return row(name, parentheses(point))


def _evaluate(model: Model, found: Tangent) -> Step:
    return Step(
        prose("Put the weights {w} into the model.", w=W0),
        prose("The targets {y} are missed by {gap}; the weights are to be moved until they are "
              "met.", y=Y, gap=row(Y, "−", _at(F, W0))),
        (
            row(W, "=", sympy.ImmutableMatrix(model.names), ",", W0, "=", found.at),
            row(_at(F, W), "=", model.outputs),
            row(_at(F, W0), "=", found.outputs, ",", Y, "=", found.target),
        ),
        before=found.at,
        after=found.outputs,
    )  # fmt: skip


def _differentiate(model: Model, found: Tangent) -> Step:
    symbolic = sympy.ImmutableMatrix(model.outputs.jacobian(list(model.names)))
    constant = not symbolic.free_symbols
    formulas = [row(_at("J", W), "=", symbolic)]
    if not constant:
        formulas.append(row("J", "=", _at("J", W0), "=", found.gradients))
    return Step(
        prose("Differentiate each output by each weight: the gradients are the rows of {J}.",
              J="J"),
        prose("They are derivatives of polynomials, so they are exact."),
        tuple(formulas),
        before=symbolic,
        after=found.gradients,
    )  # fmt: skip


def _replace(model: Model, found: Tangent, values: Linearized) -> Step:
    parts = zip(found.gradients.tolist(), values.right, strict=True)
    equations = [row(*linear(line, model.names).parts, "=", right) for line, right in parts]
    return Step(
        prose("Replace the model by its tangent, and ask that for the targets: {eq}.",
              eq=row(_at(F, W0), "+", "J", parentheses(row(W, "−", W0)), "=", Y)),
        prose("What does not depend on {w} goes to the right: {right}. From here on {x} stands for "
              "{w}, {p} for {w0} and {A} for {J}.",
              w=W, x=vector("x"), p=numbered("p", 0), w0=W0, A="A", J="J",
              right=row(Y, "−", _at(F, W0), "+", "J", W0)),
        tuple(equations[:SHOWN]) if len(equations) <= SHOWN
        else (row("J", W, "=", values.right),),
        before=found.gradients,
        after=values.right,
    )  # fmt: skip


def _stay(found: Tangent) -> Step:
    return Step(
        prose("Stay where you are."),
        prose("No output changes at first, and none has to."),
        (row(W, "=", W0, "=", found.at),),
        after=found.at,
    )


def _compare(found: Tangent, values: Linearized) -> Step:
    met = values.reached == found.target
    return Step(
        prose("Put the new weights into the model itself."),
        prose("It meets the targets, too." if met else
              "The linear model meets the targets there, the model itself does not: its gradients "
              "have changed on the way."),
        (row(_at(F, W), "=", values.reached),),
        before=found.outputs,
        after=values.reached,
    )  # fmt: skip
