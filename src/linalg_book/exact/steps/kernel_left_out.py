"""How a point is left out of a fit by a kernel, without a new fit."""

import sympy

from linalg_book.exact.engine.kernel_fit import KernelFit
from linalg_book.exact.reading.conversion import to_sympy
from linalg_book.exact.steps.leave_one_out import mean_of_squares
from linalg_book.exact.steps.records import KernelRegression
from linalg_book.worked import Step
from linalg_book.writing.formula import fraction, pseudoinverse, row, vector
from linalg_book.writing.prose import prose

D = vector("d")
LINE = 70
"""A formula that takes more letters, and cannot be broken, is not shown."""


def leave_points_out(found: KernelFit, values: KernelRegression) -> Step:
    """Divide a coefficient by the diagonal of the inverse, or a residual by 1 − h."""
    a, d, h, r, g = (sympy.Symbol(f"{name}_i") for name in ("alpha", *"dhrg"))
    answer = to_sympy(found.left_out)
    full = bool(values.penalty) or all(leverage == 1 for leverage in found.leverages)
    none = not values.penalty and all(leverage != 1 for leverage in found.leverages)
    by_inverse = row(d, "=", fraction(a, g))
    by_leverage = row(d, "=", fraction(r, row(1, "−", h)))
    mean = mean_of_squares(D, answer.rows, values.mean_square)
    reason = (
        "Put what the others predict in the place of a value: then the combination without the "
        "point solves all equations, and its own coefficient is 0. Going back to the value "
        "changes that coefficient by the diagonal entry {g} of the matrix above for each unit."
    )
    if none:
        reason = (
            "Put what the others predict in the place of a value: then the point is fitted "
            "without a residual, and the whole fit is the one without the point. With the "
            "leverage {h}, a diagonal entry of {H}, the residual {r} of the whole fit is "
            "{rest} times the one that is left out."
        )
    elif not full:
        reason += (
            " Where the others reach the point by themselves, its leverage {h}, a diagonal entry "
            "of {H}, is below 1, and the residual {r} of the whole fit is divided by {rest}."
        )
    return Step(
        prose("Leave each point out, without a new fit."),
        prose(reason, g=g, h=h, r=r, H=row("K", pseudoinverse("K")), rest=row(1, "−", h)),
        (
            *([] if none else [by_inverse]),
            *([] if full else [by_leverage]),
            row(D, "=", answer),
            *([mean] if len(mean.line()) <= LINE else []),
        ),
        before=to_sympy(found.inverse),
        after=answer,
    )
